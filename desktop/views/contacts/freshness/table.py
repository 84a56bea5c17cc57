"""The table of one party's contacts, where those that are right are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.views.contacts.freshness.rows import FRESH, PERSON, REACHED, ROLES, ConfirmationRows
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.wrapped import semibold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.views.contacts.freshness.rows import ConfirmationRow

    Index = QModelIndex | QPersistentModelIndex

_PADDING, _TOP, _GAP = 10, 8, 2
_BOX = 16
_BEFORE_NAME = _PADDING + _BOX + 8
_SHARES = {PERSON: 33, ROLES: 29, REACHED: 38}
"""How the columns before the last share what its chips leave, in percent."""


class _Cells(QStyledItemDelegate):
    """Paints two lines for a cell, the box for the mark, and a chip where a contact needs to be confirmed again."""

    def __init__(self, view: QTableView, rows: ConfirmationRows) -> None:
        super().__init__(view)
        self._rows = rows
        self._chip = StateChip("", "warning", view)
        self._chip.hide()
        self._chips: dict[tuple[str, int, float], QPixmap] = {}

    def chip(self, row: int) -> QPixmap:
        """For how long a contact has not been confirmed, as words on a soft ground."""
        words = self._rows.rows[row].lines[FRESH][0]
        key = (words, QApplication.palette().cacheKey(), self._chip.devicePixelRatioF())
        if key not in self._chips:
            self._chip.set_state(words, "warning")
            self._chips[key] = picture_of(self._chip)
        return self._chips[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look: Any = option  # the stubs leave the attributes of options out
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        inside = QRect(look.rect).adjusted(_PADDING, 0, -_PADDING, -1)
        if index.column() == FRESH and self._rows.rows[index.row()].is_stale:
            picture = self.chip(index.row())
            height = picture.deviceIndependentSize().toSize().height()
            painter.drawPixmap(inside.left(), inside.top() + (inside.height() - height) // 2, picture)
        else:
            if index.column() == PERSON:
                self._paint_box(painter, look, index.row())
                inside.setLeft(inside.left() + _BEFORE_NAME - _PADDING)
            self._paint_lines(painter, inside, look, index)
        painter.restore()

    def _paint_box(self, painter: QPainter, look: Any, row: int) -> None:
        box = QStyleOptionViewItem(look)
        details: Any = box
        top = look.rect.top() + (look.rect.height() - _BOX) // 2
        details.rect = QRect(look.rect.left() + _PADDING, top, _BOX, _BOX)
        marked = self._rows.is_marked(row)
        details.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if marked else QStyle.StateFlag.State_Off
        )
        element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        look.widget.style().drawPrimitive(element, box, painter, look.widget)

    def _paint_lines(self, painter: QPainter, inside: QRect, look: Any, index: Index) -> None:
        plain = QFont(look.font)
        leads = semibold(plain) if index.column() == PERSON else plain
        lines = [line for line in self._rows.rows[index.row()].lines[index.column()] if line]
        if index.column() == ROLES:
            lines = _broken(lines, plain, inside.width())
        height = QFontMetrics(plain).height()
        top = inside.top() + (inside.height() - len(lines) * height - (len(lines) - 1) * _GAP) // 2
        for place, line in enumerate(lines):
            muted = place == 1 and index.column() == PERSON
            role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.Text
            painter.setFont(leads if place == 0 else plain)
            painter.setPen(look.palette.color(QPalette.ColorGroup.Active, role))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(QRect(inside.left(), top, inside.width(), height), 0, shown)
            top += height + _GAP


class ConfirmationTable(QTableView):
    """Shows the contacts of one party.

    The space bar or a click marks a row, Enter or a double click opens the person; Tab leaves the table.

    Args:
        rows: The contacts.
        parent: The owning widget.

    Attributes:
        opened: The row of a person to be shown.
    """

    opened = Signal(int)

    def __init__(self, rows: ConfirmationRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._cells = _Cells(self, rows)
        self.setModel(rows)
        self.setItemDelegate(self._cells)
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
        self._content = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        rows.modelReset.connect(self._fit)

    def show_rows(self, rows: Sequence[ConfirmationRow]) -> None:
        """Show these contacts; the current one stays current where it is still among them, else it is the first."""
        row = self.currentIndex().row()
        current = self._rows.rows[row].contact_id if row >= 0 else None
        self._rows.show_rows(rows)
        places = [place for place, shown in enumerate(rows) if shown.contact_id == current]
        self.setCurrentIndex(self._rows.index(places[0] if places else 0, PERSON))

    def sizeHint(self) -> QSize:
        """High enough for all rows."""
        return QSize(super().sizeHint().width(), self._content)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with the space bar, open with Enter."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self._rows.turn(row)
        elif row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the row that is clicked."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._rows.turn(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person; the mark that the first click set is taken back."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._rows.turn(index.row())
            self.opened.emit(index.row())

    def _fit(self) -> None:
        height = 2 * QFontMetrics(self.font()).height() + _GAP + 2 * _TOP
        self.verticalHeader().setDefaultSectionSize(height)
        chips = {row.lines[FRESH][0]: place for place, row in enumerate(self._rows.rows) if row.is_stale}
        widest = max((self._cells.chip(place).deviceIndependentSize().width() for place in chips.values()), default=0)
        last = max(round(widest), QFontMetrics(self.font()).horizontalAdvance("2026-12-31")) + 2 * _PADDING
        rest = max(self.viewport().width() - last, 300)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, rest * share // 100)
        self.setColumnWidth(FRESH, last)
        self._content = self.horizontalHeader().sizeHint().height() + height * len(self._rows.rows) + 2
        self.updateGeometry()


def _broken(roles: list[str], font: QFont, width: int) -> list[str]:
    """Roles in two lines; the areas of a single one stand below it where both do not fit in one."""
    metrics = QFontMetrics(font)
    if len(roles) != 1 or metrics.horizontalAdvance(roles[0]) <= width:
        return roles
    first, _, rest = roles[0].partition(", ")
    return [first, rest] if rest and metrics.horizontalAdvance(first) <= width else roles
