"""The stops of a topic's journey as a list: a line through the meetings, and what was said at each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from desktop.domain.meetings.agenda import ItemState
from desktop.views.meetings.journey.words import facts, heading, said, silence
from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.wrapped import Wrapped, semibold

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.domain.meetings.journey import Journey, Stop

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_PADDING = 14
_LEFT = 36
_MARK_X = 18
_RADIUS = 5
_GAP = 3
_BEFORE_TEXT = 8
_WIDEST = 720
"""Longer lines than this, in pixels, are hard to read."""


class StopsModel(QAbstractListModel):
    """The stops of one journey, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stops: tuple[Stop, ...] = ()
        self._from: UUID | None = None

    def show_journey(self, journey: Journey) -> None:
        """Show the stops of a journey."""
        if (journey.stops, journey.item_id) != (self.stops, self._from):
            self.beginResetModel()
            self.stops, self._from = journey.stops, journey.item_id
            self.endResetModel()

    @property
    def start(self) -> int:
        """The row of the item that one came from, or -1."""
        return next((row for row, stop in enumerate(self.stops) if stop.item_id == self._from), -1)

    def parts(self, row: int) -> tuple[str, str, list[str]]:
        """When and where, what became of it, and what was written down, as it is shown."""
        stop = self.stops[row]
        told = facts(stop, here=row == self.start)
        if stop.title != self.stops[self.start].title:
            told.append(" ".join(stop.title.split()))
        return heading(stop), " · ".join(told), said(stop) or [silence(stop)]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of stops."""
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """When and where; to a screen reader everything."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        where, told, lines = self.parts(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return where
        spoken = (where.replace(" · ", ", "), told.replace(" · ", ", "), *lines)
        return " ".join(f"{part.rstrip('.')}." for part in spoken if part)


class StopRow(QStyledItemDelegate):
    """Paints a stop on the line that goes through the meetings: a ring while it is open, a dot when it is over."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the wrapped texts in the list's width."""
        width = cast("QAbstractItemView", option.widget).viewport().width()
        height = sum(part.size.height() + gap for part, _, gap in self._texts(option, index, width))
        return QSize(0, round(height) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one stop."""
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        y = option.rect.top() + float(_PADDING)
        for part, role, gap in self._texts(option, index, option.rect.width()):
            painter.setPen(option.palette.color(role))
            part.paint(painter, option.rect.left() + _LEFT, y + gap)
            y += part.size.height() + gap
        self._paint_line(painter, option.rect, option.palette, index)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index) -> None:
        model = cast("StopsModel", index.model())
        place = QPointF(rect.left() + _MARK_X, rect.top() + _PADDING + painter.fontMetrics().height() / 2)
        accent = palette.color(QPalette.ColorRole.Accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 2))
        if index.row():
            painter.drawLine(QPointF(place.x(), rect.top()), QPointF(place.x(), place.y() - _RADIUS))
        if index.row() < model.rowCount() - 1:
            painter.drawLine(QPointF(place.x(), place.y() + _RADIUS), QPointF(place.x(), rect.bottom() + 1))
        is_open = model.stops[index.row()].state is ItemState.OPEN
        painter.setPen(QPen(accent, 2))
        painter.setBrush(QBrush() if is_open else accent)
        painter.drawEllipse(place, _RADIUS, _RADIUS)

    def _texts(
        self, option: QStyleOptionViewItem, index: Index, width: int
    ) -> list[tuple[Wrapped, QPalette.ColorRole, int]]:
        """The texts of a stop below each other, each with its colour and the space above it."""
        where, told, lines = cast("StopsModel", index.model()).parts(index.row())
        room = min(width - _LEFT - _PADDING, _WIDEST)
        ink, muted = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText
        made = [(Wrapped(where, semibold(option.font), room), ink, 0), (Wrapped(told, option.font, room), muted, _GAP)]
        for place, line in enumerate(filter(None, lines)):
            made.append((Wrapped(line, option.font, room), ink, _GAP if place else _BEFORE_TEXT))
        return made


class StopList(QListView):
    """The stops; arrow keys move, Enter or a double click opens the meeting.

    Attributes:
        meeting_asked: The key of the meeting to open.
    """

    meeting_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journeyStops")
        self.setAccessibleName(self.tr("Möten där punkten har varit uppe, äldst först"))
        self.stops = StopsModel(self)
        self.setModel(self.stops)
        self.setItemDelegate(StopRow(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self.open)

    def show_journey(self, journey: Journey) -> None:
        """Show a journey; the item that one came from is current at first."""
        row = self.currentIndex().row()
        known = self.stops.stops[row].item_id if 0 <= row < len(self.stops.stops) else None
        self.stops.show_journey(journey)
        places = [place for place, stop in enumerate(journey.stops) if stop.item_id == known]
        self.setCurrentIndex(self.stops.index(places[0] if places else self.stops.start))

    def clear(self) -> None:
        """Choose none of the stops, so that the next journey begins where one comes from."""
        self.setCurrentIndex(QModelIndex())

    def open(self) -> None:
        """Ask for the meeting of the current stop."""
        if self.currentIndex().isValid():
            self.meeting_asked.emit(self.stops.stops[self.currentIndex().row()].meeting_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the meeting."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.open()
        else:
            super().keyPressEvent(event)
