"""What to know before a meeting, and what not (R8, R11)."""

import dataclasses
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.dates import in_prose
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import DeficiencyMark, Grade, MatterKind, MatterStatus
from desktop.domain.meetings import agenda
from desktop.domain.meetings import brief as brief_module
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState, SourceKind
from desktop.domain.meetings.brief import Brief, BriefLine, BriefSection, BriefTopic, brief
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from tests.domain.meetings.test_agenda_rules import MEETING, PAYROLL, SITUATION, matter

DAY = date(2026, 11, 24)
HELD = MEETING.starts_at - timedelta(days=90)


def decision(text: str, decided_on: date, **more: object) -> Decision:
    values: dict[str, object] = {"meeting_id": new_id(), "level": Level.TACTICAL, **more}
    return Decision(id=new_id(), text=text, decided_on=decided_on, **values)  # type: ignore[arg-type]


def action(text: str, party: Party, **more: object) -> Action:
    return Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text=text, party=party, **more)  # type: ignore[arg-type]


def lines(made: Brief, topic: BriefTopic) -> tuple[BriefLine, ...]:
    return next((section.lines for section in made.sections if section.topic is topic), ())


def test_nothing_open_makes_a_page_without_sections() -> None:
    made = brief(SITUATION, (), day=DAY)
    assert made.sections == ()
    assert (made.title, made.level, made.meeting_day) == (MEETING.title, "Taktisk nivå", date(2026, 12, 1))


def test_the_head_names_shared_levels_and_the_area() -> None:
    shared = replace(
        SITUATION,
        meeting=replace(MEETING, area_id=PAYROLL),
        levels=frozenset({Level.TACTICAL, Level.OPERATIONAL}),
        previous_on=HELD.date(),
    )
    made = brief(shared, (), day=DAY)
    assert made.level == "Taktiskt och operativt forum, lön"
    assert made.previous_on == HELD.date()


def test_recent_decisions_are_told_and_those_due_for_review_come_first() -> None:
    made = brief(
        SITUATION,
        (
            decision("ny", date(2026, 11, 1)),
            decision("följs upp på mötesdagen", date(2026, 2, 1), review_on=date(2026, 12, 1)),
            decision("gammal", date(2025, 11, 30)),
            decision("gammal men på tur", date(2024, 5, 1), review_on=date(2026, 6, 1)),
            decision("på tur för länge sedan", date(2020, 5, 1), review_on=date(2021, 6, 1)),
            decision("efter mötet", date(2026, 12, 2)),
            decision("nätt och jämnt", date(2025, 12, 1), review_on=date(2026, 12, 2)),
        ),
        day=DAY,
    )
    told = lines(made, BriefTopic.DECISIONS)
    assert [(line.text, line.mark) for line in told] == [
        ("gammal men på tur", "Dags att följa upp"),
        ("följs upp på mötesdagen", "Dags att följa upp"),
        ("ny", ""),
        ("nätt och jämnt", ""),
    ]
    assert told[3].detail == "Beslutat 1\u00a0december\u00a02025. Följs upp 2\u00a0december\u00a02026."
    assert {line.source.kind for line in told} == {SourceKind.ITEM}


def test_what_no_longer_holds_is_not_told() -> None:
    old = decision("ersatt", date(2026, 9, 1), review_on=date(2026, 11, 1))
    ended = decision("slutade gälla", date(2026, 9, 1), valid_until=date(2026, 11, 30))
    made = brief(SITUATION, (old, ended, decision("ny", date(2026, 11, 1), replaces_id=old.id)), day=DAY)
    assert [line.text for line in lines(made, BriefTopic.DECISIONS)] == ["ny"]


def test_a_decision_without_a_meeting_opens_nothing() -> None:
    (line,) = lines(brief(SITUATION, [decision("brev", DAY, meeting_id=None)], day=DAY), BriefTopic.DECISIONS)
    assert not line.opens


