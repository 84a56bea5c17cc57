"""What a right to order covers, to the öre and to the day, and when somebody should be told (R32)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.orderer_rights import (
    RightState,
    covers,
    ends_soon,
    is_followed,
    needs_attention,
    right_state,
    shortcoming,
    why_not,
)
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind

DAY = date(2026, 11, 24)
KEY, PAYROLL, FINANCE = new_id(), new_id(), new_id()
SPECIAL, CHANGE = OrderKind.SPECIAL_SERVICE, OrderKind.SERVICE_CHANGE
LIMIT = Money.parse("50 000")


def right(**more: Any) -> AuthorisedOrderer:
    return AuthorisedOrderer(id=new_id(), contact_id=KEY, **more)


def orderer(*rights: AuthorisedOrderer, role_ends: date | None = None, **more: Any) -> Contact:
    role = Assignment(id=new_id(), contact_id=KEY, level=Level.TACTICAL, ends_on=role_ends)
    return Contact(
        id=KEY,
        party=Party.AGENCY,
        given_name="Bo",
        family_name="Ek",
        assignments=(role,),
        orderer_rights=rights,
        **more,
    )


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_value_is_reached_up_to_the_limit_itself(limit: int, value: int) -> None:
    limited = right(limit=Money(limit))
    assert covers(limited, None, SPECIAL, Money(value), DAY) == (value <= limit)


@pytest.mark.parametrize(("value", "reached"), [("49 999,99", True), ("50 000", True), ("50 000,01", False)])
def test_the_limit_is_reached_to_the_ore(value: str, *, reached: bool) -> None:
    assert covers(right(limit=LIMIT), None, SPECIAL, Money.parse(value), DAY) == reached


@given(st.dates(), st.dates(), st.dates())
def test_first_and_last_day_are_covered(starts_on: date, ends_on: date, day: date) -> None:
    dated = right(starts_on=starts_on, ends_on=ends_on)
    assert covers(dated, None, SPECIAL, None, day) == (starts_on <= day <= ends_on)
    assert covers(dated, None, SPECIAL, None, day) == dated.valid_on(day)


@given(st.sampled_from([None, PAYROLL, FINANCE]), st.sampled_from([None, PAYROLL, FINANCE]))
def test_a_right_without_area_covers_every_one(of_right: UUID | None, of_order: UUID | None) -> None:
    assert covers(right(area_id=of_right), of_order, SPECIAL, None, DAY) == (of_right in {None, of_order})


@given(st.sampled_from([None, *OrderKind]), st.sampled_from(OrderKind))
def test_a_right_without_kind_covers_every_one(of_right: OrderKind | None, of_order: OrderKind) -> None:
    assert covers(right(kind=of_right), None, of_order, None, DAY) == (of_right in {None, of_order})


@pytest.mark.parametrize(
    ("limits", "area", "value", "sentence"),
    [
        ({"starts_on": date(2026, 12, 1)}, None, None, "Rätten att beställa börjar gälla först 1 december 2026."),
        ({"ends_on": date(2026, 11, 23)}, None, None, "Rätten att beställa gällde till och med 23 november 2026."),
        ({"area_id": PAYROLL}, FINANCE, None, "Rätten att beställa gäller ett annat tjänsteområde."),
        (
            {"area_id": PAYROLL},
            None,
            None,
            "Rätten att beställa gäller ett visst tjänsteområde, och beställningen anger inget.",
        ),
        ({"kind": CHANGE}, None, None, "Rätten att beställa gäller en annan typ av beställning."),
        (
            {"limit": LIMIT},
            None,
            None,
            "Rätten att beställa gäller högst 50 000 kr, och beställningens värde är inte angivet.",
        ),
        (
            {"limit": LIMIT},
            None,
            "50 000,01",
            "Rätten att beställa gäller högst 50 000 kr, och beställningen är på 50 000,01 kr.",
        ),
        ({"limit": LIMIT, "area_id": PAYROLL, "kind": SPECIAL}, PAYROLL, "50 000", ""),
    ],
)
def test_it_is_told_why_a_right_does_not_do(limits: Any, area: UUID | None, value: str | None, sentence: str) -> None:
    amount = None if value is None else Money.parse(value)
    assert shortcoming(right(**limits), area, SPECIAL, amount, DAY).replace("\u00a0", " ") == sentence


def test_one_right_of_several_is_enough_and_else_the_nearest_says_why_not() -> None:
    old, limited = right(ends_on=date(2020, 1, 1)), right(area_id=PAYROLL, limit=LIMIT)
    both = orderer(old, limited)
    assert why_not(both, PAYROLL, SPECIAL, LIMIT, DAY) == ""
    assert "högst" in why_not(both, PAYROLL, SPECIAL, Money(LIMIT.ore + 1), DAY)
    assert "annat tjänsteområde" in why_not(both, FINANCE, SPECIAL, LIMIT, DAY)
    assert why_not(orderer(), PAYROLL, SPECIAL, LIMIT, DAY) == "Bo Ek är inte behörig beställare."


@given(st.integers(1, 365), st.integers(-400, 800))
def test_it_ends_soon_from_so_many_days_ahead_to_its_last_day(days: int, left: int) -> None:
    ending = right(ends_on=DAY + timedelta(days=left))
    assert ends_soon(ending, DAY, days) == (0 <= left <= days)


@pytest.mark.parametrize(
    ("left", "state"),
    [(61, RightState.VALID), (60, RightState.ENDING), (0, RightState.ENDING), (-1, RightState.ENDED)],
)
def test_one_is_warned_sixty_days_ahead(left: int, state: RightState) -> None:
    ending = right(ends_on=DAY + timedelta(days=left))
    assert right_state(ending, DAY, 60) is state
    assert needs_attention(orderer(ending), ending, DAY, 60) == (left <= 60)


def test_a_right_to_come_is_told_apart_from_one_in_force() -> None:
    assert right_state(right(starts_on=DAY + timedelta(days=1)), DAY, 60) is RightState.COMING
    assert right_state(right(starts_on=DAY), DAY, 60) is RightState.VALID
    assert right_state(right(), DAY, 60) is RightState.VALID


def test_nobody_is_told_where_a_later_right_goes_on() -> None:
    ending = right(ends_on=DAY + timedelta(days=9), area_id=PAYROLL, kind=SPECIAL)
    for more, followed in (
        ({}, True),
        ({"area_id": PAYROLL, "kind": SPECIAL, "ends_on": DAY + timedelta(days=10)}, True),
        ({"ends_on": DAY + timedelta(days=9)}, False),
        ({"area_id": FINANCE}, False),
        ({"kind": CHANGE}, False),
    ):
        next_one = right(starts_on=DAY + timedelta(days=10), **more)
        assert is_followed(ending, [ending, next_one]) == followed, more
        assert needs_attention(orderer(ending, next_one), ending, DAY, 60) != followed, more


def test_another_persons_right_follows_nothing() -> None:
    ending = right(ends_on=DAY)
    assert not is_followed(ending, [replace(right(), contact_id=new_id())])


def test_an_ended_right_is_told_of_until_the_orderers_are_checked_or_the_person_has_left() -> None:
    last = DAY - timedelta(days=200)
    ended = right(ends_on=last)
    assert needs_attention(orderer(ended), ended, DAY, 60)
    assert needs_attention(orderer(ended), ended, DAY, 60, checked_on=last)
    assert not needs_attention(orderer(ended), ended, DAY, 60, checked_on=last + timedelta(days=1))
    assert not needs_attention(orderer(ended, role_ends=DAY - timedelta(days=1)), ended, DAY, 60)
    assert not needs_attention(orderer(ended, ended_on=DAY - timedelta(days=1)), ended, DAY, 60)
