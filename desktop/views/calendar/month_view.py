"""A month of meetings, Monday first, with the ISO weeks at the left."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.domain.dates import MONTHS, add_months, today
from desktop.views.calendar.day_line import DayLine
from desktop.views.calendar.month_cells import DayCells
from desktop.views.calendar.month_model import EARLIEST, LATEST, MonthModel
from desktop.views.calendar.span_bar import SpanBar
from desktop.views.parts.announce import announce
from desktop.views.parts.card import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.domain.meetings.meeting import MeetingRow

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MonthGrid(QTableView):
    """The days; arrow keys move by day and week, Page Up and Page Down by month, also past the month's ends.

    Attributes:
        day_changed: The current day.
        opened: The current day was opened by Enter or double click.
        meeting_clicked: The key of a meeting that was clicked.
    """

    day_changed = Signal(object)
    opened = Signal()
    meeting_clicked = Signal(object)

    def __init__(self, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Månad"))
        self.setObjectName("monthGrid")
        self.days = MonthModel(clock, self)
        self.day = clock()
        self._cells = DayCells(self)
        self.setModel(self.days)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go_to(self.day)

    def go_to(self, day: date) -> None:
        """Make a day the current one, in its own month."""
        self.day = min(max(day, EARLIEST), LATEST)
        self.days.show_month(self.day)
        self.setCurrentIndex(self.days.index_of(self.day))
        self.day_changed.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, or leave the key to others."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in _PAGES:
            self.go_to(add_months(self.day, _PAGES[key]))
        elif key == Qt.Key.Key_Home:
            self.go_to(self.day - timedelta(days=self.day.weekday()))
        elif key == Qt.Key.Key_End:
            self.go_to(self.day + timedelta(days=6 - self.day.weekday()))
        elif key in _OPENING:
            self.opened.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day, and open the meeting, that is clicked; days of the neighbouring months turn the page."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        meeting = self._meeting_at(index, event)
        self.go_to(self.days.day_at(index))
        if meeting is not None:
            self.meeting_clicked.emit(meeting)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day; a double click on a meeting has opened it already."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._meeting_at(index, event) is None:
            self.opened.emit()

    def _meeting_at(self, index: QModelIndex, event: QMouseEvent) -> object:
        return self._cells.meeting_at(index, self.visualRect(index), self.font(), event.position().toPoint())


class MonthView(QWidget):
    """The month with its buttons above and the chosen day below.

    Enter opens the day's only meeting, goes to the buttons of several, and asks for a new one on a free day.

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
        self._clock = clock
        self.bar = SpanBar(self.tr("Föregående månad"), self.tr("I dag"), self.tr("Nästa månad"))
        self.grid = MonthGrid(clock)
        self.line = DayLine()
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(card, 1)
        column.addWidget(self.line)
        self.bar.stepped.connect(self._step)
        self.bar.now_asked.connect(lambda: self._turn(self._clock()))
        self.grid.day_changed.connect(self._tell_day)
        self.grid.opened.connect(self._open)
        self.grid.meeting_clicked.connect(self.meeting_chosen)
        self.line.meeting_chosen.connect(self.meeting_chosen)
        self.line.new_asked.connect(lambda: self.day_chosen.emit(self.grid.day))
        self.line.left.connect(self.grid.setFocus)
        self._tell_day()

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show the meetings on their days; the month and the day stay."""
        self.grid.days.show_meetings(rows)
        self._tell_day()

    def go_to(self, day: date) -> None:
        """Show a day in its month."""
        self.grid.go_to(day)

    def _step(self, months: int) -> None:
        self._turn(add_months(self.grid.day, months))

    def _turn(self, day: date) -> None:
        self.go_to(day)
        announce(self.grid, self.bar.title)

    def _tell_day(self) -> None:
        day = self.grid.day
        title = f"{MONTHS[day.month - 1].capitalize()} {day.year}"
        self.bar.set_title(title)
        self.grid.setAccessibleName(title)
        self.line.show_day(day, self.grid.days.meetings_on(day))

    def _open(self) -> None:
        meetings = self.grid.days.meetings_on(self.grid.day)
        if len(meetings) > 1:
            self.line.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif meetings:
            self.meeting_chosen.emit(meetings[0].id)
        else:
            self.day_chosen.emit(self.grid.day)
