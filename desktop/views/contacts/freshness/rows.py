"""The rows of one party's list: whom it is about, what is kept of them, and how fresh that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain.contacts.confirmation_letter import role_lines
from desktop.views.contacts.words import confirmation_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.freshness import Confirmation
    from desktop.views.contacts.words import AreaNames

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
PERSON, ROLES, REACHED, FRESH = range(4)


class ConfirmationRow(NamedTuple):
    """One contact: two lines for each column, and whether it needs to be confirmed again."""

    contact_id: UUID
    lines: tuple[tuple[str, str], ...]
    is_stale: bool


def confirmation_row(each: Confirmation, areas: AreaNames, day: date) -> ConfirmationRow:
    """What the list shows of a contact."""
    contact = each.contact
    day_words = contact.confirmed_on.isoformat() if contact.confirmed_on and not each.is_stale else ""
    roles = list(role_lines(contact.assignments, areas, day))
    if any(right.ends_on is None or right.ends_on >= day for right in contact.orderer_rights):
        roles.append(QCoreApplication.translate("Contacts", "Behörig beställare"))
    first, rest = (roles[0], roles[1:]) if roles else ("", [])
    phones, mails = (contact.phone, contact.mobile), (contact.email, contact.function_email)
    return ConfirmationRow(
        contact.id,
        (
            (contact.name, contact.title if contact.title != contact.name else ""),
            (first, "; ".join(rest)),
            (_listed(phones), _listed(mails)),
            (day_words or confirmation_words(each), ""),
        ),
        each.is_stale,
    )


class ConfirmationRows(QAbstractTableModel):
    """The contacts of one party; each can be marked in its first column.

    Attributes:
        marks_changed: Others are marked than before.
    """

    marks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ConfirmationRow, ...] = ()
        self._marked: set[UUID] = set()
        self._headings = (
            self.tr("Person"),
            self.tr("Uppdrag"),
            self.tr("Telefon och e-post"),
            self.tr("Bekräftad"),
        )

    @property
    def marked(self) -> tuple[UUID, ...]:
        """The keys of those that are marked, as they stand."""
        return tuple(row.contact_id for row in self.rows if row.contact_id in self._marked)

    def show_rows(self, rows: Sequence[ConfirmationRow]) -> None:
        """Show these; who is still among them stays marked."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self._marked &= {row.contact_id for row in rows}
            self.endResetModel()
            self.marks_changed.emit()

    def turn(self, row: int) -> None:
        """Mark a row, or take its mark away."""
        self._marked ^= {self.rows[row].contact_id}
        place = self.index(row, PERSON)
        self.dataChanged.emit(place, place, [_ROLE.CheckStateRole])
        self.marks_changed.emit()

    def unmark(self) -> None:
        """Take every mark away."""
        self._marked.clear()
        self.dataChanged.emit(self.index(0, PERSON), self.index(len(self.rows) - 1, PERSON), [_ROLE.CheckStateRole])
        self.marks_changed.emit()

    def is_marked(self, row: int) -> bool:
        """Whether a row is marked."""
        return self.rows[row].contact_id in self._marked

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of contacts."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen; the mark stands in the first column."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == PERSON else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == _ROLE.DisplayRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The text of a cell, the whole of it as a tip where it has been shortened, and the mark."""
        if not index.isValid():
            return None
        if role == _ROLE.CheckStateRole and index.column() == PERSON:
            return Qt.CheckState.Checked if self.is_marked(index.row()) else Qt.CheckState.Unchecked
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            return ", ".join(line for line in self.rows[index.row()].lines[index.column()] if line)
        return None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Mark a row, or take its mark away, as assistive technology asks for it."""
        if role != _ROLE.CheckStateRole or index.column() != PERSON:
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != self.is_marked(index.row()):
            self.turn(index.row())
        return True


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))
