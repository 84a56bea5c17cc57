"""The three-way comparison: accepting everything leaves nothing to accept, keeping everything changes nothing (R17)."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRole
from desktop.domain.contacts.earlier_list import Earlier
from desktop.domain.contacts.listed_json import from_json, to_json
from desktop.domain.contacts.received_list import ReceivedList
from desktop.domain.contacts.reconciling import (
    Choice,
    ComparedPerson,
    Comparison,
    Finding,
    Line,
    ListField,
    Standing,
    accept_all_of_theirs,
)
from desktop.domain.contacts.reconciling_notices import Tellings
from desktop.domain.contacts.three_ways import compare_lists
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.services.importing.reconciling import plan_reconciling
from tests.domain.contacts.lists import CONTACTS, DAY, EKONOMI, LISTED, LISTS, LON, Memory

PER = ListedContact(
    rows=(2,),
    party=Party.SSC,
    given_name="Per",
    family_name="Holmér",
    title="Enhetschef",
    phone="026-12 34 56",
    email="per.holmer@ssc.example",
    roles=(ListedRole(level=Level.TACTICAL, area="Lön", starts_on=date(2023, 5, 15)),),
)
ANNA = replace(
    PER, rows=(3,), party=Party.AGENCY, given_name="Anna", family_name="Ek", email="anna@my.example", phone="08-1"
)


def listing(*contacts: ListedContact, version: date | None = None) -> ContactList:
    return ContactList(file_name="ny.xlsx", version=version, contacts=contacts)


def earlier(*contacts: ListedContact) -> Earlier:
    kept = ReceivedList(id=new_id(), file_name="gammal.xlsx", read_on=date(2026, 5, 1), content="")
    return Earlier(kept, contacts)


def ours(one: ListedContact, **changes: object) -> Contact:
    key = new_id()
    role = one.roles[0]
    held = Assignment(id=new_id(), contact_id=key, level=role.level, area_id=LON.id, starts_on=role.starts_on)
    made = Contact(id=key, party=one.party, given_name=one.given_name, family_name=one.family_name, title=one.title,
                   phone=one.phone, email=one.email, assignments=(held,))  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def compared(file: ContactList, before: Earlier | None, *contacts: Contact) -> Comparison:
    return compare_lists(file, before, contacts, [LON, EKONOMI], DAY)


def line(person: ComparedPerson, field: ListField) -> Line:
    (found,) = [each for each in person.lines if each.field is field]
    return found


def everything(comparison: Comparison, choice: Choice) -> dict[tuple[str, object], Choice]:
    return {(person.key, each.key): choice for person in comparison.persons for each in person.differences}


# Properties


@given(LISTS, st.none() | st.lists(LISTED, max_size=4), CONTACTS)
def test_after_accepting_everything_nothing_is_left_to_accept(
    file: ContactList, before: list[ListedContact] | None, contacts: list[Contact]
) -> None:
    memory = Memory(contacts)
    last = None if before is None else earlier(*(replace(one, rows=(n,)) for n, one in enumerate(before)))
    first = compare_lists(file, last, memory.contacts, memory.areas, DAY)
    memory.carry_out(plan_reconciling(first, everything(first, Choice.THEIRS)))  # type: ignore[arg-type]
    again = compare_lists(file, earlier(*file.contacts), memory.contacts, memory.areas, DAY)
    left = [each for person in again.persons for each in person.differences if each.can_accept]
    assert left == []


@given(LISTS, st.none() | st.lists(LISTED, max_size=4), CONTACTS)
def test_keeping_everything_changes_nothing_but_who_is_confirmed(
    file: ContactList, before: list[ListedContact] | None, contacts: list[Contact]
) -> None:
    last = None if before is None else earlier(*(replace(one, rows=(n,)) for n, one in enumerate(before)))
    comparison = compare_lists(file, last, contacts, [LON, EKONOMI], DAY)
    plan = plan_reconciling(comparison, everything(comparison, Choice.OURS))  # type: ignore[arg-type]
    assert plan.new == plan.gone == []
    known = {contact.id: contact for contact in contacts}
    for changed in plan.changed:
        assert isinstance(changed, Contact)
        assert replace(known[changed.id], confirmed_on=changed.confirmed_on) == changed


@given(LISTS, CONTACTS)
def test_what_a_list_merely_lacks_is_never_taken(file: ContactList, contacts: list[Contact]) -> None:
    comparison = compare_lists(file, None, contacts, [LON, EKONOMI], DAY)
    for person in comparison.persons:
        for each in person.lines:
            if isinstance(each.theirs, str) and not each.theirs:
                assert not each.can_accept


@given(st.lists(LISTED, max_size=4))
def test_a_remembered_list_says_the_same(contacts: list[ListedContact]) -> None:
    remembered = from_json(to_json(contacts))
    assert [replace(one, rows=()) for one in remembered] == [replace(one, rows=()) for one in contacts]


# Who has changed what


def test_the_three_ways_say_who_has_changed_a_field() -> None:
    cases = (
        ("026-1", "026-1", "026-9", Finding.AGREES),
        ("026-1", "026-2", "026-1", Finding.THEY_CHANGED),
        ("026-1", "026-2", "026-2", Finding.WE_CHANGED),
        ("026-1", "026-2", "026-3", Finding.BOTH_CHANGED),
    )
    for we, they, last, finding in cases:
        file, before = listing(replace(PER, phone=they)), earlier(replace(PER, phone=last))
        (person,) = compared(file, before, ours(PER, phone=we)).persons
        assert line(person, ListField.PHONE).finding is finding
    (person,) = compared(listing(replace(PER, phone="026-2")), None, ours(PER)).persons
    assert line(person, ListField.PHONE).finding is Finding.UNKNOWN


def test_numbers_and_addresses_written_otherwise_agree() -> None:
    file = listing(replace(PER, phone="+46 (0)26-123456", email="PER.HOLMER@ssc.example "))
    (person,) = compared(file, None, ours(PER)).persons
    assert person.differences == ()


def test_their_list_counts_for_their_people_and_our_register_for_ours() -> None:
    file = listing(replace(PER, title="Chef"), replace(ANNA, title="Chef"))
    per, anna = compared(file, None, ours(PER), ours(ANNA)).persons
    assert line(per, ListField.TITLE).proposed is Choice.THEIRS
    assert line(anna, ListField.TITLE).proposed is Choice.OURS
    assert line(anna, ListField.TITLE).can_accept


def test_what_our_register_lacks_about_our_people_is_filled_in() -> None:
    (anna,) = compared(listing(ANNA), None, ours(ANNA, title="")).persons
    assert line(anna, ListField.TITLE).proposed is Choice.THEIRS
    (anna,) = compared(listing(ANNA), earlier(ANNA), ours(ANNA, title="")).persons
    assert line(anna, ListField.TITLE).proposed is Choice.OURS  # we took it away


def test_a_number_that_their_list_lacks_about_ours_is_told_and_about_theirs_is_not() -> None:
    other = replace(ANNA, rows=(4,), given_name="Bo", email="bo@my.example")
    file = listing(replace(ANNA, phone=""), replace(PER, phone=""), other)
    anna, per, _ = compared(file, None, ours(ANNA), ours(PER), ours(other)).persons
    assert line(anna, ListField.PHONE).finding is Finding.UNKNOWN
    assert not line(anna, ListField.PHONE).can_accept
    assert line(per, ListField.PHONE).finding is Finding.NOT_LISTED


def test_a_list_without_roles_or_without_areas_says_nothing_of_them() -> None:
    (person,) = compared(listing(replace(PER, roles=())), earlier(PER), ours(PER)).persons
    assert line(person, ListField.ROLE).finding is Finding.NOT_LISTED
    (person,) = compared(listing(replace(PER, roles=(ListedRole(level=Level.TACTICAL),))), None, ours(PER)).persons
    assert line(person, ListField.ROLE).finding is Finding.AGREES


# Persons


def test_someone_gone_from_their_list_loses_the_roles_when_that_is_accepted() -> None:
    other = replace(PER, rows=(5,), given_name="Maria", family_name="Ek", email="maria@ssc.example")
    per = ours(PER)
    memory = Memory([per, ours(other)])
    file = listing(other, version=date(2026, 9, 2))
    comparison = compared(file, earlier(PER, other), *memory.contacts)
    (gone,) = comparison.different
    assert (gone.name, gone.standing) == ("Per Holmér", Standing.GONE)
    assert line(gone, ListField.ROLE).proposed is Choice.THEIRS
    memory.carry_out(plan_reconciling(comparison, {}))
    (role,) = next(one for one in memory.contacts if one.id == per.id).assignments
    assert role.ends_on == date(2026, 9, 1)
    assert compared(file, earlier(other), *memory.contacts).different == ()


def test_someone_of_theirs_who_was_never_listed_is_no_difference() -> None:
    comparison = compared(listing(ANNA), earlier(ANNA), ours(ANNA), ours(PER))
    assert comparison.different == ()
    comparison = compared(listing(ANNA, replace(PER, given_name="Bo", email="")), None, ours(ANNA), ours(PER))
    assert [person.name for person in comparison.different] == ["Bo Holmér"]


def test_our_people_are_taken_from_the_list_only_while_we_have_none() -> None:
    (anna,) = compared(listing(ANNA), None, ours(PER)).different
    assert line(anna, ListField.PERSON).proposed is Choice.THEIRS
    bo = replace(ANNA, rows=(9,), given_name="Bo", email="bo@my.example")
    (stranger,) = compared(listing(ANNA, bo), None, ours(ANNA)).different
    assert (stranger.name, line(stranger, ListField.PERSON).proposed) == ("Bo Ek", Choice.OURS)


def test_a_role_that_was_ended_too_early_goes_on_instead_of_overlapping() -> None:
    per = ours(PER)
    ended = replace(per, assignments=(replace(per.assignments[0], ends_on=date(2026, 8, 1)),))
    memory = Memory([ended])
    memory.carry_out(plan_reconciling(compared(listing(PER), None, ended), {}))
    (role,) = memory.contacts[0].assignments
    assert (role.id, role.ends_on) == (per.assignments[0].id, None)


def test_only_what_agrees_or_was_accepted_is_confirmed() -> None:
    version = date(2026, 9, 2)
    file = listing(replace(PER, title="Ny titel"), ANNA, version=version)
    memory = Memory([ours(PER), ours(ANNA, phone="08-2")])
    memory.carry_out(plan_reconciling(compared(file, None, *memory.contacts), {}))
    assert {one.name: one.confirmed_on for one in memory.contacts} == {"Per Holmér": version, "Anna Ek": None}


def test_everything_of_theirs_is_accepted_at_once_and_nothing_of_ours() -> None:
    file = listing(replace(PER, title="Ny"), replace(ANNA, title="Ny"))
    comparison = compared(file, None, ours(PER), ours(ANNA))
    assert set(accept_all_of_theirs(comparison)) == {
        (person.key, each.key) for person in comparison.different if person.name == "Per Holmér"
        for each in person.differences
    }  # fmt: skip


# Notices


def test_what_is_kept_of_ours_becomes_a_notice_of_what_they_have() -> None:
    comparison = compared(listing(replace(ANNA, phone="08-9")), None, ours(ANNA))
    (anna,) = comparison.different
    telling = Tellings(comparison).of(anna, {})
    assert telling is not None
    assert telling.title == "Ändrade uppgifter för Anna Ek: telefon"
    assert "Telefon: 08-9 → 08-1" in telling.body
    phone = (anna.key, line(anna, ListField.PHONE).key)
    assert Tellings(comparison).of(anna, {phone: Choice.LEFT}) is None
    assert Tellings(comparison).of(anna, {phone: Choice.THEIRS}) is None


def test_someone_of_ours_whom_they_lack_and_someone_they_alone_have_are_told() -> None:
    bo = replace(ANNA, rows=(9,), given_name="Bo", email="bo@my.example")
    comparison = compared(listing(bo), None, ours(ANNA))
    titles = [Tellings(comparison).of(person, {}) for person in comparison.different]
    assert [telling.title for telling in titles if telling] == [
        "Bo Ek är inte kontaktperson hos oss",
        "Anna Ek är ny kontaktperson",
    ]