def test_actions_stand_by_party_the_latest_first_with_days() -> None:
    actions = (
        action("har tid", Party.SSC, due_on=DAY),
        action("sen", Party.SSC, due_on=DAY - timedelta(days=1), owner="Per Holmér"),
        action("utan datum", Party.SSC),
        action("vår", Party.AGENCY, due_on=DAY - timedelta(days=14)),
    )
    made = brief(replace(SITUATION, actions=actions), (), day=DAY)
    (ours,) = lines(made, BriefTopic.OUR_ACTIONS)
    assert (ours.text, ours.mark, ours.grave) == ("vår", "Försenad 14 dagar", True)
    theirs = lines(made, BriefTopic.SSC_ACTIONS)
    assert [(line.text, line.mark) for line in theirs] == [
        ("sen", "Försenad 1 dag"),
        ("har tid", ""),
        ("utan datum", ""),
    ]
    assert theirs[0].detail == "Ansvar: Per Holmér. Klar senast 23\u00a0november\u00a02026."
    assert theirs[2].detail == "Inget datum är satt."
    assert theirs[0].source.id == actions[1].id


@pytest.mark.parametrize(
    ("escalated", "report_on", "mark"),
    [
        (DAY, None, "Nyligen eskalerat, rapport saknas"),
        (HELD.date(), None, "Rapport saknas"),
        (DAY, DAY, "Nyligen eskalerat"),
        (HELD.date(), DAY, ""),
    ],
)
def test_a_matter_is_one_line_with_what_is_new_or_missing(escalated: date, report_on: date | None, mark: str) -> None:
    incident = matter(
        "2026-014", MatterKind.INCIDENT, Level.TACTICAL,
        grade=Grade.SERIOUS, escalated_on=escalated, report_on=report_on,
    )  # fmt: skip
    made = brief(replace(SITUATION, matters=(incident,), previous_on=HELD.date()), (), day=DAY)
    (line,) = lines(made, BriefTopic.MATTERS)
    assert (line.mark, line.grave) == (mark, report_on is None)
    assert line.detail.startswith("Ärende 2026-014. Incident, allvarlig. Eskalerat till taktisk nivå")
    assert [each.source for each in lines(made, BriefTopic.AWAITED)] == ([line.source] if report_on is None else [])


def test_newly_escalated_matters_come_first_and_an_unsettled_cost_is_told_on_its_line() -> None:
    old = matter("1", MatterKind.DEFICIENCY, Level.TACTICAL, escalated_on=date(2026, 3, 1), cost=Money(100_000_00))
    new = matter("2", MatterKind.QUESTION, Level.TACTICAL, escalated_on=date(2026, 11, 20))
    closed = matter("3", MatterKind.QUESTION, Level.TACTICAL, status=MatterStatus.CLOSED)
    told = lines(brief(replace(SITUATION, matters=(old, closed, new)), (), day=DAY), BriefTopic.MATTERS)
    assert [line.text for line in told] == ["Rubrik 2", "Rubrik 1"]
    assert "är inte fördelad" in told[1].detail


def test_every_open_risk_is_told_with_where_it_has_been_raised() -> None:
    risks = (
        matter("1", MatterKind.RISK, Level.OPERATIONAL),
        matter("2", MatterKind.RISK, Level.TACTICAL, raised_operational_on=date(2026, 10, 5)),
        matter("3", MatterKind.RISK, Level.TACTICAL, raised_operational_on=DAY, raised_tactical_on=DAY),
        matter("4", MatterKind.RISK, Level.TACTICAL, status=MatterStatus.CLOSED),
    )
    made = brief(replace(SITUATION, matters=risks), (), day=DAY)
    assert [line.detail for line in lines(made, BriefTopic.RISKS)] == [
        "Ärende 1. Ännu inte lyft till operativ nivå eller taktisk nivå.",
        "Ärende 2. Lyft till operativ nivå 5\u00a0oktober\u00a02026. Ännu inte lyft till taktisk nivå.",
        f"Ärende 3. Lyft till operativ nivå {in_prose(DAY)}. Lyft till taktisk nivå {in_prose(DAY)}.",
    ]
    assert lines(made, BriefTopic.MATTERS) == ()


