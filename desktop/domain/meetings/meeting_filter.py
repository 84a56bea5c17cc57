"""Which meetings of a forum the list shows: by words, by what became of them, by area, series and year."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting import MeetingRow, MeetingState


class Stage(StrEnum):
    """What one looks for a meeting by: whether it is to come, and what came of it."""

    COMING = "coming"
    AWAITING = "awaiting"
    HELD = "held"
    CANCELLED = "cancelled"


_HELD = {MeetingState.HELD, MeetingState.NOTES_AWAITED, MeetingState.NOTES_RECEIVED, MeetingState.NOTES_CHECKED}


def stages_of(row: MeetingRow, moment: datetime) -> frozenset[Stage]:
    """Where a meeting is found; one whose notes are awaited was held too, and a past one nobody noted is in none."""
    if row.state is MeetingState.CANCELLED:
        return frozenset({Stage.CANCELLED})
    found = {Stage.COMING} if row.ends_at >= moment else set[Stage]()
    if row.state in _HELD:
        found = {Stage.HELD}
    if row.state is MeetingState.NOTES_AWAITED:
        found.add(Stage.AWAITING)
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFilter:
    """What the list of meetings is narrowed to; an empty field narrows by nothing."""

    text: str = ""
    stage: Stage | None = None
    area_id: UUID | None = None
    series_id: UUID | None = None
    year: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every meeting is shown."""
        return replace(self, text=self.text.strip()) == MeetingFilter()

    def matches(self, row: MeetingRow, moment: datetime) -> bool:
        """Whether the list shows a meeting: every word is in its title or date, and all that is chosen fits."""
        words = f"{row.title} {row.day.isoformat()} {in_prose(row.day)}".casefold()
        return (
            all(word in words for word in self.text.casefold().split())
            and (self.stage is None or self.stage in stages_of(row, moment))
            and self.area_id in {None, row.area_id}
            and self.series_id in {None, row.series_id}
            and self.year in {None, row.day.year}
        )

    def shown(self, rows: Iterable[MeetingRow], moment: datetime) -> tuple[MeetingRow, ...]:
        """The meetings that match, in the order they came."""
        return tuple(row for row in rows if self.matches(row, moment))


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many meetings each choice would show, together with everything else that is chosen."""

    stages: Counter[Stage]
    areas: Counter[UUID | None]
    series: Counter[UUID | None]
    years: Counter[int]


def counts_of(chosen: MeetingFilter, rows: Iterable[MeetingRow], moment: datetime) -> FilterCounts:
    """Count the meetings behind every choice; each is counted as if it alone of its kind were chosen."""
    known = tuple(rows)

    def others(**without: None) -> tuple[MeetingRow, ...]:
        return replace(chosen, **without).shown(known, moment)

    return FilterCounts(
        Counter(stage for row in others(stage=None) for stage in stages_of(row, moment)),
        Counter(row.area_id for row in others(area_id=None)),
        Counter(row.series_id for row in others(series_id=None)),
        Counter(row.day.year for row in others(year=None)),
    )
