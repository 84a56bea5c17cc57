"""The items of a meeting while notes are taken: when each is up, and what is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.dates import clock, clock_span
from desktop.domain.meetings.agenda import AgendaItem, ItemState, clock_times
from desktop.views.wording import item_state_word

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class NoteItem(NamedTuple):
    """A row: the item, when it is planned, and what is written down about it."""

    number: int
    item: AgendaItem
    starts: datetime
    ends: datetime
    noted: bool = False
    outcomes: int = 0


def note_items(
    items: Sequence[AgendaItem], starts_at: datetime, noted: frozenset[UUID], outcomes: Counter[UUID | None]
) -> list[NoteItem]:
    """The rows of an agenda, planned from the start of the meeting."""
    times = clock_times(starts_at, items)
    return [
        NoteItem(number, item, starts, ends, item.id in noted, outcomes[item.id])
        for number, (item, (starts, ends)) in enumerate(zip(items, times, strict=True), 1)
    ]


class NoteItemsModel(QAbstractListModel):
    """The items in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NoteItem] = []

    @property
    def rows(self) -> tuple[NoteItem, ...]:
        """The rows as they are on screen."""
        return tuple(self._rows)

    def show_rows(self, rows: list[NoteItem]) -> None:
        """Become these rows by the least change, so that the current one and the scrolling stay."""
        if [row.item.id for row in rows] == [row.item.id for row in self._rows]:
            changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
            self._rows = rows
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place(self, key: UUID | None) -> int:
        """The row of an item, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.item.id == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of items."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The title of an item; everything its row says to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROLE.DisplayRole:
            return row.item.title
        return self._spoken(row) if role == _ROLE.AccessibleTextRole else None

    def facts(self, row: NoteItem) -> str:
        """When it begins, for how long, and how much came of it."""
        words = [clock(row.starts)]
        if row.item.state is ItemState.OPEN:  # the state takes the room when the item is over
            words.append(self.tr("{minutes} min").format(minutes=row.item.minutes))
        if row.outcomes:
            words.append(self.tr("{count} utfall").format(count=row.outcomes))
        return " · ".join(words)

    def _spoken(self, row: NoteItem) -> str:
        words = [
            self.tr("Punkt {number}").format(number=row.number),
            row.item.title,
            clock_span(row.starts, row.ends),
            "" if row.item.state is ItemState.OPEN else item_state_word(row.item.state),
            self.tr("Anteckning finns") if row.noted else "",
            self.tr("{count} utfall").format(count=row.outcomes) if row.outcomes else "",
        ]
        return ". ".join(word for word in words if word) + "."
