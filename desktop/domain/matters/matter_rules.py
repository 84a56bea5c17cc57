"""What matters give the agenda: incidents, reports, repeated deficiencies, costs and risks (R8, R20–R24)."""

from collections.abc import Iterator
from datetime import date

from desktop.domain.dates import day_and_month, in_prose
from desktop.domain.level import Level
from desktop.domain.matters.matter import DeficiencyMark, Grade, Matter, MatterKind
from desktop.domain.meetings.agenda import ItemKind, Presenter, PresenterRole, Source, SourceKind
from desktop.domain.meetings.proposal import Proposal, Situation
from desktop.domain.meetings.standing import RANK, Topic
from desktop.domain.vocabulary import GRADE, LEVEL, MATTER_KIND

_US = Presenter(PresenterRole.US)
_SSC = Presenter(PresenterRole.SSC)
_NAMED = 6
"""How many repeated deficiencies a reason names."""


def of_matters(situation: Situation) -> Iterator[Proposal]:
    """The open matters of the meeting's levels, newly escalated first."""
    for matter in sorted(situation.matters, key=_importance, reverse=True):
        yield from _of_matter(matter, situation)


def _importance(matter: Matter) -> tuple[bool, date, int, str]:
    """Newly escalated first, then the graver and the newer."""
    grades = list(reversed(Grade))
    gravity = grades.index(matter.grade) + 1 if matter.grade else 0
    return matter.is_escalated, matter.escalated_on or matter.reported_on, gravity, matter.number


def _of_matter(matter: Matter, situation: Situation) -> Iterator[Proposal]:
    if not matter.is_open:
        return
    source = Source(SourceKind.MATTER, matter.id, f"Ärende {matter.number}")
    if matter.kind is MatterKind.RISK:
        yield from _of_risk(matter, source, situation)
        return
    if matter.level not in situation.levels:
        return
    if matter.is_escalated or matter.kind is MatterKind.INCIDENT:
        yield _of_serious_matter(matter, source)
    if matter.lacks_report:
        yield Proposal(
            key=f"report:{matter.id}",
            title=f"Incidentrapport saknas för {matter.number}: {matter.title}",
            reason=f"{_named_grade(matter).capitalize()} incident, "
            f"upptäckt {in_prose(matter.reported_on)}: en rapport ska alltid upprättas.",
            section="3.3",
            rank=31,
            presenter=_SSC,
            source=source,
        )
    if matter.has_unsettled_cost:
        yield Proposal(
            key=f"cost:{matter.id}",
            title=f"Fördelning av kostnad för {matter.number}: {matter.title}",
            reason=f"Kostnaden {matter.cost} är inte fördelad mellan parterna.",
            section="3.4",
            rank=33,
            kind=ItemKind.DECISION,
            minutes=15,
            source=source,
        )
    elif not matter.is_escalated and matter.kind is not MatterKind.INCIDENT:
        yield Proposal(
            key=f"matter:{matter.id}",
            title=matter.title,
            reason=f"Öppet ärende på {LEVEL[matter.level]} sedan {in_prose(matter.reported_on)}.",
            section="2",
            rank=36,
            source=source,
        )


def _of_serious_matter(matter: Matter, source: Source) -> Proposal:
    since = f" {in_prose(matter.escalated_on)}" if matter.escalated_on else ""
    kind = MATTER_KIND[matter.kind]
    graded = f"{kind}, {_named_grade(matter)}" if matter.kind is MatterKind.INCIDENT else kind
    if matter.is_escalated:
        reason = f"{graded}. Eskalerat till {LEVEL[matter.level]}{since}."
    else:
        reason = f"{graded}. Öppen sedan {in_prose(matter.reported_on)}."
    return Proposal(
        key=f"matter:{matter.id}",
        title=matter.title,
        reason=reason,
        section="2" if matter.is_escalated else "3.3",
        rank=30,
        kind=ItemKind.DECISION if matter.is_escalated else ItemKind.DISCUSSION,
        presenter=_US,
        minutes=20 if matter.is_escalated else 15,
        source=source,
    )


def _named_grade(matter: Matter) -> str:
    return GRADE[matter.grade] if matter.grade else "ännu inte graderad"


def _of_risk(matter: Matter, source: Source, situation: Situation) -> Iterator[Proposal]:
    """A risk is raised to the operational *and* the tactical level; where it has not been, it is proposed (R24)."""
    waiting = [
        level
        for level in (Level.OPERATIONAL, Level.TACTICAL)
        if level in situation.levels and matter.raised_on(level) is None
    ]
    if waiting or (matter.level is Level.STRATEGIC and Level.STRATEGIC in situation.levels):
        words = " och ".join(LEVEL[level] for level in waiting)
        yield Proposal(
            key=f"matter:{matter.id}",
            title=f"Risk: {matter.title}",
            reason=f"Risken är ännu inte lyft till {words}." if words else "Öppen risk på strategisk nivå.",
            section="3.2",
            rank=RANK[Topic.RISKS] + 1,
            source=source,
        )


def of_repetitions(situation: Situation) -> Iterator[Proposal]:
    """Repeated deficiencies, which the daily contact has not ended: for the operational and tactical levels (R23)."""
    if situation.levels & {Level.OPERATIONAL, Level.TACTICAL}:
        yield from (_of_repetition(group, situation) for group in situation.repeated)


def _of_repetition(group: tuple[DeficiencyMark, ...], situation: Situation) -> Proposal:
    first, last = group[0], group[-1]
    area = situation.area_names.get(last.area_id, "") if last.area_id else ""
    numbers = ", ".join(mark.number for mark in group[-_NAMED:])
    if len(group) > _NAMED:
        numbers = f"de senaste {numbers}"
    state = "den senaste är fortfarande öppen" if last.is_open else f"den senaste {in_prose(last.reported_on)}"
    return Proposal(
        key=f"repetition:{last.area_id}:{last.id}",
        title=f"Upprepad leveransbrist{f' inom {area.lower()}' if area else ''}: {len(group)} gånger",
        reason=f"{numbers}, från {day_and_month(first.reported_on)} till {in_prose(last.reported_on)}; {state}.",
        section="2",
        rank=32,
        kind=ItemKind.DECISION,
        minutes=15,
        source=Source(SourceKind.REPETITION, last.area_id, f"{len(group)} leveransbrister"),
    )
