"""The program behind the window: wakes the engine, opens the register, and puts everything away at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop import settings

if TYPE_CHECKING:
    from desktop.assembly import Assembly, PassphraseWanted, Services
    from desktop.errors import AppError
    from desktop.paths import Paths
    from desktop.settings import Settings
    from desktop.tasks import Tasks
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
    """

    def __init__(self, window: MainWindow, tasks: Tasks, paths: Paths, kept: Settings, *, sample: bool) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._paths = paths
        self._kept = kept
        self._sample = sample
        self._assembly: Assembly | None = None
        self._services: Services | None = None
        self._workspace: Workspace | None = None
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
        self._window.add_page("contacts", self.tr("Kontakter"), "contacts")

    def come_forward(self) -> None:
        """Bring the window to the user, who started the program once more."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def wake(self) -> None:
        """Load the engine and open the register, off the GUI thread."""
        if self._closed:
            return
        self._tasks.run(self._open, self, self._opened, self._show_trouble)

    def close(self) -> None:
        """Store what is being typed, remember how the window looked, and shut the engine down; once."""
        if self._closed:
            return
        self._closed = True
        if self._workspace is not None:
            self._workspace.flush()
        self._remember_window()
        self._tasks.close()
        if self._services is not None:
            self._services.database.close()
            self._services = None
        if self._assembly is not None:
            self._assembly.close()

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._window

    # Opening the register

    def _open(self) -> Services | PassphraseWanted:
        from desktop.assembly import Assembly
        from desktop.keychain import Keychain

        self._assembly = self._assembly or Assembly(self._paths, Keychain(), sample=self._sample)
        return self._assembly.open()

    def _opened(self, outcome: Services | PassphraseWanted) -> None:
        from desktop.assembly import PassphraseWanted

        if isinstance(outcome, PassphraseWanted):
            self._ask_passphrase(outcome)
        else:
            self._ready(outcome)

    def _ask_passphrase(self, wanted: PassphraseWanted) -> None:
        panel = self._unlock_panel()
        (panel.ask_first if wanted.is_new else panel.ask)(wanted.reason)

    def _show_trouble(self, error: AppError) -> None:
        self._unlock_panel().show_trouble(error.what, error.remedy)

    def _unlock_panel(self) -> UnlockPanel:
        from desktop.views.unlock.panel import UnlockPanel

        for panel in self._window.findChildren(UnlockPanel):
            return panel
        panel = UnlockPanel(self._window)
        panel.given.connect(self._try_passphrase)
        panel.retry_asked.connect(self.wake)
        panel.quit_asked.connect(self._window.close)
        self._window.show_panel(panel)
        return panel

    def _try_passphrase(self, passphrase: str) -> None:
        assembly = self._assembly
        assert assembly is not None, "the panel asks only after the assembly has"
        panel = self._unlock_panel()
        self._tasks.run(
            lambda: assembly.open_with(passphrase), self, self._ready, lambda error: panel.show_wrong(str(error))
        )

    def _ready(self, services: Services) -> None:
        from desktop.views.unlock.panel import UnlockPanel
        from desktop.workspace import Workspace

        for panel in self._window.findChildren(UnlockPanel):
            self._window.close_panel(panel)
            panel.deleteLater()
        self._services = services
        self._window.set_locked(False)
        self._window.set_encryption(
            self.tr("Exempelregister, inte skyddat") if services.protection == "sample" else self.tr("Krypterad")
        )
        self._workspace = Workspace(self._window, self._tasks, services, self._paths)
        self._workspace.begin(self._kept)

    # What the door to the other threads tells

    def _busy(self, _lane: str) -> None:
        self._slow.start()

    def _idle(self, _lane: str) -> None:
        self._slow.stop()
        if self._services is not None:
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
        kept = replace(self._kept, window=self._window.geometry_text(), page=self._window.current_page)
        if self._workspace is not None:
            kept = replace(kept, splitters=self._workspace.splitters())
        try:
            settings.save(self._paths.settings, kept)
        except OSError as error:
            import logging

            logging.getLogger(__name__).warning("the settings could not be saved: %s", error.strerror)
