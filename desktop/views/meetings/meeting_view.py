"""One meeting: its head with what can be done, and its tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import clock_span, with_weekday
from desktop.domain.meeting import MeetingState
from desktop.views.meetings.agenda_tab import AgendaTab
from desktop.views.meetings.meeting_tabs import MeetingTabs, Part, Tab
from desktop.views.parts.badge import LevelBadge
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.wording import convened_words, meeting_state_word

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.history import HistoryEntry
    from desktop.domain.meeting import Meeting
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.details_tab import DetailsTab
    from desktop.views.meetings.history_tab import HistoryTab
    from desktop.views.meetings.invitation_tab import InvitationTab
    from desktop.views.meetings.meeting_tabs import OpenMeeting
    from desktop.views.meetings.participants_tab import ParticipantsTab

_NARROW_HEAD = 780
_BUTTON_SIDES = 26


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
        self._head = PageHead()
        self._badge: LevelBadge | None = None
        self.tabs = MeetingTabs(self._parts(), self.tr("Delar av mötet"))
        self._add_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self.tabs, 1)

    @property
    def agenda(self) -> AgendaTab:
        """The tab of the agenda: what one comes for."""
        return cast("AgendaTab", self.tabs.widget(Tab.AGENDA))

    @property
    def participants(self) -> ParticipantsTab:
        """The tab of those who take part."""
        return cast("ParticipantsTab", self.tabs.widget(Tab.PARTICIPANTS))

    @property
    def invitation(self) -> InvitationTab:
        """The tab of what SSC sent."""
        return cast("InvitationTab", self.tabs.widget(Tab.INVITATION))

    @property
    def details(self) -> DetailsTab:
        """The tab of the meeting's own data."""
        return cast("DetailsTab", self.tabs.widget(Tab.DETAILS))

    @property
    def history(self) -> HistoryTab:
        """The tab of what was done."""
        return cast("HistoryTab", self.tabs.widget(Tab.HISTORY))

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
        self._show_head(file.meeting)
        self.tabs.set_title(Tab.PARTICIPANTS, self.tr("Deltagare {count}").format(count=len(file.participants)))
        self.tabs.show_meeting(opened)
        self.tabs.offer(Tab.INVITATION, bool(file.meeting.invitation or file.received))

    def refresh_tab(self) -> None:
        """Show anew what the tab that is looked at reads by itself."""
        self.tabs.refresh()

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        self.tabs.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        self.tabs.leave()
        self._meeting = None

    def show_tab(self, tab: Tab) -> None:
        """Go to a tab, or to one that is not there yet as soon as the meeting has been read."""
        self.tabs.turn_to(tab)

    # The tabs

    def _parts(self) -> tuple[Part, ...]:
        return (
            Part(
                tab=Tab.AGENDA,
                title=self.tr("Dagordning"),
                build=self._build_agenda,
                show=lambda tab, opened: tab.show_agenda(opened.agenda),
                flush=AgendaTab.flush,
                leave=AgendaTab.leave,
            ),
            Part(
                tab=Tab.PARTICIPANTS,
                title=self.tr("Deltagare"),
                build=self._build_participants,
                show=lambda tab, opened: tab.show_participants(opened.agenda.file, opened.proposed),
            ),
            Part(
                tab=Tab.INVITATION,
                title=self.tr("Kallelse"),
                build=_build_invitation,
                show=lambda tab, opened: tab.show_invitation(opened.agenda.file),
            ),
            Part(
                tab=Tab.DETAILS,
                title=self.tr("Uppgifter"),
                build=self._build_details,
                show=lambda tab, opened: tab.show_meeting(opened.agenda.file.meeting, opened.areas),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.HISTORY,
                title=self.tr("Historik"),
                build=_build_history,
                show=lambda tab, opened: self._read_history(tab, opened.agenda.file.meeting.id),
            ),
        )

    def _build_agenda(self) -> AgendaTab:
        made = AgendaTab(self._desk)
        made.source_opened.connect(self.source_opened)
        return made

    def _build_participants(self) -> ParticipantsTab:
        from desktop.views.meetings.participants_tab import ParticipantsTab

        return ParticipantsTab(self._desk)

    def _build_details(self) -> DetailsTab:
        from desktop.views.meetings.details_tab import DetailsTab

        made = DetailsTab(self._desk)
        made.changed.connect(self._show_head)
        made.removal_asked.connect(self._ask_removal)
        return made

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

    def _read_history(self, tab: HistoryTab, key: UUID) -> None:
        """History is read only while it is looked at."""
        history = self._desk.services.history

        def arrived(entries: tuple[HistoryEntry, ...]) -> None:
            if self.meeting_id == key:
                tab.show_history(entries)

        self._desk.read("history", lambda: history.of(key), arrived)


def _build_invitation() -> InvitationTab:
    from desktop.views.meetings.invitation_tab import InvitationTab

    return InvitationTab()


def _build_history() -> HistoryTab:
    from desktop.views.meetings.history_tab import HistoryTab

    return HistoryTab()
