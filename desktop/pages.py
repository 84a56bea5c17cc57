"""The pages of an open register: made when they are first needed, connected, and where everything lies on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.dates import today
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.views.meetings.page import MeetingsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.forum import Forum
    from desktop.engine import Engine
    from desktop.panels import Panels
    from desktop.tasks import Tasks
    from desktop.views.contacts.page import ContactsPage
    from desktop.views.followups.page import FollowupsPage
    from desktop.views.main_window import MainWindow
    from desktop.views.matters.page import MattersPage
    from desktop.views.matters.quick_matter import QuickMatter

MEETINGS, MATTERS, FOLLOWUPS, CONTACTS = "meetings", "matters", "followups", "contacts"
EVERYTHING = frozenset({"agreement", "contact", "matter", "meeting", "agenda", "action", "decision", "order"})
"""News of all that the first screens show."""


class Pages(QObject):
    """Makes the pages, passes on what they ask for, and opens whatever somebody wants to see.

    Args:
        window: The window they stand in.
        tasks: The door to the services.
        engine: What one can do with the register; it may still sleep.
        panels: What comes in front of them.
        parent: The owning object.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        meetings: The page of the meetings, which is there from the start.
    """

    message = Signal(str, str, bool)

    def __init__(self, window: MainWindow, tasks: Tasks, engine: Engine, panels: Panels, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._tasks = tasks
        self._engine = engine
        self._panels = panels
        self._matters: MattersPage | None = None
        self._contacts: ContactsPage | None = None
        self._followups: FollowupsPage | None = None
        self._quick: QuickMatter | None = None
        self.meetings = MeetingsPage(tasks, engine)
        self._connect_meetings()

    def fill(self) -> None:
        """Give the window its pages; all but the meetings are made when somebody goes there."""
        self._window.fill_page(MEETINGS, self.meetings)
        self._window.fill_page(MATTERS, self.matters)
        self._window.fill_page(FOLLOWUPS, self.followups)
        self._window.fill_page(CONTACTS, self.contacts)

    def flush(self) -> None:
        """Store what is being typed."""
        for page in self._made():
            page.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show what a change concerns on the pages that have been made."""
        for page in self._made():
            page.refresh(kinds)

    def show_forum(self, forum: Forum | None) -> None:
        """Narrow what belongs to levels to those of a forum."""
        self.meetings.show_forum(forum)
        if self._matters is not None:
            self._matters.show_forum(forum)
        if self._followups is not None:
            self._followups.show_forum(forum)

    # What is made when it is first needed

    @property
    def contacts_if_made(self) -> ContactsPage | None:
        """The page of contacts, where there is one yet."""
        return self._contacts

    def matters(self) -> MattersPage:
        """The page of matters."""
        if self._matters is None:
            from desktop.views.matters.page import MattersPage

            page = MattersPage(self._tasks, self._engine)
            page.message.connect(self.message)
            page.contact_opened.connect(self.open_contact)
            page.source_opened.connect(self.open_source)
            page.handed_out.connect(self._panels.hand_out)
            page.attachment_opened.connect(self._panels.open_attachment)
            page.attachment_saved.connect(self._panels.save_attachment)
            page.import_asked.connect(self._panels.ask_for_files)
            page.show_forum(self._window.forum)
            page.refresh(EVERYTHING)
            self._matters = page
        return self._matters

    def contacts(self) -> ContactsPage:
        """The page of contacts."""
        if self._contacts is None:
            from desktop.views.contacts.page import ContactsPage

            page = ContactsPage(self._tasks, self._engine)
            page.message.connect(self.message)
            page.import_asked.connect(self._panels.ask_for_files)
            page.handed_out.connect(self._panels.hand_out)
            page.meeting_opened.connect(self.open_meeting)
            page.source_opened.connect(self.open_source)
            page.refresh(EVERYTHING)
            self._contacts = page
        return self._contacts

    def followups(self) -> FollowupsPage:
        """The page of decisions and actions."""
        if self._followups is None:
            from desktop.views.followups.page import FollowupsPage

            page = FollowupsPage(self._tasks, self._engine.followups)
            page.message.connect(self.message)
            page.meeting_opened.connect(self.open_meeting)
            page.export_asked.connect(self._panels.export_followups)
            page.show_forum(self._window.forum)
            page.refresh(EVERYTHING)
            self._followups = page
        return self._followups

    def _made(self) -> Iterator[MeetingsPage | MattersPage | FollowupsPage | ContactsPage]:
        """The pages that have been made."""
        yield self.meetings
        if self._matters is not None:
            yield self._matters
        if self._followups is not None:
            yield self._followups
        if self._contacts is not None:
            yield self._contacts

    def _connect_meetings(self) -> None:
        page = self.meetings
        page.message.connect(self.message)
        page.import_asked.connect(self._panels.ask_for_files)
        page.source_opened.connect(self.open_source)
        page.calendar_asked.connect(self._panels.save_calendar)
        page.attachment_opened.connect(self._panels.open_attachment)
        page.attachment_saved.connect(self._panels.save_attachment)
        page.document_asked.connect(self._panels.send_document)

    # Where things are

    def open_source(self, source: Source) -> None:
        """Show what an agenda item or a proposal comes from."""
        ways: dict[SourceKind, Callable[[UUID], None]] = {
            SourceKind.MATTER: self.open_matter,
            SourceKind.ACTION: self.open_action,
            SourceKind.DECISION: self.open_decision,
            SourceKind.ITEM: self.open_meeting,
            SourceKind.BANK: self._panels.open_bank,
            SourceKind.CONTACTS: self.open_notice,
        }
        if source.id is not None and source.kind in ways:
            ways[source.kind](source.id)
        elif source.kind is SourceKind.REPETITION:
            self._window.show_page(MATTERS)
            self.matters().show_repetition(source.id, self.meetings.day() or today())
        elif source.kind is SourceKind.CONTACTS:
            self._window.show_page(CONTACTS)
        elif source.kind is SourceKind.RECEIVED:
            self.meetings.show_invitation()
        else:
            self._tasks.run(lambda: self._engine.sources.describe(source), self, self._tell_source)

    def open_matter(self, matter_id: UUID) -> None:
        """Show a matter."""
        self._window.show_page(MATTERS)
        self.matters().open_matter(matter_id)

    def new_matter(self) -> None:
        """Begin a new matter."""
        self._window.show_page(MATTERS)
        self.matters().new_matter()

    def quick_matter(self) -> None:
        """Note a matter in a moment, from anywhere."""
        if self._quick is None:
            from desktop.views.matters.quick_matter import QuickMatter

            panel = QuickMatter(self._tasks, self._engine.matters)
            panel.message.connect(self.message)
            panel.closed.connect(lambda: self._window.close_panel(panel))
            self._quick = panel
        self._window.show_panel(self._quick)
        self._quick.begin()

    def open_contact(self, contact_id: UUID) -> None:
        """Show a person."""
        self._window.show_page(CONTACTS)
        self.contacts().open_contact(contact_id)

    def open_action(self, action_id: UUID) -> None:
        """Show an action."""
        self._window.show_page(FOLLOWUPS)
        self.followups().open_action(action_id)

    def open_decision(self, decision_id: UUID) -> None:
        """Show a decision."""
        self._window.show_page(FOLLOWUPS)
        self.followups().open_decision(decision_id)

    def open_notice(self, notice_id: UUID) -> None:
        """Show a notice of a changed contact."""
        self._window.show_page(CONTACTS)
        self.contacts().open_notice(notice_id)

    def open_meeting(self, meeting_id: UUID) -> None:
        """Show a meeting."""
        self._window.show_page(MEETINGS)
        self.meetings.open_meeting(meeting_id)

    def _tell_source(self, sentence: str) -> None:
        self.message.emit(sentence, "info", False)

    def new_meeting(self) -> None:
        """Begin a new meeting."""
        self._window.show_page(MEETINGS)
        self.meetings.new_meeting()

    def new_contact(self) -> None:
        """Begin a new contact."""
        self._window.show_page(CONTACTS)
        self.contacts().new_contact()

    def reconcile(self, path: Path) -> None:
        """Compare a contact list with the register."""
        self._window.show_page(CONTACTS)
        self.contacts().reconcile(path)
