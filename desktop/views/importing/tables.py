"""The tables of a preview: what becomes of each row of the file, and what was wrong in it."""

import html
from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.domain.importing import PreviewRow, Problem, RowAction
from desktop.views.icons import icon
from desktop.views.importing.words import action_word

_Index = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row", PreviewRow, Problem)
_ROW_HEIGHT = 34
_SUBJECT = 2
_WIDEST_SECOND = 240
_CELL_SIDES = 28  # the padding of the style sheet on both sides, and the margins of the style
_BROKEN = 100  # measuring every row of a longer table would be felt
_ICONS = {
    RowAction.CREATE: "plus",
    RowAction.UPDATE: "edit",
    RowAction.CANCEL: "warning",
    RowAction.MATCH: "check",
    RowAction.SKIP: "close",
}


class _Table(QAbstractTableModel, Generic[_Row]):
    """Rows of values under fixed headers; nothing is copied, so large files cost nothing."""

    def __init__(self, headers: Sequence[str]) -> None:
        super().__init__()
        self._headers = tuple(headers)
        self._rows: tuple[_Row, ...] = ()

    def show_rows(self, rows: tuple[_Row, ...]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def words(self, row: _Row) -> tuple[str, ...]:
        """The text of each column."""
        raise NotImplementedError

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The header of a column, left-aligned as the words below it."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the tip repeats them whole, as plain text."""
        if not index.isValid():
            return None
        text = self.words(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole and text:
            return f"<p>{html.escape(text)}</p>"  # tips guess whether they hold markup; what a file says never does
        return None


class RowTable(_Table[PreviewRow]):
    """What will be done with each record: row, action as word and icon, subject, detail."""

    def words(self, row: PreviewRow) -> tuple[str, ...]:
        """Row number, action, subject and detail."""
        return "" if row.row is None else str(row.row), action_word(row.action), row.subject, row.detail

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As in every table, with an icon before the action."""
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            action = self._rows[index.row()].action
            return icon(_ICONS[action], QApplication.palette(), QPalette.ColorRole.PlaceholderText)
        return super().data(index, role)


class ProblemTable(_Table[Problem]):
    """What was wrong: row, column, sentence."""

    def words(self, row: Problem) -> tuple[str, ...]:
        """Row number, column and sentence."""
        return "" if row.row is None else str(row.row), row.column, row.sentence


class _BrokenText(QStyledItemDelegate):
    """Measures in the room that a text is painted in, which is narrower than the cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The size of a cell."""
        narrowed = QStyleOptionViewItem(option)
        rect = cast("QRect", getattr(narrowed, "rect"))  # noqa: B009 - the stubs leave the attributes of options out
        setattr(narrowed, "rect", rect.adjusted(0, 0, -_CELL_SIDES, 0))  # noqa: B010 - the same
        return super().sizeHint(narrowed, index)


class PreviewTable(QTableView):
    """A table for reading, with rows of one height, fluent however long it is; a short one can show long texts whole.

    Args:
        name: What the table holds, for assistive technology.
        model: Its rows.
        widths: The columns' least widths in pixels; the last column takes what is left, and with three or more widths
            the last of them grows beside it.
        parent: The owning widget.
    """

    def __init__(
        self, name: str, model: QAbstractTableModel, widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = 0
        self._widths = tuple(widths)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_BrokenText(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_ROW_HEIGHT, 2 * self.fontMetrics().height()))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def show_whole(self, most: int = 0) -> None:
        """Break long texts over several lines.

        Args:
            most: Be as high as the rows, but no higher than so many plain ones; 0 takes what room there is.
        """
        self._most = most
        self.setWordWrap(self.model().rowCount() <= _BROKEN)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between subject and details, and break the texts anew when the width is another."""
        super().resizeEvent(event)
        if len(self._widths) > _SUBJECT:
            room = event.size().width() - self.columnWidth(0) - self.columnWidth(1)
            self.setColumnWidth(_SUBJECT, max(self._widths[_SUBJECT], room * 2 // 5))
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _widen_second(self) -> None:
        """The second column holds a word or two, which are not broken."""
        widest = self.sizeHintForColumn(1) + 8
        self.setColumnWidth(1, min(max(self._widths[1], widest), _WIDEST_SECOND))

    def _fit(self) -> None:
        rows = self.model().rowCount()
        if self.wordWrap():
            self._widen_second()
            self.resizeRowsToContents()
        if not self._most:
            return
        least = self.verticalHeader().defaultSectionSize()
        heights = (max(self.rowHeight(row), least) for row in range(min(rows, self._most)))
        room = min(sum(heights), self._most * least)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + room + 2)
