"""Who is called in a matter: levels, areas, functions, deputies and gaps (R1, R3, R15, R16, R20)."""

from datetime import date
from uuid import UUID

import pytest

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.contacts.call_list import Callee, CallGroup, CallReason, CallRegister, CallSide, call_sheet
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.matters.matter import Matter, MatterKind

DAY = date(2026, 12, 1)
PAY, FINANCE = new_id(), new_id()
AREAS = {PAY: "Lön", FINANCE: "Ekonomi"}
OPERATIONAL, TACTICAL, STRATEGIC = Level
AGENCY, SSC = Party.AGENCY, Party.SSC


def person(name: str, party: Party, *roles: dict[str, object], **more: object) -> Contact:
    key = new_id()
    held = tuple(Assignment(id=new_id(), contact_id=key, **role) for role in roles)  # type: ignore[arg-type]
    values: dict[str, object] = {"given_name": name, "confirmed_on": date(2026, 9, 1), **more}
    return Contact(id=key, party=party, assignments=held, **values)  # type: ignore[arg-type]


def matter(level: Level = OPERATIONAL, kind: MatterKind = MatterKind.DEFICIENCY, area: UUID | None = PAY) -> Matter:
    return Matter(id=new_id(), number="2026-1", kind=kind, title="Fel lön", level=level, reported_on=DAY, area_id=area)


def groups(asked: Matter, *contacts: Contact, agreement: Agreement | None = None) -> dict[CallReason, CallGroup]:
    register = CallRegister(contacts=contacts, agreement=agreement, areas=AREAS)
    return {group.reason: group for group in call_sheet(asked, register, DAY).groups}


def names(side: CallSide) -> list[str]:
    return [callee.contact.name for callee in side.callees]


def test_daily_contact_begins_with_customer_support_and_the_operational_contacts() -> None:
    maria = person("Maria", SSC, {"level": OPERATIONAL, "area_id": PAY})
    support = person("", SSC, {"function": "Kundsupport"}, email="support@ssc.example")
    ali = person("Ali", AGENCY, {"level": OPERATIONAL})
    found = groups(matter(), maria, support, ali)
    assert list(found) == [CallReason.DAILY, CallReason.NEXT, CallReason.IF_NEEDED]
    assert names(found[CallReason.DAILY].theirs) == ["Kundsupport", "Maria"]
    assert names(found[CallReason.DAILY].ours) == ["Ali"]
    assert found[CallReason.NEXT].forum is Forum.TACTICAL


def test_an_escalated_matter_begins_with_its_own_level_and_goes_on_one_level_up() -> None:
    found = groups(matter(TACTICAL), person("Per", SSC, {"level": TACTICAL}), person("Eva", SSC, {"level": STRATEGIC}))
    assert list(found) == [CallReason.LEVEL, CallReason.DAILY, CallReason.NEXT, CallReason.IF_NEEDED]
    assert names(found[CallReason.LEVEL].theirs) == ["Per"]
    assert names(found[CallReason.NEXT].theirs) == ["Eva"]
    assert CallReason.NEXT not in groups(matter(STRATEGIC))


def test_who_has_the_area_comes_before_who_has_them_all_and_other_areas_are_left_out() -> None:
    every = person("Alla", SSC, {"level": OPERATIONAL})
    pay = person("Lön", SSC, {"level": OPERATIONAL}, {"level": OPERATIONAL, "area_id": PAY})
    other = person("Ekonomi", SSC, {"level": OPERATIONAL, "area_id": FINANCE})
    daily = groups(matter(), every, other, pay)[CallReason.DAILY].theirs
    assert names(daily) == ["Lön", "Alla"]
    assert [callee.area_name for callee in daily.callees] == ["Lön", ""]
    anywhere = groups(matter(area=None), every, other, pay)[CallReason.DAILY].theirs
    assert names(anywhere) == ["Ekonomi", "Lön", "Alla"]


