"""The drawn way of a matter: a lane for each level, a mark for what has been, hollow for what is planned (R20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.domain.forum import Forum
from desktop.views.matters.path.layout import LANE, RADIUS, Paper, labels_of, points_of
from desktop.views.parts.announce import announce
from desktop.views.parts.badge import ForumBadge

if TYPE_CHECKING:
    from desktop.domain.matters.matter_path import MatterPath

_BEFORE_LANES = 12
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PathView(QWidget):
    """Draws the way; one stop of Tab, arrows from mark to mark, and every mark says its sentence.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matterPath")
        self.setAccessibleName(self.tr("Ärendets väg genom nivåerna"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._path: MatterPath | None = None
        self._badges: list[ForumBadge] = []
        self._current = 0
        self.hide()

    def sizeHint(self) -> QSize:
        """As high as the lanes."""
        return QSize(280, round(LANE * len(self._path.lanes)) if self._path else 0)

    def minimumSizeHint(self) -> QSize:
        """As high as the lanes."""
        return self.sizeHint()

    @property
    def current(self) -> int:
        """The number of the mark that the keyboard is on."""
        return self._current

    def show_path(self, path: MatterPath | None) -> None:
        """Draw a way, or nothing."""
        if path is None or self._path is None or path.lanes != self._path.lanes:
            self._make_badges(path)
        self._path = path
        self.setVisible(path is not None and bool(path.marks))
        if path is not None:
            self._current = min(self._current, max(0, len(path.marks) - 1))
            self.setAccessibleDescription(path.told())
        self.updateGeometry()
        self._place_badges()
        self.update()

    def points(self) -> list[QPointF]:
        """The middles of the marks."""
        return points_of(self._path, self._inside()) if self._path else []

    def sentence_at(self, where: QPointF) -> str:
        """What the mark at a place says."""
        if self._path is None:
            return ""
        near = [place for place, point in enumerate(self.points()) if (point - where).manhattanLength() <= 3 * RADIUS]
        return self._path.marks[near[0]].sentence if near else ""

    def event(self, event: QEvent) -> bool:
        """Say what the mark below the mouse tells."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.sentence_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from mark to mark."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._path is None:
            super().keyPressEvent(event)
            return
        self._current = min(max(0, self._current + step), len(self._path.marks) - 1)
        sentence = self._path.marks[self._current].sentence
        announce(self, sentence)
        QToolTip.showText(self.mapToGlobal(self.points()[self._current].toPoint()), sentence, self)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names of the levels before their lanes."""
        super().resizeEvent(event)
        self._place_badges()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- all of it is painted
        """Paint lanes, line, marks and words."""
        path = self._path
        if path is None:
            return
        inside, points = self._inside(), self.points()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        for place in range(len(path.lanes)):
            y = inside.top() + (place + 0.5) * LANE
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
        self._paint_line(painter, path, points)
        self._paint_marks(painter, path, points)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = self.fontMetrics()
        labels = labels_of(path, points, Paper(inside, self._width_of, metrics.height()))
        for label in labels.values():
            painter.drawText(label.rect, Qt.AlignmentFlag.AlignCenter, label.words)
        painter.end()

    def _width_of(self, words: str) -> float:
        return self.fontMetrics().horizontalAdvance(words) + 2

    def _paint_line(self, painter: QPainter, path: MatterPath, points: list[QPointF]) -> None:
        for mark, before, after in zip(path.marks[1:], points, points[1:], strict=False):
            pen = QPen(self.palette().color(QPalette.ColorRole.WindowText), 2)
            if mark.is_planned:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            corner = QPointF(after.x(), before.y())
            painter.drawLine(before, corner)
            painter.drawLine(corner, after)

    def _paint_marks(self, painter: QPainter, path: MatterPath, points: list[QPointF]) -> None:
        ground = self.palette().color(QPalette.ColorRole.Base)
        for place, (mark, point) in enumerate(zip(path.marks, points, strict=True)):
            colour = self._colour(path.lane_of(mark))
            painter.setPen(QPen(colour, 2))
            painter.setBrush(ground if mark.is_planned else colour)
            painter.drawEllipse(point, RADIUS - 1, RADIUS - 1)
            if self.hasFocus() and place == self._current:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, RADIUS + 3, RADIUS + 3)

    def _colour(self, lane: int) -> QColor:
        badge = self._badges[lane]
        return badge.palette().color(badge.foregroundRole())

    def _inside(self) -> QRectF:
        left = max((badge.sizeHint().width() for badge in self._badges), default=0) + _BEFORE_LANES
        return QRectF(left, 0, max(1, self.width() - left), self.height())

    def _make_badges(self, path: MatterPath | None) -> None:
        for badge in self._badges:
            badge.hide()
            badge.deleteLater()
        lanes = path.lanes if path else ()
        self._badges = [
            ForumBadge(Forum(lane.level.value) if len(lane.levels) == 1 else Forum.COMBINED, self) for lane in lanes
        ]

    def _place_badges(self) -> None:
        for place, badge in enumerate(self._badges):
            size = badge.sizeHint()
            badge.setGeometry(0, round((place + 0.5) * LANE - size.height() / 2), size.width(), size.height())
            badge.show()
