"""The lists are to be checked twice a year, and nobody is late for a time the register does not know (R29)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.roster_check import Roster, RosterCheck
from desktop.domain.expectation import (
    Expectation,
    ExpectationState,
    half_year_of,
    half_years,
    open_expectation,
    roster_expectations,
)
from desktop.domain.identity import new_id

FIRST, DAY = date(2025, 9, 1), date(2026, 11, 24)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def check(checked_on: date, roster: Roster = Roster.ORDERERS) -> RosterCheck:
    return RosterCheck(id=new_id(), roster=roster, checked_on=checked_on)


def expected(*checks: RosterCheck, day: date = DAY) -> tuple[Expectation, ...]:
    return roster_expectations(Roster.ORDERERS, checks, FIRST, day)


def states(*checks: RosterCheck, day: date = DAY) -> list[tuple[str, ExpectationState]]:
    return [(each.due_on.isoformat(), each.state(day)) for each in expected(*checks, day=day)]


@given(DAYS)
def test_every_day_lies_in_a_half_year(day: date) -> None:
    begins_on, ends_on = half_year_of(day)
    assert begins_on <= day <= ends_on
    assert half_year_of(ends_on + timedelta(days=1))[0] == ends_on + timedelta(days=1)


@given(DAYS, st.integers(0, 4000))
def test_half_years_follow_each_other_without_a_gap(first: date, days: int) -> None:
    found = list(half_years(first, first + timedelta(days=days)))
    assert found[0] == half_year_of(first)
    assert found[-1] == half_year_of(first + timedelta(days=days))
    assert all(later[0] - earlier[1] == timedelta(days=1) for earlier, later in pairwise(found))


def test_it_begins_with_the_half_year_the_register_knows() -> None:
    assert states() == [
        ("2025-12-31", ExpectationState.LATE),
        ("2026-06-30", ExpectationState.LATE),
        ("2026-12-31", ExpectationState.EXPECTED),
    ]


def test_a_check_settles_its_half_year_and_those_that_were_missed() -> None:
    found = expected(check(date(2026, 7, 5)), check(date(2026, 7, 6), Roster.CONTACTS))
    assert [(each.done_on, each.was_late) for each in found] == [
        (date(2026, 7, 5), True),
        (date(2026, 7, 5), True),
        (date(2026, 7, 5), False),
    ]


def test_a_check_does_not_settle_the_half_year_after_it() -> None:
    assert states(check(date(2026, 6, 30))) == [
        ("2025-12-31", ExpectationState.DONE),
        ("2026-06-30", ExpectationState.DONE),
        ("2026-12-31", ExpectationState.EXPECTED),
    ]


def test_a_check_of_the_contacts_says_nothing_of_the_orderers() -> None:
    assert all(each.done_on is None for each in expected(check(DAY, Roster.CONTACTS)))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-30", ExpectationState.EXPECTED),
        ("2026-12-01", ExpectationState.DUE),
        ("2026-12-31", ExpectationState.DUE),
        ("2027-01-01", ExpectationState.LATE),
    ],
)
def test_it_asks_for_attention_in_its_last_days_and_after(day: str, state: ExpectationState) -> None:
    found = expected(check(date(2026, 6, 30)))[-1]
    assert found.state(date.fromisoformat(day)) is state
    assert found.needs_attention(date.fromisoformat(day)) == (state is not ExpectationState.EXPECTED)


def test_the_one_to_do_now_is_the_longest_missed_else_the_latest() -> None:
    assert open_expectation(expected(), DAY) == expected()[0]
    done = expected(check(date(2026, 7, 5)))
    assert open_expectation(done, DAY) == done[-1]
    assert open_expectation((), DAY) is None


def test_each_names_its_section_of_the_model() -> None:
    assert {each.section for each in expected()} == {"4"}
    assert {each.section for each in roster_expectations(Roster.CONTACTS, (), FIRST, DAY)} == {"1.5"}
