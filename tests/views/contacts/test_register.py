"""The order of the contact list, its vacancies and its search (R15, R16)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contact import Assignment, Contact
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.views.contacts.register import Entry, EntryKind, Register

DAY = date(2026, 11, 23)
PAYROLL = new_id()
AREAS: dict[UUID, str] = {PAYROLL: "Lön"}


def person(name: str, *roles: dict[str, Any], party: Party = Party.AGENCY, **more: Any) -> Contact:
    key = new_id()
    given, _, family = name.partition(" ")
    held = tuple(Assignment(id=new_id(), contact_id=key, **role) for role in roles)
    return Contact(id=key, party=party, given_name=given, family_name=family, assignments=held, **more)


def register(*people: Contact) -> Register:
    return Register(contacts=people, agency="Exempelmyndigheten", areas=AREAS, day=DAY)


def titles(entries: tuple[Entry, ...], kind: EntryKind) -> list[str]:
    return [entry.title for entry in entries if entry.kind is kind]


def of_our_side(entries: tuple[Entry, ...]) -> list[Entry]:
    ends = next(place for place, entry in enumerate(entries) if entry.title == "Statens servicecenter")
    return list(entries[:ends])


def test_levels_come_from_the_top_and_a_vacancy_is_told_where_it_is() -> None:
    anna = person("Anna Andersson", {"level": Level.TACTICAL})
    ours = of_our_side(register(anna).entries())
    assert [(entry.kind, entry.title) for entry in ours] == [
        (EntryKind.PARTY, "Exempelmyndigheten"),
        (EntryKind.LEVEL, "Strategisk nivå"),
        (EntryKind.GAP, "Ingen kontaktperson på strategisk nivå hos oss"),
        (EntryKind.LEVEL, "Taktisk nivå"),
        (EntryKind.PERSON, "Anna Andersson"),
        (EntryKind.LEVEL, "Operativ nivå"),
        (EntryKind.GAP, "Ingen kontaktperson på operativ nivå hos oss"),
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "vacant"),
    [
        (None, None, False),
        (None, DAY, False),
        (None, date(2026, 11, 22), True),
        (DAY, None, False),
        (date(2026, 11, 24), None, True),
    ],
)
def test_a_role_is_vacant_when_nobody_holds_it_that_day(
    starts_on: date | None, ends_on: date | None, vacant: bool
) -> None:
    someone = person("Erik Sund", {"level": Level.STRATEGIC, "starts_on": starts_on, "ends_on": ends_on})
    gaps = titles(register(someone).entries(), EntryKind.GAP)
    assert ("Ingen kontaktperson på strategisk nivå hos oss" in gaps) is vacant


def test_who_comes_and_who_leaves_is_said_with_the_day() -> None:
    coming = person("Ny Chef", {"level": Level.STRATEGIC, "starts_on": date(2027, 1, 1)})
    leaving = person("Gammal Chef", {"level": Level.STRATEGIC, "area_id": PAYROLL, "ends_on": date(2026, 12, 31)})
    notes = {entry.title: entry.note for entry in register(coming, leaving).entries()}
    assert notes["Ny Chef"] == "från 1\u00a0januari\u00a02027"
    assert notes["Gammal Chef"] == "Lön · till 31\u00a0december\u00a02026"


def test_functions_and_those_without_a_role_stand_below_the_levels() -> None:
    lawyer = person("Sara Berg", {"function": "Verksjurist"}, title="Jurist")
    former = person("Erik Sund", {"level": Level.STRATEGIC, "ends_on": date(2026, 11, 1)})
    same = person("Bo Ek", {"function": "Verksjurist"}, title="Verksjurist")
    mailbox = person("", {"function": "Kundsupport"}, party=Party.SSC, email="kundsupport@ssc.example")
    entries = register(lawyer, same, former, mailbox).entries()
    assert titles(entries, EntryKind.GROUP) == ["Särskilda funktioner", "Utan uppdrag nu", "Särskilda funktioner"]
    notes = {entry.title: entry.note for entry in entries}
    assert notes["Sara Berg"] == "Jurist · Verksjurist"
    assert notes["Bo Ek"] == "Verksjurist"
    assert notes["Kundsupport"] == "kundsupport@ssc.example"


def test_search_reads_every_field_and_leaves_vacancies_out() -> None:
    anna = person("Anna Andersson", {"level": Level.TACTICAL, "area_id": PAYROLL}, title="Ekonomichef")
    ali = person("Ali Hassan", {"level": Level.OPERATIONAL}, phone="08-123 45 61")
    for words in ("ANDERSSON", "lön taktisk", "ekonomichef anna"):
        entries = register(anna, ali).entries(words)
        assert titles(entries, EntryKind.PERSON) == ["Anna Andersson"], words
        assert not titles(entries, EntryKind.GAP)
    assert titles(register(anna, ali).entries("123 45"), EntryKind.PERSON) == ["Ali Hassan"]
    assert register(anna, ali).entries("finns inte") == ()


_roles = st.one_of(
    st.builds(dict, level=st.sampled_from(Level), ends_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))),
    st.builds(dict, function=st.just("Verksjurist")),
)


@given(st.lists(st.tuples(st.sampled_from(Party), st.lists(_roles, max_size=4)), max_size=6))
def test_nobody_is_ever_left_out(drawn: list[tuple[Party, list[dict[str, Any]]]]) -> None:
    people = [person(f"Person {place}", *roles, party=party) for place, (party, roles) in enumerate(drawn)]
    found = {entry.contact.id for entry in register(*people).entries() if entry.contact}
    assert found == {someone.id for someone in people}
