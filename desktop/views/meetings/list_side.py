"""The left side of the page: the list of meetings in a card, and the buttons for a new one, the calendar and series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.meetings.meeting_list import NARROW, MeetingList
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.meeting import MeetingRow

LEAST_WIDTH = 54
"""The width, in pixels, at which mark and day still fit."""


class ListSide(QWidget):
    """The list with its button; both say less where there is less room.

    Args:
        clock: Says what time it is; it divides coming meetings from past ones.
        parent: The owning widget.

    Attributes:
        list: The meetings.
        new_asked: A new meeting is wanted.
        calendar_asked: The meetings are to be seen as a calendar.
        series_asked: The series they belong to are to be seen.
    """

    new_asked = Signal()
    calendar_asked = Signal()
    series_asked = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingSide")
        self.setMinimumWidth(LEAST_WIDTH)
        self.list = MeetingList(clock)
        self._none: EmptyState | None = None
        self._new = SecondaryButton(self.tr("Nytt möte"), "plus")
        self._new.setObjectName("newMeetingButton")
        self._new.clicked.connect(self.new_asked)
        self._narrow = IconButton("plus", self.tr("Nytt möte"))
        self._narrow.setObjectName("newMeetingNarrow")
        self._narrow.clicked.connect(self.new_asked)
        self._narrow.hide()
        self._calendar = SecondaryButton(self.tr("Kalender"), "calendar")
        self._calendar.setObjectName("calendarButton")
        self._narrow_calendar = IconButton("calendar", self.tr("Kalender"))
        self._narrow_calendar.setObjectName("calendarNarrow")
        self._narrow_calendar.hide()
        self._series = SecondaryButton(self.tr("Serier"), "series")
        self._series.setObjectName("seriesButton")
        self._narrow_series = IconButton("series", self.tr("Serier"))
        self._narrow_series.setObjectName("seriesNarrow")
        self._narrow_series.hide()
        for button in (self._calendar, self._narrow_calendar):
            button.clicked.connect(self.calendar_asked)
        for button in (self._series, self._narrow_series):
            button.clicked.connect(self.series_asked)
        self._card = Card()
        self._card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._card, 1)
        column.addWidget(self._new)
        column.addWidget(self._narrow)
        column.addWidget(self._calendar)
        column.addWidget(self._narrow_calendar)
        column.addWidget(self._series)
        column.addWidget(self._narrow_series)

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show the meetings, or say that there are none."""
        self.list.show_meetings(rows)
        self.list.setVisible(bool(rows))
        if not rows and self._none is None:
            self._none = EmptyState(self.tr("Inga möten här"), self.tr("Forumet har inga möten ännu."))
            self._card.body.addWidget(self._none, 1)
        if self._none is not None:
            self._none.setVisible(not rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the button that fits."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self._new.setVisible(not narrow)
        self._narrow.setVisible(narrow)
        self._calendar.setVisible(not narrow)
        self._narrow_calendar.setVisible(narrow)
        self._series.setVisible(not narrow)
        self._narrow_series.setVisible(narrow)
