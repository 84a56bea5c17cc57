"""One meeting: its head with what can be done, and its tabs."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import now
from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.views.meetings.agenda_tab import AgendaTab
from desktop.views.meetings.documents_menu import offer_documents
from desktop.views.meetings.meeting_head import MeetingHead
from desktop.views.meetings.meeting_life import MeetingLife
from desktop.views.meetings.meeting_tabs import MeetingTabs, Part, Tab
from desktop.views.meetings.named_tabs import NamedTabs
from desktop.views.meetings.presentation.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from desktop.domain.agreement import Agreement
    from desktop.domain.brief import Brief
    from desktop.domain.forum import Forum
    from desktop.domain.history import HistoryEntry
    from desktop.domain.meeting import Meeting
    from desktop.views.meetings.after.after_tab import AfterTab
    from desktop.views.meetings.attachments.tab import AttachmentsTab
    from desktop.views.meetings.brief_tab import BriefTab
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.details_tab import DetailsTab
    from desktop.views.meetings.history_tab import HistoryTab
    from desktop.views.meetings.invitation_tab import InvitationTab
    from desktop.views.meetings.meeting_tabs import OpenMeeting
    from desktop.views.meetings.notes.notes_tab import NotesTab
    from desktop.views.meetings.participants_tab import ParticipantsTab
    from desktop.views.meetings.template_panel import TemplatePanel


class MeetingView(NamedTabs):
    """Shows and changes one meeting.

    The agenda is what one comes for; the other tabs are built when they are first looked at, and are shown what has
    happened while they are looked at.

    Args:
        desk: The way to the register.
        clock: Says what time it is; whose turn it is depends on it.
        parent: The owning widget.

    Attributes:
        source_opened: The ``Source`` of an item is to be opened.
        meeting_opened: The key of another meeting to be opened.
        attachment_opened: An ``Attachment`` is to be opened in its own program.
        attachment_saved: An ``Attachment`` is to be saved somewhere.
        document_asked: A document of the meeting is wanted (``DocumentRequest``).
        removal_asked: The ``Meeting`` is to be removed.
        calendar_asked: A calendar file is wanted: the key of the meeting, and its ``CalendarKind``.
    """

    source_opened = Signal(object)
    meeting_opened = Signal(object)
    attachment_opened = Signal(object)
    attachment_saved = Signal(object)
    document_asked = Signal(object)
    removal_asked = Signal(object)
    calendar_asked = Signal(object, object)

    def __init__(self, desk: Desk, clock: Callable[[], datetime] = now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingView")
        self._desk = desk
        self._meeting: Meeting | None = None
        self._head = MeetingHead()
        self.life = MeetingLife(desk, clock)
        self._agreement: Agreement | None = None
        self.showing = Showing(desk, self)
        self.tabs = MeetingTabs(self._parts(), self.tr("Delar av mötet"))
        self._add_actions()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(6)
        column.addWidget(self.life)
        column.addSpacing(2)
        column.addWidget(self.tabs, 1)

    @cached_property
    def templates(self) -> TemplatePanel:
        """Where a template is made of the meeting or used in it, built when it is wanted for the first time."""
        from desktop.views.meetings.template_panel import TemplatePanel

        made = TemplatePanel(self._desk)
        made.left.connect(self._head.go_to_more)
        self._column.insertWidget(2, made)  # after the space below the head
        return made

    @property
    def meeting_id(self) -> UUID | None:
        """The key of the meeting on screen."""
        return self._meeting.id if self._meeting else None

    @property
    def day(self) -> date | None:
        """The date of the meeting on screen."""
        return self._meeting.day if self._meeting else None

    def show_meeting(self, opened: OpenMeeting) -> None:
        """Show a meeting as it was read; for the one already shown, only what has changed."""
        file = opened.agenda.file
        if self._meeting is not None and self._meeting.id != file.meeting.id:
            self.leave()
        self._agreement = opened.agreement
        self._show_head(file.meeting, file.forum)
        self.life.show_meeting(file)
        self.tabs.set_title(Tab.PARTICIPANTS, self.tr("Deltagare {count}").format(count=len(file.participants)))
        count = f" {len(opened.attachments)}" if opened.attachments else ""
        self.tabs.set_title(Tab.ATTACHMENTS, self.tr("Bilagor{count}").format(count=count))
        self.tabs.show_meeting(opened)
        self.tabs.offer(Tab.INVITATION, bool(file.meeting.invitation or file.received))

    def refresh_tab(self) -> None:
        """Show anew what the tab that is looked at reads by itself."""
        self.tabs.refresh()
        if "templates" in self.__dict__:
            self.templates.refresh()

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        self.tabs.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        self.tabs.leave()
        self.life.leave()
        if "templates" in self.__dict__:
            self.templates.hide()
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
                tab=Tab.BRIEF,
                title=self.tr("Inför"),
                build=self._build_brief,
                show=lambda tab, opened: self._read_brief(tab, opened.agenda.file.meeting.id),
            ),
            Part(
                tab=Tab.PARTICIPANTS,
                title=self.tr("Deltagare"),
                build=self._build_participants,
                show=lambda tab, opened: tab.show_participants(
                    opened.agenda.file, opened.agenda.items, opened.proposed
                ),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.NOTES,
                title=self.tr("Anteckningar"),
                build=self._build_notes,
                show=lambda tab, opened: tab.show_notes(opened.agenda),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.AFTER,
                title=self.tr("Efter"),
                build=self._build_after,
                show=lambda tab, opened: tab.show_after(opened.agenda.file.meeting.id),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
            ),
            Part(
                tab=Tab.ATTACHMENTS,
                title=self.tr("Bilagor"),
                build=self._build_attachments,
                show=lambda tab, opened: tab.show_attachments(opened.agenda.file.meeting.id, opened.attachments),
                flush=lambda tab: tab.flush(),
                leave=lambda tab: tab.leave(),
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
                show=lambda tab, opened: tab.show_meeting(opened.agenda.file, opened.areas, opened.agreement),
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
        made.meeting_opened.connect(self.meeting_opened)
        made.way.mail_asked.connect(partial(self._propose, WayOut.MAIL))
        made.way.preview_asked.connect(partial(self._propose, WayOut.PREVIEW))
        made.way.reminder_asked.connect(self._remind)
        return made

    def _build_brief(self) -> BriefTab:
        from desktop.views.meetings.brief_tab import BriefTab

        made = BriefTab()
        made.source_opened.connect(self.source_opened)
        made.preview_asked.connect(lambda: self._ask(Paper.BRIEF, WayOut.PREVIEW))
        return made

    def _build_participants(self) -> ParticipantsTab:
        from desktop.views.meetings.participants_tab import ParticipantsTab

        return ParticipantsTab(self._desk)

    def _build_notes(self) -> NotesTab:
        from desktop.views.meetings.notes.notes_tab import NotesTab

        made = NotesTab(self._desk)
        made.reopening_asked.connect(self._reopen)
        return made

    def _reopen(self) -> None:
        """Go to where finalised notes are opened again, which asks why (R12)."""
        self.show_tab(Tab.AFTER)
        self.after.begin_reopening()

    def _build_after(self) -> AfterTab:
        from desktop.views.meetings.after.after_tab import AfterTab

        made = AfterTab(self._desk)
        made.finalising.document_asked.connect(self._ask_for_version)
        made.afterwards.file_opened.connect(self.attachment_opened)
        made.afterwards.letter_looked_at.connect(partial(self._ask, Paper.DIFFERENCES, WayOut.PREVIEW))
        made.afterwards.letter_sent.connect(partial(self._ask, Paper.DIFFERENCES, WayOut.MAIL))
        return made

    def _build_attachments(self) -> AttachmentsTab:
        from desktop.views.meetings.attachments.tab import AttachmentsTab

        made = AttachmentsTab(self._desk)
        made.open_asked.connect(self.attachment_opened)
        made.save_asked.connect(self.attachment_saved)
        return made

    def _build_details(self) -> DetailsTab:
        from desktop.views.meetings.details_tab import DetailsTab

        made = DetailsTab(self._desk)
        made.changed.connect(self._show_changed)
        made.removal_asked.connect(self._ask_removal)
        return made

    def _add_actions(self) -> None:
        more = self._head.more
        offer_documents(self._head.documents, self._ask)
        more.offer(self.tr("Visa för alla"), "presentMeeting", self._present, "F11")
        more.offer(self.tr("Flytta mötet"), "moveMeeting", self._move)
        self.life.offer_in(more)
        more.offer(self.tr("Använd mall …"), "useTemplate", self._use_template)
        more.offer(self.tr("Gör mall av detta möte …"), "makeTemplate", self._make_template)
        more.offer(self.tr("Ta bort mötet"), "removeMeeting", self._ask_removal)
        self._head.next_chosen.connect(self.flush)
        self._head.next_chosen.connect(self.life.take_next)
        self.life.next_changed.connect(self._head.show_next)
        self.life.mail_asked.connect(lambda: self._ask(Paper.AGENDA, WayOut.MAIL))
        self.life.calendar_asked.connect(self.flush)
        self.life.calendar_asked.connect(self.calendar_asked)
        self.life.tab_asked.connect(self._go)

    def _go(self, tab: Tab) -> None:
        self.show_tab(tab)
        self.tabs.widget(tab).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        """Go to where the day is typed."""
        self.show_tab(Tab.DETAILS)
        self.details.focus_day()

    def _present(self) -> None:
        """Show the meeting to a whole room, with everything typed so far."""
        if self._meeting is not None:
            self.flush()
            self.showing.begin(self._meeting.id)

    def _ask(self, paper: Paper, way: WayOut, items: tuple[UUID, ...] = ()) -> None:
        """Ask for a document of the meeting on screen, after everything typed is on its way to the register."""
        if self._meeting is not None:
            self.flush()
            key = self._meeting.id
            self.document_asked.emit(DocumentRequest(paper=paper, meeting_id=key, way=way, items=items))

    def _ask_for_version(self, version: UUID) -> None:
        """Ask for finalised notes of the meeting on screen as they were fixed (R12)."""
        if self._meeting is not None:
            asked = DocumentRequest(paper=Paper.NOTES, meeting_id=self._meeting.id, version=version)
            self.document_asked.emit(asked)

    def _remind(self, _meeting: UUID) -> None:
        """Ask for a mail that reminds SSC of the agenda (R6)."""
        self._ask(Paper.AGENDA, WayOut.REMINDER)

    def _propose(self, way: WayOut, _meeting: UUID, items: tuple[UUID, ...]) -> None:
        """Ask for the document with which these items are proposed to SSC (R9)."""
        self._ask(Paper.PROPOSALS, way, items)

    def _use_template(self) -> None:
        if self._meeting is not None:
            self.flush()
            self.show_tab(Tab.AGENDA)
            self.templates.begin_using(self._meeting.id, self._meeting.forum_under(self._agreement))

    def _make_template(self) -> None:
        if self._meeting is not None:
            self.flush()
            self.templates.begin_making(self._meeting.id, self._meeting.title)

    def _ask_removal(self) -> None:
        """Tell that the meeting is to go, after everything typed is stored: undo brings back all of it."""
        if self._meeting is not None:
            self.flush()
            self.removal_asked.emit(self._meeting)

    def _show_head(self, meeting: Meeting, forum: Forum) -> None:
        self._meeting = meeting
        self._head.show_meeting(meeting, forum)

    def _show_changed(self, meeting: Meeting) -> None:
        self._show_head(meeting, meeting.forum_under(self._agreement))
        self.life.show_changed(meeting)

    def _read_brief(self, tab: BriefTab, key: UUID) -> None:
        """The brief is gathered only while it is looked at."""
        briefs = self._desk.services.briefs

        def arrived(brief: Brief) -> None:
            if self.meeting_id == key:
                tab.show_brief(brief)

        self._desk.read("brief", lambda: briefs.get(key), arrived)

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