def test_what_the_agenda_would_be_offered_is_told_even_when_it_is_taken_up_or_dismissed() -> None:
    order = Order(id=new_id(), number="B-1", kind=OrderKind.SPECIAL_SERVICE, title="Rapport", state=OrderState.QUOTED)
    deferred = AgendaItem(
        id=new_id(), meeting_id=new_id(), position=0, title="Gallring", kind=ItemKind.DISCUSSION,
        state=ItemState.DEFERRED, deferrals=2,
    )  # fmt: skip
    marks = tuple(
        DeficiencyMark(id=new_id(), number=str(n), area_id=PAYROLL, reported_on=date(2026, n, 1), is_open=True)
        for n in (8, 9, 10)
    )
    role = Assignment(id=new_id(), contact_id=new_id(), level=Level.STRATEGIC)
    person = Contact(id=role.contact_id, party=Party.AGENCY, given_name="Anna", family_name="Ek", assignments=(role,))
    taken = replace(deferred, id=new_id(), meeting_id=MEETING.id, origin=f"item:{deferred.id}")
    situation = replace(
        SITUATION,
        orders=(order,),
        deferred=(deferred,),
        repeated=(marks,),
        our_contacts=(person,),
        items=(taken,),
        dismissed=frozenset({f"order:{order.id}:quote_decision"}),
    )
    made = brief(situation, (), day=DAY)
    told = {section.topic: [line.text for line in section.lines] for section in made.sections}
    assert told == {
        BriefTopic.DEFERRED: ["Gallring"],
        BriefTopic.REPEATED: ["Upprepad leveransbrist inom lön: 3 gånger"],
        BriefTopic.ORDERS: ["Ta ställning till offert: Rapport"],
        BriefTopic.CONTACTS: ["Kontaktperson saknas på taktisk nivå"],
    }
    assert [section.topic for section in made.sections] == [topic for topic in BriefTopic if topic in told]
    assert all(line.opens for section in made.sections for line in section.lines)


def test_notes_that_have_not_come_are_awaited_the_longest_first() -> None:
    earlier = [replace(MEETING, id=new_id(), starts_at=MEETING.starts_at - timedelta(days=days)) for days in (8, 90)]
    told = lines(brief(SITUATION, (), awaiting_notes=earlier, day=DAY), BriefTopic.AWAITED)
    assert [line.text for line in told] == [
        "Minnesanteckningar från taktiskt samverkansmöte 2\u00a0september\u00a02026",
        "Minnesanteckningar från taktiskt samverkansmöte 23\u00a0november\u00a02026",
    ]
    assert [line.detail for line in told] == ["Mötet hölls för 83 dagar sedan.", "Mötet hölls för 1 dag sedan."]


@given(
    st.lists(st.builds(action, st.sampled_from("abc"), st.sampled_from(Party),
                       due_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)))),
    st.dates(date(2026, 6, 1), date(2026, 12, 31)),
)  # fmt: skip
def test_no_action_is_lost_and_late_ones_lead(actions: list[Action], day: date) -> None:
    made = brief(replace(SITUATION, actions=tuple(actions)), (), day=day)
    told = [lines(made, topic) for topic in (BriefTopic.OUR_ACTIONS, BriefTopic.SSC_ACTIONS)]
    assert sum(map(len, told)) == len(actions)
    for of_party in told:
        graves = [line.grave for line in of_party]
        assert graves == sorted(graves, reverse=True)
    assert sum(line.grave for each in told for line in each) == sum(each.overdue(day) for each in actions)


def test_private_preparation_has_no_field_to_stand_in() -> None:
    names = {
        field.name for value in (BriefDocument, Brief, BriefSection, BriefLine) for field in dataclasses.fields(value)
    }
    assert not {name for name in names if any(word in name for word in ("prepar", "private", "internal", "invitation"))}
    assert not hasattr(brief_module, agenda.Preparation.__name__)
