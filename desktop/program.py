"""The program behind the window: wakes the engine, opens the register, and puts everything away at the end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop import settings
from desktop.views.painted import after_paint

if TYPE_CHECKING:
    from desktop.domain.glance import Glance
    from desktop.engine import Engine
    from desktop.errors import AppError
    from desktop.models.database import News
    from desktop.paths import Paths
    from desktop.settings import Settings
    from desktop.tasks import Tasks
    from desktop.unlocking import Key, PassphraseWanted, Unlocking
    from desktop.views.main_window import MainWindow
    from desktop.views.unlock.panel import UnlockPanel
    from desktop.workspace import Workspace

_QUICK_MS = 400
"""Work that is done sooner than this is not worth telling about."""


class Program(QObject):
    """What lives between window and engine as long as the program runs.

    Args:
        window: The window, already on screen.
        tasks: The door to the other threads.
        paths: Where the register lies.
        kept: The settings as they were when the program started.
        sample: Whether the register is the sample.

    Attributes:
        at_ease: There is something to see, or to answer: what can wait for that may begin.
    """

    at_ease = Signal()

    def __init__(self, window: MainWindow, tasks: Tasks, paths: Paths, kept: Settings, *, sample: bool) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._paths = paths
        self._kept = kept
        self._sample = sample
        self._painted = Event()
        self._unlocking: Unlocking | None = None
        self._engine: Engine | None = None
        self._workspace: Workspace | None = None
        self._unlock: UnlockPanel | None = None
        self._closed = False
        self._slow = QTimer(self, interval=_QUICK_MS, singleShot=True)
        self._slow.timeout.connect(lambda: window.set_saved(self.tr("Arbetar …")))
        tasks.trouble.connect(self._tell_trouble)
        tasks.bug.connect(self._tell_bug)
        tasks.busy.connect(self._busy)
        tasks.idle.connect(self._idle)
        window.closing.connect(self.close)
        window.set_locked(True)

    def add_views(self) -> None:
        """Show which views there are; each says quietly that the register is being opened."""
        self._window.add_page("meetings", self.tr("Möten"), "meetings")
        self._window.add_page("matters", self.tr("Ärenden"), "matters")
        self._window.add_page("followups", self.tr("Beslut och åtgärder"), "follow-up")
        self._window.add_page("contacts", self.tr("Kontakter"), "contacts")

    def come_forward(self) -> None:
        """Bring the window to the user, who started the program once more."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def wake(self) -> None:
        """Unlock the register and open it, off the GUI thread."""
        if not self._closed:
            self._tasks.run(self._open_vault, self, self._unlocked, self._show_trouble)

    def close(self) -> None:
        """Store what is being typed, remember how the window looked, and shut the engine down; once."""
        if self._closed:
            return
        self._closed = True
        self._painted.set()
        if self._workspace is not None:
            self._workspace.flush()
        self._remember_window()
        self._tasks.close()
        if self._engine is not None:
            self._engine.close()

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._window

    # Opening the register

    def _open_vault(self) -> tuple[Engine, Glance | None] | PassphraseWanted:
        from desktop.unlocking import Key, Unlocking

        self._unlocking = self._unlocking or Unlocking(self._paths, sample=self._sample)
        outcome = self._unlocking.unlock()
        return self._glance(outcome) if isinstance(outcome, Key) else outcome

    def _glance(self, key: Key) -> tuple[Engine, Glance | None]:
        from desktop.engine import Engine

        engine = Engine(self._paths, key)
        return engine, engine.glance()

    def _unlocked(self, outcome: tuple[Engine, Glance | None] | PassphraseWanted) -> None:
        if isinstance(outcome, tuple):
            self._begin(*outcome)
        else:
            panel = self._unlock_panel()
            (panel.ask_first if outcome.is_new else panel.ask)(outcome.reason)
            self.at_ease.emit()

    def _try_passphrase(self, passphrase: str) -> None:
        unlocking = self._unlocking
        assert unlocking is not None, "the panel asks only after the vault has been looked at"
        panel = self._unlock_panel()
        self._tasks.run(
            lambda: self._glance(unlocking.unlock_with(passphrase)),
            self,
            self._unlocked,
            lambda error: panel.show_wrong(str(error)),
        )

    def _begin(self, engine: Engine, glance: Glance | None) -> None:
        """Show the first screen; the engine stands first in its lane, and wakes when the screen has been painted."""
        from desktop.workspace import Workspace

        self._engine = engine
        workspace = Workspace(self._window, self._tasks, engine, self._paths)
        self._workspace = workspace

        def wake() -> None:
            self._painted.wait()
            engine.wake(partial(self._pass_on, workspace))

        self._tasks.run(wake, self, lambda _: self._awake(workspace), self._show_trouble)
        if glance is not None:
            self._close_unlock_panel()
            workspace.show_glance(glance, self._kept)
        after_paint(self._window.furniture, self._screen_painted)
        self._window.furniture.update()

    def _screen_painted(self) -> None:
        self._painted.set()
        self.at_ease.emit()

    def _pass_on(self, workspace: Workspace, news: News) -> None:
        """From the thread that made a change to the one that shows it."""
        self._tasks.post(lambda: workspace.hear(news))

    def _awake(self, workspace: Workspace) -> None:
        self._close_unlock_panel()
        workspace.begin(self._kept)

    def _show_trouble(self, error: AppError) -> None:
        self._workspace = None
        self._unlock_panel().show_trouble(error.what, error.remedy)
        self.at_ease.emit()

    def _unlock_panel(self) -> UnlockPanel:
        if self._unlock is None:
            from desktop.views.unlock.panel import UnlockPanel

            panel = UnlockPanel(self._window)
            panel.given.connect(self._try_passphrase)
            panel.retry_asked.connect(self.wake)
            panel.quit_asked.connect(self._window.close)
            self._window.set_locked(True)
            self._window.show_panel(panel)
            self._unlock = panel
        return self._unlock

    def _close_unlock_panel(self) -> None:
        if self._unlock is not None:
            self._window.close_panel(self._unlock)
            self._unlock.deleteLater()
            self._unlock = None
        self._window.set_locked(False)

    # What the door to the other threads tells

    def _busy(self, _lane: str) -> None:
        self._slow.start()

    def _idle(self, _lane: str) -> None:
        self._slow.stop()
        if self._workspace is not None:
            self._window.set_saved(self.tr("Allt sparat"))

    def _tell_trouble(self, error: AppError) -> None:
        self._window.messages.show_message(str(error), "danger")

    def _tell_bug(self, error: BaseException) -> None:
        import logging

        logging.getLogger(__name__).error("a bug", exc_info=error)
        self._window.messages.show_message(
            self.tr("Något gick fel i programmet. Det som redan är sparat är kvar; felet står i loggen."), "danger"
        )

    def _remember_window(self) -> None:
        window = self._window
        kept = replace(
            self._kept, window=window.geometry_text(), page=window.current_page, splitters=window.splitter_sizes()
        )
        try:
            settings.save(self._paths.settings, kept)
        except OSError as error:
            import logging

            logging.getLogger(__name__).warning("the settings could not be saved: %s", error.strerror)
