"""Headings that order a table, by the mouse or by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.views.parts.announce import announce

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter


class SortingHeader(QHeaderView):
    """A row of headings; left and right move among them, the space bar and Enter order the table by one.

    Args:
        parent: The table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Ordna listan efter"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self._at = 0
        self.sortIndicatorChanged.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the headings, or order by the one the focus is at."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._at = min(max(self._at + step, 0), self.count() - 1)
                self.viewport().update()
                announce(self, self._heading(self._at))
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._order_by(self._at)
            case _:
                event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the column the table is ordered by."""
        super().focusInEvent(event)
        self._at = self.sortIndicatorSection()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Paint a heading, with the ring of the focus where it is."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def _order_by(self, section: int) -> None:
        again = section == self.sortIndicatorSection()
        rising = not again or self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self.setSortIndicator(section, Qt.SortOrder.AscendingOrder if rising else Qt.SortOrder.DescendingOrder)

    def _tell(self, section: int, order: Qt.SortOrder) -> None:
        rising = order is Qt.SortOrder.AscendingOrder
        words = self.tr("Ordnad efter {heading}, stigande") if rising else self.tr("Ordnad efter {heading}, fallande")
        announce(self, words.format(heading=self._heading(section).lower()))

    def _heading(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))
