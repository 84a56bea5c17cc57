"""Actions or decisions as a table model: shows every change at once and says what is to be stored."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.meetings.followup import Action
from desktop.views.followups.cells import NOTHING_REPLACED, Cell, Column, Entry, cell, heading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.meetings.followup import Decision
    from desktop.domain.meetings.followup_list import Origin

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole


class FollowupModel(QAbstractTableModel):
    """Entries in the order the service gives them.

    Args:
        columns: The columns from left to right.
        today: Says what day it is, for what is overdue.
        parent: The owning object.

    Attributes:
        replaced: The successor of each decision that has one.
        stacked: Whether the meeting stands below the text, because there is no room for its column.
        edited: An entry's key, its changed fields and the key of the editing session.
        finished: An action's key and its result: it is to become done.
        rearranged: Entries came, went or changed; row heights are to be computed anew.
    """

    edited = Signal(object, object, object)
    finished = Signal(object, str)
    rearranged = Signal()

    def __init__(self, columns: Sequence[Column], today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._today = today
        self._entries: list[Entry] = []
        self._origins: Mapping[UUID, Origin] = {}
        self.replaced: Mapping[UUID, Decision] = {}
        self.stacked = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as they are on screen."""
        return tuple(self._entries)

    @property
    def today(self) -> date:
        """What day it is."""
        return self._today()

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._entries[row]

    def row_of(self, key: UUID | None) -> int:
        """The row of an entry, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == key), -1)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        entry, kind = self._entries[row], self.columns[column]
        shown = cell(entry, kind, self._origins, self._today(), self.replaced)
        if self.stacked and kind is Column.TEXT:
            meeting = cell(entry, Column.MEETING, self._origins, self._today()).text
            return shown._replace(note=self.tr("Möte {day}").format(day=meeting) if meeting else "")
        return shown

    def is_editable(self, row: int, column: int) -> bool:
        """Whether a cell can be edited in place."""
        return 0 <= row < len(self._entries) and self.columns[column] is not Column.MEETING

    def show_entries(
        self,
        entries: Sequence[Entry],
        origins: Mapping[UUID, Origin],
        replaced: Mapping[UUID, Decision] = NOTHING_REPLACED,
    ) -> None:
        """Become the given list by the least change, so that selection, scrolling and an open editor stay."""
        self.replaced = replaced
        wanted = {entry.id for entry in entries}
        for row in reversed(range(len(self._entries))):
            if self._entries[row].id not in wanted:
                self._remove(row)
        for row, entry in enumerate(entries):
            here = self.row_of(entry.id)
            if here < 0:
                self.beginInsertRows(_ROOT, row, row)
                self._entries.insert(row, entry)
                self.endInsertRows()
            elif here != row:
                self.beginMoveRows(_ROOT, here, here, _ROOT, row)
                self._entries.insert(row, self._entries.pop(here))
                self.endMoveRows()
        self._entries, self._origins = list(entries), origins
        self._tell_all()

    def edit(self, row: int, fields: Mapping[str, Any], group: UUID) -> None:
        """Show changed fields of an entry and have them stored, if they are changed at all."""
        entry = self._entries[row]
        if all(getattr(entry, name) == value for name, value in fields.items()):
            return
        self._entries[row] = replace(entry, **fields)
        self._tell_all()
        self.edited.emit(entry.id, dict(fields), group)

    def finish(self, row: int, result: str) -> None:
        """Show an action as done today and have that stored."""
        entry = self._entries[row]
        if isinstance(entry, Action):
            self._entries[row] = replace(entry, done_on=self._today(), result=result)
            self._tell_all()
            self.finished.emit(entry.id, result)

    def take(self, row: int) -> Entry:
        """Remove an entry from the screen and return it."""
        entry = self._entries[row]
        self._remove(row)
        self._tell_all()
        return entry

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            return heading(self.columns[section], decisions=Column.DECIDED in self.columns)
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a cell shows and says to a screen reader."""
        if not index.isValid():
            return None
        if role == _ROLE.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == _ROLE.ToolTipRole and (title := self._meeting(index)):
            return f"<p>{escape(title)}</p>"  # as markup that holds it as plain text: Qt guesses otherwise
        if role == _ROLE.AccessibleTextRole:
            said = self.cell(index.row(), index.column()).spoken
            return ", ".join(part for part in (self._meeting(index), said) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be chosen, and edited where they hold something of their own."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index.row(), index.column()) else flags

    def _meeting(self, index: Index) -> str:
        """The title of the meeting in a cell that shows its day."""
        key = self._entries[index.row()].meeting_id
        origin = self._origins.get(key) if key else None
        return origin.title if origin and self.columns[index.column()] is Column.MEETING else ""

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_ROOT, row, row)
        del self._entries[row]
        self.endRemoveRows()

    def _tell_all(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, len(self.columns) - 1))
        self.rearranged.emit()
