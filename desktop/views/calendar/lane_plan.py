"""Where things stand in the picture of a year: months, weeks, lanes and marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF

from desktop.domain.forum import Forum
from desktop.domain.meetings.meeting import MeetingRow

MARK = 12.0
"""The side of a mark in device-independent pixels."""
_PITCH = MARK + 6


@dataclass(frozen=True, slots=True)
class LanePlan:
    """The measures of one picture, in device-independent pixels.

    Args:
        year: Which year.
        width: Of the whole picture.
        height: Of the whole picture.
        left: The width of the words before the lanes.
        top: The height of months and weeks above the lanes.
        forums: Those that have a lane, from above.
    """

    year: int
    width: float
    height: float
    left: float
    top: float
    forums: tuple[Forum, ...] = (Forum.OPERATIONAL, Forum.TACTICAL, Forum.STRATEGIC)

    @property
    def days(self) -> int:
        """How many days the year has."""
        return (date(self.year + 1, 1, 1) - date(self.year, 1, 1)).days

    @property
    def per_day(self) -> float:
        """The width of a day."""
        return max(self.width - self.left - MARK, 1) / self.days

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + MARK / 2 + (day - date(self.year, 1, 1)).days * self.per_day

    def lane(self, forum: Forum) -> QRectF:
        """The ground of a forum."""
        high = (self.height - self.top) / len(self.forums)
        return QRectF(0, self.top + self.forums.index(forum) * high, self.width, high)

    def outside(self, forum: Forum, spans: Sequence[tuple[date, date]]) -> list[QRectF]:
        """The parts of a forum's lane that lie outside the days on which it can meet."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        edges: list[date | None] = [
            first,
            *(day for start, end in spans for day in (start, end + timedelta(days=1))),
            None,
        ]
        lane, found = self.lane(forum), list[QRectF]()
        for begins, ends in zip(edges[::2], edges[1::2], strict=True):
            if begins is not None and begins <= last and begins != ends:
                left = self.x(begins)
                right = self.width if ends is None else self.x(ends)
                found.append(QRectF(left, lane.top() + 1, right - left, lane.height() - 1))
        return found

    def weeks(self) -> list[tuple[date, int]]:
        """The Mondays of the year's ISO weeks and their numbers; the first may lie in the year before."""
        first = date.fromisocalendar(self.year, 1, 1)
        last = date(self.year, 12, 28).isocalendar().week  # 28 December is always in the last week (ISO 8601)
        return [(first + timedelta(weeks=number), number + 1) for number in range(last)]

    def marks(self, rows: Sequence[MeetingRow]) -> list[QRectF]:
        """Where the marks stand, one for each meeting; those that would overlap stand below each other."""
        places: list[QRectF] = []
        for forum in self.forums:
            places += self._marks_of(forum, [row for row in rows if row.forum is forum])
        return places

    def _marks_of(self, forum: Forum, rows: Sequence[MeetingRow]) -> list[QRectF]:
        ends: list[float] = []
        found: list[tuple[float, int]] = []
        for row in rows:
            x = self.x(row.day) + self.per_day / 2 - MARK / 2
            line = next((number for number, end in enumerate(ends) if end <= x), len(ends))
            ends[line:] = [x + MARK + 2, *ends[line + 1 :]]
            found.append((x, line))
        lane = self.lane(forum)
        pitch = min(_PITCH, (lane.height() - MARK - 4) / max(len(ends) - 1, 1))
        top = lane.center().y() - (pitch * (len(ends) - 1) + MARK) / 2
        return [QRectF(x, top + line * pitch, MARK, MARK) for x, line in found]
