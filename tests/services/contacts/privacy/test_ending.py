"""Contacts are ended with basis and log, and opened again (R39)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.disposal import DisposalKind
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Participant
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.followup import ActionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.services.contacts.contact_notices import ContactNotices
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.personal_data import PersonalData
from desktop.services.history import History
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 24)
BASIS = "Beslut EXM 2026/118"


def service(register: Register) -> PersonalData:
    return PersonalData(register.database, lambda: DAY)


def erik(register: Register, *roles: dict[str, object], **more: object) -> Contact:
    values: dict[str, object] = {"party": Party.AGENCY, "given_name": "Erik", "family_name": "Sund", **more}
    person = Contact(id=new_id(), **values)  # type: ignore[arg-type]
    held = [Assignment(id=new_id(), contact_id=person.id, **role) for role in roles]  # type: ignore[arg-type]
    register.put(ContactRecord.of(person), *map(AssignmentRecord.of, held))
    return replace(person, assignments=tuple(held))


def test_ending_ends_what_is_open_and_logs_the_basis(register: Register) -> None:
    person = erik(
        register,
        {"level": Level.STRATEGIC, "starts_on": date(2024, 1, 1)},
        {"level": Level.TACTICAL, "starts_on": date(2020, 1, 1), "ends_on": date(2023, 1, 1)},
        {"level": Level.OPERATIONAL, "starts_on": DAY + timedelta(days=9)},
    )
    right = AuthorisedOrderer(id=new_id(), contact_id=person.id, ends_on=date(2027, 1, 1))
    register.put(AuthorisedOrdererRecord.of(right))
    service(register).end(person.id, DAY, f"  {BASIS}\n")
    ended = Contacts(register.database).get(person.id)
    assert ended.ended_on == DAY
    assert {role.level: role.ends_on for role in ended.assignments} == {
        Level.STRATEGIC: DAY,
        Level.TACTICAL: date(2023, 1, 1),
    }
    assert [each.ends_on for each in ended.orderer_rights] == [DAY]
    (row,) = service(register).log()
    assert (row.contact_name, row.disposal.kind, row.disposal.basis) == ("Erik Sund", DisposalKind.ENDED, BASIS)
    assert (row.disposal.made_on, row.disposal.made_by) == (DAY, "provaren")


def test_the_other_party_is_told_when_one_of_ours_leaves(register: Register) -> None:
    person = erik(register, {"level": Level.STRATEGIC, "starts_on": date(2024, 1, 1)})
    service(register).end(person.id, DAY, BASIS)
    (row,) = ContactNotices(register.database).open()
    assert row.notice.contact_id == person.id


def test_one_undo_takes_all_of_it_back(register: Register) -> None:
    history = History(register.database)
    person = erik(register, {"level": Level.STRATEGIC, "starts_on": date(2024, 1, 1)})
    before = Contacts(register.database).get(person.id)
    service(register).end(person.id, DAY, BASIS)
    history.undo()
    assert Contacts(register.database).get(person.id) == before
    assert service(register).log() == ()
    assert ContactNotices(register.database).open() == ()


def test_an_ended_contact_is_opened_again_without_its_roles(register: Register) -> None:
    person = erik(register, {"level": Level.STRATEGIC, "starts_on": date(2024, 1, 1)})
    service(register).end(person.id, DAY, BASIS)
    service(register).resume(person.id)
    opened = Contacts(register.database).get(person.id)
    assert opened.ended_on is None
    assert [role.ends_on for role in opened.assignments] == [DAY]
    with pytest.raises(InputError, match="inte avslutad"):
        service(register).resume(person.id)


@pytest.mark.parametrize(
    ("more", "day", "basis", "why"),
    [
        ({}, DAY, " ", "Grunden saknas"),
        ({}, DAY, "x" * 401, "högst 400"),
        ({}, DAY + timedelta(days=1), BASIS, "inte i förväg"),
        ({"ended_on": DAY}, DAY, BASIS, "avslutades redan"),
        ({"ended_on": DAY, "anonymised_on": DAY}, DAY, BASIS, "anonymiserad"),
    ],
)
def test_what_cannot_be_ended_is_refused(
    register: Register, more: dict[str, object], day: date, basis: str, why: str
) -> None:
    person = erik(register, **more)
    with pytest.raises(InputError, match=why):
        service(register).end(person.id, day, basis)
    assert service(register).log() == ()


def test_what_is_open_is_told_before(register: Register) -> None:
    person = erik(register, {"level": Level.STRATEGIC})
    other = erik(register, given_name="Lisa", deputy_id=person.id)
    meeting = tactical_meeting()
    seat = Participant(id=new_id(), meeting_id=meeting.id, contact_id=person.id, name="Erik Sund")
    action = Action(
        id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Ring", party=Party.AGENCY, owner="erik sund"
    )
    done = replace(action, id=new_id(), done_on=DAY)
    register.put(MeetingRecord.of(meeting), ParticipantRecord.of(seat), ActionRecord.of(action), ActionRecord.of(done))
    ends = service(register).loose_ends(person.id)
    assert (ends.actions, ends.meetings, ends.notices, ends.roles) == (1, 1, 0, 1)
    assert ends.deputy_for == (other.name,)
    assert ends.are_there
