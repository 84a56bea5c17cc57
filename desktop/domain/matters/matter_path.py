"""A matter's way through the levels, to be drawn: lanes, marks and what each says (R1, R20).

The model's own figure is a picture whose text nobody has; this is our reading of its prose (section 2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.dates import SWEDEN, day_and_month, in_prose
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.escalating import rung
from desktop.domain.matters.escalation import EscalationReason, EscalationStep
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.domain.vocabulary import LEVEL

MOST_MARKS = 9
"""How many marks are drawn at most; what lies in between is counted in one of them."""
_REASON = {
    EscalationReason.REPEATED_DEFICIENCY: "upprepad brist",
    EscalationReason.INCIDENT_NOT_REMEDIED: "ej åtgärdat",
    EscalationReason.OTHER: "annat skäl",
}


class MarkKind(StrEnum):
    """What a mark tells."""

    REPORTED = "reported"
    CONTACT = "contact"
    REPORT = "report"
    RAISED = "raised"
    RETURNED = "returned"
    CLOSED = "closed"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point on the way: on which level and day, a few words beside it, and the whole of it as a sentence."""

    kind: MarkKind
    level: Level
    day: date
    words: str
    sentence: str

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come, and so is drawn hollow at the end of a dashed line."""
        return self.kind is MarkKind.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A level, or the two that share a forum, as a line to walk on; the highest comes first."""

    levels: frozenset[Level]
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPath:
    """The drawing: lanes from the top, marks from the left."""

    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]

    def lane_of(self, mark: Mark) -> int:
        """The number of the lane a mark stands on, 0 at the top."""
        return next(place for place, lane in enumerate(self.lanes) if mark.level in lane.levels)

    def told(self) -> str:
        """The whole way as text, for those who listen and for the PDF."""
        return " ".join(mark.sentence for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """A coming meeting where the matter is on the agenda."""

    day: date
    level: Level
    title: str


def lanes_of(model: LevelModel) -> tuple[Lane, ...]:
    """The lanes of a number of levels: three, or two where the lower ones share a forum (R1)."""
    found: list[Lane] = []
    for height in sorted({rung(level, model) for level in Level}, reverse=True):
        levels = [level for level in Level if rung(level, model) == height]
        found.append(Lane(levels=frozenset(levels), level=levels[-1]))
    return tuple(found)


def path_of(
    matter: Matter,
    model: LevelModel,
    steps: Sequence[EscalationStep],
    entries: Iterable[MatterEntry] = (),
    planned: Iterable[PlannedMeeting] = (),
) -> MatterPath:
    """The way of a matter so far, and the meetings where it is on the agenda."""
    start = steps[0].from_level if steps else matter.level
    marks = [_mark(MarkKind.REPORTED, start, matter.reported_on, "anmält", f"Anmält på {LEVEL[start]}.")]
    marks += _contacts(entries, steps, start)
    if matter.kind is MatterKind.INCIDENT and matter.report_on:
        level = _level_on(matter.report_on, steps, start)
        marks.append(_mark(MarkKind.REPORT, level, matter.report_on, "rapport", "Incidentrapporten kom."))
    marks += [_step_mark(step) for step in steps]
    if matter.closed_on and not matter.is_open:
        marks.append(_mark(MarkKind.CLOSED, matter.level, matter.closed_on, "avslutat", "Avslutat."))
    marks.sort(key=lambda mark: mark.day)  # stable: on one day in the order above
    if matter.is_open:
        marks += [
            _mark(MarkKind.PLANNED, meeting.level, meeting.day, "möte", f"Planerat: {meeting.title}.")
            for meeting in sorted(planned, key=lambda each: each.day)[:1]
        ]
    return MatterPath(lanes=lanes_of(model), marks=_thinned(marks))


def _mark(kind: MarkKind, level: Level, day: date, words: str, sentence: str) -> Mark:
    return Mark(
        kind=kind, level=level, day=day, words=f"{day_and_month(day)} {words}", sentence=f"{in_prose(day)}: {sentence}"
    )


def _step_mark(step: EscalationStep) -> Mark:
    if step.is_return:
        said = f"Återfört till {LEVEL[step.to_level]}."
        return _mark(MarkKind.RETURNED, step.to_level, step.taken_on, "återfört", said)
    reason = f": {_REASON[step.reason]}" if step.reason else ""
    said = f"Eskalerat från {LEVEL[step.from_level]} till {LEVEL[step.to_level]}{reason}."
    return _mark(MarkKind.RAISED, step.to_level, step.taken_on, f"eskalerat{reason}", said)


def _contacts(entries: Iterable[MatterEntry], steps: Sequence[EscalationStep], start: Level) -> list[Mark]:
    """Contacts with the other party; what is for our own eyes is not drawn (R11)."""
    found: list[Mark] = []
    for entry in entries:
        if entry.is_internal or entry.channel is None:
            continue
        day = entry.happened_at.astimezone(SWEDEN).date()
        level = entry.level or _level_on(day, steps, start)
        first_line = entry.text.splitlines()[0][:120]
        found.append(_mark(MarkKind.CONTACT, level, day, "kontakt", f"Kontakt: {first_line}"))
    return found


def _level_on(day: date, steps: Sequence[EscalationStep], start: Level) -> Level:
    taken = [step.to_level for step in steps if step.taken_on <= day]
    return taken[-1] if taken else start


def _thinned(marks: list[Mark]) -> tuple[Mark, ...]:
    """At most ``MOST_MARKS``: contacts give way first, the oldest before the newest."""
    spare = max(0, len(marks) - MOST_MARKS)
    dropped = {id(mark) for mark in [each for each in marks if each.kind is MarkKind.CONTACT][:spare]}
    return tuple(mark for mark in marks if id(mark) not in dropped)
