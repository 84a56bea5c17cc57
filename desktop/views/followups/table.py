"""The table of actions or decisions: edited in place, worked by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.views.followups.cells import Cell, Column
from desktop.views.followups.editors import FollowupEditors
from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.wrapped import Wrapped, semibold, small

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

    from desktop.views.followups.model import FollowupModel, Index

_KEY = Qt.Key
_MOVE = QAbstractItemView.CursorAction
_PADDING = 10
_TOP = 10
_GAP = 4
_WIDEST = {Column.OWNER: 130, Column.RESULT: 150}
_NARROWEST_TEXT = 120
_ROOM_FOR_TEXT = 200
"""A text with less room than this, in pixels, gets the room of the meetings, whose days then stand below the texts."""


class FollowupDelegate(FollowupEditors):
    """Paints the cells: wrapped text, the level's badge, and chips in words.

    Attributes:
        meeting_chosen: The row whose meeting was clicked.
        result_chosen: The row of an open action whose "Markera klar" was clicked.
    """

    meeting_chosen = Signal(int)
    result_chosen = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def height(self, cell: Cell, width: int, font: QFont) -> int:
        """The height that a cell needs, in pixels."""
        if cell.level is not None:
            return self._picture(cell).deviceIndependentSize().toSize().height() + 2 * _TOP - 4
        needed = Wrapped(cell.text, font, width - 2 * _PADDING).size.height() if cell.text else 0.0
        if cell.chip:
            needed += _GAP + self._picture(cell).deviceIndependentSize().height()
        if cell.note:
            needed += Wrapped(cell.note, small(font), width - 2 * _PADDING).size.height()
        return round(needed) + 2 * _TOP

    def width(self, cell: Cell, font: QFont) -> int:
        """The width that a cell would like, in pixels."""
        pictured = self._picture(cell).deviceIndependentSize().toSize().width() if cell.chip or cell.level else 0
        words = 0 if cell.level else QFontMetrics(semibold(font) if cell.leads else font).horizontalAdvance(cell.text)
        note = QFontMetrics(small(font)).horizontalAdvance(cell.note)
        return max(pictured, words, note) + 2 * _PADDING + 3

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look: Any = option  # the stubs leave the attributes of options out
        self.initStyleOption(option, index)
        rect, palette, font = QRect(look.rect), QPalette(look.palette), QFont(look.font)
        cell = cast("FollowupModel", index.model()).cell(index.row(), index.column())
        left, top = rect.left() + _PADDING, float(rect.top() + _TOP)
        painter.save()
        paint_ground(painter, option)
        if cell.level is not None:
            painter.drawPixmap(left, round(top) - 2, self._picture(cell))
        else:
            role = QPalette.ColorRole.Accent if cell.leads else QPalette.ColorRole.Text
            painter.setPen(palette.color(QPalette.ColorGroup.Active, role))
            text = Wrapped(cell.text, semibold(font) if cell.leads else font, rect.width() - 2 * _PADDING)
            text.paint(painter, left, top)
            top += text.size.height() if cell.text else 0
            self._paint_below(painter, cell, QRect(left, round(top), rect.width() - 2 * _PADDING, 0), palette)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a meeting opens it, and one on "Markera klar" asks for the result."""
        followups = cast("FollowupModel", model)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            leads = followups.cell(index.row(), index.column()).leads
            if leads and event.button() == Qt.MouseButton.LeftButton:
                is_meeting = followups.columns[index.column()] is Column.MEETING
                (self.meeting_chosen if is_meeting else self.result_chosen).emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_below(self, painter: QPainter, cell: Cell, place: QRect, palette: QPalette) -> None:
        if cell.chip:
            painter.drawPixmap(place.left(), place.top() + (_GAP if cell.text else 0), self._picture(cell))
        if cell.note:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            Wrapped(cell.note, small(self._view.font()), place.width()).paint(painter, place.left(), place.top())

    def _picture(self, cell: Cell) -> QPixmap:
        """The badge or chip of a cell as the theme dresses it now."""
        key = (cell.level, cell.chip, cell.tone, QApplication.palette().cacheKey(), self._view.devicePixelRatioF())
        if key not in self._pictures:
            label = LevelBadge(cell.level, self._view) if cell.level else StateChip(cell.chip, cell.tone, self._view)
            label.hide()
            self._pictures[key] = picture_of(label)
            label.deleteLater()
        return self._pictures[key]


