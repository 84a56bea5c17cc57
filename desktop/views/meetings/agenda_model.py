"""The agenda as a table model: shows every change at once and says what is to be stored."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, Presenter, caption, planned_minutes
from desktop.views.wording import item_kind_word, presenter_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    Index = QModelIndex | QPersistentModelIndex

MIME = "application/x-samverkan-agenda-item"
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_FLAG = Qt.ItemFlag
_CHOSEN = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemIsDragEnabled | _FLAG.ItemNeverHasChildren
_TYPED = _CHOSEN | _FLAG.ItemIsEditable


class Column(IntEnum):
    """The columns of the agenda, from left to right."""

    NUMBER = 0
    TITLE = 1
    KIND = 2
    PRESENTER = 3
    MINUTES = 4
    SOURCE = 5


EDITABLE = (Column.TITLE, Column.KIND, Column.PRESENTER, Column.MINUTES)
_FIELDS = {Column.TITLE: "title", Column.KIND: "kind", Column.PRESENTER: "presenter", Column.MINUTES: "minutes"}


class AgendaModel(QAbstractTableModel):
    """The items of one meeting in their order.

    Private preparation is no part of it: the model knows only which items have any (R11).

    Attributes:
        edited: An item's key, its changed fields and the key of the editing session.
        moved: An item's key and its new index.
        rearranged: Items came, went or changed; row heights and the sum are to be computed anew.
    """

    edited = Signal(object, object, object)
    moved = Signal(object, int)
    rearranged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[AgendaItem] = []
        self._numbers: dict[int, int] = {}  # by the number that a key is, which is found much faster than the key
        self._prepared: frozenset[UUID] = frozenset()

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items as they are on screen."""
        return tuple(self._items)

    @property
    def planned(self) -> int:
        """The sum of the items' minutes."""
        return planned_minutes(self._items)

    def item(self, row: int) -> AgendaItem:
        """The item in a row."""
        return self._items[row]

    def row_of(self, key: UUID | None) -> int:
        """The row of an item, or -1."""
        wanted = key.int if key is not None else None
        return next((row for row, item in enumerate(self._items) if item.id.int == wanted), -1)

    def is_prepared(self, row: int) -> bool:
        """Whether the item in a row has private preparation."""
        return bool(self._prepared) and self._items[row].id in self._prepared

    def presenters(self) -> set[str]:
        """Everything that is shown of who presents, each once."""
        # members of an enumeration are singletons, and by their identity they are hashed much faster
        rows = {item.presenter.name or id(item.presenter.role): row for row, item in enumerate(self._items)}
        return {self._shown(row, Column.PRESENTER) for row in rows.values()}

    def minutes(self) -> set[str]:
        """Everything that is shown of how long items take, each once."""
        rows = {item.minutes: row for row, item in enumerate(self._items)}
        return {self._shown(row, Column.MINUTES) for row in rows.values()}

    def sources(self) -> set[str]:
        """The labels of where items come from, each once."""
        return {item.source.label for item in self._items}

    def text(self, row: int, column: Column) -> str:
        """What a cell shows."""
        return self._shown(row, column)

    def caption(self, row: int) -> str:
        """What stands over the item of a row: the section that it begins, or nothing."""
        return caption(self._items[row].section, self._items[row - 1].section if row else "")

    def show_items(self, items: Sequence[AgendaItem], prepared: frozenset[UUID] = frozenset()) -> None:
        """Become the given agenda by the least change, so that selection, scrolling and an open editor stay."""
        if list(items) == self._items and prepared == self._prepared:
            return
        wanted = {item.id.int for item in items}
        for row in reversed(range(len(self._items))):
            if self._items[row].id.int not in wanted:
                self._remove(row)
        for row, item in enumerate(items):
            if row < len(self._items) and self._items[row].id.int == item.id.int:  # nearly always: no search then
                continue
            here = self.row_of(item.id)
            if here < 0:
                self.beginInsertRows(_ROOT, row, row)
                self._items.insert(row, item)
                self.endInsertRows()
            else:
                self._shift(here, row)
        self._items = list(items)
        self._prepared = prepared
        self._tell_all()

    def edit(self, row: int, fields: Mapping[str, Any], group: UUID) -> None:
        """Show changed fields of an item and have them stored, if they are changed at all."""
        item = self._items[row]
        if all(getattr(item, name) == value for name, value in fields.items()):
            return
        self._items[row] = replace(item, **fields)
        self._tell(row, min(row + 1, len(self._items) - 1))  # the next one may begin a section now, or no more
        self.rearranged.emit()
        self.edited.emit(item.id, dict(fields), group)

    def move(self, row: int, to: int) -> bool:
        """Put the item of a row at another index; whether there was anything to do."""
        if row == to or not (0 <= row < len(self._items) and 0 <= to < len(self._items)):
            return False
        key = self._items[row].id
        self._shift(row, to)
        self._tell_all()
        self.moved.emit(key, to)
        return True

    def take(self, row: int) -> AgendaItem:
        """Remove an item from the screen and return it."""
        item = self._items[row]
        self._remove(row)
        self._tell_all()
        return item

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of items."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return _alignment(Column(section))
        return self._headings()[section] if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole} else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What a cell shows, says to a screen reader and gives to its editor."""
        if not index.isValid():
            return None
        item, column = self._items[index.row()], Column(index.column())
        if role == _ROLE.DisplayRole:
            return self._shown(index.row(), column)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(index.row(), column)
        if role == _ROLE.EditRole and column in _FIELDS:
            return getattr(item, _FIELDS[column])
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        return _tip(item) if role == _ROLE.ToolTipRole and column is Column.SOURCE else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Change the field of a cell, in an editing session of its own."""
        column = Column(index.column())
        if role != _ROLE.EditRole or column not in _FIELDS:
            return False
        if isinstance(value, str):  # Qt hands an enumeration of texts on as a plain text
            value = ItemKind(value) if column is Column.KIND and value in set(ItemKind) else value.strip()
        expected = {Column.TITLE: str, Column.KIND: ItemKind, Column.PRESENTER: Presenter, Column.MINUTES: int}
        if not isinstance(value, expected[column]) or value == "":
            return False
        self.edit(index.row(), {_FIELDS[column]: value}, new_id())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be chosen and dragged; dropping happens between them."""
        if not index.isValid():
            return _FLAG.ItemIsDropEnabled
        return _TYPED if index.column() in EDITABLE else _CHOSEN

    def supportedDropActions(self) -> Qt.DropAction:
        """Items are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged: the key of an item, meaningful in this table only."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The key of the item that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, str(self._items[indexes[0].row()].id).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Whether an item of this agenda is dropped."""
        del action, row, column, parent
        return self._dragged_row(data) >= 0

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Put the dragged item before the row ``row``; the view has nothing left to remove."""
        del action, column
        dragged = self._dragged_row(data)
        if dragged < 0:
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._items)
        return self.move(dragged, row if row <= dragged else row - 1)

    def _dragged_row(self, data: QMimeData) -> int:
        written = bytes(data.data(MIME).data()).decode("ascii", "replace")
        return next((row for row, item in enumerate(self._items) if str(item.id) == written), -1)

    def _shift(self, row: int, to: int) -> None:
        self.beginMoveRows(_ROOT, row, row, _ROOT, to + 1 if to > row else to)
        self._items.insert(to, self._items.pop(row))
        self.endMoveRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_ROOT, row, row)
        del self._items[row]
        self.endRemoveRows()

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _tell_all(self) -> None:
        """Number the items anew: until this is told, every row keeps the number it had."""
        self._numbers = {item.id.int: row + 1 for row, item in enumerate(self._items)}
        if self._items:
            self._tell(0, len(self._items) - 1)
        self.rearranged.emit()

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Nr"),
            self.tr("Punkt"),
            self.tr("Typ"),
            self.tr("Föredrar"),
            self.tr("Tid"),
            self.tr("Kommer från"),
        )

    def _shown(self, row: int, column: Column) -> str:
        item = self._items[row]
        match column:
            case Column.NUMBER:
                return str(self._numbers.get(item.id.int, row + 1))
            case Column.TITLE:
                return item.title
            case Column.KIND:
                return item_kind_word(item.kind)
            case Column.PRESENTER:
                return presenter_word(item.presenter)
            case Column.MINUTES:
                return self.tr("{minutes} min").format(minutes=item.minutes)
            case Column.SOURCE:
                return item.source.label

    def _spoken(self, row: int, column: Column) -> str:
        text = self._shown(row, column)
        if column is Column.TITLE:
            return self._spoken_title(row, text)
        return text or self.tr("Eget förslag") if column is Column.SOURCE else text

    def _spoken_title(self, row: int, title: str) -> str:
        """The title after the section it begins; that there is private preparation, and not what it says (R11)."""
        words = self.tr("{title}, egen förberedelse finns").format(title=title) if self.is_prepared(row) else title
        section = self.caption(row)
        return self.tr("Avsnitt {section}, {title}").format(section=section, title=words) if section else words


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column is Column.MINUTES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignTop


def _tip(item: AgendaItem) -> str | None:
    """The whole label of a chip that may be shortened, as markup that holds it as plain text: Qt guesses otherwise."""
    return f"<p>{escape(item.source.label)}</p>" if item.source.label else None
