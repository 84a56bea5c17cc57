"""Contacts, their roles and their rights: kept, changed, confirmed, and never removed by accident (R15–R18, R39)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.distinct_pair import DistinctPair
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import Participant
from desktop.domain.money import Money
from desktop.errors import InputError
from desktop.models.contact import ContactRecord
from desktop.models.contact_list import DistinctPairRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.services.contacts.contacts import Contacts
from desktop.services.history import History
from tests.services.conftest import Register, tactical_meeting

DAY = date(2026, 11, 24)


@pytest.fixture
def contacts(register: Register) -> Contacts:
    return Contacts(register.database, lambda: DAY)


@pytest.fixture
def history(register: Register) -> History:
    return History(register.database)


def person(given: str = "Anna", party: Party = Party.AGENCY, **more: Any) -> Contact:
    return Contact(id=new_id(), party=party, given_name=given, family_name="Öst", **more)


def role(contact: Contact, **more: Any) -> Assignment:
    return Assignment(id=new_id(), contact_id=contact.id, **{"level": Level.TACTICAL, **more})


def right(contact: Contact, **more: Any) -> AuthorisedOrderer:
    return AuthorisedOrderer(id=new_id(), contact_id=contact.id, **more)


def added(contacts: Contacts, **more: Any) -> Contact:
    made = person(**more)
    contacts.add(made)
    return made


def test_a_contact_comes_with_roles_and_rights_and_goes_with_one_undo(contacts: Contacts, history: History) -> None:
    anna = person()
    whole = replace(anna, assignments=(role(anna),), orderer_rights=(right(anna, limit=Money(8_600_000)),))
    contacts.add(whole)
    assert contacts.get(anna.id) == whole
    history.undo()
    assert contacts.all() == ()


def test_fields_change_and_the_rest_stays(contacts: Contacts) -> None:
    anna = person()
    whole = replace(anna, assignments=(role(anna),))
    contacts.add(whole)
    contacts.change(anna.id, title="Ekonomichef", mobile="070-123 45 67")
    assert contacts.get(anna.id) == replace(whole, title="Ekonomichef", mobile="070-123 45 67")


def test_an_editing_session_is_undone_as_one(contacts: Contacts, history: History) -> None:
    anna = added(contacts)
    group = new_id()
    for typed in ("E", "Ek", "Ekonomichef"):
        contacts.change(anna.id, group=group, title=typed)
    history.undo()
    assert contacts.get(anna.id).title == ""


def test_confirming_keeps_the_day(contacts: Contacts) -> None:
    anna = added(contacts)
    contacts.confirm(anna.id, DAY)
    assert contacts.get(anna.id).confirmed_on == DAY
    with pytest.raises(InputError, match="ännu inte har varit"):
        contacts.confirm(anna.id, DAY + timedelta(days=1))


def test_a_deputy_is_of_the_same_party_and_nobody_goes_round_in_a_circle(contacts: Contacts) -> None:
    anna, bo, per = added(contacts), added(contacts, given="Bo"), added(contacts, given="Per", party=Party.SSC)
    contacts.change(anna.id, deputy_id=bo.id)
    with pytest.raises(InputError, match="samma part"):
        contacts.change(bo.id, deputy_id=per.id)
    with pytest.raises(InputError, match="ersättare för varandra"):
        contacts.change(bo.id, deputy_id=anna.id)
    with pytest.raises(InputError, match="samma part"):
        contacts.change(anna.id, party=Party.SSC)


def test_roles_are_given_changed_and_ended(contacts: Contacts) -> None:
    anna = added(contacts)
    held = role(anna, starts_on=date(2024, 1, 1))
    contacts.assign(held)
    contacts.change_assignment(held.id, ends_on=date(2026, 10, 31))
    assert contacts.get(anna.id).assignments == (replace(held, ends_on=date(2026, 10, 31)),)
    with pytest.raises(InputError, match="sluta innan"):
        contacts.change_assignment(held.id, ends_on=date(2023, 12, 31))
    with pytest.raises(InputError, match="redan"):
        contacts.assign(role(anna, starts_on=date(2026, 10, 31)))
    contacts.assign(role(anna, starts_on=date(2026, 11, 1)))


def test_the_role_a_mailbox_is_called_by_cannot_go(contacts: Contacts) -> None:
    mailbox = Contact(id=new_id(), party=Party.SSC)
    support = role(mailbox, level=None, function="Kundsupport")
    contacts.add(replace(mailbox, assignments=(support,)))
    with pytest.raises(InputError, match="kallas"):
        contacts.unassign(support.id)
    contacts.change(mailbox.id, email="support@ssc.example")
    contacts.unassign(support.id)
    assert contacts.get(mailbox.id).assignments == ()


def test_rights_are_given_changed_and_taken_back(contacts: Contacts, history: History) -> None:
    anna = added(contacts)
    given = right(anna, evidence="Beslut om attesträtt")
    contacts.entitle(given)
    contacts.change_right(given.id, limit=Money(8_600_000), ends_on=DAY)
    assert contacts.get(anna.id).orderer_rights == (replace(given, limit=Money(8_600_000), ends_on=DAY),)
    contacts.disentitle(given.id)
    assert contacts.get(anna.id).orderer_rights == ()
    history.undo()
    assert len(contacts.get(anna.id).orderer_rights) == 1


def test_who_was_merged_leads_to_the_one_who_took_over(contacts: Contacts, register: Register) -> None:
    anna = added(contacts)
    other = person("Anna-Karin", merged_into=anna.id)
    third = person("A", merged_into=other.id)
    register.put(ContactRecord.of(other), ContactRecord.of(third))
    assert contacts.get(third.id).id == anna.id
    contacts.change(other.id, title="Chef")
    assert contacts.get(anna.id).title == "Chef"


@pytest.mark.parametrize("state", ["ended_on", "anonymised_on"])
def test_who_has_left_gets_nothing_new(contacts: Contacts, register: Register, state: str) -> None:
    gone = person(**{state: DAY})
    register.put(ContactRecord.of(gone))
    for work in (
        lambda: contacts.assign(role(gone)),
        lambda: contacts.entitle(right(gone)),
        lambda: contacts.confirm(gone.id, DAY),
    ):
        with pytest.raises(InputError):
            work()
    if state == "anonymised_on":
        with pytest.raises(InputError, match="anonymiserad"):
            contacts.change(gone.id, given_name="Anna")


def test_a_contact_added_by_mistake_is_removed_and_comes_back(
    contacts: Contacts, register: Register, history: History
) -> None:
    anna, alike = added(contacts), added(contacts, given="Ana")
    contacts.assign(role(anna, starts_on=DAY))
    register.put(DistinctPairRecord.of(DistinctPair(id=new_id(), first_id=alike.id, second_id=anna.id)))
    before = contacts.get(anna.id)
    contacts.remove(anna.id)
    assert contacts.all() == (alike,)
    history.undo()
    assert contacts.get(anna.id) == before


def test_who_has_held_a_role_is_not_removed(contacts: Contacts) -> None:
    anna = added(contacts)
    contacts.assign(role(anna, starts_on=DAY - timedelta(days=1)))
    with pytest.raises(InputError, match="Avsluta kontakten"):
        contacts.remove(anna.id)


def test_whom_a_meeting_knows_is_not_removed(contacts: Contacts, register: Register) -> None:
    anna, meeting = added(contacts), tactical_meeting()
    invited = Participant(id=new_id(), meeting_id=meeting.id, contact_id=anna.id, name="Anna Öst")
    register.put(MeetingRecord.of(meeting), ParticipantRecord.of(invited))
    with pytest.raises(InputError, match="Avsluta kontakten"):
        contacts.remove(anna.id)


def test_whom_others_lead_to_is_not_removed(contacts: Contacts, register: Register) -> None:
    anna = added(contacts)
    register.put(ContactRecord.of(person("Anna-Karin", merged_into=anna.id)))
    with pytest.raises(InputError, match="Avsluta kontakten"):
        contacts.remove(anna.id)


def test_what_follows_from_a_change_belongs_to_it(register: Register) -> None:
    seen: list[tuple[Contact | None, Contact | None]] = []

    def follow(session: Session, before: Contact | None, after: Contact | None) -> None:
        seen.append((before, after))
        if after is not None and after.title == "fel":
            raise InputError("Det går inte.")

    contacts = Contacts(register.database, lambda: DAY, follow)
    anna = added(contacts)
    held = role(anna)
    contacts.assign(held)
    contacts.change(anna.id, title="Chef")
    with pytest.raises(InputError):
        contacts.change(anna.id, title="fel")
    assert contacts.get(anna.id).title == "Chef"
    contacts.unassign(held.id)
    contacts.remove(anna.id)
    assert seen[0] == (None, anna)
    assert seen[1] == (anna, replace(anna, assignments=(held,)))
    assert seen[-1] == (replace(anna, title="Chef"), None)


@pytest.mark.parametrize("verb", ["change_assignment", "unassign", "change_right", "disentitle", "remove", "get"])
def test_what_is_gone_is_told_in_words(contacts: Contacts, verb: str) -> None:
    with pytest.raises(InputError, match="finns inte längre"):
        getattr(contacts, verb)(new_id())
