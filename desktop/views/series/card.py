"""One series: how often it meets and why, what became of its meetings, and what can be done with it (R4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import clock_span, in_prose, with_weekday
from desktop.views.icons import icon_pixmap
from desktop.views.parts.badge import ForumBadge
from desktop.views.parts.buttons import QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.facts import Facts
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.text import Text
from desktop.views.series.words import ends_words, frequency_words, has_ended, moved_words, notices, tally_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop.domain.meetings.series_file import SeriesFile

_SIGN = 14
_EDGE = 16


class SeriesCard(Card):
    """Shows a series.

    Args:
        file: The series with what its meetings tell.
        today: What is past and what is due is seen from here.
        parent: The owning widget.

    Attributes:
        file: The series.
        open_asked: Its next meeting is to be opened.
        change_asked: It is to be changed.
        extend_asked: More of its meetings are wanted.
        end_asked: It is to end today.
        removal_asked: It is to be removed.
    """

    open_asked = Signal()
    change_asked = Signal()
    extend_asked = Signal()
    end_asked = Signal()
    removal_asked = Signal()

    def __init__(self, file: SeriesFile, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=_EDGE)
        self.file = file
        self.setObjectName("seriesCard")
        self._today = today
        self.body.addLayout(self._head())
        facts = (frequency_words(file.series), file.area_name, ends_words(file.series, today))
        words = " · ".join(fact for fact in facts if fact)
        self.body.addWidget(Text(words[0].upper() + words[1:], wrap=True))
        if file.series.reason:
            self.body.addWidget(Text(self.tr("Skäl: {reason}").format(reason=file.series.reason), "muted", wrap=True))
        for sentence in notices(file, today):
            self.body.addWidget(_Notice(sentence))
        self.body.addSpacing(4)
        self.body.addWidget(self._facts())
        self.body.addSpacing(4)
        self.body.addLayout(self._actions())

    def _head(self) -> QHBoxLayout:
        title = Text(self.file.series.title, "section", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ForumBadge(self.file.forum))
        row.addWidget(title, 1)
        return row

    def _facts(self) -> Facts:
        file, series = self.file, self.file.series
        facts = Facts(columns=3)
        facts.show_facts([
            (self.tr("Nästa möte"), self._next_words()),
            (self.tr("Planerat och genomfört {year}").format(year=self._today.year), tally_words(file.this_year)),
            (self.tr("Senaste tolv månaderna"), tally_words(file.past_year) if file.past_year.planned else ""),
            (self.tr("Träffades senast"), in_prose(file.last_held) if file.last_held else ""),
            (self.tr("Överenskommen"), in_prose(series.agreed_on) if series.agreed_on else ""),
            (self.tr("Ses över"), in_prose(series.review_on) if series.review_on else ""),
        ])  # fmt: skip
        return facts

    def _next_words(self) -> str:
        meeting = self.file.next_meeting
        if meeting is None:
            return self.tr("inget planerat")
        words = f"{with_weekday(meeting.day)} {clock_span(meeting.starts_at, meeting.ends_at)}"
        moved = moved_words(meeting)
        return f"{words}, {moved}" if moved else words

    def _actions(self) -> QVBoxLayout:
        series, flow = self.file.series, FlowLayout(gap=8)
        ended = has_ended(series, self._today)
        more = SecondaryButton(self.tr("Fler möten …"), "plus")
        change = SecondaryButton(self.tr("Ändra …"), "edit")
        opens = QuietButton(self.tr("Öppna nästa möte"))
        ends = QuietButton(self.tr("Avsluta i dag"))
        removes = QuietButton(self.tr("Ta bort"), "trash")
        for button, name, asked, offered in (
            (more, "seriesExtend", self.extend_asked, self.file.can_extend),
            (change, "seriesChange", self.change_asked, True),
            (opens, "seriesOpen", self.open_asked, self.file.next_meeting is not None),
            (ends, "seriesEnd", self.end_asked, not ended and series.starts_on <= self._today),
            (removes, "seriesRemove", self.removal_asked, True),
        ):
            if not offered:
                button.deleteLater()
                continue
            button.setObjectName(name)
            button.setAccessibleName(self.tr("{action}: {title}").format(action=button.text(), title=series.title))
            button.clicked.connect(asked)
            flow.addWidget(button)
        room = QVBoxLayout()
        room.addLayout(flow)
        return room


class _Notice(Text):
    """A sentence worth a thought, after a sign."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, wrap=True)
        self.setObjectName("seriesNotice")
        self.setContentsMargins(_SIGN + 6, 0, 0, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign before the first line."""
        from PySide6.QtGui import QPainter

        super().paintEvent(event)
        colour = self.palette().color(self.foregroundRole())
        sign = icon_pixmap("warning", colour, _SIGN, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, (self.fontMetrics().height() - _SIGN) // 2, sign)
        painter.end()
