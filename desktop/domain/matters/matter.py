"""Matters: questions, deficiencies, incidents and risks (R19–R24)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.dates import add_months
from desktop.domain.level import Level
from desktop.domain.money import Money


class MatterKind(StrEnum):
    """The four kinds of matter (R19)."""

    QUESTION = "question"
    DEFICIENCY = "deficiency"
    INCIDENT = "incident"
    RISK = "risk"


class MatterStatus(StrEnum):
    """Whether someone still has the ball."""

    OPEN = "open"
    CLOSED = "closed"


class Grade(StrEnum):
    """How grave an incident is (R21)."""

    SERIOUS = "serious"
    SIGNIFICANT = "significant"
    MODERATE = "moderate"
    NEGLIGIBLE = "negligible"

    @property
    def requires_report(self) -> bool:
        """Serious and significant incidents always get a report (R21, section 3.3)."""
        return self in {Grade.SERIOUS, Grade.SIGNIFICANT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter. ``reported_on`` is the date it was entered in the list of matters.

    ``raised_operational_on`` and ``raised_tactical_on`` are the dates a risk was raised to each level (R24);
    ``report_on`` is when an incident's report was there (R21). Closing asks for its ``outcome``, who confirmed it, what
    was learnt and when to look at it again. A matter that turned out to be another one is ``merged_into`` it; its
    number leads there.
    """

    id: UUID
    number: str
    kind: MatterKind
    title: str
    level: Level
    reported_on: date
    description: str = ""
    area_id: UUID | None = None
    status: MatterStatus = MatterStatus.OPEN
    closed_on: date | None = None
    support_case: str = ""
    cost: Money | None = None
    cost_settled_on: date | None = None
    grade: Grade | None = None
    report_on: date | None = None
    escalated_on: date | None = None
    raised_operational_on: date | None = None
    raised_tactical_on: date | None = None
    own_registry_number: str = ""
    ssc_registry_number: str = ""
    outcome: str = ""
    confirmed_by: str = ""
    lesson: str = ""
    follow_up_on: date | None = None
    merged_into: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether the matter is open."""
        return self.status is MatterStatus.OPEN

    @property
    def is_escalated(self) -> bool:
        """Whether it has left the daily contact where every matter but a risk begins (R19, R20)."""
        return self.kind is not MatterKind.RISK and self.level is not Level.OPERATIONAL

    @property
    def lacks_report(self) -> bool:
        """Whether the report that its grade always requires is missing (R21)."""
        if self.kind is not MatterKind.INCIDENT or self.grade is None:
            return False
        return self.grade.requires_report and self.report_on is None

    @property
    def has_unsettled_cost(self) -> bool:
        """Whether a deficiency's cost is known but its split is not decided (R22)."""
        return self.kind is MatterKind.DEFICIENCY and self.cost is not None and self.cost_settled_on is None

    def raised_on(self, level: Level) -> date | None:
        """When a risk was raised to that level (R24)."""
        if level is Level.OPERATIONAL:
            return self.raised_operational_on
        return self.raised_tactical_on if level is Level.TACTICAL else None


@dataclass(frozen=True, slots=True)
class MatterSearch:
    """Which matters are looked for: of one kind if one is given, with every one of the words somewhere."""

    kind: MatterKind | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class RepetitionRule:
    """Repeated means this many deficiencies within this many months (R23)."""

    times: int = 3
    months: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class DeficiencyMark:
    """As much of a deficiency as the search for repetition needs."""

    id: UUID
    number: str
    area_id: UUID | None
    reported_on: date
    is_open: bool


def repetition(marks: Iterable[DeficiencyMark], day: date, rule: RepetitionRule) -> tuple[DeficiencyMark, ...]:
    """The latest group of repeated deficiencies of *one* service area, oldest first, or nothing (R23).

    A group counts when it has ``rule.times`` members within ``rule.months`` months, ends no later than ``day``, and
    its last member is still open or not older than ``rule.months`` months.
    """
    known = sorted(
        (mark for mark in marks if mark.reported_on <= day),
        key=lambda m: (m.reported_on, m.is_open, m.number),
    )
    recent = add_months(day, -rule.months)
    for end in range(len(known), 0, -1):
        last = known[end - 1]
        if not (last.is_open or last.reported_on >= recent):
            continue
        earliest = add_months(last.reported_on, -rule.months)
        group = tuple(mark for mark in known[:end] if mark.reported_on >= earliest)
        if len(group) >= rule.times:
            return group
    return ()
