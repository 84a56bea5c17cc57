"""What is known of a series from its meetings, and what changing it did (R4)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.forum import Forum
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.series_rules import SeriesTally

_NOTHING = SeriesTally()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFile:
    """A series with what its meetings tell.

    Attributes:
        forum: The one it is for now, or on its first day if it has not begun (R1).
        next_meeting: The nearest one to come that is not cancelled.
        last_planned: The latest day of the series that has a meeting.
        last_held: The day the forum met last, in this series or outside it.
        weeks_without: For how many weeks it has not met, where that is longer than agreed; else 0.
        this_year: What was planned for the calendar year, and what became of it.
        past_year: The same for the twelve months up to today.
        coming: How many meetings are still to come, without cancelled ones.
        placed: Coming days of the series whose meeting lies on another day, each with that day.
        can_extend: Whether few meetings remain, though the series goes on.
    """

    series: Series
    forum: Forum
    area_name: str = ""
    next_meeting: Meeting | None = None
    last_planned: date | None = None
    last_held: date | None = None
    weeks_without: int = 0
    this_year: SeriesTally = _NOTHING
    past_year: SeriesTally = _NOTHING
    coming: int = 0
    placed: tuple[tuple[date, date], ...] = ()
    can_extend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesOutcome:
    """What laying out or changing a series did: how many meetings.

    Attributes:
        series_id: The series.
        made: New ones.
        taken_in: Those that were there already and became part of it.
        followed: Those that followed the change.
        removed: Those that nobody had touched and that have no day any more.
        stayed: Coming ones that stay as they are, since someone has worked with them.
    """

    series_id: UUID
    made: int = 0
    taken_in: int = 0
    followed: int = 0
    removed: int = 0
    stayed: int = 0
