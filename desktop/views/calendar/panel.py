"""The calendar of the meetings: month and year behind two tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.views.calendar.month_view import MonthView
from desktop.views.calendar.year_lanes import YearLanes
from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import MeetingRow


class CalendarPanel(QWidget):
    """Shows the same meetings as a month and as a year.

    Args:
        clock: Says which day it is.
        parent: The owning widget.

    Attributes:
        meeting_chosen: The key of a meeting to open.
        day_chosen: A new meeting is wanted on this day.
    """

    meeting_chosen = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, clock: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MeetingRow, ...] = ()
        self._agreement: Agreement | None = None
        self._forum: Forum | None = None
        self.month = MonthView(clock)
        self.year = YearLanes(clock)
        self.tabs = UnderlinedTabs(self.tr("Kalender"))
        self._stack = QStackedWidget()
        for title, view in ((self.tr("Månad"), self.month), (self.tr("År"), self.year)):
            self.tabs.addTab(title)
            self._stack.addWidget(view)
            view.meeting_chosen.connect(self.meeting_chosen)
        self.month.day_chosen.connect(self.day_chosen)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_meetings(self, rows: Sequence[MeetingRow], agreement: Agreement | None = None) -> None:
        """Show the meetings in both; the agreement tells which forums there are and when (R1)."""
        self._rows, self._agreement = tuple(rows), agreement
        self._narrow()

    def show_forum(self, forum: Forum | None) -> None:
        """Show only the meetings of one forum, or all."""
        self._forum = forum
        self._narrow()

    def _narrow(self) -> None:
        shown = [row for row in self._rows if self._forum is None or self._forum.shares_with(row.forum)]
        self.month.show_meetings(shown)
        self.year.show_meetings(shown, self._agreement)
