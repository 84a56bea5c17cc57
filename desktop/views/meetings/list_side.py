"""The left side of the page: the list of meetings in a card, and the buttons for a new one, the calendar and series."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.meetings.meeting_filter import MeetingFilter
from desktop.views.meetings.meeting_list import NARROW, MeetingList
from desktop.views.parts.buttons import IconButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.agreement import ServiceArea
    from desktop.domain.meetings.meeting import MeetingRow
    from desktop.views.meetings.list_filter import ListFilter

_NOTHING = MeetingFilter()
_GAP = 4
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
        filter_asked: The names of the series are needed to filter by.
    """

    new_asked = Signal()
    calendar_asked = Signal()
    series_asked = Signal()
    filter_asked = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingSide")
        self.setMinimumWidth(LEAST_WIDTH)
        self._clock = clock
        self._rows: tuple[MeetingRow, ...] = ()
        self._areas: dict[UUID, str] = {}
        self._series_titles: dict[UUID, str] = {}
        self.list = MeetingList(clock)
        self._none: EmptyState | None = None
        self._filter_button = QuietButton("", "search")
        self._filter_button.setObjectName("meetingFilterButton")
        self._narrow_filter = IconButton("search", self.tr("Filtrera möten"))
        self._narrow_filter.setObjectName("meetingFilterNarrow")
        self._narrow_filter.hide()
        for button in (self._filter_button, self._narrow_filter):
            button.clicked.connect(self.begin_filter)
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
        column.addWidget(self._filter_button)
        column.addWidget(self._narrow_filter)
        column.addWidget(self._card, 1)
        column.addWidget(self._new)
        column.addWidget(self._narrow)
        column.addWidget(self._calendar)
        column.addWidget(self._narrow_calendar)
        column.addWidget(self._series)
        column.addWidget(self._narrow_series)
        self._tell_filter(0)

    @cached_property
    def filter(self) -> ListFilter:
        """What narrows the list, built when it is wanted for the first time."""
        from desktop.views.meetings.list_filter import ListFilter

        made = ListFilter(self)
        made.narrowed.connect(self._show)
        return made

    @property
    def _chosen(self) -> MeetingFilter:
        return self.filter.chosen if "filter" in self.__dict__ else _NOTHING

    def show_meetings(self, rows: Sequence[MeetingRow], areas: Sequence[ServiceArea] = ()) -> None:
        """Show the meetings that match what is filtered by, or say that there are none."""
        self._rows = tuple(rows)
        self._areas = {area.id: area.name for area in areas}
        self._show()

    def show_series(self, titles: Mapping[UUID, str]) -> None:
        """Offer these series to filter by."""
        self._series_titles = dict(titles)
        self._offer()

    def begin_filter(self) -> None:
        """Bring the filter up beside the list, which it does not cover."""
        self.filter_asked.emit()
        self._offer()
        self.filter.begin(self.mapToGlobal(QPoint(self.width() + _GAP, 0)))

    def show_all(self) -> None:
        """Filter by nothing."""
        if not self._chosen.is_empty:
            self.filter.show_all()

    def _offer(self) -> None:
        if "filter" in self.__dict__:
            titles = {row.series_id for row in self._rows}
            series = {key: title for key, title in self._series_titles.items() if key in titles}
            self.filter.show_meetings(self._rows, self._clock(), self._areas, series)

    def _show(self) -> None:
        rows = self._chosen.shown(self._rows, self._clock())
        self.list.show_meetings(rows)
        self.list.setVisible(bool(rows))
        self._offer()
        self._tell_filter(len(rows))
        if not rows and self._none is None:
            self._none = EmptyState("", "", self.tr("Visa alla"))
            self._none.setObjectName("noMeetingsHere")
            self._none.action_chosen.connect(self.show_all)
            self._card.body.addWidget(self._none, 1)
        if self._none is not None:
            self._none.setVisible(not rows and self.width() >= NARROW)
            if self._chosen.is_empty:
                self._none.set_texts(self.tr("Inga möten här"), self.tr("Forumet har inga möten ännu."))
            else:
                self._none.set_texts(self.tr("Inget möte passar"), self.tr("Inget möte har det som listan söker."))
            self._none.action.setVisible(not self._chosen.is_empty)

    def _tell_filter(self, shown: int) -> None:
        """Say on the button how many meetings are left."""
        words = self.tr("Filtrera")
        if not self._chosen.is_empty:
            words = self.tr("Filter: {shown} av {all}").format(shown=shown, all=len(self._rows))
        self._filter_button.setText(words)
        self._narrow_filter.setText("" if self._chosen.is_empty else str(shown))
        self._narrow_filter.setAccessibleName(words)
        self._narrow_filter.setToolTip(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the button that fits."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if self._none is not None:
            self._none.setVisible(not narrow and not self.list.isVisibleTo(self))
        self._filter_button.setVisible(not narrow)
        self._narrow_filter.setVisible(narrow)
        self._new.setVisible(not narrow)
        self._narrow.setVisible(narrow)
        self._calendar.setVisible(not narrow)
        self._narrow_calendar.setVisible(narrow)
        self._series.setVisible(not narrow)
        self._narrow_series.setVisible(narrow)
