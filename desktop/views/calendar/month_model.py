"""The days of a month, week by week, with the meetings of each day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.dates import WEEKDAYS, today, week
from desktop.views.calendar.words import day_title, day_words, meeting_words, tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.meetings.meeting import MeetingRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that the calendar goes to."""


class MonthModel(QAbstractTableModel):
    """A row for every ISO week that the month touches, a column for every weekday, Monday first.

    Args:
        clock: Says which day it is.
        parent: The owning object.
    """

    def __init__(self, clock: Callable[[], date] = today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._meetings: dict[date, list[MeetingRow]] = {}
        self._set_month(clock())

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    @property
    def today(self) -> date:
        """Which day it is."""
        return self._clock()

    def show_month(self, day: date) -> None:
        """Show the month of a day."""
        if (day.year, day.month) != (self._month.year, self._month.month):
            self.beginResetModel()
            self._set_month(day)
            self.endResetModel()

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Put every meeting on its day in Sweden, earliest first."""
        self._meetings = {}
        for row in sorted(rows, key=lambda row: (row.starts_at, row.title)):
            self._meetings.setdefault(row.day, []).append(row)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))

    def day_at(self, index: Index) -> date:
        """The day of a cell."""
        return self._first + timedelta(days=7 * index.row() + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid one if the month does not show it."""
        number = (day - self._first).days
        return self.index(number // 7, number % 7) if 0 <= number < 7 * self._weeks else QModelIndex()

    def meetings_on(self, day: date) -> Sequence[MeetingRow]:
        """The meetings of a day, earliest first."""
        return self._meetings.get(day, ())

    def in_month(self, day: date) -> bool:
        """Whether a day belongs to the month itself."""
        return (day.year, day.month) == (self._month.year, self._month.month)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Four to six weeks."""
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Seven days."""
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of the day, what a screen reader says of it, and its meetings as a tip."""
        day = self.day_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_words(day, self.meetings_on(day), self.today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(day_title(day), *(meeting_words(row) for row in self.meetings_on(day)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Weekdays above, ISO weeks at the left."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Horizontal:
                return WEEKDAYS[section][:3]
            return week(self._first + timedelta(weeks=section))
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation == Qt.Orientation.Horizontal:
            return WEEKDAYS[section]
        return None

    def _set_month(self, day: date) -> None:
        self._month = day.replace(day=1)
        self._first = self._month - timedelta(days=self._month.weekday())
        following = (self._month + timedelta(days=31)).replace(day=1)
        self._weeks = -(-(following - self._first).days // 7)
