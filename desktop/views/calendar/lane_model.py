"""The meetings of a year, forum by forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.views.calendar.marks import MarkForm, form_of
from desktop.views.calendar.words import dated_meeting_words, tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.level import Level
    from desktop.domain.meeting import MeetingRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LaneModel(QAbstractListModel):
    """A row for every meeting of the year: the operational ones first, in each forum the earliest first."""

    def __init__(self, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.year = year
        self._all: tuple[MeetingRow, ...] = ()
        self._rows: list[MeetingRow] = []

    @property
    def rows(self) -> Sequence[MeetingRow]:
        """The meetings of the year in the order of the model."""
        return self._rows

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Keep the meetings, and show those of the year."""
        self._all = tuple(rows)
        self.show_year(self.year)

    def show_year(self, year: int) -> None:
        """Show the meetings whose day in Sweden is in a year."""
        self.beginResetModel()
        self.year = year
        self._rows = sorted(
            (row for row in self._all if row.day.year == year),
            key=lambda row: (row.level.rank, row.starts_at, row.title),
        )
        self.endResetModel()

    def lane(self, level: Level) -> list[MeetingRow]:
        """The year's meetings of a forum."""
        return [row for row in self._rows if row.level is level]

    def held_and_planned(self, level: Level) -> tuple[int, int]:
        """How many of a forum's meetings were held, of all that were not cancelled (R4)."""
        forms = [form_of(row.state) for row in self.lane(level)]
        return forms.count(MarkForm.FILLED), len(forms) - forms.count(MarkForm.CROSSED)

    def nearest(self, level: Level, day: date) -> int:
        """The row of the forum's meeting nearest to a day; -1 if there is none."""
        numbers = [number for number, row in enumerate(self._rows) if row.level is level]
        return min(numbers, key=lambda number: abs((self._rows[number].day - day).days), default=-1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of meetings in the year."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Everything about the meeting, as a tip and for a screen reader too."""
        if not index.isValid():
            return None
        words = dated_meeting_words(self._rows[index.row()])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else None
