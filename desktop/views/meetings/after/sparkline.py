"""A small line of values over time; what it shows can be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.dates import in_prose
from desktop.views.meetings.after.trend_words import number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_SIZE = QSize(120, 28)
_DOT = 2.5
_EDGE = 4


class Sparkline(QWidget):
    """Draws values as a line with a dot for each, the latest at the right.

    Args:
        lowest: The value at the bottom.
        highest: The value at the top.
        parent: The owning widget.
    """

    def __init__(self, lowest: float, highest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest = lowest, highest
        self._values: tuple[tuple[date, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        """Small enough to stand in a line of text."""
        return _SIZE

    def show_values(self, values: Sequence[tuple[date, float]]) -> None:
        """Show these, oldest first; a single one makes no line and is not drawn."""
        self._values = tuple(values)
        self.setVisible(len(self._values) > 1)
        told = "; ".join(f"{in_prose(day)} {number(value)}" for day, value in self._values)
        self.setAccessibleName(self.tr("Utveckling: {values}").format(values=told))
        self.setToolTip(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- all of it is painted
        """Paint a hairline at either end of the scale, the line and its dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(inside.bottomLeft(), inside.bottomRight())
        painter.drawLine(inside.topLeft(), inside.topRight())
        accent = self.palette().color(QPalette.ColorRole.Accent)
        points = self._points(inside)
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(accent)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        painter.end()

    def _points(self, inside: QRectF) -> list[QPointF]:
        step = inside.width() / max(1, len(self._values) - 1)
        scale = inside.height() / (self._highest - self._lowest)
        return [
            QPointF(inside.left() + place * step, inside.bottom() - (value - self._lowest) * scale)
            for place, (_, value) in enumerate(self._values)
        ]
