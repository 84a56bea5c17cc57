"""The picture of a year: one lane for each forum, twelve months, a mark for each meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desktop.domain.dates import MONTHS, day_and_month
from desktop.views.calendar.colours import tokens_now
from desktop.views.calendar.lane_model import LaneModel
from desktop.views.calendar.lane_plan import LanePlan
from desktop.views.calendar.marks import form_of, paint_meeting_mark
from desktop.views.parts.marks import MARK_SIZE, forum_word, paint_forum_mark
from desktop.views.parts.wrapped import semibold, small

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.domain.forum import Forum
    from desktop.views.tokens import Tokens

_REACH = 4.0
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WEEK_ROOM = 4


class LaneView(QListView):
    """A list to assistive technology and the keyboard, painted as lanes.

    Left and Right go to the forum's previous and next meeting, Up and Down to the nearest one of another forum,
    Home and End to the forum's first and last, Page Up and Page Down to another year.

    Attributes:
        meeting_chosen: The key of a meeting to open, by Enter or by click.
        year_asked: -1 or 1, the way to another year.
        told: What the current meeting is, in words; an empty text for none.
    """

    meeting_chosen = Signal(object)
    year_asked = Signal(int)
    told = Signal(str)

    def __init__(self, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("yearLanes")
        self._clock = clock
        self.meetings = LaneModel(clock().year, self)
        self.setModel(self.meetings)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    @property
    def plan(self) -> LanePlan:
        """The measures of the picture at the size of now."""
        body, note = QFontMetrics(semibold(self.font())), QFontMetrics(small(self.font()))
        forums = self.meetings.forums
        words = max(
            *(body.horizontalAdvance(forum_word(forum)) + MARK_SIZE + 6 for forum in forums),
            *(
                note.horizontalAdvance(text)
                for forum in forums
                for text in (self._summary(forum), self.span_words(forum))
            ),
        )
        top = body.height() + note.height() + 12
        size = self.viewport().size()
        return LanePlan(self.meetings.year, size.width(), size.height(), words + 24, top, forums)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where the mark of a meeting stands."""
        places = self._placed()
        return places[index.row()].toAlignedRect() if 0 <= index.row() < len(places) else QRect()

    def indexAt(self, p: QPoint) -> QModelIndex:
        """The meeting whose mark is at a point or just beside it."""
        for number, place in enumerate(self._placed()):
            if place.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(p.toPointF()):
                return self.meetings.index(number)
        return QModelIndex()

    def go_to(self, number: int) -> None:
        """Make a meeting the current one, by its row; nothing happens if there is no such row."""
        if 0 <= number < self.meetings.rowCount():
            self.setCurrentIndex(self.meetings.index(number))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say which meeting it is."""
        super().currentChanged(current, previous)
        self.told.emit(str(current.data() or ""))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, or leave the key to others."""
        key = Qt.Key(event.key())
        rows, number = self.meetings.rows, self.currentIndex().row()
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.year_asked.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif not 0 <= number < len(rows):
            event.ignore()
        elif key in _OPENING:
            self.meeting_chosen.emit(rows[number].id)
        elif (target := self._target(key, number)) is not None:
            self.go_to(target)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the meeting whose mark is clicked."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.meeting_chosen.emit(self.meetings.rows[index.row()].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be opened."""
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current meeting to go on from: the one nearest to today."""
        rows, day = self.meetings.rows, self._clock()
        if rows and not self.currentIndex().isValid():
            self.go_to(min(range(len(rows)), key=lambda number: abs((rows[number].day - day).days)))
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint months, weeks, lanes, today and marks."""
        del event
        painter, plan, tokens = QPainter(self.viewport()), self.plan, tokens_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lanes(painter, plan, tokens)
        self._paint_months(painter, plan, tokens)
        self._paint_weeks(painter, plan, tokens)
        self._paint_today(painter, plan, tokens)
        for number, (row, place) in enumerate(zip(self.meetings.rows, self._placed(), strict=True)):
            colours = QColor(tokens.forum(row.forum)), QColor(tokens.surface)
            paint_meeting_mark(painter, row.forum, form_of(row.state), place, colours)
            if self.hasFocus() and number == self.currentIndex().row():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(-4, -4, 4, 4), 4, 4)
        painter.end()

    def _placed(self) -> list[QRectF]:
        return self.plan.marks(self.meetings.rows)

    def _target(self, key: Qt.Key, number: int) -> int | None:
        """The row that a key leads to from a row; the same row at the ends, nothing for other keys."""
        row = self.meetings.rows[number]
        lane = [n for n, other in enumerate(self.meetings.rows) if other.forum is row.forum]
        along = {
            Qt.Key.Key_Left: max(number - 1, lane[0]),
            Qt.Key.Key_Right: min(number + 1, lane[-1]),
            Qt.Key.Key_Home: lane[0],
            Qt.Key.Key_End: lane[-1],
        }
        if key in along:
            return along[key]
        if key not in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return None
        forums = self.meetings.forums
        place = forums.index(row.forum)
        others = forums[place + 1 :] if key == Qt.Key.Key_Down else forums[:place][::-1]
        return next((found for forum in others if (found := self.meetings.nearest(forum, row.day)) >= 0), number)

    def _summary(self, forum: Forum) -> str:
        held, planned = self.meetings.held_and_planned(forum)
        return self.tr("{held} av {planned} genomförda").format(held=held, planned=planned)

    def _paint_lanes(self, painter: QPainter, plan: LanePlan, tokens: Tokens) -> None:
        body, note = semibold(self.font()), small(self.font())
        line = QFontMetrics(body).height()
        for forum in plan.forums:
            lane, colour = plan.lane(forum), QColor(tokens.forum(forum))
            for place in plan.outside(forum, self.meetings.spans(forum)):
                painter.fillRect(place, QColor(tokens.neutral_soft))
            painter.setPen(QColor(tokens.line))
            painter.drawLine(lane.topLeft(), lane.topRight())
            top = lane.center().y() - line
            mark = QRectF(12, top + (line - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE)
            paint_forum_mark(painter, forum, mark, colour)
            painter.setFont(body)
            painter.setPen(colour)
            room = QRectF(12 + MARK_SIZE + 6, top, plan.left, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, forum_word(forum))
            painter.setFont(note)
            painter.setPen(QColor(tokens.muted))
            for number, words in enumerate((self._summary(forum), self.span_words(forum)), 1):
                painter.drawText(QRectF(12, top + number * line, plan.left, line), Qt.AlignmentFlag.AlignVCenter, words)

    def span_words(self, forum: Forum) -> str:
        """From or until when the forum meets in the year, where it is not the whole of it (R1)."""
        spans, words = self.meetings.spans(forum), list[str]()
        if spans and spans[-1][0] > date(self.meetings.year, 1, 1):
            words.append(self.tr("från {day}").format(day=day_and_month(spans[-1][0])))
        if spans and spans[-1][1] < date(self.meetings.year, 12, 31):
            words.append(self.tr("till och med {day}").format(day=day_and_month(spans[-1][1])))
        return " ".join(words)

    def _paint_months(self, painter: QPainter, plan: LanePlan, tokens: Tokens) -> None:
        painter.setFont(semibold(small(self.font())))
        height = QFontMetrics(painter.font()).height() + 6
        for number, name in enumerate(MONTHS, 1):
            left = plan.x(date(plan.year, number, 1))
            right = plan.x(date(plan.year + (number == 12), number % 12 + 1, 1))
            painter.setPen(QColor(tokens.line))
            painter.drawLine(QRectF(left, 4, 0, plan.height).topLeft(), QRectF(left, 4, 0, plan.height).bottomLeft())
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QRectF(left, 2, right - left, height), Qt.AlignmentFlag.AlignCenter, name[:3])

    def _paint_weeks(self, painter: QPainter, plan: LanePlan, tokens: Tokens) -> None:
        """Every week's number if there is room, else every second, third or fourth."""
        painter.setFont(small(self.font()))
        painter.setPen(QColor(tokens.muted))
        metrics = QFontMetrics(painter.font())
        top, wide = metrics.height() + 8, plan.per_day * 7
        step = next((n for n in (1, 2, 3) if wide * n >= metrics.horizontalAdvance("00") + _WEEK_ROOM), 4)
        painter.drawText(QRectF(12, top, plan.left - 24, metrics.height()), Qt.AlignmentFlag.AlignRight, self.tr("v."))
        for monday, number in plan.weeks()[::step]:
            place = QRectF(plan.x(monday) + wide / 2 - 20, top, 40, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, str(number))

    def _paint_today(self, painter: QPainter, plan: LanePlan, tokens: Tokens) -> None:
        day = self._clock()
        if day.year != plan.year:
            return
        painter.setFont(semibold(small(self.font())))
        metrics, words = QFontMetrics(painter.font()), self.tr("i dag")
        x = plan.x(day) + plan.per_day / 2
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(round(x), round(plan.top), round(x), round(plan.height))
        wide = metrics.horizontalAdvance(words) + 10
        place = QRectF(
            min(max(x - wide / 2, plan.left), plan.width - wide - 1), plan.top + 1, wide, metrics.height() + 2
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
