"""The line below the month: the chosen day, its meetings as buttons, and a new one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import clock
from desktop.views.calendar.words import day_title, meeting_words, tip
from desktop.views.parts.badge import SourceChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.meeting import MeetingRow

_WIDEST_CHIP = 280


class DayLine(QWidget):
    """Tells of one day, and reaches every one of its meetings.

    Attributes:
        meeting_chosen: The key of a meeting to open.
        new_asked: A new meeting is wanted on the day.
        left: Escape was pressed; the focus belongs back in the month.
    """

    meeting_chosen = Signal(object)
    new_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "muted")
        self._shown: object = None
        self.chips: list[SourceChip] = []
        self._flow = FlowLayout(gap=6)
        self.new = QuietButton(self.tr("Nytt möte den dagen"), "plus")
        self.new.setObjectName("newMeetingThatDay")
        self.new.clicked.connect(self.new_asked)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(self._flow)
        column.addStretch(1)
        self.setMinimumHeight(self.new.sizeHint().height() + 4 + SourceChip("").sizeHint().height())

    def show_day(self, day: date, meetings: Sequence[MeetingRow]) -> None:
        """Tell of a day."""
        self._title.setText(day_title(day))
        shown = tuple(meetings)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(row) for row in shown]
        for before, chip in pairwise([self.new, *self.chips]):
            self.setTabOrder(before, chip)
        if had_focus:
            (self.chips or [self.new])[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the month."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _chip(self, row: MeetingRow) -> SourceChip:
        words = f"{clock(row.starts_at)} {' '.join(row.title.split())}"
        chip = SourceChip(QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST_CHIP), self)
        chip.setAccessibleName(self.tr("Öppna {meeting}").format(meeting=meeting_words(row)))
        chip.setToolTip(tip(meeting_words(row)))
        chip.clicked.connect(lambda _=False, key=row.id: self.meeting_chosen.emit(key))
        self._flow.addWidget(chip)
        chip.show()
        return chip
