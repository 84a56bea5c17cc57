"""The open register on screen: pages, panels, news, undo and what goes in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.dates import today
from desktop.domain.forum import forums_on
from desktop.drops import Drops
from desktop.pages import CONTACTS, EVERYTHING, FOLLOWUPS, MATTERS, MEETINGS, Pages
from desktop.panels import Panels
from desktop.views.act_words import act_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.agreement import Agreement
    from desktop.domain.glance import Glance
    from desktop.domain.history import Act
    from desktop.domain.importing import ImportResult
    from desktop.engine import Engine
    from desktop.models.database import News
    from desktop.paths import Paths
    from desktop.settings import Settings
    from desktop.tasks import Tasks
    from desktop.views.main_window import MainWindow
    from desktop.views.parts.badge import Tone

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
        self.pages = Pages(window, tasks, engine, self._panels, self)
        self.meetings = self.pages.meetings
        self._drops = Drops(window, self.meetings, lambda: self.pages.contacts_if_made, self._panels.open_files, self)
        self._connect_window()
        self.pages.message.connect(self._say)
        self._panels.message.connect(self._say)
        self._panels.reading.connect(self._begin_reading)
        self._panels.imported.connect(self._imported)
        self._panels.reconciling_asked.connect(self.pages.reconcile)

    def show_glance(self, glance: Glance, kept: Settings) -> None:
        """Show the first screen while the engine still sleeps; what is done meanwhile waits its turn."""
        self._window.set_agency(glance.agency_name)
        self._window.show_forums(glance.forums)
        self._open_views(kept)
        self.meetings.show_glance(glance)

    def begin(self, kept: Settings) -> None:
        """Show the register, now that the engine is awake, as the user left it; or the welcome if it is new."""
        self._open_views(kept)
        self._refresh(EVERYTHING)
        self._tasks.run(self._engine.agreements.get, self, self._welcome_if_new)
        self._tasks.run(self._engine.attachments.sweep, self, lambda _count: None)

    def _open_views(self, kept: Settings) -> None:
        if self._opened:
            return
        self._opened = True
        sample = self._engine.is_sample
        self._window.set_encryption(self.tr("Exempelregister, inte skyddat") if sample else self.tr("Krypterad"))
        self.pages.fill()
        self._window.restore_splitter_sizes(kept.splitters)
        if kept.page in {MEETINGS, MATTERS, FOLLOWUPS, CONTACTS}:
            self._window.show_page(kept.page)

    def flush(self) -> None:
        """Store what is being typed."""
        self.pages.flush()
        self._panels.flush()

    # Connections

    def _connect_window(self) -> None:
        window = self._window
        window.import_chosen.connect(self._panels.ask_for_files)
        window.files_dropped.connect(self._drops.take)
        window.drop_words = self._drops.words
        window.forum_chosen.connect(self.pages.show_forum)
        window.undo_action.triggered.connect(lambda: self._turn(self._engine.history.undo, undone=True))
        window.redo_action.triggered.connect(lambda: self._turn(self._engine.history.redo, undone=False))
        window.add_new_action(self.tr("Nytt möte"), self.pages.new_meeting)
        window.add_new_action(self.tr("Nytt ärende"), self.pages.new_matter)
        window.add_new_action(self.tr("Ärende i korthet"), self.pages.quick_matter, "Ctrl+Shift+A")
        window.add_new_action(self.tr("Ny kontakt"), self.pages.new_contact)
        window.add_new_action(self.tr("Punkt i punktbanken"), self._panels.open_bank, "Ctrl+Shift+N")
        window.add_file_action(self.tr("&Myndighet och överenskommelse …"), self._panels.edit_agreement)

    # News and undo

    def hear(self, news: News) -> None:
        """Show what a change concerns; an "Ångra" that was offered for an earlier one no longer fits."""
        self._window.messages.withdraw_action()
        self._refresh(news.kinds)

    def _refresh(self, kinds: frozenset[str]) -> None:
        self.pages.refresh(kinds)
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

    def _begin_reading(self) -> None:
        """Store what is being typed; what was said of other files must not seem to be about these."""
        self.flush()
        self._window.messages.clear()

    def _imported(self, result: ImportResult) -> None:
        self._say(result.sentence, "good", True)
        if result.meeting_id is not None:
            self.pages.open_meeting(result.meeting_id)
            self.meetings.setFocus()

    def _welcome_if_new(self, agreement: Agreement | None) -> None:
        if agreement is None:
            self._panels.welcome()


def _words(act: Act | None) -> str | None:
    return act_words(act) if act is not None else None
