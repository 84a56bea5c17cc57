"""Which items the agenda of a meeting should be offered, in the model's order of importance (R8)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from uuid import UUID

from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.dates import in_prose
from desktop.domain.forum import Forum
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter_rules import of_matters, of_repetitions
from desktop.domain.meetings.agenda import (
    AgendaItem,
    BankedItem,
    ItemKind,
    ItemState,
    Presenter,
    PresenterRole,
    Source,
    SourceKind,
)
from desktop.domain.meetings.closing import OFTEN, deferred_key, times
from desktop.domain.meetings.followup import Decision
from desktop.domain.meetings.proposal import Proposal, Situation
from desktop.domain.meetings.standing import RANK, UNKNOWN_RANK, StandingItem, Topic, standing_items, topic_of
from desktop.domain.meetings.template import FROM_TEMPLATE
from desktop.domain.order import ForumNeed, Order
from desktop.domain.vocabulary import LEVEL

_US = Presenter(PresenterRole.US)
_SSC = Presenter(PresenterRole.SSC)
STANDING_KEY = "standing:"
"""How the key of a standing item begins; its topic follows."""
_AGENDA_SOURCES = {SourceKind.OWN, SourceKind.STANDING, SourceKind.RECEIVED}


def propose(situation: Situation) -> tuple[Proposal, ...]:
    """Everything the agenda could take up and does not have yet, most important first (R8).

    What the meeting already has, and what was dismissed for this meeting, is left out. A standing item gives way
    to SSC's own point, or to an item, about the same topic.
    """
    gone = situation.dismissed | situation.carried | {item.origin for item in situation.items if item.origin}
    gone |= {origin.replace(FROM_TEMPLATE, STANDING_KEY, 1) for origin in gone if origin.startswith(FROM_TEMPLATE)}
    return tuple(proposal for proposal in _all(situation) if proposal.key not in gone)


def place_for(proposal: Proposal, items: Sequence[AgendaItem]) -> int:
    """The index where an accepted proposal goes."""
    return place_of(proposal.rank, items)


def place_of(rank: int, items: Sequence[AgendaItem]) -> int:
    """The index where an item of a rank goes: openings first, closings last, the rest before the closings."""
    ranks = [_edge_rank(item) for item in items]
    if rank <= RANK[Topic.NOTES]:
        opening = list(takewhile(lambda other: other is not None and other <= rank, ranks))
        return len(opening)
    limit = max(rank, RANK[Topic.OTHER] - 1)
    closing = list(takewhile(lambda other: other is not None and other > limit, reversed(ranks)))
    return len(items) - len(closing)


def _edge_rank(item: AgendaItem) -> int | None:
    """The rank of an item that tells by its words where it belongs."""
    topic = topic_of(item.title) if item.source.kind in _AGENDA_SOURCES else None
    return RANK[topic] if topic else None


def _all(situation: Situation) -> Iterator[Proposal]:
    yield from of_matters(situation)
    yield from of_repetitions(situation)
    yield from _overdue_actions(situation)
    yield from (_of_decision(decision) for decision in situation.decisions)
    yield from (_of_banked(item, situation.meeting.day) for item in situation.banked)
    yield from (proposal_of_deferred(item, situation.levels) for item in situation.deferred)
    yield from (_of_order(order, need) for order in situation.orders if (need := _order_need(order, situation)))
    yield from _contact_changes(situation)
    yield from _received(situation)
    yield from _standing(situation)


def _overdue_actions(situation: Situation) -> Iterator[Proposal]:
    for action in situation.actions:
        if action.overdue(situation.meeting.day) and action.due_on:
            owner = action.owner or _side(action.party)
            yield Proposal(
                key=f"action:{action.id}",
                title=f"Försenad åtgärd: {action.text}",
                reason=f"Skulle ha varit klar {in_prose(action.due_on)}. Ansvar: {owner}.",
                section="1.2",
                rank=RANK[Topic.ACTIONS] + 1,
                presenter=_US if action.party is Party.AGENCY else _SSC,
                source=Source(SourceKind.ACTION, action.id, "Åtgärd"),
            )


def _of_decision(decision: Decision) -> Proposal:
    day = f" {in_prose(decision.review_on)}" if decision.review_on else ""
    return Proposal(
        key=f"decision:{decision.id}:{decision.review_on}",
        title=f"Uppföljning av beslut: {decision.text}",
        reason=f"Beslutet {in_prose(decision.decided_on)} skulle följas upp{day}.",
        section="1.2",
        rank=RANK[Topic.ACTIONS] + 1,
        source=Source(SourceKind.DECISION, decision.id, "Beslut"),
    )


def proposal_of_deferred(item: AgendaItem, levels: frozenset[Level]) -> Proposal:
    """What offers a deferred item, or one whose meeting was cancelled, to a later meeting of these levels (R10)."""
    deferred = item.state is ItemState.DEFERRED
    count = max(1, item.deferrals) if deferred else item.deferrals
    often = f"Bordlagd {times(count)} tidigare." if count else ""
    cancelled = "" if deferred else "Stod på dagordningen för ett möte som ställdes in."
    return Proposal(
        key=deferred_key(item.id),
        title=item.title,
        reason=" ".join(words for words in (cancelled, often, _way_out(count, levels)) if words),
        section="1.2",
        rank=RANK[Topic.ACTIONS] + 2,
        kind=item.kind,
        presenter=item.presenter,
        minutes=item.minutes,
        deferrals=count,
        source=Source(SourceKind.ITEM, item.meeting_id, "Bordlagd punkt" if deferred else "Punkt från inställt möte"),
    )


def _of_banked(item: BankedItem, day: date) -> Proposal:
    days = (day - item.added_on).days
    waited = f" och har då väntat {days} dagar" if days > 1 else ""
    note = f" {item.note}" if item.note else ""
    return Proposal(
        key=f"bank:{item.id}",
        title=item.title,
        reason=f"Lades i punktbanken {in_prose(item.added_on)}{waited}.{note}",
        rank=UNKNOWN_RANK,
        kind=item.kind,
        source=Source(SourceKind.BANK, item.id, "Punktbanken"),
    )


def _way_out(deferrals: int, levels: frozenset[Level]) -> str:
    """What to do about an item that is deferred again and again: escalation goes one level up at a time (R20)."""
    if deferrals < OFTEN:
        return ""
    highest = max((level.rank for level in levels), default=Level.STRATEGIC.rank)
    if above := [level for level in Level if level.rank == highest + 1]:
        return f"Överväg att eskalera frågan till {LEVEL[above[0]]}."
    return "Överväg att avgöra frågan eller stryka punkten."


_NEEDS = {
    ForumNeed.CONSULTATION: ("Samråd om beställning", "Beställningen kräver samråd innan den görs.", "4.2"),
    ForumNeed.QUOTE_DECISION: ("Ta ställning till offert", "En offert väntar på beslut.", "4.1"),
    ForumNeed.APPROVAL: ("Godkänn leverans", "Leveransen väntar på godkännande.", "4.1"),
    ForumNeed.SUPPLEMENT: (
        "Tillägg till överenskommelsen",
        "Ett tillägg är upprättat och väntar på underskrift.",
        "4.2",
    ),
}


def _order_need(order: Order, situation: Situation) -> ForumNeed | None:
    return order.need() if order.forums() & situation.levels else None


def _of_order(order: Order, need: ForumNeed) -> Proposal:
    lead, reason, section = _NEEDS[need]
    value = f" Värde: {order.value}." if order.value else ""
    return Proposal(
        key=f"order:{order.id}:{need}",
        title=f"{lead}: {order.title}",
        reason=f"{reason}{value}",
        section=section,
        rank=60,
        kind=ItemKind.DECISION,
        minutes=15,
        source=Source(SourceKind.ORDER, order.id, f"Beställning {order.number}"),
    )


def _contact_changes(situation: Situation) -> Iterator[Proposal]:
    """Changes that SSC has not been told of, and levels where nobody of ours holds the role (R15, R18)."""
    if situation.forum.is_council:
        return
    yield from map(proposal_of_notice, situation.notices)
    held = [role for contact in situation.our_contacts for role in contact.assignments if role.level]
    for level in sorted(situation.levels, key=lambda each: each.rank):
        if held and not any(role.level is level and role.held_on(situation.meeting.day) for role in held):
            yield _contact_proposal(
                f"vacancy:{level}",
                f"Kontaktperson saknas på {LEVEL[level]}",
                f"Ingen hos oss har uppdraget på mötesdagen. Båda parter utser kontaktpersoner för {LEVEL[level]}.",
            )


def proposal_of_notice(notice: ContactNotice) -> Proposal:
    """What offers a change of contact that has to be announced to a meeting (R18)."""
    return _contact_proposal(
        f"notice:{notice.id}",
        f"Ändrad kontaktperson: {notice.title}",
        f"Gäller från {in_prose(notice.effective_on)} och är inte meddelad ännu.",
        notice.id,
    )


def _contact_proposal(key: str, title: str, reason: str, notice_id: UUID | None = None) -> Proposal:
    return Proposal(
        key=key,
        title=title,
        reason=reason,
        section="1.5",
        rank=RANK[Topic.CONTACTS],
        kind=ItemKind.INFORMATION,
        presenter=_US,
        minutes=5,
        source=Source(SourceKind.CONTACTS, notice_id, "Anmälan" if notice_id else "Kontakter"),
    )


def _received(situation: Situation) -> Iterator[Proposal]:
    for point in situation.received:
        topic = topic_of(point.text)
        model = next((item for item in standing_items(situation.forum) if item.topic is topic), None)
        yield Proposal(
            key=f"received:{point.id}",
            title=point.text,
            reason=f"Punkt {point.number} i kallelsen från Statens servicecenter.",
            section="1.2",
            rank=RANK[topic] if topic else UNKNOWN_RANK,
            kind=model.kind if model else ItemKind.INFORMATION,
            presenter=Presenter(model.presenter) if model else _SSC,
            minutes=model.minutes if model else 10,
            source=Source(SourceKind.RECEIVED, point.id, f"Kallelsen, punkt {point.number}"),
        )


_STANDING_REASONS = {
    Forum.OPERATIONAL: "Stående punkt på operativ nivå.",
    Forum.TACTICAL: "Stående punkt på taktisk nivå.",
    Forum.COMBINED: "Stående punkt i det taktiska och operativa forumet.",
    Forum.STRATEGIC: "Stående punkt på strategisk nivå.",
    Forum.COUNCIL: "Hör till förberedelsen av varje Kundråd.",
}


def _standing(situation: Situation) -> Iterator[Proposal]:
    covered = {topic_of(point.text) for point in situation.received}
    covered |= {topic_of(item.title) for item in situation.items if item.source.kind in _AGENDA_SOURCES}
    for item in standing_items(situation.forum):
        if item.topic not in covered:
            yield Proposal(
                key=f"{STANDING_KEY}{item.topic}",
                title=_standing_title(item, situation),
                reason=_STANDING_REASONS[situation.forum],
                section=item.section,
                rank=RANK[item.topic],
                kind=item.kind,
                presenter=Presenter(item.presenter),
                minutes=item.minutes,
                source=Source(SourceKind.STANDING, None, "Stående punkt"),
            )


def _standing_title(item: StandingItem, situation: Situation) -> str:
    """The follow-up of actions says how many there are."""
    if item.topic is not Topic.ACTIONS or not situation.actions:
        return item.title
    late = sum(action.overdue(situation.meeting.day) for action in situation.actions)
    count = len(situation.actions)
    numbers = f"{count} {'öppen' if count == 1 else 'öppna'}" + (
        f", {late} {'försenad' if late == 1 else 'försenade'}" if late else ""
    )
    return f"{item.title}: {numbers}"


def _side(party: Party) -> str:
    return "vi" if party is Party.AGENCY else "SSC"
