"""Everything connected to a contact is found, and nothing that is about somebody else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_connections import Called
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.disposal import Disposal, DisposalKind
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.agenda import AgendaItem, Preparation, Presenter, PresenterRole
from desktop.domain.meetings.closing import CLOSING
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Attendance, Meeting, MeetingStep, Participant
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.agreement import AgreementRecord
from desktop.models.contact import ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, DisposalRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord
from desktop.services.contacts.contact_connections import ContactConnections
from desktop.services.contacts.contacts import Contacts
from desktop.services.meetings.notes_versions import NotesVersions
from tests.services.conftest import Register, tactical_meeting

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DAY = NOW.date()


@pytest.fixture
def connections(register: Register) -> ContactConnections:
    return ContactConnections(register.database, lambda: NOW)


@pytest.fixture
def anna(register: Register) -> Contact:
    return put_person(register, "Anna", "Öst")


def put_person(register: Register, given_name: str, family_name: str, **more: Any) -> Contact:
    party = more.pop("party", Party.AGENCY)
    made = Contact(id=new_id(), party=party, given_name=given_name, family_name=family_name, **more)
    register.put(ContactRecord.of(made))
    return made


def put_meeting(register: Register, days: int, **more: Any) -> Meeting:
    starts = NOW + timedelta(days=days)
    made = tactical_meeting(starts_at=starts, ends_at=starts + timedelta(hours=1), title=f"Möte {days}", **more)
    register.put(MeetingRecord.of(made))
    return made


def invite(register: Register, meeting: Meeting, contact: Contact | None = None, **more: Any) -> None:
    one = Participant(
        id=new_id(), meeting_id=meeting.id, contact_id=contact.id if contact else None, party=Party.AGENCY, **more
    )
    register.put(ParticipantRecord.of(one))


def action(text: str, **more: Any) -> Action:
    return Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text=text, **{"party": Party.AGENCY, **more})


def test_coming_meetings_come_first_and_past_ones_the_latest_first(
    register: Register, connections: ContactConnections, anna: Contact
) -> None:
    for days in (9, -3, 2, -30):
        invite(register, put_meeting(register, days), anna, attendance=Attendance.PRESENT)
    put_meeting(register, 1)
    found = connections.of(anna.id).meetings
    assert [(one.title, one.is_coming) for one in found] == [
        ("Möte 2", True),
        ("Möte 9", True),
        ("Möte -3", False),
        ("Möte -30", False),
    ]


def test_who_came_instead_took_part_too(register: Register, connections: ContactConnections, anna: Contact) -> None:
    meeting = put_meeting(register, -3)
    invite(register, meeting, name="Bo Ek", attendance=Attendance.REPLACED, replaced_by="anna  öst")
    invite(register, meeting, name="Per Ek", attendance=Attendance.REPLACED, replaced_by="Anna Östman")
    (found,) = connections.of(anna.id).meetings
    assert (found.instead_of, found.replaced_by) == ("Bo Ek", "")


def test_items_are_those_presented(register: Register, connections: ContactConnections, anna: Contact) -> None:
    meeting = put_meeting(register, 3)
    theirs = Presenter(PresenterRole.US, anna.id, "Anna Öst")
    mine = AgendaItem(id=new_id(), meeting_id=meeting.id, position=0, title="Avgifter", presenter=theirs)
    other = AgendaItem(id=new_id(), meeting_id=meeting.id, position=1, title="Övrigt")
    secret = Preparation(item_id=mine.id, text="Hemligt")
    register.put(AgendaItemRecord.of(mine), AgendaItemRecord.of(other), PreparationRecord.of(secret))
    found = connections.of(anna.id)
    assert [(one.title, one.meeting_title) for one in found.items] == [("Avgifter", "Möte 3")]
    assert "Hemligt" not in repr(found)  # R11


def test_actions_belong_to_the_name_at_the_party(
    register: Register, connections: ContactConnections, anna: Contact
) -> None:
    register.put(
        ActionRecord.of(action("klar", owner="Anna Öst", done_on=DAY, result="Gjort")),
        ActionRecord.of(action("öppen", owner="ANNA  ÖST", due_on=DAY + timedelta(days=5))),
        ActionRecord.of(action("sen", owner="Anna Öst", due_on=DAY - timedelta(days=5))),
        ActionRecord.of(action("hos SSC", owner="Anna Öst", party=Party.SSC)),
        ActionRecord.of(action("någon annans", owner="Anna Östman")),
        ActionRecord.of(action("ingens")),
    )
    assert [one.text for one in connections.of(anna.id).actions] == ["sen", "öppen", "klar"]


def test_decisions_are_those_they_made(register: Register, connections: ContactConnections, anna: Contact) -> None:
    def decision(text: str, by: str) -> DecisionRecord:
        made = Decision(id=new_id(), meeting_id=None, level=Level.TACTICAL, text=text, decided_on=DAY, decided_by=by)
        return DecisionRecord.of(made)

    register.put(decision("Ja", "Anna Öst, ekonomichef"), decision("Nej", "Susanna Östberg"), decision("Kanske", ""))
    assert [one.text for one in connections.of(anna.id).decisions] == ["Ja"]


def test_notices_deputies_and_the_log(register: Register, connections: ContactConnections, anna: Contact) -> None:
    bo = put_person(register, "Bo", "Ek", deputy_id=anna.id)
    notice = ContactNotice(id=new_id(), title="Bo lämnar", effective_on=DAY, made_on=DAY, contact_id=bo.id)
    entry = Disposal(id=new_id(), contact_id=bo.id, kind=DisposalKind.ENDED, made_on=DAY, basis="Slutat")
    register.put(
        ContactNoticeRecord.of(ContactNotice(**{**as_fields(notice), "successor_id": anna.id})),
        DisposalRecord.of(entry),
    )
    ours, theirs = connections.of(anna.id), connections.of(bo.id)
    assert [one.id for one in ours.deputy_for] == [bo.id]
    assert theirs.deputy == anna
    assert [one.title for one in ours.notices] == [one.title for one in theirs.notices] == ["Bo lämnar"]
    assert (ours.disposals, theirs.disposals) == ((), (entry,))


def as_fields(value: ContactNotice) -> dict[str, Any]:
    return {name: getattr(value, name) for name in ContactNotice.__dataclass_fields__}


def test_finalised_notes_that_name_them(register: Register, connections: ContactConnections, anna: Contact) -> None:
    register.put(AgreementRecord.of(Agreement(agency_name="Exempelmyndigheten")))
    for days, name in ((-3, "Anna Öst"), (-9, "Anna Östman")):
        meeting = put_meeting(register, days, notes_by=Party.AGENCY)
        invite(register, meeting, name=name)
        step = MeetingStep(id=new_id(), meeting_id=meeting.id, state=CLOSING, taken_on=meeting.day, party=Party.AGENCY)
        register.put(MeetingStepRecord.of(step))
        NotesVersions(register.database, lambda: NOW).finalise(meeting.id)
    assert [(one.title, one.number) for one in connections.of(anna.id).notes] == [("Möte -3", 1)]


def test_who_was_merged_brings_all_they_had(register: Register, connections: ContactConnections, anna: Contact) -> None:
    former = put_person(register, "Anna", "Berg", merged_into=anna.id)
    before = put_person(register, "A", "Berg", merged_into=former.id)
    invite(register, put_meeting(register, -3), before)
    register.put(ActionRecord.of(action("från förr", owner="Anna Berg")))
    found = connections.of(before.id)
    assert found == connections.of(anna.id)
    assert {one.id for one in found.merged} == {former.id, before.id}
    assert [one.text for one in found.actions] == ["från förr"]
    assert len(found.meetings) == 1
    told = {entry.record_id for entry in connections.history(anna.id)}
    assert told == {anna.id, former.id, before.id}


def test_history_tells_of_roles_too(register: Register, connections: ContactConnections) -> None:
    role_holder = register.contact("Per Holmér", Party.SSC, Level.TACTICAL)
    Contacts(register.database).change(role_holder.id, title="Enhetschef")
    entries = connections.history(role_holder.id)
    assert entries[0].field == "title"
    assert "level" in {entry.field for entry in entries}


def test_deputies_are_those_who_are_there(register: Register, connections: ContactConnections, anna: Contact) -> None:
    put_person(register, "Karin", "Ek", party=Party.SSC)
    put_person(register, "Erik", "Sund", ended_on=DAY)
    put_person(register, "Anna", "Berg", merged_into=anna.id)
    asa = put_person(register, "Åsa", "Ångström")
    assert connections.deputies(Party.AGENCY) == (asa, anna)


def test_functions_in_use_follow_those_of_the_model(register: Register, connections: ContactConnections) -> None:
    register.contact("Per Holmér", Party.SSC, None, function="Säkerhetschef")  # type: ignore[arg-type]
    register.contact("Bo Ek", Party.SSC, None, function="verksjurist")  # type: ignore[arg-type]
    assert connections.functions()[-2:] == ("Kundsupport", "Säkerhetschef")


words = st.text(st.sampled_from("aåö-’ "), min_size=1, max_size=6).filter(lambda text: text.strip())


@given(words, words, st.booleans())
def test_a_name_is_found_where_it_stands_alone(given: str, family: str, with_more: bool) -> None:
    called = Called([Contact(id=new_id(), party=Party.SSC, given_name=given, family_name=family)])
    assert called.is_name(f" {given.upper()}  {family} ")
    assert called.is_named_in(f"Beslut av {given} {family}, chef" if with_more else f"{given} {family}")
    assert not called.is_named_in(f"x{given.strip()} {family.strip()}x")


def test_a_mailbox_is_named_nowhere() -> None:
    called = Called([Contact(id=new_id(), party=Party.SSC, title="Kundsupport")])
    assert not called.is_name("")
    assert not called.is_named_in("Kundsupport")
