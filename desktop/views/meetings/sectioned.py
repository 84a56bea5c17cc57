"""Lists whose rows stand under headings: the model they share, and how headings and rows are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    Index = QModelIndex | QPersistentModelIndex

Row = TypeVar("Row")
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class SectionedModel(QAbstractListModel, Generic[Row]):
    """Headings (``str``) and rows in one column; only rows can be chosen.

    A subclass says what a row is called on screen (``shown``), to a screen reader (``spoken``) and what makes it the
    same row after a refresh (``key``).

    Attributes:
        in_place: Whether rows that stay where they are may change there; not where each row has widgets of its own.
    """

    in_place = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[str | Row] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows without the headings."""
        return tuple(entry for entry in self._entries if not isinstance(entry, str))

    def show_sections(self, sections: Iterable[tuple[str, Sequence[Row]]]) -> None:
        """Replace everything; a section without rows has no heading either."""
        entries: list[str | Row] = []
        for heading, rows in sections:
            entries += [heading, *rows] if rows else []
        if entries == self._entries:
            return
        if self.in_place and [self._same(entry) for entry in entries] == [self._same(entry) for entry in self._entries]:
            changed = [place for place, entry in enumerate(entries) if entry != self._entries[place]]
            self._entries = entries
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, index: Index) -> Row | None:
        """The row at an index; None for a heading or no index."""
        entry = self._entries[index.row()] if index.isValid() else None
        return None if isinstance(entry, str) else entry

    def index_of(self, key: object) -> QModelIndex:
        """Where the row with this key stands, or an invalid index."""
        for place, entry in enumerate(self._entries):
            if not isinstance(entry, str) and self.key(entry) == key:
                return self.index(place)
        return QModelIndex()

    def _same(self, entry: str | Row) -> object:
        return entry if isinstance(entry, str) else self.key(entry)

    def key(self, row: Row) -> object:
        """What makes it the same row."""
        raise NotImplementedError

    def shown(self, row: Row) -> str:
        """The row's title."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """The whole row as a sentence."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows and headings."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The words of a row or a heading."""
        if not index.isValid() or role not in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, str):
            return entry
        return self.shown(entry) if role == _ROLE.DisplayRole else self.spoken(entry)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are there to be read."""
        if self.entry(index) is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class SectionedList(QListView):
    """A list whose wrapped rows are measured again when its width changes; headings are passed over by the keys.

    Args:
        name: What the list holds, for assistive technology.
        parent: The owning widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = (), /) -> None:
        """Paint what has changed; the whole list is laid out anew only if a row has become higher or lower."""
        rows = [self.model().index(row, 0) for row in range(first.row(), last.row() + 1)]
        if all(self.visualRect(index).height() == self.sizeHintForIndex(index).height() for index in rows):
            for index in rows:
                self.update(index)
        else:
            super().dataChanged(first, last, list(roles))

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The next row in the direction of the key that is no heading."""
        found = super().moveCursor(action, modifiers)
        back = action in {QListView.CursorAction.MoveUp, QListView.CursorAction.MovePageUp}
        while found.isValid() and not found.flags() & Qt.ItemFlag.ItemIsSelectable:
            following = found.siblingAtRow(found.row() + (-1 if back else 1))
            if not following.isValid():
                return self.currentIndex()
            found = following
        return found
