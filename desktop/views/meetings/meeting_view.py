"""One meeting: its head with what can be done, and its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import clock_span, with_weekday
from desktop.domain.meeting import MeetingState
from desktop.views.meetings.agenda_tab import Agenda, AgendaTab
from desktop.views.parts.badge import LevelBadge
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.parts.tab_bar import UnderlinedTabs
from desktop.views.wording import convened_words, meeting_state_word

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.agreement import ServiceArea
    from desktop.domain.contact import Contact
    from desktop.domain.history import HistoryEntry
    from desktop.domain.meeting import Meeting
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.details_tab import DetailsTab
    from desktop.views.meetings.history_tab import HistoryTab
    from desktop.views.meetings.invitation_tab import InvitationTab
    from desktop.views.meetings.participants_tab import ParticipantsTab

Page = TypeVar("Page", bound=QWidget)
_NARROW_HEAD = 780
_BUTTON_SIDES = 26
AGENDA, PARTICIPANTS, INVITATION, DETAILS, HISTORY = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting:
    """Everything that is on screen of one meeting, read at one moment."""

    agenda: Agenda
    proposed: tuple[Contact, ...]
    areas: tuple[ServiceArea, ...]


class MeetingView(QWidget):
    """Shows and changes one meeting.

    The agenda is what one comes for; the other tabs are built when they are first looked at, and are shown what has
    happened while they are looked at.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        source_opened: The ``Source`` of an item is to be opened.
        preview_asked: The key of the meeting whose agenda is to be previewed.
        export_asked: The same, to be saved as PDF.
        mail_asked: The same, to be sent.
        removal_asked: The ``Meeting`` is to be removed.
    """

    source_opened = Signal(object)
    preview_asked = Signal(object)
    export_asked = Signal(object)
    mail_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingView")
        self._desk = desk
        self._meeting: Meeting | None = None
        self._opened: OpenMeeting | None = None
        self._awaited: int | None = None
        self._built: set[int] = {AGENDA}
        self._head = PageHead()
        self._badge: LevelBadge | None = None
        self._tabs = UnderlinedTabs(self.tr("Delar av mötet"))
        self._tabs.setObjectName("meetingTabs")
        self._stack = QStackedWidget()
        self.agenda = AgendaTab(desk)
        self._stack.addWidget(self.agenda)
        self._add_actions()
        self._add_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self._tabs)
        column.addSpacing(14)
        column.addWidget(self._stack, 1)
        self.agenda.source_opened.connect(self.source_opened)

    @cached_property
    def participants(self) -> ParticipantsTab:
        """The tab of those who take part."""
        from desktop.views.meetings.participants_tab import ParticipantsTab

        return self._keep(PARTICIPANTS, ParticipantsTab(self._desk))

    @cached_property
    def invitation(self) -> InvitationTab:
        """The tab of what SSC sent."""
        from desktop.views.meetings.invitation_tab import InvitationTab

        return self._keep(INVITATION, InvitationTab())

    @cached_property
    def details(self) -> DetailsTab:
        """The tab of the meeting's own data."""
        from desktop.views.meetings.details_tab import DetailsTab

        made = self._keep(DETAILS, DetailsTab(self._desk))
        made.changed.connect(self._show_head)
        made.removal_asked.connect(self._ask_removal)
        return made

    @cached_property
    def history(self) -> HistoryTab:
        """The tab of what was done."""
        from desktop.views.meetings.history_tab import HistoryTab

        return self._keep(HISTORY, HistoryTab())

    @property
    def meeting_id(self) -> UUID | None:
        """The key of the meeting on screen."""
        return self._meeting.id if self._meeting else None

    @property
    def day(self) -> date | None:
        """The date of the meeting on screen."""
        return self._meeting.day if self._meeting else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow head has room for one word less."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_HEAD
        self._export.setMinimumWidth(self._export.fontMetrics().horizontalAdvance(self.tr("Exportera")) + _BUTTON_SIDES)
        self._export.setText(self.tr("Exportera") if narrow else self.tr("Exportera PDF"))

    def show_meeting(self, opened: OpenMeeting) -> None:
        """Show a meeting as it was read; for the one already shown, only what has changed."""
        file = opened.agenda.file
        if self._meeting is not None and self._meeting.id != file.meeting.id:
            self.leave()
        self._opened = opened
        self._show_head(file.meeting)
        self.agenda.show_agenda(opened.agenda)
        self._tabs.setTabText(PARTICIPANTS, self.tr("Deltagare {count}").format(count=len(file.participants)))
        self._tabs.setTabVisible(INVITATION, bool(file.meeting.invitation or file.received))
        if self._awaited is not None:
            self.show_tab(self._awaited)
        self._show_page(self._tabs.currentIndex())

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        self.agenda.flush()
        if DETAILS in self._built:
            self.details.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        self.agenda.leave()
        if DETAILS in self._built:
            self.details.leave()
        self._meeting = self._opened = self._awaited = None

    def show_tab(self, tab: int) -> None:
        """Go to a tab, or to one that is not there yet as soon as the meeting has been read."""
        self._awaited = None if self._tabs.isTabVisible(tab) else tab
        if self._awaited is None:
            self._tabs.setCurrentIndex(tab)

    def _add_actions(self) -> None:
        for button, name, asked in (
            (SecondaryButton(self.tr("Förhandsgranska")), "previewAgenda", self.preview_asked),
            (SecondaryButton(self.tr("Exportera PDF")), "exportAgenda", self.export_asked),
            (PrimaryButton(self.tr("Skicka dagordning")), "sendAgenda", self.mail_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, signal=asked: self._ask(signal))
            self._head.add_action(button)
            if name == "exportAgenda":
                self._export = button
                button.setAccessibleName(button.text())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.activated.connect(lambda: self._ask(self.preview_asked))

    def _add_tabs(self) -> None:
        for text in (
            self.tr("Dagordning"),
            self.tr("Deltagare"),
            self.tr("Kallelse"),
            self.tr("Uppgifter"),
            self.tr("Historik"),
        ):
            self._tabs.addTab(text)
        self._tabs.currentChanged.connect(self._show_tab)

    def _keep(self, tab: int, page: Page) -> Page:
        """Take a page that was just built into the stack."""
        self._built.add(tab)
        self._stack.addWidget(page)
        return page

    def _show_tab(self, tab: int) -> None:
        self._awaited = None
        self.flush()
        pages = {
            AGENDA: lambda: self.agenda,
            PARTICIPANTS: lambda: self.participants,
            INVITATION: lambda: self.invitation,
            DETAILS: lambda: self.details,
            HISTORY: lambda: self.history,
        }
        page = pages[tab]()
        self._show_page(tab)
        self._stack.setCurrentWidget(page)

    def _show_page(self, tab: int) -> None:
        """Fill the page that is looked at; the agenda is kept up to date all the time."""
        if self._opened is None or self._meeting is None:
            return
        file = self._opened.agenda.file
        if tab == PARTICIPANTS:
            self.participants.show_participants(file, self._opened.proposed)
        elif tab == INVITATION:
            self.invitation.show_invitation(file)
        elif tab == DETAILS:
            self.details.show_meeting(self._meeting, self._opened.areas)
        elif tab == HISTORY:
            self._read_history(self._meeting.id)

    def _ask(self, signal: SignalInstance) -> None:
        """Tell what is wanted, after everything typed is on its way to the register."""
        if self._meeting is not None:
            self.flush()
            signal.emit(self._meeting.id)

    def _ask_removal(self) -> None:
        """Tell that the meeting is to go, after everything typed is stored: undo brings back all of it."""
        if self._meeting is not None:
            self.flush()
            self.removal_asked.emit(self._meeting)

    def _show_head(self, meeting: Meeting) -> None:
        self._meeting = meeting
        when = f"{with_weekday(meeting.day)} {clock_span(meeting.starts_at, meeting.ends_at)}"
        cancelled = meeting_state_word(meeting.state) if meeting.state is MeetingState.CANCELLED else ""
        facts = (cancelled, when, " ".join(meeting.place.split()), convened_words(meeting.convener))
        self._head.set_title(meeting.title)
        self._head.set_subtitle(" · ".join(fact for fact in facts if fact))
        if self._badge is None:
            self._badge = LevelBadge(meeting.level)
            self._badge.setObjectName("meetingBadge")
            self._head.set_badge(self._badge)
        self._badge.set_level(meeting.level)

    def _read_history(self, key: UUID) -> None:
        """History is read only while it is looked at."""
        history = self._desk.services.history

        def arrived(entries: tuple[HistoryEntry, ...]) -> None:
            if self.meeting_id == key:
                self.history.show_history(entries)

        self._desk.read("history", lambda: history.of(key), arrived)
