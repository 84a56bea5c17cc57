"""Rows of meetings for tests of the calendar."""

from datetime import UTC, date, datetime, time, timedelta

from desktop.domain.dates import SWEDEN
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import MeetingRow, MeetingState

TODAY = date(2026, 12, 1)


def meeting(day: date, hour: int = 13, level: Level = Level.TACTICAL, **more: object) -> MeetingRow:
    """A meeting of 90 minutes at a Swedish hour."""
    starts = datetime.combine(day, time(hour), SWEDEN).astimezone(UTC)
    values: dict[str, object] = {
        "title": "Taktiskt möte",
        "state": MeetingState.PLANNED,
        "forum": Forum(level.value),
        **more,
    }
    return MeetingRow(
        id=new_id(), level=level, starts_at=starts, ends_at=starts + timedelta(minutes=90), items=0,
        planned_minutes=0, **values,  # type: ignore[arg-type]
    )  # fmt: skip
