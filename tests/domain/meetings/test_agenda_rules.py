"""What is proposed for an agenda, and what is not (R8)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import DeficiencyMark, Grade, Matter, MatterKind, MatterStatus
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState, Source, SourceKind
from desktop.domain.meetings.agenda_rules import place_for, propose
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, ReceivedPoint
from desktop.domain.meetings.proposal import Proposal, Situation
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind

MEETING = Meeting(
    id=new_id(),
    title="Taktiskt samverkansmöte",
    level=Level.TACTICAL,
    starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
    ends_at=datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
)
PAYROLL = new_id()
SITUATION = Situation(meeting=MEETING, levels=frozenset({Level.TACTICAL}), area_names={PAYROLL: "Lön"})


def matter(number: str, kind: MatterKind, level: Level, **more: object) -> Matter:
    values: dict[str, object] = {"id": new_id(), "title": f"Rubrik {number}", "reported_on": date(2026, 10, 1), **more}
    return Matter(number=number, kind=kind, level=level, **values)  # type: ignore[arg-type]


def keys(situation: Situation) -> list[str]:
    return [proposal.key for proposal in propose(situation)]


def one(situation: Situation, start: str) -> Proposal:
    (found,) = [proposal for proposal in propose(situation) if proposal.key.startswith(start)]
    return found


def test_an_escalated_incident_and_its_missing_report_are_two_proposals() -> None:
    incident = matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL, grade=Grade.SIGNIFICANT)
    found = {p.key.split(":")[0]: p for p in propose(replace(SITUATION, matters=(incident,)))}
    assert found["matter"].reason == "Incident, betydande. Eskalerat till taktisk nivå."
    assert found["matter"].kind is ItemKind.DECISION
    assert found["report"].section == "3.3"
    assert "2026-014" in found["report"].title


@pytest.mark.parametrize("grade", [Grade.MODERATE, Grade.NEGLIGIBLE])
def test_lesser_grades_and_reported_incidents_need_no_report(grade: Grade) -> None:
    lesser = matter("1", MatterKind.INCIDENT, Level.TACTICAL, grade=grade)
    reported = matter("2", MatterKind.INCIDENT, Level.TACTICAL, grade=Grade.SERIOUS, report_on=date(2026, 11, 20))
    assert not [key for key in keys(replace(SITUATION, matters=(lesser, reported))) if key.startswith("report:")]


def test_newly_escalated_matters_come_first() -> None:
    old = matter("2026-001", MatterKind.DEFICIENCY, Level.TACTICAL, escalated_on=date(2026, 9, 1))
    new = matter("2026-002", MatterKind.QUESTION, Level.TACTICAL, escalated_on=date(2026, 11, 20))
    assert keys(replace(SITUATION, matters=(old, new)))[:2] == [f"matter:{new.id}", f"matter:{old.id}"]


def test_what_lies_at_another_level_or_is_closed_stays_away() -> None:
    strategic = matter("2026-008", MatterKind.DEFICIENCY, Level.STRATEGIC, cost=Money(9_650_050))
    operational = matter("2026-012", MatterKind.DEFICIENCY, Level.OPERATIONAL)
    closed = matter("2026-001", MatterKind.QUESTION, Level.TACTICAL, status=MatterStatus.CLOSED)
    found = keys(replace(SITUATION, matters=(strategic, operational, closed)))
    assert all(key.startswith("standing:") for key in found)


def test_a_combined_forum_takes_up_both_levels() -> None:
    operational = matter("2026-012", MatterKind.DEFICIENCY, Level.OPERATIONAL)
    both = replace(SITUATION, levels=frozenset({Level.OPERATIONAL, Level.TACTICAL}), matters=(operational,))
    assert f"matter:{operational.id}" in keys(both)


def test_an_unsettled_cost_at_the_level_is_a_decision_with_the_amount() -> None:
    costly = matter("2026-008", MatterKind.DEFICIENCY, Level.STRATEGIC, cost=Money(9_650_050))
    there = replace(SITUATION, levels=frozenset({Level.STRATEGIC}), matters=(costly,))
    found = one(there, "cost:")
    assert found.kind is ItemKind.DECISION
    assert "96\u00a0500,50\u00a0kr" in found.reason
    settled = replace(costly, cost_settled_on=date(2026, 11, 1))
    assert not [key for key in keys(replace(there, matters=(settled,))) if key.startswith("cost:")]


@pytest.mark.parametrize("level", [Level.OPERATIONAL, Level.TACTICAL])
def test_a_risk_is_raised_to_both_levels_until_it_has_been(level: Level) -> None:
    risk = matter("2026-011", MatterKind.RISK, Level.TACTICAL)
    there = replace(SITUATION, levels=frozenset({level}), matters=(risk,))
    assert f"matter:{risk.id}" in keys(there)
    raised = replace(risk, raised_operational_on=date(2026, 10, 2), raised_tactical_on=date(2026, 10, 2))
    assert f"matter:{risk.id}" not in keys(replace(there, matters=(raised,)))


def test_repeated_deficiencies_are_named_with_their_numbers() -> None:
    marks = tuple(
        DeficiencyMark(id=new_id(), number=n, area_id=PAYROLL, reported_on=d, is_open=n == "2026-008")
        for n, d in (("2026-003", date(2026, 2, 11)), ("2026-006", date(2026, 4, 20)), ("2026-008", date(2026, 6, 15)))
    )
    found = one(replace(SITUATION, repeated=(marks,)), "repetition:")
    assert found.title == "Upprepad leveransbrist inom lön: 3 gånger"
    assert "2026-003, 2026-006, 2026-008" in found.reason
    assert "fortfarande öppen" in found.reason
    assert found.source == Source(SourceKind.REPETITION, PAYROLL, "3 leveransbrister")


def test_ssc_points_are_proposed_and_replace_the_standing_items_they_cover() -> None:
    points = tuple(
        ReceivedPoint(id=new_id(), meeting_id=MEETING.id, number=n, text=text)
        for n, text in enumerate(["Inledning", "Föregående minnesanteckningar", "Avgifter 2027", "Övriga frågor"], 1)
    )
    found = propose(replace(SITUATION, received=points))
    titles = [p.title for p in found]
    assert [t for t in titles if t in {p.text for p in points}] == [p.text for p in points]
    standing = [p.title for p in found if p.source.kind is SourceKind.STANDING]
    assert standing == [
        "Uppföljning av beslut och åtgärder",
        "Tjänsteleverans och servicenivåer",
        "Risker",
        "Nästa möte",
    ]


def test_accepted_and_dismissed_proposals_do_not_return() -> None:
    first = propose(SITUATION)
    item = AgendaItem(id=new_id(), meeting_id=MEETING.id, position=0, title="Annan rubrik", origin=first[0].key)
    after = keys(replace(SITUATION, items=(item,), dismissed=frozenset({first[1].key})))
    assert after == [p.key for p in first[2:]]


def test_open_actions_are_counted_and_overdue_ones_named() -> None:
    late = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Rätta rutinen", party=Party.SSC,
                  due_on=date(2026, 11, 30))  # fmt: skip
    due_that_day = replace(late, id=new_id(), due_on=MEETING.day)
    situation = replace(SITUATION, actions=(late, due_that_day))
    assert one(situation, "action:").title == "Försenad åtgärd: Rätta rutinen"
    assert one(situation, "standing:actions").title.endswith(": 2 öppna, 1 försenad")


def test_a_deferred_item_returns_with_its_count() -> None:
    item = deferred(2)
    assert one(replace(SITUATION, deferred=(item,)), "item:").reason == "Bordlagd 2 gånger tidigare."


@pytest.mark.parametrize(
    ("level", "way_out"),
    [
        (Level.OPERATIONAL, "Överväg att eskalera frågan till taktisk nivå."),
        (Level.TACTICAL, "Överväg att eskalera frågan till strategisk nivå."),
        (Level.STRATEGIC, "Överväg att avgöra frågan eller stryka punkten."),
    ],
)
def test_an_item_deferred_again_and_again_should_go_one_level_up(level: Level, way_out: str) -> None:
    situation = replace(SITUATION, levels=frozenset({level}), deferred=(deferred(3),))
    assert one(situation, "item:").reason == f"Bordlagd 3 gånger tidigare. {way_out}"


def test_two_levels_in_one_forum_escalate_to_the_strategic_one() -> None:
    levels = frozenset({Level.OPERATIONAL, Level.TACTICAL})
    assert "till strategisk nivå" in one(replace(SITUATION, levels=levels, deferred=(deferred(4),)), "item:").reason


def test_an_item_that_fell_with_its_meeting_says_so() -> None:
    fell = replace(deferred(0), state=ItemState.OPEN)
    found = one(replace(SITUATION, deferred=(fell,)), "item:")
    assert (found.reason, found.deferrals) == ("Stod på dagordningen för ett möte som ställdes in.", 0)


def deferred(count: int) -> AgendaItem:
    return AgendaItem(
        id=new_id(),
        meeting_id=new_id(),
        position=3,
        title="Gallring av underlag",
        state=ItemState.DEFERRED,
        deferrals=count,
    )


def test_an_order_comes_to_the_forum_it_waits_for() -> None:
    made = Order(id=new_id(), number="B-2026-011", kind=OrderKind.SERVICE_CHANGE, title="E-handel för två nya enheter")
    assert one(replace(SITUATION, orders=(made,)), "order:").title.startswith("Samråd om beställning")
    elsewhere = replace(SITUATION, orders=(made,), levels=frozenset({Level.STRATEGIC}))
    assert not [key for key in keys(elsewhere) if key.startswith("order:")]


def person(level: Level, **dates: date) -> Contact:
    contact = new_id()
    role = Assignment(id=new_id(), contact_id=contact, level=level, **dates)
    return Contact(id=contact, party=Party.AGENCY, given_name="Erik", family_name="Sund", assignments=(role,))


def test_a_level_without_anyone_of_ours_is_proposed_but_not_in_an_empty_register() -> None:
    assert one(replace(SITUATION, our_contacts=(person(Level.STRATEGIC),)), "vacancy:").section == "1.5"
    assert not [key for key in keys(SITUATION) if key.startswith("vacancy:")]


def test_a_change_of_contact_that_nobody_has_been_told_of_is_proposed_with_the_notice_as_its_source() -> None:
    notice = ContactNotice(
        id=new_id(), title="Erik Sund slutar", effective_on=date(2026, 11, 1), made_on=date(2026, 10, 20)
    )
    situation = replace(SITUATION, notices=(notice,))
    found = one(situation, "notice:")
    assert found.title == "Ändrad kontaktperson: Erik Sund slutar"
    assert "från 1\u00a0november\u00a02026" in found.reason
    assert (found.source.kind, found.source.id) == (SourceKind.CONTACTS, notice.id)
    council = replace(situation, meeting=replace(MEETING, is_council=True), levels=frozenset[Level]())
    assert not [key for key in keys(council) if key.startswith("notice:")]


def accepted(*wanted: str, start: tuple[str, ...] = ()) -> list[str]:
    """The titles of an agenda after accepting what these keys begin, in this order, as an agenda is filled."""
    items = [AgendaItem(id=new_id(), meeting_id=MEETING.id, position=0, title=title) for title in start]
    for key in wanted:
        proposal = one(replace(SITUATION, matters=(INCIDENT,)), key)
        item = AgendaItem(id=new_id(), meeting_id=MEETING.id, position=0, title=proposal.title, source=proposal.source)
        items.insert(place_for(proposal, items), item)
    return [item.title for item in items]


INCIDENT = matter("2026-014", MatterKind.INCIDENT, Level.TACTICAL)


def test_openings_go_first_closings_last_and_the_rest_between() -> None:
    order = ["standing:next", "standing:notes", "matter:", "standing:other", "standing:opening", "standing:fees"]
    assert accepted(*order) == [
        "Mötets öppnande",
        "Föregående minnesanteckningar",
        INCIDENT.title,
        "Avgifter och avgiftsjusteringar",
        "Övriga frågor",
        "Nästa möte",
    ]


def test_what_the_liaison_put_last_stays_last_unless_it_closes_meetings() -> None:
    assert accepted("matter:", start=("Vår egen fråga",)) == ["Vår egen fråga", INCIDENT.title]
    assert accepted("matter:", start=("Vår egen fråga", "Övriga frågor")) == [
        "Vår egen fråga",
        INCIDENT.title,
        "Övriga frågor",
    ]


def test_a_decision_that_is_due_for_review_is_proposed_once_for_each_date() -> None:
    made = Decision(
        id=new_id(),
        meeting_id=None,
        level=Level.TACTICAL,
        text="Avstämning före varje lönekörning",
        decided_on=date(2026, 8, 25),
        review_on=date(2026, 11, 24),
    )
    proposal = one(replace(SITUATION, decisions=(made,)), "decision:")
    assert proposal.title == "Uppföljning av beslut: Avstämning före varje lönekörning"
    assert proposal.reason == "Beslutet 25\u00a0augusti\u00a02026 skulle följas upp 24\u00a0november\u00a02026."
    assert proposal.source == Source(SourceKind.DECISION, made.id, "Beslut")
    dismissed = replace(SITUATION, decisions=(made,), dismissed=frozenset({proposal.key}))
    assert proposal.key not in keys(dismissed)
    later = replace(made, review_on=date(2026, 11, 30))
    assert len(propose(replace(dismissed, decisions=(later,)))) == len(propose(dismissed)) + 1
