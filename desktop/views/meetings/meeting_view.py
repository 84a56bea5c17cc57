"""One meeting: its head with what can be done, and its tabs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import now
from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.views.meetings.documents_menu import offer_documents
from desktop.views.meetings.meeting_head import MeetingHead
from desktop.views.meetings.meeting_life import MeetingLife
from desktop.views.meetings.meeting_parts import MeetingParts
from desktop.views.meetings.meeting_tabs import MeetingTabs, Tab
from desktop.views.meetings.named_tabs import NamedTabs
from desktop.views.meetings.presentation.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from uuid import UUID

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.meetings.meeting import Meeting
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.meeting_tabs import OpenMeeting
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
        self._parts = MeetingParts(desk, lambda: self.meeting_id, self)
        self._connect_parts()
        self.tabs = MeetingTabs(self._parts.all(), self.tr("Delar av mötet"), "meetingTabs")
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
        self.tabs.show_record(opened)
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

    # What can be done

    def _connect_parts(self) -> None:
        parts = self._parts
        parts.source_opened.connect(self.source_opened)
        parts.meeting_opened.connect(self.meeting_opened)
        parts.attachment_opened.connect(self.attachment_opened)
        parts.attachment_saved.connect(self.attachment_saved)
        parts.document_asked.connect(self._ask)
        parts.version_asked.connect(self._ask_for_version)
        parts.reopening_asked.connect(self._reopen)
        parts.changed.connect(self._show_changed)
        parts.removal_asked.connect(self._ask_removal)

    def _reopen(self) -> None:
        """Go to where finalised notes are opened again, which asks why (R12)."""
        self.show_tab(Tab.AFTER)
        self.after.begin_reopening()

    def _add_actions(self) -> None:
        more = self._head.more
        offer_documents(self._head.documents, self._ask)
        more.offer(self.tr("Visa för alla"), "presentMeeting", self._present, "F11")
        more.addSeparator()
        more.offer(self.tr("Flytta mötet"), "moveMeeting", self._move)
        self.life.offer_in(more)
        more.offer(self.tr("Använd mall …"), "useTemplate", self._use_template)
        more.offer(self.tr("Gör mall av detta möte …"), "makeTemplate", self._make_template)
        more.addSeparator()
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
