"""A change of contact leaves no day with two holders and none without one, whatever the periods are (R15, R18, R32)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.change_text import change_text
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_change import (
    ChangeFacts,
    FollowKind,
    Outcome,
    chosen_by_itself,
    covers,
    follows,
    left_empty,
    outcome,
)
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.period import without

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
ALL_DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
DAY = date(2026, 2, 1)
AREAS = (new_id(), new_id())

days = st.dates(FIRST, LAST)


@st.composite
def periods(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = sorted([draw(days), draw(days)])
    return (draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


@st.composite
def roles(draw: st.DrawFn) -> Assignment:
    starts, ends = draw(periods())
    level = draw(st.sampled_from([Level.TACTICAL, Level.STRATEGIC]))
    area = draw(st.sampled_from([None, *AREAS]))
    return Assignment(id=new_id(), contact_id=new_id(), level=level, area_id=area, starts_on=starts, ends_on=ends)


def person(name: str, held: Iterable[Assignment] = (), rights: Iterable[AuthorisedOrderer] = ()) -> Contact:
    key = new_id()
    return Contact(
        id=key,
        party=Party.AGENCY,
        given_name=name,
        family_name="Sund",
        assignments=tuple(replace(role, contact_id=key) for role in held),
        orderer_rights=tuple(rights),
    )


def role(level: Level = Level.STRATEGIC, *, starts_on: date | None = None, ends_on: date | None = None) -> Assignment:
    return Assignment(id=new_id(), contact_id=new_id(), level=level, starts_on=starts_on, ends_on=ends_on)


def changed(facts: ChangeFacts, evidence: str = "") -> Outcome:
    found = follows(facts)
    chosen = chosen_by_itself(found)
    return outcome(facts, [follow for follow in found if follow.key in chosen], evidence)


def has(contact: Contact | None, wanted: Assignment, day: date) -> bool:
    return contact is not None and any(covers(one, wanted) and one.held_on(day) for one in contact.assignments)


@given(roles(), st.lists(roles(), max_size=3), days)
def test_no_day_has_two_holders_by_the_change_and_none_is_without_one(
    handed: Assignment, theirs: list[Assignment], day: date
) -> None:
    leaver, successor = person("Erik", [handed]), person("Anna", theirs)
    facts = ChangeFacts(
        day=day, party=Party.AGENCY, leaver=leaver, successor=successor, people=(leaver, successor), areas=AREAS
    )
    after = changed(facts)
    for each in ALL_DAYS:
        had, got = has(successor, handed, each), has(after.successor, handed, each)
        if handed.held_on(each):
            assert has(after.leaver, handed, each) or got, f"{each}: nobody"
        if got and not had:
            assert not has(after.leaver, handed, each), f"{each}: both"
        if had and after.successor is not None:
            new = after.successor.assignments[len(theirs) :]
            assert not any(one.held_on(each) for one in new), f"{each}: twice"
        assert not (has(after.leaver, handed, each) and each >= day and handed.held_on(each)), f"{each}: has not left"


@given(st.lists(roles(), max_size=4), st.lists(roles(), max_size=4), days)
def test_periods_never_run_backwards_and_what_had_ended_is_untouched(
    had: list[Assignment], theirs: list[Assignment], day: date
) -> None:
    leaver, successor = person("Erik", had), person("Anna", theirs)
    after = changed(
        ChangeFacts(day=day, party=Party.AGENCY, leaver=leaver, successor=successor, people=(leaver, successor))
    )
    assert after.leaver is not None
    assert after.successor is not None
    for one in (*after.leaver.assignments, *after.successor.assignments):
        assert one.starts_on is None or one.ends_on is None or one.starts_on <= one.ends_on
    over = [one for one in leaver.assignments if one.ends_on is not None and one.ends_on < day]
    assert [one for one in after.leaver.assignments if one in over] == over
    assert after.successor.assignments[: len(theirs)] == successor.assignments, "their own roles stay"


@given(periods(), st.lists(periods(), max_size=4))
def test_without_leaves_exactly_the_days_that_the_others_do_not_have(
    wanted: tuple[date | None, date | None], held: list[tuple[date | None, date | None]]
) -> None:
    def within(period: tuple[date | None, date | None], day: date) -> bool:
        return (period[0] is None or period[0] <= day) and (period[1] is None or day <= period[1])

    left = without(wanted, held)
    for day in ALL_DAYS:
        expected = within(wanted, day) and not any(within(each, day) for each in held)
        assert sum(within(piece, day) for piece in left) == expected


def test_a_role_that_had_been_vacated_is_filled_from_the_day_on() -> None:
    leaver = person("Erik", [role(ends_on=date(2026, 1, 15))])
    successor = person("Anna")
    facts = ChangeFacts(day=DAY, party=Party.AGENCY, leaver=leaver, successor=successor, people=(leaver, successor))
    assert [follow.kind for follow in follows(facts)] == [FollowKind.VACATED]
    after = changed(facts)
    assert after.leaver == leaver
    assert after.successor is not None
    assert [(one.starts_on, one.ends_on) for one in after.successor.assignments] == [(DAY, None)]
    third = person("Ali", [role()])
    assert follows(replace(facts, people=(*facts.people, third))) == (), "someone else has it"


def test_a_role_that_would_have_begun_later_goes_over_as_it_is() -> None:
    later = role(starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 20))
    leaver, successor = person("Erik", [later]), person("Anna")
    after = changed(ChangeFacts(day=DAY, party=Party.AGENCY, leaver=leaver, successor=successor))
    assert after.leaver is not None
    assert after.leaver.assignments == ()
    assert after.successor is not None
    assert [(one.starts_on, one.ends_on) for one in after.successor.assignments] == [
        (date(2026, 3, 1), date(2026, 3, 20))
    ]


def test_a_right_ends_and_is_given_anew_only_when_that_is_said_and_with_its_own_evidence() -> None:
    right = AuthorisedOrderer(id=new_id(), contact_id=new_id(), limit=Money(100), evidence="Beslut 1")
    leaver, successor = person("Erik", rights=[right]), person("Anna")
    facts = ChangeFacts(day=DAY, party=Party.AGENCY, leaver=leaver, successor=successor)
    by_itself = changed(facts, "Beslut 2")
    assert by_itself.leaver is not None
    assert by_itself.leaver.orderer_rights[0].ends_on == date(2026, 1, 31)
    assert by_itself.successor == successor
    both = outcome(facts, follows(facts), "Beslut 2")
    assert both.successor is not None
    (given_anew,) = both.successor.orderer_rights
    assert (given_anew.evidence, given_anew.limit, given_anew.starts_on) == ("Beslut 2", Money(100), DAY)


def test_leaving_without_anyone_who_comes_leaves_a_gap_that_is_told() -> None:
    leaver = person("Erik", [role()])
    facts = ChangeFacts(day=DAY, party=Party.AGENCY, leaver=leaver, people=(leaver,))
    after = changed(facts)
    assert [one.level for one in left_empty(facts, after)] == [Level.STRATEGIC]
    text = change_text(facts, after, {})
    assert text is not None
    assert text.title == "Erik Sund lämnar strategisk nivå den 1\u00a0februari\u00a02026"
    assert "sista dag 31\u00a0januari\u00a02026" in text.body
    assert "Ingen efterträdare är utsedd ännu." in text.body
    other = person("Ali", [role()])
    assert left_empty(replace(facts, people=(leaver, other)), after) == ()


def test_one_who_comes_fills_the_only_gap() -> None:
    others = person("Ali", [role(Level.OPERATIONAL), role(Level.TACTICAL)])
    functions = [
        Assignment(id=new_id(), contact_id=others.id, function=name)
        for name in ("Verksjurist", "Informationsansvarig", "Dataskyddsombud")
    ]
    whole = replace(others, assignments=(*others.assignments, *functions))
    anna = person("Anna")
    facts = ChangeFacts(day=DAY, party=Party.AGENCY, successor=anna, people=(whole, anna), areas=AREAS)
    after = changed(facts)
    assert has(after.successor, role(), DAY)
    text = change_text(facts, after, {})
    assert text is not None
    assert text.title == "Anna Sund är ny kontaktperson på strategisk nivå från den 1\u00a0februari\u00a02026"


def test_the_notice_covers_both_persons() -> None:
    leaver = replace(person("Erik", [role()]), title="Avdelningschef")
    successor = replace(person("Anna"), title="Generaldirektör", phone="08-1", email="anna@myndighet.example")
    facts = ChangeFacts(day=DAY, party=Party.AGENCY, leaver=leaver, successor=successor, people=(leaver, successor))
    text = change_text(facts, changed(facts), {})
    assert text is not None
    assert text.title == "Anna Sund efterträder Erik Sund på strategisk nivå den 1\u00a0februari\u00a02026"
    assert text.body.splitlines() == [
        "Byte av kontaktperson från den 1\u00a0februari\u00a02026.",
        "",
        "Lämnar: Erik Sund, avdelningschef",
        "Uppdrag som upphör: strategisk nivå, sista dag 31\u00a0januari\u00a02026",
        "",
        "Ny kontaktperson:",
        "Namn: Anna Sund",
        "Titel: Generaldirektör",
        "Telefon: 08-1",
        "E-post: anna@myndighet.example",
        "Uppdrag: strategisk nivå, från den 1\u00a0februari\u00a02026",
    ]


def test_a_change_of_theirs_is_nothing_to_tell_them() -> None:
    leaver = replace(person("Per", [role()]), party=Party.SSC)
    facts = ChangeFacts(day=DAY, party=Party.SSC, leaver=leaver, people=(leaver,))
    assert change_text(facts, changed(facts), {}) is None
