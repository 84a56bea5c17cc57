"""The tabs of one meeting: what each is called, and how it is built, filled, saved and left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.agreement import Agreement, ServiceArea
    from desktop.domain.attachment import AttachmentRow
    from desktop.domain.contact import Contact
    from desktop.views.meetings.agenda_tab import Agenda


class Tab(StrEnum):
    """The parts of a meeting, in the order of their tabs."""

    AGENDA = "agenda"
    BRIEF = "brief"
    PARTICIPANTS = "participants"
    NOTES = "notes"
    AFTER = "after"
    ATTACHMENTS = "attachments"
    INVITATION = "invitation"
    DETAILS = "details"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting:
    """What is on screen of one meeting, read at one moment; a tab may read more when it is looked at."""

    agenda: Agenda
    proposed: tuple[Contact, ...]
    areas: tuple[ServiceArea, ...]
    agreement: Agreement | None = None
    attachments: tuple[AttachmentRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One tab.

    Attributes:
        title: What its tab says.
        build: Makes its widget, when it is first looked at.
        show: Fills the widget; called anew whenever something has changed while it is looked at.
        flush: Saves what is typed in the widget; nothing where nothing is typed.
        leave: Saves, and lets the widget belong to no meeting.
    """

    tab: Tab
    title: str
    build: Callable[[], QWidget]
    show: Callable[[Any, OpenMeeting], None]
    flush: Callable[[Any], None] | None = None
    leave: Callable[[Any], None] | None = None


class MeetingTabs(QWidget):
    """Shows one part of a meeting at a time; each is built when it is first looked at.

    Args:
        parts: The tabs, in order.
        name: What the tabs choose between, for assistive technology.
        parent: The owning widget.
    """

    def __init__(self, parts: Sequence[Part], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._widgets: dict[Tab, QWidget] = {}
        self._opened: OpenMeeting | None = None
        self._awaited: Tab | None = None
        self._bar = UnderlinedTabs(name)
        self._bar.setObjectName("meetingTabs")
        for part in self._parts:
            self._bar.addTab(part.title)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._stack.setCurrentWidget(self.widget(self._parts[0].tab))
        self._bar.currentChanged.connect(self._turn)

    @property
    def current(self) -> Tab:
        """The tab that is looked at."""
        return self._parts[self._bar.currentIndex()].tab

    def widget(self, tab: Tab) -> QWidget:
        """The widget of a tab, built now if it has not been looked at yet."""
        if tab not in self._widgets:
            made = self._parts[self._place(tab)].build()
            self._widgets[tab] = made
            self._stack.addWidget(made)
        return self._widgets[tab]

    def title(self, tab: Tab) -> str:
        """What a tab says."""
        return self._bar.tabText(self._place(tab))

    def set_title(self, tab: Tab, title: str) -> None:
        """Have a tab say something else."""
        if title != self.title(tab):  # else Qt would lay out all tabs, and the page with them
            self._bar.setTabText(self._place(tab), title)

    def is_offered(self, tab: Tab) -> bool:
        """Whether a tab can be chosen."""
        return self._bar.isTabVisible(self._place(tab))

    def offer(self, tab: Tab, offered: bool) -> None:
        """Let a tab be chosen, or hide it; one that is awaited comes forward once it is offered."""
        if offered is not self.is_offered(tab):
            self._bar.setTabVisible(self._place(tab), offered)
        if offered and tab is self._awaited:
            self.turn_to(tab)

    def turn_to(self, tab: Tab) -> None:
        """Go to a tab, or to one that is not offered yet as soon as it is."""
        self._awaited = None if self.is_offered(tab) else tab
        if self._awaited is None:
            self._bar.setCurrentIndex(self._place(tab))

    def show_meeting(self, opened: OpenMeeting) -> None:
        """Fill the tab that is looked at, and the first, which is kept up to date all the time."""
        self._opened = opened
        for tab in dict.fromkeys((self._parts[0].tab, self.current)):
            self._fill(tab)

    def refresh(self) -> None:
        """Fill the tab that is looked at anew: something it reads by itself has changed."""
        self._fill(self.current)

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        for part in self._built():
            if part.flush is not None:
                part.flush(self._widgets[part.tab])

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        for part in self._built():
            if part.leave is not None:
                part.leave(self._widgets[part.tab])
        self._opened = self._awaited = None

    def _built(self) -> list[Part]:
        return [part for part in self._parts if part.tab in self._widgets]

    def _place(self, tab: Tab) -> int:
        return next(place for place, part in enumerate(self._parts) if part.tab is tab)

    def _turn(self, place: int) -> None:
        self._awaited = None
        self.flush()
        tab = self._parts[place].tab
        page = self.widget(tab)
        self._fill(tab)
        self._stack.setCurrentWidget(page)

    def _fill(self, tab: Tab) -> None:
        if self._opened is not None:
            self._parts[self._place(tab)].show(self.widget(tab), self._opened)
