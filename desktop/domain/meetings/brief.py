"""What to know before a meeting, on one page: made from the register alone, every line with its source (R8)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.domain.dates import SWEDEN, add_months, in_prose
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_rules import of_matters
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.meetings.agenda_rules import propose
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import (
    by_day,
    by_urgency,
    days_overdue,
    due_for_review,
    in_force,
    overdue_words,
    replacements,
)
from desktop.domain.meetings.meeting import Meeting, SecrecyMarking
from desktop.domain.meetings.proposal import Proposal, Situation
from desktop.domain.vocabulary import LEVEL, forum_words

DECISION_MONTHS = 12
"""How far back decisions are recent, in months."""


class BriefTopic(StrEnum):
    """What a section tells, in the order of the page: what earlier meetings left behind, then what lies open now."""

    DECISIONS = "decisions"
    OUR_ACTIONS = "our_actions"
    SSC_ACTIONS = "ssc_actions"
    DEFERRED = "deferred"
    AWAITED = "awaited"
    MATTERS = "matters"
    REPEATED = "repeated"
    RISKS = "risks"
    ORDERS = "orders"
    CONTACTS = "contacts"

    @property
    def from_before(self) -> bool:
        """Whether earlier meetings left it behind."""
        return self in _FROM_BEFORE


_FROM_BEFORE = frozenset(
    {BriefTopic.DECISIONS, BriefTopic.OUR_ACTIONS, BriefTopic.SSC_ACTIONS, BriefTopic.DEFERRED, BriefTopic.AWAITED}
)
_TITLES = {
    BriefTopic.DECISIONS: "Senaste beslut",
    BriefTopic.OUR_ACTIONS: "Våra öppna åtgärder",
    BriefTopic.SSC_ACTIONS: "SSC:s öppna åtgärder",
    BriefTopic.DEFERRED: "Bordlagda punkter",
    BriefTopic.AWAITED: "Väntade rapporter och anteckningar",
    BriefTopic.MATTERS: "Öppna ärenden på nivån",
    BriefTopic.REPEATED: "Upprepade leveransbrister",
    BriefTopic.RISKS: "Risker",
    BriefTopic.ORDERS: "Beställningar som väntar på oss",
    BriefTopic.CONTACTS: "Kontaktändringar och vakanser",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One thing to know.

    Attributes:
        text: What it is.
        detail: One or two sentences about it.
        mark: Why it asks for attention, in a few words such as ``Försenad 14 dagar``, or an empty text.
        grave: Whether the mark is about something that should have been done already.
        source: Where it comes from; its kind is ``OWN`` where the register has nothing more to open.
    """

    text: str
    detail: str = ""
    mark: str = ""
    grave: bool = False
    source: Source = Source()

    @property
    def opens(self) -> bool:
        """Whether there is something to open."""
        return self.source.kind is not SourceKind.OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """The lines of one topic, the most important first; there is at least one."""

    topic: BriefTopic
    lines: tuple[BriefLine, ...]

    @property
    def title(self) -> str:
        """The heading in Swedish."""
        return _TITLES[self.topic]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What to know before a meeting; there is no field for private preparation here (R11).

    Attributes:
        level: The level or the forum, and the service area, in words.
        day: The day whose state it shows.
        previous_on: The day of the forum's last meeting.
        sections: Those that have lines.
    """

    meeting_id: UUID
    title: str
    level: str
    starts_at: datetime
    ends_at: datetime
    day: date
    place: str = ""
    previous_on: date | None = None
    secrecy: SecrecyMarking | None = None
    sections: tuple[BriefSection, ...] = ()

    @property
    def meeting_day(self) -> date:
        """The date of the meeting in Sweden."""
        return self.starts_at.astimezone(SWEDEN).date()


def brief(
    situation: Situation, decisions: Iterable[Decision], *, awaiting_notes: Sequence[Meeting] = (), day: date
) -> Brief:
    """What to know before the meeting of a situation.

    Args:
        situation: Everything open that may belong on its agenda.
        decisions: Decisions of the forum's levels; those of the last twelve months are told, and older ones that
            were to be followed up during them.
        awaiting_notes: Earlier meetings of the forum whose notes have not come.
        day: Today; lateness is counted from it.
    """
    meeting = situation.meeting
    everything = propose(replace(situation, items=(), dismissed=frozenset()))
    told = {
        BriefTopic.DECISIONS: _decisions(decisions, meeting.day),
        BriefTopic.OUR_ACTIONS: _actions(situation.actions, Party.AGENCY, day),
        BriefTopic.SSC_ACTIONS: _actions(situation.actions, Party.SSC, day),
        BriefTopic.DEFERRED: _proposed(everything, SourceKind.ITEM),
        BriefTopic.AWAITED: (*_awaited_reports(situation), *_awaited_notes(awaiting_notes, day)),
        BriefTopic.MATTERS: _matters(situation),
        BriefTopic.REPEATED: _proposed(everything, SourceKind.REPETITION),
        BriefTopic.RISKS: _risks(situation),
        BriefTopic.ORDERS: _proposed(everything, SourceKind.ORDER),
        BriefTopic.CONTACTS: _proposed(everything, SourceKind.CONTACTS),
    }
    sections = ((topic, tuple(told[topic])) for topic in BriefTopic)
    return Brief(
        meeting_id=meeting.id,
        title=meeting.title,
        level=_level_words(situation),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        day=day,
        place=meeting.place,
        previous_on=situation.previous_on,
        secrecy=meeting.secrecy,
        sections=tuple(BriefSection(topic=topic, lines=lines) for topic, lines in sections if lines),
    )


def _level_words(situation: Situation) -> str:
    area = situation.area_names.get(situation.meeting.area_id, "") if situation.meeting.area_id else ""
    return forum_words(situation.forum, area)


def _decisions(decisions: Iterable[Decision], meeting_day: date) -> Iterator[BriefLine]:
    """Those that hold on the day of the meeting: what is due for review first, then the latest."""
    since, every = add_months(meeting_day, -DECISION_MONTHS), tuple(decisions)
    replaced = replacements(every)
    recent = [
        each
        for each in every
        if in_force(each, replaced, meeting_day)
        and (each.decided_on >= since or (each.review_on is not None and since <= each.review_on <= meeting_day))
    ]
    for decision in by_day(recent, meeting_day, review_first=True):
        review = f" Följs upp {in_prose(decision.review_on)}." if decision.review_on else ""
        yield BriefLine(
            text=decision.text,
            detail=f"Beslutat {in_prose(decision.decided_on)}.{review}",
            mark="Dags att följa upp" if due_for_review(decision, replaced, meeting_day) else "",
            source=_meeting_source(decision.meeting_id, "Mötet där det beslutades"),
        )


def _actions(actions: Iterable[Action], party: Party, day: date) -> Iterator[BriefLine]:
    for action in by_urgency(each for each in actions if each.party is party):
        due = f"Klar senast {in_prose(action.due_on)}." if action.due_on else "Inget datum är satt."
        mark = overdue_words(days_overdue(action, day))
        yield BriefLine(
            text=action.text,
            detail=f"Ansvar: {action.owner}. {due}" if action.owner else due,
            mark=mark,
            grave=bool(mark),
            source=Source(SourceKind.ACTION, action.id, "Åtgärd"),
        )


def _proposed(proposals: Iterable[Proposal], kind: SourceKind) -> Iterator[BriefLine]:
    """What the agenda would be offered from one kind of source, with its reason."""
    for proposal in proposals:
        if proposal.source.kind is kind:
            yield BriefLine(text=proposal.title, detail=proposal.reason, source=proposal.source)


def _matters(situation: Situation) -> Iterator[BriefLine]:
    """Every open matter but risks, once each with all that is said about it; newly escalated ones first."""
    matters = {matter.id: matter for matter in situation.matters if matter.kind is not MatterKind.RISK}
    said: dict[UUID, list[Proposal]] = {}
    for proposal in of_matters(situation):
        if (key := proposal.source.id) in matters and key is not None:
            said.setdefault(key, []).append(proposal)
    for key, proposals in said.items():
        matter, source = matters[key], proposals[0].source
        reasons = [each.reason for each in proposals if not _is_report(each)]
        newly = "Nyligen eskalerat" if _newly_escalated(matter, situation.previous_on) else ""
        report = "Rapport saknas" if matter.lacks_report else ""
        yield BriefLine(
            text=matter.title,
            detail=" ".join((f"{source.label}.", *reasons)),
            mark=f"{newly}, {report.lower()}" if newly and report else newly or report,
            grave=matter.lacks_report,
            source=source,
        )


def _newly_escalated(matter: Matter, since: date | None) -> bool:
    """Whether it has come to its level after the forum's last meeting."""
    return matter.escalated_on is not None and since is not None and matter.escalated_on > since


