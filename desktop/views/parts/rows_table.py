"""Tables for reading: columns named by what they hold, texts wrapped, rows as high as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QStyledItemDelegate, QTableView, QWidget

from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.wrapped import Wrapped, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_PADDING = 10
_TOP = 8
_LONGEST = 400


class TextColumn(NamedTuple):
    """A column: its heading, and its share of the width that is left over (0: as wide as its texts)."""

    heading: str
    share: int = 0


class TextRow(NamedTuple):
    """A row: the key of what it tells of, and a text for each column."""

    key: object
    cells: tuple[str, ...]


class RowsModel(QAbstractTableModel):
    """Rows of texts.

    Args:
        columns: The columns from left to right.
        parent: The owning object.
    """

    def __init__(self, columns: Sequence[TextColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[TextRow, ...] = ()

    @property
    def rows(self) -> tuple[TextRow, ...]:
        """The rows."""
        return self._rows

    def show_rows(self, rows: Sequence[TextRow]) -> None:
        """Replace the rows if they are others."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].heading if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()].cells[index.column()][:_LONGEST]


class _WrappedCell(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        text = Wrapped(str(index.data()), QFont(option.font), option.rect.width() - 2 * _PADDING)
        text.paint(painter, option.rect.left() + _PADDING, option.rect.top() + _TOP)
        painter.restore()


class RowsTable(QTableView):
    """Shows a ``RowsModel``; rows are chosen whole, and Tab leaves the table.

    Args:
        name: What the table holds, for assistive technology.
        model: The rows.
        parent: The owning widget.
    """

    def __init__(self, name: str, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_WrappedCell(self))
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._content = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        model.modelReset.connect(self._fit)

    def sizeHint(self) -> QSize:
        """High enough for all rows."""
        return QSize(super().sizeHint().width(), self._content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def _fit(self) -> None:
        model = cast("RowsModel", self.model())
        texts = [[cell[:_LONGEST] for cell in row.cells] for row in model.rows]
        widths = self._widths(model.columns, texts)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, cells in enumerate(texts):
            pairs = zip(cells, widths, strict=True)
            needed = max(Wrapped(text, self.font(), width - 2 * _PADDING).size.height() for text, width in pairs)
            self.setRowHeight(row, round(needed) + 2 * _TOP)
        content = self.horizontalHeader().sizeHint().height() + sum(map(self.rowHeight, range(len(texts)))) + 2
        self._content = content
        self.setMaximumHeight(content)
        self.setMinimumHeight(min(content, 120))
        self.updateGeometry()

    def _widths(self, columns: Sequence[TextColumn], texts: Sequence[Sequence[str]]) -> list[int]:
        heading = small(self.font())
        heading.setBold(True)
        body, note = QFontMetrics(self.font()), QFontMetrics(heading)
        widths = [note.horizontalAdvance(column.heading) + 4 + 2 * _PADDING for column in columns]
        for place, column in enumerate(columns):
            if not column.share:
                longest = max((body.horizontalAdvance(cells[place]) for cells in texts), default=0)
                widths[place] = max(widths[place], longest + 2 * _PADDING + 4)
        rest = self.viewport().width() - sum(w for w, column in zip(widths, columns, strict=True) if not column.share)
        shares, last = sum(column.share for column in columns), 0
        for place, column in enumerate(columns):
            if column.share:
                widths[place] = max(60, rest * column.share // shares)
                last = place
        if shares:
            widths[last] += max(0, self.viewport().width() - sum(widths))  # what the division left over
        return widths
