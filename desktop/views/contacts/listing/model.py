"""The lines of the list as a table model: narrowed and ordered without anything between it and the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.views.contacts.listing.listed import NAME, headings
from desktop.views.contacts.listing.narrowing import Narrowing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.views.contacts.listing.listed import Listed

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class ListModel(QAbstractTableModel):
    """Lines in the order that was asked for, of them those that are wanted.

    Args:
        parent: The owning object.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings()
        self._all: list[Listed] = []
        self._standing: list[Listed] = []
        self._shown: list[Listed] = []
        self._narrowing = Narrowing()
        self._column, self._order = NAME, Qt.SortOrder.AscendingOrder

    @property
    def narrowing(self) -> Narrowing:
        """What the lines are narrowed to."""
        return self._narrowing

    @property
    def contact_ids(self) -> tuple[UUID, ...]:
        """The contacts that are shown, in their order."""
        return tuple(line.contact.id for line in self._shown)

    def show_lines(self, lines: Sequence[Listed]) -> None:
        """Replace the lines."""
        self._all = list(lines)
        self._arrange()

    def narrow(self, narrowing: Narrowing) -> None:
        """Show other lines of those there are."""
        former, self._narrowing = self._narrowing, narrowing
        if replace(narrowing, words="") != replace(former, words=""):
            self._stand()
        elif narrowing != former:
            self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the lines by a column; å, ä and ö come last (R40)."""
        if (column, order) != (self._column, self._order):
            self._column, self._order = column, order
            self._arrange()

    def line(self, row: int) -> Listed:
        """The line of a row."""
        return self._shown[row]

    def row_of(self, contact_id: UUID | None) -> int:
        """The row of a contact; -1 if it is not shown."""
        return next((row for row, line in enumerate(self._shown) if line.contact.id == contact_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == _ROLE.DisplayRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The text of a cell; read aloud with what its heading says."""
        if not index.isValid() or role not in {_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            return None
        text = self._shown[index.row()].cells[index.column()]
        return f"{self._headings[index.column()]}: {text}" if role == _ROLE.AccessibleTextRole else text

    def _arrange(self) -> None:
        column = self._column
        self._all.sort(key=lambda line: line.keys[NAME])
        if column != NAME or self._order is Qt.SortOrder.DescendingOrder:
            self._all.sort(key=lambda line: line.keys[column], reverse=self._order is Qt.SortOrder.DescendingOrder)
        self._stand()

    def _stand(self) -> None:
        """Find out who is wanted whatever the words say, so that a key that is typed need not ask for it again."""
        self._standing = self._narrowing.standing_in(self._all)
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._narrowing.found_in(self._standing)
        self.endResetModel()