def _risks(situation: Situation) -> Iterator[BriefLine]:
    """Every open risk of the forum, and whether it has been raised to the levels where it belongs (R24)."""
    for matter in situation.matters:
        if matter.kind is MatterKind.RISK and matter.is_open:
            yield BriefLine(
                text=matter.title,
                detail=f"Ärende {matter.number}. {_raised(matter)}",
                source=Source(SourceKind.MATTER, matter.id, f"Ärende {matter.number}"),
            )


def _raised(matter: Matter) -> str:
    days = {level: matter.raised_on(level) for level in (Level.OPERATIONAL, Level.TACTICAL)}
    told = [f"Lyft till {LEVEL[level]} {in_prose(on)}." for level, on in days.items() if on]
    waiting = " eller ".join(LEVEL[level] for level, on in days.items() if on is None)
    return " ".join([*told, f"Ännu inte lyft till {waiting}."] if waiting else told)


def _awaited_reports(situation: Situation) -> Iterator[BriefLine]:
    for proposal in of_matters(situation):
        if _is_report(proposal):
            yield BriefLine(text=proposal.title, detail=proposal.reason, source=proposal.source)


def _is_report(proposal: Proposal) -> bool:
    return proposal.key.startswith("report:")


def _awaited_notes(meetings: Iterable[Meeting], day: date) -> Iterator[BriefLine]:
    """The notes that have been awaited longest first."""
    for meeting in sorted(meetings, key=lambda each: each.starts_at):
        waited = (day - meeting.day).days
        yield BriefLine(
            text=f"Minnesanteckningar från {meeting.title[:1].lower()}{meeting.title[1:]} {in_prose(meeting.day)}",
            detail=f"Mötet hölls för {waited} {'dag' if waited == 1 else 'dagar'} sedan." if waited > 0 else "",
            source=_meeting_source(meeting.id, "Mötet"),
        )


def _meeting_source(meeting_id: UUID | None, label: str) -> Source:
    return Source(SourceKind.ITEM, meeting_id, label) if meeting_id else Source()
