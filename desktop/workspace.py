"""The open register on screen: pages, panels, news, undo and what goes in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.agenda import Source, SourceKind
from desktop.domain.dates import today
from desktop.domain.forum import forums_on
from desktop.drops import Drops
from desktop.panels import Panels
from desktop.views.act_words import act_words
from desktop.views.meetings.page import MeetingsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.glance import Glance
    from desktop.domain.history import Act
    from desktop.domain.importing import ImportResult
    from desktop.engine import Engine
    from desktop.models.database import News
    from desktop.paths import Paths
    from desktop.settings import Settings
    from desktop.tasks import Tasks
    from desktop.views.contacts.page import ContactsPage
    from desktop.views.followups.page import FollowupsPage
    from desktop.views.main_window import MainWindow
    from desktop.views.matters.page import MattersPage
    from desktop.views.parts.badge import Tone

MEETINGS, MATTERS, FOLLOWUPS, CONTACTS = "meetings", "matters", "followups", "contacts"
_EVERYTHING = frozenset({"agreement", "contact", "matter", "meeting", "agenda", "action", "decision", "order"})
_COUNTED = frozenset({"meeting", "matter", "contact", "contact_notice", "roster_check", "rule_setting", "agreement"})
_TONES: dict[str, Tone] = {"good": "good", "warning": "warning", "danger": "danger"}


class Workspace(QObject):
    """Connects the pages of an open register with its services and with the window.

    Args:
        window: The window.
        tasks: The door to the services.
        engine: What one can do with the register; it may still sleep.
        paths: Where the register lies.
    """

    def __init__(self, window: MainWindow, tasks: Tasks, engine: Engine, paths: Paths) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._engine = engine
        self._opened = False
        self._panels = Panels(window, tasks, engine, paths, self)
        self._matters: MattersPage | None = None
        self._contacts: ContactsPage | None = None
        self._followups: FollowupsPage | None = None
        self.meetings = MeetingsPage(tasks, engine)
        self._drops = Drops(window, self.meetings, lambda: self._contacts, self._panels.open_files, self)
        self._connect_window()
        self._connect_meetings()
        self._panels.message.connect(self._say)
        self._panels.reading.connect(self._begin_reading)
        self._panels.imported.connect(self._imported)
        self._panels.reconciling_asked.connect(self._reconcile)

    def show_glance(self, glance: Glance, kept: Settings) -> None:
        """Show the first screen while the engine still sleeps; what is done meanwhile waits its turn."""
        self._window.set_agency(glance.agency_name)
        self._window.show_forums(glance.forums)
        self._open_views(kept)
        self.meetings.show_glance(glance)

    def begin(self, kept: Settings) -> None:
        """Show the register, now that the engine is awake, as the user left it; or the welcome if it is new."""
        self._open_views(kept)
        self._refresh(_EVERYTHING)
        self._tasks.run(self._engine.agreements.get, self, self._welcome_if_new)
        self._tasks.run(self._engine.attachments.sweep, self, lambda _count: None)

    def _open_views(self, kept: Settings) -> None:
        if self._opened:
            return
        self._opened = True
        sample = self._engine.is_sample
        self._window.set_encryption(self.tr("Exempelregister, inte skyddat") if sample else self.tr("Krypterad"))
        self._window.fill_page(MEETINGS, self.meetings)
        self._window.fill_page(MATTERS, self._matters_page)
        self._window.fill_page(FOLLOWUPS, self._followups_page)
        self._window.fill_page(CONTACTS, self._contacts_page)
        self._window.restore_splitter_sizes(kept.splitters)
        if kept.page in {MEETINGS, MATTERS, FOLLOWUPS, CONTACTS}:
            self._window.show_page(kept.page)

    def flush(self) -> None:
        """Store what is being typed."""
        self.meetings.flush()
        if self._matters is not None:
            self._matters.flush()
        if self._followups is not None:
            self._followups.flush()
        if self._contacts is not None:
            self._contacts.flush()
        self._panels.flush()

    # Connections

    def _connect_window(self) -> None:
        window = self._window
        window.import_chosen.connect(self._panels.ask_for_files)
        window.files_dropped.connect(self._drops.take)
        window.drop_words = self._drops.words
        window.forum_chosen.connect(self._show_forum)
        window.undo_action.triggered.connect(lambda: self._turn(self._engine.history.undo, undone=True))
        window.redo_action.triggered.connect(lambda: self._turn(self._engine.history.redo, undone=False))
        window.add_new_action(self.tr("Nytt möte"), self._new_meeting)
        window.add_new_action(self.tr("Ny kontakt"), self._new_contact)
        window.add_new_action(self.tr("Punkt i punktbanken"), self._panels.open_bank, "Ctrl+Shift+N")
        window.add_file_action(self.tr("&Myndighet och överenskommelse …"), self._panels.edit_agreement)

    def _connect_meetings(self) -> None:
        page = self.meetings
        page.message.connect(self._say)
        page.import_asked.connect(self._panels.ask_for_files)
        page.source_opened.connect(self.open_source)
        page.calendar_asked.connect(self._panels.save_calendar)
        page.attachment_opened.connect(self._panels.open_attachment)
        page.attachment_saved.connect(self._panels.save_attachment)
        page.document_asked.connect(self._panels.send_document)

    # What is made when it is first needed

    def _matters_page(self) -> MattersPage:
        if self._matters is None:
            from desktop.views.matters.page import MattersPage

            page = MattersPage(self._tasks, self._engine)
            page.message.connect(self._say)
            page.contact_opened.connect(self._open_contact)
            page.source_opened.connect(self.open_source)
            page.handed_out.connect(self._panels.hand_out)
            page.import_asked.connect(self._panels.ask_for_files)
            page.show_forum(self._window.forum)
            page.refresh(_EVERYTHING)
            self._matters = page
        return self._matters

    def _reconcile(self, path: Path) -> None:
        """Compare a contact list with the register."""
        self._window.show_page(CONTACTS)
        self._contacts_page().reconcile(path)

    def _contacts_page(self) -> ContactsPage:
        if self._contacts is None:
            from desktop.views.contacts.page import ContactsPage

            page = ContactsPage(self._tasks, self._engine)
            page.message.connect(self._say)
            page.import_asked.connect(self._panels.ask_for_files)
            page.handed_out.connect(self._panels.hand_out)
            page.meeting_opened.connect(self._open_meeting)
            page.source_opened.connect(self.open_source)
            page.refresh(_EVERYTHING)
            self._contacts = page
        return self._contacts

    def _followups_page(self) -> FollowupsPage:
        if self._followups is None:
            from desktop.views.followups.page import FollowupsPage

            page = FollowupsPage(self._tasks, self._engine.followups)
            page.message.connect(self._say)
            page.meeting_opened.connect(self._open_meeting)
            page.export_asked.connect(self._panels.export_followups)
            page.show_forum(self._window.forum)
            page.refresh(_EVERYTHING)
            self._followups = page
        return self._followups

    def _pages(self) -> Iterator[MeetingsPage | MattersPage | FollowupsPage | ContactsPage]:
        """The pages that have been made."""
        yield self.meetings
        if self._matters is not None:
            yield self._matters
        if self._followups is not None:
            yield self._followups
        if self._contacts is not None:
            yield self._contacts

    # News and undo

    def hear(self, news: News) -> None:
        """Show what a change concerns; an "Ångra" that was offered for an earlier one no longer fits."""
        self._window.messages.withdraw_action()
        self._refresh(news.kinds)

    def _refresh(self, kinds: frozenset[str]) -> None:
        for page in self._pages():
            page.refresh(kinds)
        self._panels.refresh(kinds)
        history = self._engine.history
        self._window.set_undo(_words(history.undoable()))
        self._window.set_redo(_words(history.redoable()))
        if kinds & _COUNTED:
            self._tasks.run(self._count, self, self._show_counts)
        if "agreement" in kinds:
            self._tasks.run(self._engine.agreements.get, self, self._show_agency)

    def _count(self) -> dict[str, int]:
        return {
            MEETINGS: self._engine.meetings.coming_count(),
            MATTERS: self._engine.matters.count(open_only=True),
            CONTACTS: self._engine.freshness.attention(today()).count,
        }

    def _show_counts(self, counts: dict[str, int]) -> None:
        for page, count in counts.items():
            self._window.set_counter(page, count)

    def _show_agency(self, agreement: Agreement | None) -> None:
        self._window.set_agency(agreement.agency_name if agreement else "")
        self._window.show_forums(forums_on(today(), agreement))

    def _turn(self, turn: Callable[[], Act], *, undone: bool) -> None:
        self.flush()

        def tell(act: Act) -> None:
            words = self.tr("Ångrat: {what}") if undone else self.tr("Gjort om: {what}")
            self._window.messages.show_message(words.format(what=act_words(act)))

        self._tasks.run(turn, self, tell)

    def _say(self, sentence: str, tone: str, undoable: bool) -> None:
        undo = self._window.undo_action.trigger if undoable else None
        self._window.messages.show_message(
            sentence, _TONES.get(tone, "neutral"), self.tr("Ångra") if undoable else "", undo
        )

    # Where things are

    def open_source(self, source: Source) -> None:
        """Show what an agenda item or a proposal comes from."""
        ways: dict[SourceKind, Callable[[UUID], None]] = {
            SourceKind.MATTER: self._open_matter,
            SourceKind.ACTION: self._open_action,
            SourceKind.DECISION: self._open_decision,
            SourceKind.ITEM: self._open_meeting,
            SourceKind.BANK: self._panels.open_bank,
            SourceKind.CONTACTS: self._open_notice,
        }
        if source.id is not None and source.kind in ways:
            ways[source.kind](source.id)
        elif source.kind is SourceKind.REPETITION:
            self._window.show_page(MATTERS)
            self._matters_page().show_repetition(source.id, self.meetings.day() or today())
        elif source.kind is SourceKind.CONTACTS:
            self._window.show_page(CONTACTS)
        elif source.kind is SourceKind.RECEIVED:
            self.meetings.show_invitation()
        else:
            self._tasks.run(lambda: self._engine.sources.describe(source), self, self._tell_source)

    def _open_matter(self, matter_id: UUID) -> None:
        self._window.show_page(MATTERS)
        self._matters_page().open_matter(matter_id)

    def _open_contact(self, contact_id: UUID) -> None:
        self._window.show_page(CONTACTS)
        self._contacts_page().open_contact(contact_id)

    def _open_action(self, action_id: UUID) -> None:
        self._window.show_page(FOLLOWUPS)
        self._followups_page().open_action(action_id)

    def _open_decision(self, decision_id: UUID) -> None:
        self._window.show_page(FOLLOWUPS)
        self._followups_page().open_decision(decision_id)

    def _open_notice(self, notice_id: UUID) -> None:
        self._window.show_page(CONTACTS)
        self._contacts_page().open_notice(notice_id)

    def _open_meeting(self, meeting_id: UUID) -> None:
        self._window.show_page(MEETINGS)
        self.meetings.open_meeting(meeting_id)

    def _tell_source(self, sentence: str) -> None:
        self._say(sentence, "info", False)

    def _show_forum(self, forum: Forum | None) -> None:
        self.meetings.show_forum(forum)
        if self._matters is not None:
            self._matters.show_forum(forum)
        if self._followups is not None:
            self._followups.show_forum(forum)

    def _new_meeting(self) -> None:
        self._window.show_page(MEETINGS)
        self.meetings.new_meeting()

    def _new_contact(self) -> None:
        self._window.show_page(CONTACTS)
        self._contacts_page().new_contact()

    def _begin_reading(self) -> None:
        """Store what is being typed; what was said of other files must not seem to be about these."""
        self.flush()
        self._window.messages.clear()

    def _imported(self, result: ImportResult) -> None:
        self._say(result.sentence, "good", True)
        if result.meeting_id is not None:
            self._window.show_page(MEETINGS)
            self.meetings.open_meeting(result.meeting_id)
            self.meetings.setFocus()

    def _welcome_if_new(self, agreement: Agreement | None) -> None:
        if agreement is None:
            self._panels.welcome()


def _words(act: Act | None) -> str | None:
    return act_words(act) if act is not None else None