@pytest.mark.parametrize(
    ("role", "more", "there"),
    [
        ({"starts_on": DAY}, {}, True),
        ({"ends_on": DAY}, {}, True),
        ({"ends_on": date(2026, 11, 30)}, {}, False),
        ({"starts_on": date(2026, 12, 2)}, {}, False),
        ({}, {"ended_on": date(2026, 11, 30)}, False),
        ({}, {"ended_on": DAY}, True),
        ({}, {"anonymised_on": DAY}, False),
    ],
)
def test_only_who_holds_the_role_that_day_is_called(
    role: dict[str, object], more: dict[str, object], there: bool
) -> None:
    side = groups(matter(), person("Ali", AGENCY, {"level": OPERATIONAL, **role}, **more))[CallReason.DAILY].ours
    assert names(side) == (["Ali"] if there else [])
    assert side.is_vacant is not there


def test_gaps_are_told() -> None:
    found = groups(matter(TACTICAL))
    assert found[CallReason.LEVEL].ours.is_vacant
    assert found[CallReason.LEVEL].theirs.is_vacant
    assert found[CallReason.DAILY].theirs.missing == ("Kundsupport",)
    assert found[CallReason.IF_NEEDED].ours.missing == ("Dataskyddsombud",)
    assert found[CallReason.IF_NEEDED].theirs.missing == ()


def test_two_levels_are_called_as_one_and_lead_to_the_strategic() -> None:
    two = Agreement(agency_name="Vi", choices=(LevelChoice(starts_on=DAY, model=LevelModel.TWO),))
    people = (
        person("Maria", SSC, {"level": OPERATIONAL}),
        person("Per", SSC, {"level": TACTICAL}),
        person("Eva", SSC, {"level": STRATEGIC}),
        person("Stöd", SSC, {"function": "Kundsupport"}),
    )
    found = groups(matter(), *people, agreement=two)
    assert list(found) == [CallReason.LEVEL, CallReason.DAILY, CallReason.NEXT, CallReason.IF_NEEDED]
    assert found[CallReason.LEVEL].forum is Forum.COMBINED
    assert names(found[CallReason.LEVEL].theirs) == ["Maria", "Per"]
    assert names(found[CallReason.DAILY].theirs) == ["Stöd"]
    assert not found[CallReason.DAILY].ours.is_vacant, "who shares the forum stands there already"
    assert names(found[CallReason.NEXT].theirs) == ["Eva"]


def test_functions_that_the_matter_may_need_come_likeliest_first_and_own_ones_last() -> None:
    people = (
        person("Ida", AGENCY, {"function": "IT-samordnare"}),
        person("Sara", AGENCY, {"function": "verksjurist"}),
        person("Olle", AGENCY, {"function": "Informationsansvarig"}),
        person("Dag", AGENCY, {"function": "Dataskyddsombud"}),
    )
    incident = groups(matter(kind=MatterKind.INCIDENT), *people)[CallReason.IF_NEEDED].ours
    assert names(incident) == ["Dag", "Olle", "Sara", "Ida"]
    assert incident.missing == ()
    assert names(groups(matter(kind=MatterKind.QUESTION), *people)[CallReason.IF_NEEDED].ours) == ["Dag", "Ida"]


def test_the_deputy_is_named_unless_they_have_left() -> None:
    here = person("Lisa", SSC)
    gone = person("Erik", SSC, ended_on=date(2026, 11, 1))
    maria = person("Maria", SSC, {"level": OPERATIONAL}, deputy_id=here.id)
    per = person("Per", SSC, {"level": OPERATIONAL}, deputy_id=gone.id)
    side = groups(matter(), here, gone, maria, per)[CallReason.DAILY].theirs
    assert [callee.deputy for callee in side.callees] == [here, None]


@pytest.mark.parametrize(
    ("confirmed", "stale"), [(date(2025, 12, 2), False), (date(2025, 12, 1), True), (None, True), (DAY, False)]
)
def test_what_nobody_has_confirmed_for_a_year_is_stale(confirmed: date | None, stale: bool) -> None:
    ali = person("Ali", AGENCY, {"level": OPERATIONAL}, confirmed_on=confirmed)
    found: tuple[Callee, ...] = groups(matter(), ali)[CallReason.DAILY].ours.callees
    assert [callee.is_stale for callee in found] == [stale]
