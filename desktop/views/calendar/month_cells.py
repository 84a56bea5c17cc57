"""Paints the days of a month: number, holiday and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.dates import clock
from desktop.domain.holidays import holiday_on
from desktop.views.calendar.colours import tokens_now
from desktop.views.calendar.marks import MarkForm, form_of, paint_meeting_mark
from desktop.views.parts.wrapped import semibold, small

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QFont

    from desktop.domain.meetings.meeting import MeetingRow
    from desktop.views.calendar.month_model import Index, MonthModel
    from desktop.views.calendar.month_view import MonthGrid
    from desktop.views.tokens import Tokens

_PADDING = 5
_MARK = 9
_SUNDAY = 6


class DayCells(QStyledItemDelegate):
    """Paints the cells, and knows which meeting is painted where."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a day."""
        model = cast("MonthModel", index.model())
        day, tokens = model.day_at(index), tokens_now()
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(_ground(day, tokens, inside=model.in_month(day))))
        self._paint_head(painter, option, model, day, tokens)
        self._paint_meetings(painter, option, model.meetings_on(day), tokens)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        if day == cast("MonthGrid", option.widget).day:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(tokens.accent if focused else tokens.field_line), 2 if focused else 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def meeting_at(self, index: Index, cell: QRect, font: QFont, point: QPoint) -> UUID | None:
        """The meeting that is painted at a point of a cell, or nothing."""
        model = cast("MonthModel", index.model())
        meetings = model.meetings_on(model.day_at(index))
        for row, line in zip(meetings, _lines(cell, font, len(meetings)), strict=False):
            if line.contains(point):
                return row.id
        return None

    @staticmethod
    def _paint_head(
        painter: QPainter, option: QStyleOptionViewItem, model: MonthModel, day: date, tokens: Tokens
    ) -> None:
        """The number, in a disc if it is today, and the name of the holiday after it."""
        holiday = holiday_on(day)
        off = day.weekday() == _SUNDAY or (holiday is not None and holiday.is_public)
        ink = QColor(tokens.danger if off else tokens.ink if model.in_month(day) else tokens.muted)
        font = semibold(option.font) if model.in_month(day) else option.font
        metrics = QFontMetrics(font)
        high = metrics.height() + 2
        place = QRect(
            option.rect.left() + 3, option.rect.top() + 2, max(high, metrics.horizontalAdvance("00") + 6), high
        )
        painter.setFont(font)
        painter.setPen(ink)
        if day == model.today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(tokens.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(place, high / 2, high / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QColor(tokens.on_accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if holiday is not None:
            note = small(option.font)
            room = QRect(place.right() + 4, place.top(), option.rect.right() - place.right() - 8, high)
            painter.setFont(note)
            painter.setPen(QColor(tokens.danger if off else tokens.muted))
            name = QFontMetrics(note).elidedText(holiday.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _paint_meetings(
        self, painter: QPainter, option: QStyleOptionViewItem, meetings: object, tokens: Tokens
    ) -> None:
        rows = cast("list[MeetingRow]", meetings)
        font = small(option.font)
        lines = _lines(option.rect, option.font, len(rows))
        for row, line in zip(rows, lines, strict=False):
            self._paint_meeting(painter, row, line, font, tokens)
        if len(lines) < len(rows):
            below = QRect(lines[-1] if lines else _body(option.rect, option.font))
            below.moveTop(below.bottom() + 1 if lines else below.top())
            below.setHeight(QFontMetrics(font).height() + 1)
            painter.setFont(font)
            painter.setPen(QColor(tokens.muted))
            more = self.tr("+{count} till").format(count=len(rows) - len(lines))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, more)

    @staticmethod
    def _paint_meeting(painter: QPainter, row: MeetingRow, line: QRect, font: QFont, tokens: Tokens) -> None:
        form = form_of(row.state)
        place = QRectF(QPointF(line.left() + 1, line.center().y() - _MARK / 2 + 0.5), QRectF(0, 0, _MARK, _MARK).size())
        colours = QColor(tokens.forum(row.forum)), QColor(tokens.surface)
        paint_meeting_mark(painter, row.forum, form, place, colours)
        written = QFontMetrics(font)
        words = line.adjusted(_MARK + 6, 0, 0, 0)
        painter.setPen(QColor(tokens.muted if form is MarkForm.CROSSED else tokens.ink))
        hour = clock(row.starts_at)
        strong = semibold(font)
        painter.setFont(strong)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hour)
        words.setLeft(words.left() + QFontMetrics(strong).horizontalAdvance(hour) + 4)
        font.setStrikeOut(form is MarkForm.CROSSED)
        painter.setFont(font)
        title = written.elidedText(" ".join(row.title.split()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        font.setStrikeOut(False)


def _ground(day: date, tokens: Tokens, *, inside: bool) -> str:
    """Tinted for a holiday, quieter for weekends and for the neighbouring months."""
    holiday = holiday_on(day)
    if holiday is not None:
        return tokens.danger_soft if holiday.is_public else tokens.neutral_soft
    return tokens.surface if inside and day.weekday() < _SUNDAY - 1 else tokens.background


def _body(cell: QRect, font: QFont) -> QRect:
    """What is left of a cell below its head."""
    return cell.adjusted(_PADDING, QFontMetrics(font).height() + 6, -_PADDING, -2)


def _lines(cell: QRect, font: QFont, count: int) -> list[QRect]:
    """Where the meetings of a cell are painted; the last line is kept for how many more there are."""
    body, high = _body(cell, font), QFontMetrics(small(font)).height() + 1
    fitting = max(body.height() // high, 0)
    shown = count if count <= fitting else max(fitting - 1, 0)
    return [QRect(body.left(), body.top() + number * high, body.width(), high) for number in range(shown)]
