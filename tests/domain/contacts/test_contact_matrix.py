"""Who holds which role on a day, and where nobody does (R1, R15, R16)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, LevelChoice, ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_matrix import Cell, Gap, functions_of, holds, matrix_of, orderers_of
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party

if TYPE_CHECKING:
    from uuid import UUID

DAY = date(2026, 11, 23)
AREAS = tuple(ServiceArea(id=new_id(), name=name) for name in ("E-handel", "Ekonomi", "Lön"))
ORDERING, FINANCE, PAYROLL = (area.id for area in AREAS)
TWO = Agreement(
    agency_name="Exempelmyndigheten", choices=(LevelChoice(starts_on=date(2026, 6, 1), model=LevelModel.TWO),)
)


def person(name: str, *roles: dict[str, Any], party: Party = Party.AGENCY, **more: Any) -> Contact:
    key = new_id()
    held = tuple(Assignment(id=new_id(), contact_id=key, **role) for role in roles)
    return Contact(id=key, party=party, given_name=name, assignments=held, **more)


def cell(*people: Contact, level: Level = Level.TACTICAL, day: date = DAY, agreement: Agreement | None = None) -> Cell:
    rows = matrix_of(people, AREAS, agreement, day)
    row = next(row for row in rows if level in row.forum.levels)
    return next(cell for cell in row.cells if cell.party is Party.AGENCY)


def test_the_levels_come_from_the_top_with_both_parties() -> None:
    rows = matrix_of((), AREAS, None, DAY)
    assert [row.forum for row in rows] == [Forum.STRATEGIC, Forum.TACTICAL, Forum.OPERATIONAL]
    assert all([cell.party for cell in row.cells] == [Party.AGENCY, Party.SSC] for row in rows)
    assert all(cell.gaps == (Gap(party=cell.party, level=row.forum.level),) for row in rows for cell in row.cells)


def test_who_answers_for_several_areas_stands_once_after_those_for_all() -> None:
    one = person("Åsa", {"level": Level.TACTICAL, "area_id": PAYROLL}, {"level": Level.TACTICAL, "area_id": FINANCE})
    two = person("Bo", {"level": Level.TACTICAL, "area_id": ORDERING})
    all_of_them = person("Örjan", {"level": Level.TACTICAL}, {"level": Level.TACTICAL, "area_id": PAYROLL})
    found = cell(one, two, all_of_them).holders
    assert [(each.contact.name, each.area_ids) for each in found] == [
        ("Örjan", ()),
        ("Bo", (ORDERING,)),
        ("Åsa", (FINANCE, PAYROLL)),
    ]


def test_a_gap_says_for_which_area_since_when_and_after_whom() -> None:
    ali = person("Ali", {"level": Level.TACTICAL, "area_id": PAYROLL})
    erik = person("Erik", {"level": Level.TACTICAL, "area_id": FINANCE, "ends_on": date(2026, 10, 31)})
    earlier = person("Eva", {"level": Level.TACTICAL, "ends_on": date(2025, 12, 31)})
    assert cell(ali, erik, earlier).gaps == (
        Gap(level=Level.TACTICAL, area_id=ORDERING, since=date(2026, 1, 1), former=earlier),
        Gap(level=Level.TACTICAL, area_id=FINANCE, since=date(2026, 11, 1), former=erik),
    )
    assert cell(erik).gaps == (Gap(level=Level.TACTICAL, since=date(2026, 11, 1), former=erik),)


def test_who_comes_is_told_and_fills_no_gap_yet() -> None:
    ny = person("Ny", {"level": Level.TACTICAL, "starts_on": date(2027, 1, 1)})
    found = cell(ny)
    assert [each.contact.name for each in found.coming] == ["Ny"]
    assert found.coming[0].starts_on == date(2027, 1, 1)
    assert found.gaps == (Gap(level=Level.TACTICAL),)
    assert cell(ny, day=date(2027, 1, 1)).gaps == ()


def test_who_has_been_ended_holds_nothing_from_the_day_after() -> None:
    gone = person("Erik", {"level": Level.TACTICAL}, ended_on=date(2026, 10, 31))
    assert cell(gone, day=date(2026, 10, 31)).holders
    assert cell(gone).gaps == (Gap(level=Level.TACTICAL, since=date(2026, 11, 1), former=gone),)


def test_two_levels_that_share_a_forum_are_one_row_from_the_day_of_the_decision() -> None:
    anna = person("Anna", {"level": Level.TACTICAL}, {"level": Level.OPERATIONAL, "area_id": PAYROLL})
    shared = matrix_of([anna], AREAS, TWO, DAY)
    assert [row.forum for row in shared] == [Forum.STRATEGIC, Forum.COMBINED]
    assert len(shared[1].cells[0].holders) == 1
    assert not shared[1].cells[0].gaps
    before = matrix_of([anna], AREAS, TWO, date(2026, 5, 31))
    assert [row.forum for row in before] == [Forum.STRATEGIC, Forum.TACTICAL, Forum.OPERATIONAL]
    assert [gap.area_id for gap in before[2].cells[0].gaps] == [ORDERING, FINANCE]


def test_functions_are_told_with_those_of_ours_that_are_vacant() -> None:
    sara = person("Sara", {"function": "verksjurist"})
    former = person("Jonas", {"function": "Informationsansvarig", "ends_on": date(2026, 10, 31)})
    support = person("", {"function": "Kundsupport"}, party=Party.SSC)
    own = person("Bo", {"function": "Arkivarie"})
    told = [(row.function, row.party, row.contact) for row in functions_of([own, support, former, sara], DAY)]
    assert told == [
        ("verksjurist", Party.AGENCY, sara),
        ("Informationsansvarig", Party.AGENCY, None),
        ("Dataskyddsombud", Party.AGENCY, None),
        ("Kundsupport", Party.SSC, support),
        ("Arkivarie", Party.AGENCY, own),
    ]
    vacant = next(row for row in functions_of([former], DAY) if row.function == "Informationsansvarig")
    assert vacant.gap == Gap(function=vacant.function, since=date(2026, 11, 1), former=former)


def test_only_ours_whose_right_holds_that_day_may_order() -> None:
    def with_right(someone: Contact, **more: Any) -> Contact:
        right = AuthorisedOrderer(id=new_id(), contact_id=someone.id, **more)
        return replace(someone, orderer_rights=(right,))

    anna = with_right(person("Anna"), starts_on=DAY, ends_on=DAY)
    gone = with_right(person("Erik", ended_on=DAY - timedelta(days=1)))
    theirs = with_right(person("Per", party=Party.SSC))
    assert orderers_of([anna, gone, theirs], DAY) == (anna,)
    assert orderers_of([anna], DAY + timedelta(days=1)) == ()


_days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
_roles = st.one_of(
    st.fixed_dictionaries(
        {
            "level": st.sampled_from(Level),
            "area_id": st.sampled_from([None, new_id(), *(area.id for area in AREAS)]),
            "starts_on": _days,
            "ends_on": _days,
        }
    ),
    st.fixed_dictionaries({"function": st.sampled_from(["Verksjurist", "Arkivarie"]), "ends_on": _days}),
)
_people = st.lists(
    st.builds(
        lambda party, roles, ended: person("Någon", *roles, party=party, ended_on=ended),
        st.sampled_from(Party),
        st.lists(_roles, max_size=5),
        _days,
    ),
    max_size=6,
)


@given(_people, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from([None, TWO]))
def test_every_held_role_stands_exactly_where_it_belongs(
    people: list[Contact], day: date, agreement: Agreement | None
) -> None:
    placed = [
        (row.forum, cell.party, holder.contact.id, role.id)
        for row in matrix_of(people, AREAS, agreement, day)
        for cell in row.cells
        for holder in cell.holders
        for role in holder.roles
    ]
    belongs = [
        (row.forum, someone.party, someone.id, role.id)
        for row in matrix_of((), AREAS, agreement, day)
        for someone in people
        for role in someone.assignments
        if role.level in row.forum.levels and holds(someone, role, day)
    ]
    assert sorted(placed) == sorted(belongs)
    functions = {(row.contact.id, row.function) for row in functions_of(people, day) if row.contact}
    assert functions == {
        (someone.id, role.function)
        for someone in people
        for role in someone.assignments
        if role.function and holds(someone, role, day)
    }


@given(_people, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from([None, TWO]))
def test_a_gap_is_where_nobody_holds_the_level_for_the_area_or_for_all(
    people: list[Contact], day: date, agreement: Agreement | None
) -> None:
    for row in matrix_of(people, AREAS, agreement, day):
        for each in row.cells:
            held: set[UUID | None] = {
                role.area_id
                for someone in people
                for role in someone.assignments
                if someone.party is each.party and role.level in row.forum.levels and holds(someone, role, day)
            }
            vacant = {area.id for area in AREAS if not held & {None, area.id}}
            told = {gap.area_id for gap in each.gaps}
            assert told == ({None} if not held else vacant)
            assert all(gap.since is None or gap.since <= day for gap in each.gaps)