class FollowupTable(QTableView):
    """Shows and edits entries. Enter and F2 edit, Enter on a meeting opens it, Delete removes, Tab leaves the table.

    Args:
        name: What the table holds, for assistive technology.
        followups: The entries.
        parent: The owning widget.

    Attributes:
        removal_asked: The row of an entry that is to be removed.
        meeting_asked: The row of an entry whose meeting is to be opened.
        addition_asked: A new entry is wanted.
        menu_asked: The row whose choices are wanted, and where on the screen.
    """

    removal_asked = Signal(int)
    meeting_asked = Signal(int)
    addition_asked = Signal()
    menu_asked = Signal(int, object)

    def __init__(self, name: str, followups: FollowupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.followups = followups
        self.editors = FollowupDelegate(self)
        self.setAccessibleName(name)
        self.setModel(followups)
        self.setItemDelegate(self.editors)
        self._set_up()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        followups.rearranged.connect(self._arrange)
        self.editors.meeting_chosen.connect(self.meeting_asked)
        self.editors.result_chosen.connect(self.edit_result)

    @property
    def current_row(self) -> int:
        """The row of the current entry, or -1."""
        return self.currentIndex().row()

    def choose(self, row: int, column: Column = Column.TEXT) -> None:
        """Make an entry the current one."""
        self.setCurrentIndex(self.followups.index(row, self.followups.columns.index(column)))

    def edit_result(self, row: int) -> None:
        """Ask for the result of an action in its row."""
        self.choose(row, Column.RESULT)
        self.edit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """High enough for all rows."""
        return QSize(super().sizeHint().width(), self._content())

    def minimumSizeHint(self) -> QSize:
        """At least the header and some rows."""
        return QSize(320, min(self._content(), 150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font has changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "_later"):
            self._later.start(0)

    def event(self, event: QEvent) -> bool:
        """Ctrl+N means a new entry while the focus is here, before it means anything to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks_for_new(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the table."""
        row, key = self.current_row, event.key()
        if self.state() is self.State.EditingState and not self.hasFocus():
            event.accept()  # a key that the open editor has no use for
        elif _asks_for_new(event):
            self.addition_asked.emit()
        elif row >= 0 and key == _KEY.Key_Delete:
            self.removal_asked.emit(row)
        elif row >= 0 and key in {_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2}:
            self._open_cell(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row under the mouse, or with the current one when the menu key is pressed."""
        by_mouse = event.reason() == event.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.choose(index.row())
            self.menu_asked.emit(index.row(), place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Next and previous, which Tab asks for in an editor, are the next and previous fields that can be edited."""
        if action not in {_MOVE.MoveNext, _MOVE.MovePrevious}:
            return super().moveCursor(action, modifiers)
        rows, columns = range(self.followups.rowCount()), range(self.followups.columnCount())
        cells = [self.followups.index(r, c) for r in rows for c in columns if self.followups.is_editable(r, c)]
        if self.currentIndex() not in cells:
            return QModelIndex()
        place = cells.index(self.currentIndex()) + (1 if action is _MOVE.MoveNext else -1)
        return cells[place] if 0 <= place < len(cells) else QModelIndex()

    def _open_cell(self, row: int) -> None:
        index = self.currentIndex()
        if self.followups.is_editable(row, index.column()):
            self.edit(index)
        elif self.followups.cell(row, index.column()).leads:
            self.meeting_asked.emit(row)

    def _set_up(self) -> None:
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(24)

    def _arrange(self) -> None:
        self._fit()
        if self.current_row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), flags)

    def _fit(self) -> None:
        """Share the width: every column takes what its words need, the text has the rest; then the rows."""
        rows, columns = range(self.followups.rowCount()), range(self.followups.columnCount())
        cells = [[self.followups.cell(row, column) for column in columns] for row in rows]
        widths = self._widths(cells)
        meeting = self.followups.columns.index(Column.MEETING)
        self.followups.stacked = self.viewport().width() - sum(widths[1:]) < _ROOM_FOR_TEXT
        self.setColumnHidden(meeting, self.followups.stacked)
        if self.followups.stacked:
            widths[meeting] = 0
        widths[0] = max(self.viewport().width() - sum(widths[1:]), _NARROWEST_TEXT)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row in rows:
            found = [(self.followups.cell(row, column), widths[column]) for column in columns if widths[column]]
            self.setRowHeight(row, max(self.editors.height(one, width, self.font()) for one, width in found))
        self.setMaximumHeight(self._content())
        self.updateGeometry()

    def _widths(self, cells: list[list[Cell]]) -> list[int]:
        """The widths that the columns beside the text need, in pixels."""
        note = QFontMetrics(semibold(small(self.font())))
        widths = [0]
        for place, column in list(enumerate(self.followups.columns))[1:]:
            said = str(self.followups.headerData(place, Qt.Orientation.Horizontal))
            least = note.horizontalAdvance(said) + 2 * _PADDING + 4
            needed = max([self.editors.width(row[place], self.font()) for row in cells], default=0)
            widths.append(max(min(needed, _WIDEST.get(column, needed)), least))
        return widths

    def _content(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self.followups.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows


def _asks_for_new(event: QKeyEvent) -> bool:
    return event.key() == _KEY.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier
