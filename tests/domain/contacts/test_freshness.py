"""Who needs to be confirmed again, and since when, leap years included (R17)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.freshness import (
    ListFreshness,
    PartyFreshness,
    confirmations,
    is_listed,
    is_stale,
    last_stale_day,
    months_since,
)
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party

DAY = date(2026, 11, 24)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, 60)


def person(family: str = "Ek", *, ends_on: date | None = None, **more: Any) -> Contact:
    key = new_id()
    role = Assignment(id=new_id(), contact_id=key, level=Level.TACTICAL, ends_on=ends_on)
    return Contact(id=key, party=Party.SSC, given_name="Bo", family_name=family, assignments=(role,), **more)


@pytest.mark.parametrize(
    ("earlier", "day", "months"),
    [
        ("2025-11-24", "2026-11-24", 12),
        ("2025-11-25", "2026-11-24", 11),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2025-02-27", 11),
        ("2024-01-31", "2024-02-29", 1),
        ("2024-02-29", "2028-02-28", 47),
        ("2024-02-29", "2028-02-29", 48),
        ("2026-12-01", "2026-11-24", 0),
    ],
)
def test_whole_months_are_counted(earlier: str, day: str, months: int) -> None:
    assert months_since(date.fromisoformat(earlier), date.fromisoformat(day)) == months


@given(DAYS, DAYS)
def test_the_months_that_have_passed_are_those_that_can_be_added(earlier: date, day: date) -> None:
    months = months_since(earlier, day)
    if earlier <= day:
        assert add_months(earlier, months) <= day < add_months(earlier, months + 1)
    else:
        assert months == 0


@given(DAYS, DAYS, MONTHS)
@example(date(2024, 2, 29), date(2025, 2, 28), 12)
@example(date(2024, 2, 28), date(2025, 2, 28), 12)
@example(date(2024, 1, 31), date(2024, 2, 29), 1)
def test_a_contact_is_stale_from_the_day_those_months_have_passed(confirmed: date, day: date, months: int) -> None:
    stale = is_stale(person(confirmed_on=confirmed), day, months)
    assert stale == (months_since(confirmed, day) >= months)
    assert stale == (add_months(confirmed, months) <= day)


@given(DAYS, MONTHS)
def test_the_last_stale_day_is_the_last(day: date, months: int) -> None:
    found = last_stale_day(day, months)
    assert add_months(found, months) <= day < add_months(found + timedelta(days=1), months)


def test_the_day_before_a_year_has_passed_it_is_fresh() -> None:
    contact = person(confirmed_on=date(2025, 11, 25))
    assert not is_stale(contact, DAY, 12)
    assert is_stale(contact, DAY + timedelta(days=1), 12)


def test_who_was_never_confirmed_is_stale() -> None:
    assert is_stale(person(), DAY, 60)


@pytest.mark.parametrize(
    ("contact", "listed"),
    [
        (person(), True),
        (person(ends_on=DAY), True),
        (person(ends_on=DAY - timedelta(days=1)), False),
        (person(ended_on=DAY), True),
        (person(ended_on=DAY - timedelta(days=1)), False),
        (person(anonymised_on=DAY), False),
        (person(merged_into=new_id()), False),
        (Contact(id=new_id(), party=Party.SSC, given_name="Bo"), False),
    ],
)
def test_the_list_has_to_be_right_about_who_holds_something(contact: Contact, *, listed: bool) -> None:
    assert is_listed(contact, DAY) == listed
    assert is_stale(contact, DAY, 12) == listed


def test_a_right_to_order_alone_is_reason_enough() -> None:
    key = new_id()
    right = AuthorisedOrderer(id=new_id(), contact_id=key, starts_on=DAY + timedelta(days=9))
    assert is_listed(Contact(id=key, party=Party.AGENCY, given_name="Bo", orderer_rights=(right,)), DAY)


def test_the_worst_come_first_and_names_in_swedish_order() -> None:
    people = [
        person("Öst", confirmed_on=date(2025, 1, 1)),
        person("Zetterlund", confirmed_on=date(2025, 1, 1)),
        person("Ek", confirmed_on=DAY),
        person("Ärlig"),
        person("Borg", ended_on=date(2020, 1, 1)),
    ]
    found = confirmations(people, DAY, 12)
    assert [(each.contact.family_name, each.months, each.is_stale) for each in found] == [
        ("Ärlig", None, True),
        ("Zetterlund", 22, True),
        ("Öst", 22, True),
        ("Ek", 0, False),
    ]


def test_the_list_is_confirmed_since_its_oldest_entry_was() -> None:
    def listed(*people: Contact) -> ListFreshness:
        party = PartyFreshness(party=Party.SSC, name="SSC", confirmations=confirmations(people, DAY, 12))
        return ListFreshness(parties=(party,), stale_after_months=12)

    old, new = person(confirmed_on=date(2025, 1, 1)), person(confirmed_on=DAY)
    assert listed(new, old).confirmed_since == date(2025, 1, 1)
    assert listed(new, old).stale == 1
    assert listed(new, old, person()).confirmed_since is None
    assert listed().confirmed_since is None
