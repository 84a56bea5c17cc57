"""What contacts, roles and rights to order must be like to be kept (R15–R17, R32)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_rules import (
    LONGEST_NAME,
    check_deputy,
    checked_assignment,
    checked_contact,
    checked_right,
    looks_like_address,
)
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.errors import InputError

DAY = date(2026, 11, 24)
ANNA = Contact(id=new_id(), party=Party.AGENCY, given_name="Anna", family_name="Andersson")
ROLE = Assignment(id=new_id(), contact_id=ANNA.id, level=Level.TACTICAL)
RIGHT = AuthorisedOrderer(id=new_id(), contact_id=ANNA.id)


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Åsa", "Ångström-Öhrn"),
        ("Seán", "O’Brien"),
        ("Nguyễn", "Thị Ánh"),
        ("Björk", ""),
        ("å" * LONGEST_NAME, "ö" * LONGEST_NAME),
    ],
)
def test_people_keep_the_names_they_have(given: str, family: str) -> None:
    kept = checked_contact(replace(ANNA, given_name=f"  {given} ", family_name=family), DAY)
    assert (kept.given_name, kept.family_name) == (given, family)


def test_a_number_stays_as_it_was_written() -> None:
    assert checked_contact(replace(ANNA, phone=" +46 (0)26-12  34 56 "), DAY).phone == "+46 (0)26-12  34 56"


@pytest.mark.parametrize(
    "wrong",
    [
        {"given_name": "å" * (LONGEST_NAME + 1)},
        {"given_name": " ", "family_name": ""},
        {"email": "anna.andersson"},
        {"email": "anna@exempel"},
        {"function_email": "anna@exempel.se, per@exempel.se"},
        {"confirmed_on": DAY + timedelta(days=1)},
        {"notes": "a" * 10_001},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        checked_contact(replace(ANNA, **wrong), DAY)


def test_what_was_wrong_already_stands_in_nobodys_way() -> None:
    before = replace(ANNA, email="saknas")
    assert checked_contact(replace(before, title="Chef"), DAY, before).title == "Chef"
    with pytest.raises(InputError, match="ingen e-postadress"):
        checked_contact(replace(before, email="finns inte"), DAY, before)


@pytest.mark.parametrize("nameless", [{"title": "Kundsupport"}, {"email": "support@ssc.example"}])
def test_a_mailbox_needs_no_name(nameless: dict[str, str]) -> None:
    mailbox = Contact(id=new_id(), party=Party.SSC, **nameless)
    assert checked_contact(mailbox, DAY) == mailbox


@pytest.mark.parametrize("address", ["åsa.öhrn@exempel.se", "a+b@sub.exempel.se", "lön@kommun.example"])
def test_addresses_may_have_swedish_letters(address: str) -> None:
    assert looks_like_address(address)


@pytest.mark.parametrize("address", ["a@b@c.se", "a b@c.se", "a@c.se\nBcc: d@e.se", "a@.se", "a@b..se", '"a"@c.se'])
def test_what_could_smuggle_in_more_is_no_address(address: str) -> None:
    assert not looks_like_address(address)


def test_nobody_is_their_own_deputy() -> None:
    with pytest.raises(InputError, match="egen ersättare"):
        check_deputy(ANNA.id, ANNA.id, {})


@given(st.integers(2, 8), st.booleans())
def test_deputies_go_round_in_no_circle(length: int, closed: bool) -> None:
    people = [UUID(int=number + 1) for number in range(length)]
    deputies: dict[UUID, UUID | None] = dict(zip(people[1:], [*people[2:], people[0] if closed else None], strict=True))
    if closed:
        with pytest.raises(InputError):
            check_deputy(people[0], people[1], deputies)
    else:
        check_deputy(people[0], people[1], deputies)


def test_an_old_circle_of_others_is_no_trap() -> None:
    one, other = new_id(), new_id()
    check_deputy(ANNA.id, one, {one: other, other: one})


@pytest.mark.parametrize("wrong", [{"function": "Verksjurist"}, {"level": None}])
def test_a_role_is_a_level_or_a_function(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="antingen en nivå eller en funktion"):
        checked_assignment(replace(ROLE, **wrong))


@pytest.mark.parametrize(("ends", "refused"), [(DAY, False), (DAY - timedelta(days=1), True), (None, False)])
def test_nothing_ends_before_it_begins(ends: date | None, refused: bool) -> None:
    for check, value in ((checked_assignment, ROLE), (checked_right, RIGHT)):
        dated = replace(value, starts_on=DAY, ends_on=ends)
        if refused:
            with pytest.raises(InputError, match="sluta innan"):
                check(dated)
        else:
            assert check(dated) == dated


days = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 20))


@given(days, days, days, days)
def test_the_same_role_is_held_once_on_a_day(
    starts: date | None, ends: date | None, other_starts: date | None, other_ends: date | None
) -> None:
    one = replace(ROLE, starts_on=starts, ends_on=ends)
    other = replace(ROLE, id=new_id(), starts_on=other_starts, ends_on=other_ends)
    if (starts and ends and ends < starts) or (other_starts and other_ends and other_ends < other_starts):
        return
    both = [day for n in range(-1, 22) if one.held_on(day := date(2026, 1, 1) + timedelta(n)) and other.held_on(day)]
    if both:
        with pytest.raises(InputError, match="redan"):
            checked_assignment(other, [one])
    else:
        checked_assignment(other, [one])
    checked_assignment(replace(other, area_id=new_id()), [one])


@pytest.mark.parametrize("ore", [0, -1])
def test_a_limit_is_more_than_nothing(ore: int) -> None:
    with pytest.raises(InputError, match="Beloppsgränsen"):
        checked_right(replace(RIGHT, limit=Money(ore)))
    assert checked_right(replace(RIGHT, limit=Money(1))).limit == Money(1)
