"""The table of the agenda: edited in place, rearranged by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.views.meetings.agenda_columns import column_widths
from desktop.views.meetings.agenda_delegate import AgendaDelegate
from desktop.views.meetings.agenda_model import EDITABLE, AgendaModel, Column
from desktop.views.parts.announce import announce

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

_KEY = Qt.Key
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_TRIGGER = QAbstractItemView.EditTrigger
_MOVE = QAbstractItemView.CursorAction

_TALLER_THAN_ANY_SCREEN = 6000


class AgendaTable(QTableView):
    """Shows and edits an agenda.

    Enter and F2 edit, Enter on a source opens it, Alt+Up and Alt+Down move the item, Delete removes it. Tab leaves the
    table, or goes to the next field while a field is edited.

    Args:
        agenda: The items.
        parent: The owning widget.

    Attributes:
        chosen: The key of the item that is now current, or None.
        removal_asked: The row of an item that is to be removed.
        source_asked: The row of an item whose source is to be opened.
        addition_asked: A new item is wanted.
        fitted: The height that the rows need may be another.
    """

    chosen = Signal(object)
    removal_asked = Signal(int)
    source_asked = Signal(int)
    addition_asked = Signal()
    fitted = Signal()

    def __init__(self, agenda: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = agenda
        self.editors = AgendaDelegate(self)
        self._drop_row = -1
        self._told: UUID | None = None
        self.setObjectName("agendaTable")
        self.setAccessibleName(self.tr("Dagordning"))
        self.setModel(agenda)
        self.setItemDelegate(self.editors)
        self._set_up_behaviour()
        self._set_up_headers()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        agenda.rearranged.connect(self._arrange)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.editors.source_chosen.connect(self.source_asked)

    @property
    def current_row(self) -> int:
        """The row of the current item, or -1."""
        return self.currentIndex().row()

    def choose(self, row: int, column: Column = Column.TITLE) -> None:
        """Make an item the current one."""
        self.setCurrentIndex(self.agenda.index(row, column))

    def move_current(self, step: int) -> None:
        """Move the current item up (-1) or down (1); it stays current and keeps the focus."""
        row = self.current_row
        if self.agenda.move(row, row + step):
            self.scrollTo(self.currentIndex())
            announce(self, self.tr("Flyttad till plats {place}").format(place=row + step + 1))

    def sizeHint(self) -> QSize:
        """Wide as it may be, and high enough for all rows."""
        return QSize(super().sizeHint().width(), self._content_height())

    def minimumSizeHint(self) -> QSize:
        """At least the header and some rows."""
        return QSize(320, min(self._content_height(), 150))

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
        """Ctrl+N means a new item while the focus is here, before it means anything to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks_for_new(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the agenda."""
        row, key = self.current_row, event.key()
        if self.state() is self.State.EditingState and not self.hasFocus():
            event.accept()  # a key that the open editor has no use for
            return
        if _asks_for_new(event):
            self.addition_asked.emit()
        elif row >= 0 and event.modifiers() & _ALT and key in {_KEY.Key_Up, _KEY.Key_Down}:
            self.move_current(-1 if key == _KEY.Key_Up else 1)
        elif row >= 0 and key == _KEY.Key_Delete:
            self.removal_asked.emit(row)
        elif row >= 0 and key in {_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2}:
            self._open_cell(key == _KEY.Key_F2)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on type or presenter shows the choices at once."""
        super().mouseDoubleClickEvent(event)
        self.editors.unfold()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Next and previous, which Tab asks for in an editor, are the next and previous fields that can be edited."""
        if action not in {_MOVE.MoveNext, _MOVE.MovePrevious}:
            return super().moveCursor(action, modifiers)
        cells = [self.agenda.index(row, column) for row in self._rows() for column in EDITABLE]
        if self.currentIndex() not in cells:
            return QModelIndex()
        place = cells.index(self.currentIndex()) + (1 if action is _MOVE.MoveNext else -1)
        return cells[place] if 0 <= place < len(cells) else QModelIndex()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let items of this agenda in."""
        super().dragEnterEvent(event)
        event.setAccepted(self._takes(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows the item would land."""
        super().dragMoveEvent(event)
        if self._takes(event):
            self._drop_row = self._row_boundary(event.position().toPoint())
            event.accept()
            self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the place shown."""
        super().dragLeaveEvent(event)
        self._show_no_drop()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the dragged item; the view, which would remove it from its old place now, can remove no rows."""
        if self._takes(event):
            row = self._row_boundary(event.position().toPoint())
            self.agenda.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex())
            event.accept()
        self._show_no_drop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the place of a drop over the rows."""
        super().paintEvent(event)
        if self._drop_row >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            y = self._boundary_y(self._drop_row)
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()

    def _open_cell(self, only_edit: bool) -> None:
        index = self.currentIndex()
        if index.column() in EDITABLE:
            self.edit(index)
        elif index.column() == Column.SOURCE and not only_edit:
            self.source_asked.emit(index.row())
        else:
            self.choose(index.row())
            self.edit(self.currentIndex())

    def _set_up_behaviour(self) -> None:
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setEditTriggers(_TRIGGER.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(self.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _set_up_headers(self) -> None:
        header = self.horizontalHeader()
        header.setObjectName("agendaHeader")
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(24)

    def _arrange(self) -> None:
        policy = Qt.FocusPolicy.StrongFocus if self.agenda.rowCount() else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)  # an empty table has nothing to show the focus on
        self._fit()
        self._tell_chosen()

    def _fit(self) -> None:
        """Share the width: every column takes what its words need, the title has the rest; then the rows."""
        widths = column_widths(self.agenda, self.font(), self.viewport().width())
        self.editors.stacked = not widths[Column.SOURCE]
        self.setColumnHidden(Column.SOURCE, self.editors.stacked)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(self.editors.row_heights(self.agenda, widths, self.font())):
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self.setMaximumHeight(self._content_height())
        self.updateGeometry()
        self.fitted.emit()

    def _rows(self) -> range:
        return range(self.agenda.rowCount())

    def _content_height(self) -> int:
        """The height of everything in pixels, never more than a screen has: a long agenda needs no new layout then."""
        return min(
            self.horizontalHeader().sizeHint().height() + self.verticalHeader().length(), _TALLER_THAN_ANY_SCREEN
        )

    def _tell_chosen(self) -> None:
        row = self.current_row
        key = self.agenda.item(row).id if 0 <= row < self.agenda.rowCount() else None
        if key != self._told:
            self._told = key
            self.chosen.emit(key)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), flags)

    def _takes(self, event: QDropEvent) -> bool:
        """Whether an item of this agenda is dragged, and no file or text."""
        action = Qt.DropAction.MoveAction
        return self.agenda.canDropMimeData(event.mimeData(), action, -1, -1, QModelIndex())

    def _row_boundary(self, place: QPoint) -> int:
        """Before which row a drop at this point would put the item."""
        row = self.rowAt(place.y())
        if row < 0:
            return self.agenda.rowCount()
        return row + (place.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    def _boundary_y(self, row: int) -> int:
        if row < self.agenda.rowCount():
            return max(1, self.rowViewportPosition(row))
        return self.rowViewportPosition(row - 1) + self.rowHeight(row - 1) - 2

    def _show_no_drop(self) -> None:
        self._drop_row = -1
        self.viewport().update()


def _asks_for_new(event: QKeyEvent) -> bool:
    return event.key() == _KEY.Key_N and event.modifiers() == _CONTROL
