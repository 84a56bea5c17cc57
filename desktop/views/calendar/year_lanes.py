"""A year of meetings: planned against held, forum by forum (R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.forum import Forum
from desktop.views.calendar.colours import tokens_now
from desktop.views.calendar.lane_view import LaneView
from desktop.views.calendar.marks import MarkForm, form_word, paint_meeting_mark
from desktop.views.calendar.month_model import EARLIEST, LATEST
from desktop.views.calendar.span_bar import SpanBar
from desktop.views.parts.announce import announce
from desktop.views.parts.card import Card
from desktop.views.parts.marks import MARK_SIZE, forum_word
from desktop.views.parts.text import Text
from desktop.views.parts.wrapped import small

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop.domain.agreement import Agreement
    from desktop.domain.meetings.meeting import MeetingRow


class MarkKey(QWidget):
    """What filled, hollow and crossed marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = ", ".join((
            self.tr("fylld: {word}").format(word=form_word(MarkForm.FILLED)),
            self.tr("tom: {word}").format(word=form_word(MarkForm.HOLLOW)),
            self.tr("överkryssad: {word}").format(word=form_word(MarkForm.CROSSED)),
        ))  # fmt: skip
        self.setAccessibleName(self.tr("Märken: {words}").format(words=words))

    def sizeHint(self) -> QSize:
        """Room for three marks with their words."""
        metrics = QFontMetrics(small(self.font()))
        return QSize(sum(self._wide(metrics, form) for form in MarkForm), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Never less than the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks and words in a row."""
        del event
        painter, tokens = QPainter(self), tokens_now()
        font = small(self.font())
        metrics, x = QFontMetrics(font), 2.0
        painter.setFont(font)
        for form in MarkForm:
            place = QRectF(x, (self.height() - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE)
            colours = QColor(tokens.muted), QColor(tokens.background)
            paint_meeting_mark(painter, Forum.OPERATIONAL, form, place, colours)
            painter.setPen(QColor(tokens.muted))
            base = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(round(x + MARK_SIZE + 6), round(base), form_word(form))
            x += self._wide(metrics, form)
        painter.end()

    @staticmethod
    def _wide(metrics: QFontMetrics, form: MarkForm) -> int:
        return metrics.horizontalAdvance(form_word(form)) + MARK_SIZE + 22


class YearLanes(QWidget):
    """The lanes of a year, the buttons to other years above, the current meeting in words below.

    Args:
        clock: Says which day it is.
        parent: The owning widget.

    Attributes:
        meeting_chosen: The key of a meeting to open.
    """

    meeting_chosen = Signal(object)

    def __init__(self, clock: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.bar = SpanBar(self.tr("Föregående år"), self.tr("I år"), self.tr("Nästa år"))
        self.lanes = LaneView(clock)
        self._told = Text("", "note", wrap=True)
        card = Card()
        card.body.addWidget(self.lanes)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._told, 1)
        below.addWidget(MarkKey())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(card, 1)
        column.addLayout(below)
        self.bar.stepped.connect(self._step)
        self.bar.now_asked.connect(lambda: self.show_year(self._clock().year))
        self.lanes.year_asked.connect(self._step)
        self.lanes.told.connect(self._told.setText)
        self.lanes.meeting_chosen.connect(self.meeting_chosen)
        self._tell()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self.lanes.meetings.year

    def show_meetings(self, rows: Sequence[MeetingRow], agreement: Agreement | None = None) -> None:
        """Show the meetings, in the forums the agreement has.

        The year stays, and the current meeting if it is still there.
        """
        number = self.lanes.currentIndex().row()
        current = self.lanes.meetings.rows[number].id if number >= 0 else None
        self.lanes.meetings.show_meetings(rows, agreement)
        self._tell()
        kept = (number for number, row in enumerate(self.lanes.meetings.rows) if row.id == current)
        self.lanes.go_to(next(kept, -1))

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.lanes.meetings.show_year(min(max(year, EARLIEST.year), LATEST.year))
        self._tell()
        announce(self.lanes, self.lanes.accessibleName())

    def _step(self, years: int) -> None:
        self.show_year(self.year + years)

    def _tell(self) -> None:
        """The year as text: how many meetings of each forum were planned and held."""
        self.bar.set_title(str(self.year))
        self._told.setText("" if self.lanes.meetings.rows else self.tr("Inga möten det året."))
        parts: list[str] = []
        for forum in self.lanes.meetings.forums:
            held, planned = self.lanes.meetings.held_and_planned(forum)
            words = self.tr("{forum}: {held} av {planned} genomförda")
            told = words.format(forum=forum_word(forum), held=held, planned=planned)
            parts.append(", ".join(filter(None, (told, self.lanes.span_words(forum)))))
        self.lanes.setAccessibleName(self.tr("Möten {year}").format(year=self.year))
        self.lanes.setAccessibleDescription("; ".join(parts))
        self.lanes.viewport().update()
