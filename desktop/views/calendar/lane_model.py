"""The meetings of a year, forum by forum."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.forum import Forum, spans_of
from desktop.views.calendar.marks import MarkForm, form_of
from desktop.views.calendar.words import dated_meeting_words, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.agreement import Agreement
    from desktop.domain.meetings.meeting import MeetingRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LaneModel(QAbstractListModel):
    """A row for every meeting of the year: the operational ones first, in each forum the earliest first."""

    def __init__(self, year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.year = year
        self._all: tuple[MeetingRow, ...] = ()
        self._rows: list[MeetingRow] = []
        self._agreement: Agreement | None = None

    @property
    def rows(self) -> Sequence[MeetingRow]:
        """The meetings of the year in the order of the model."""
        return self._rows

    @property
    def forums(self) -> tuple[Forum, ...]:
        """The lanes of the year: the forums that the parties have or had in it, and Kundråd when it meets (R1, R3)."""
        met = {row.forum for row in self._rows}
        return tuple(forum for forum in Forum if forum in met or (not forum.is_council and self.spans(forum)))

    def spans(self, forum: Forum) -> tuple[tuple[date, date], ...]:
        """The days of the year on which the forum can meet, by the joint decisions on the levels (R1)."""
        return spans_of(forum, date(self.year, 1, 1), date(self.year, 12, 31), self._agreement)

    def show_meetings(self, rows: Sequence[MeetingRow], agreement: Agreement | None = None) -> None:
        """Keep the meetings and the decisions on the levels, and show those of the year."""
        self._all = tuple(rows)
        self._agreement = agreement
        self.show_year(self.year)

    def show_year(self, year: int) -> None:
        """Show the meetings whose day in Sweden is in a year."""
        self.beginResetModel()
        self.year = year
        self._rows = sorted(
            (row for row in self._all if row.day.year == year),
            key=lambda row: (row.forum.rank, row.starts_at, row.title),
        )
        self.endResetModel()

    def lane(self, forum: Forum) -> list[MeetingRow]:
        """The year's meetings of a forum."""
        return [row for row in self._rows if row.forum is forum]

    def held_and_planned(self, forum: Forum) -> tuple[int, int]:
        """How many of a forum's meetings were held, of all that were not cancelled (R4)."""
        forms = [form_of(row.state) for row in self.lane(forum)]
        return forms.count(MarkForm.FILLED), len(forms) - forms.count(MarkForm.CROSSED)

    def nearest(self, forum: Forum, day: date) -> int:
        """The row of the forum's meeting nearest to a day; -1 if there is none."""
        numbers = [number for number, row in enumerate(self._rows) if row.forum is forum]
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
