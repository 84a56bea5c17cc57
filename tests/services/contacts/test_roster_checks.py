"""Both lists are checked twice a year, and rights to order are told of before they run out (R29, R32)."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.contacts.contact import AuthorisedOrderer, Contact
from desktop.domain.contacts.orderer_rights import RightState
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import today
from desktop.domain.expectation import ExpectationState, Expected, half_year_of
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.errors import InputError
from desktop.models.contact import AuthorisedOrdererRecord
from desktop.services.contacts.roster_checks import LONGEST_NOTE, RosterChecks
from desktop.services.history import History
from desktop.services.rule_settings import AgencyRules
from tests.services.conftest import Register

TODAY = today()
"""History keeps when contacts came into the register, so these tests live in the present."""


@pytest.fixture
def checks(register: Register) -> RosterChecks:
    return RosterChecks(register.database, lambda: TODAY)


@pytest.fixture
def anna(register: Register) -> Contact:
    return register.contact("Anna Ek", Party.AGENCY, Level.TACTICAL)


def right(register: Register, contact: Contact, days: int | None = None, **more: Any) -> AuthorisedOrderer:
    ends_on = None if days is None else TODAY + timedelta(days=days)
    made = AuthorisedOrderer(id=new_id(), contact_id=contact.id, ends_on=ends_on, **more)
    register.put(AuthorisedOrdererRecord.of(made))
    return made


def test_nothing_is_expected_of_a_register_without_contacts(checks: RosterChecks, register: Register) -> None:
    register.area("Lön")
    assert checks.expectations(TODAY) == ()


def test_each_list_is_expected_from_the_half_year_its_first_contact_came(
    checks: RosterChecks, anna: Contact, register: Register
) -> None:
    begins_on, due_on = half_year_of(TODAY)
    register.contact("Bo Ek", Party.AGENCY, Level.TACTICAL, starts_on=date(2015, 1, 1))
    found = checks.expectations(TODAY)
    assert [(each.what, each.begins_on, each.due_on) for each in found] == [
        (Expected.CONTACT_CHECK, begins_on, due_on),
        (Expected.ORDERER_CHECK, begins_on, due_on),
    ]
    later = checks.expectations(due_on + timedelta(days=1))
    assert [each.state(due_on + timedelta(days=1)) for each in later if each.what is Expected.ORDERER_CHECK] == [
        ExpectationState.LATE,
        ExpectationState.EXPECTED,
    ]


def test_a_check_is_kept_with_day_name_and_note_and_is_undone(
    checks: RosterChecks, anna: Contact, register: Register
) -> None:
    history = History(register.database)
    checks.record(Roster.ORDERERS, TODAY, "  Avstämd mot attestförteckningen ")
    [kept] = checks.checks(Roster.ORDERERS)
    assert (kept.checked_on, kept.checked_by, kept.note) == (TODAY, "provaren", "Avstämd mot attestförteckningen")
    assert checks.checks(Roster.CONTACTS) == ()
    [_, expected] = checks.expectations(TODAY)
    assert expected.done_on == TODAY
    act = history.undo()
    assert (act.verb, act.subject) == ("roster.check", "Behöriga beställare")
    assert checks.expectations(TODAY)[-1].done_on is None


def test_a_check_is_not_kept_ahead_of_time_or_with_a_novel(checks: RosterChecks) -> None:
    with pytest.raises(InputError, match="inte varit än"):
        checks.record(Roster.CONTACTS, TODAY + timedelta(days=1))
    with pytest.raises(InputError, match="högst 1000 tecken"):
        checks.record(Roster.CONTACTS, TODAY, "x" * (LONGEST_NOTE + 1))


def test_rights_that_run_out_come_first_and_the_setting_says_when(
    checks: RosterChecks, anna: Contact, register: Register
) -> None:
    bo = register.contact("Bo Ek", Party.AGENCY, Level.TACTICAL)
    lasting = right(register, anna)
    coming = right(register, anna, 900, starts_on=TODAY + timedelta(days=9), area_id=register.area("Ekonomi"))
    far, near = right(register, bo, 61, area_id=register.area("IT")), right(register, bo, 60)
    assert [(held.right, held.state, held.needs_attention) for held in checks.rights(TODAY)] == [
        (near, RightState.ENDING, True),
        (lasting, RightState.VALID, False),
        (far, RightState.VALID, False),
        (coming, RightState.COMING, False),
    ]
    assert [(held.right, held.days_left(TODAY)) for held in checks.expiring(TODAY)] == [(near, 60)]
    AgencyRules(register.database).set("right_warning_days", 61)
    assert [held.right for held in checks.expiring(TODAY)] == [near, far]
    AgencyRules(register.database).set("right_warning_days", 59)
    assert checks.expiring(TODAY) == ()


def test_an_ended_right_is_told_of_until_the_next_check(
    checks: RosterChecks, anna: Contact, register: Register
) -> None:
    ended = right(register, anna, -10)
    assert [held.right for held in checks.expiring(TODAY)] == [ended]
    checks.record(Roster.CONTACTS, TODAY)
    assert checks.expiring(TODAY)
    checks.record(Roster.ORDERERS, TODAY)
    assert checks.expiring(TODAY) == ()
    assert [held.state for held in checks.rights(TODAY)] == [RightState.ENDED]
