"""The front door: shows the window, furnishes it, then wakes the engine."""

from __future__ import annotations

import builtins
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import settings
from desktop.paths import Paths, private_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.program import Program

_plain_import = builtins.__import__

from PySide6.QtCore import QObject  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import  # PySide6 puts in one that slows every later import down

from desktop.instance import Instance  # noqa: E402
from desktop.views.main_window import MainWindow  # noqa: E402
from desktop.views.painted import after_paint  # noqa: E402


class Running(Exception):  # noqa: N818 - a circumstance, not an error
    """Another program has the register open; its window has been asked to come forward."""


class Choices(NamedTuple):
    """What the command line asks for."""

    data_dir: Path | None = None
    demo: bool = False
    theme: settings.Theme | None = None


def arguments(argv: Sequence[str]) -> Choices:
    """Read the command line; nearly always there is nothing to read, and nothing needs loading for that."""
    if not argv:
        return Choices()
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="samverkan", description="Samverkan med Statens servicecenter.")
    parser.add_argument("--data-dir", type=Path, metavar="MAPP", help="mappen där registret ligger")
    parser.add_argument("--demo", action="store_true", help="öppna ett exempelregister i en egen mapp")
    parser.add_argument("--theme", choices=["system", "light", "dark"], help="utseende, annars det som är valt")
    read = parser.parse_args(argv)
    return Choices(read.data_dir, read.demo, read.theme)


class FrontDoor(QObject):
    """Starts the program: the bare window, its furniture, the register, the engine, each painted before the next.

    Args:
        app: The application.
        chosen: What the command line asks for.

    Raises:
        Running: Another program has the register open; its window has been asked to come forward.
    """

    def __init__(self, app: QApplication, chosen: Choices) -> None:
        super().__init__(app)
        app.setApplicationName("Samverkan")
        app.setDesktopFileName("samverkan")
        self._app = app
        self._chosen = chosen
        self._paths = Paths.chosen(chosen.data_dir, demo=chosen.demo)
        self._instance = Instance(_made(self._paths.data_dir), app)
        if not self._instance.claim() and self._instance.summon_first():
            raise Running
        self._kept = _kept_settings(self._paths.settings)
        self.window = MainWindow()
        self.window.restore_geometry_text(self._kept.window)
        self.program: Program | None = None

    def open(self) -> None:
        """Put the window on screen; the rest follows by itself."""
        after_paint(self.window, self._furnish)
        self.window.show()

    def leave(self) -> None:
        """Save, join the other threads and let another program have the register; asking twice does no harm."""
        if self.program is not None:
            self.program.close()
        self._instance.release()

    def _furnish(self) -> None:
        from PySide6.QtCore import Qt  # its enumerations take long to load, and the bare window needs none

        from desktop.program import Program
        from desktop.tasks import Tasks
        from desktop.views.theme import Theme

        theme = Theme(self._app)
        theme.use(self._chosen.theme or self._kept.theme)
        self.window.furnish(theme)
        program = Program(self.window, Tasks(self._app), self._paths, self._kept, sample=self._chosen.demo)
        program.add_views()
        program.at_ease.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._app.aboutToQuit.connect(self.leave)
        self.program = program
        after_paint(self.window.furniture, program.wake)

    def _settle(self) -> None:
        """What can wait until there is something to see; once."""
        assert self.program is not None, "the program says that it is at ease"
        self.program.at_ease.disconnect(self._settle)
        from desktop.interrupts import Interrupts

        _speak_swedish(self._app)
        Interrupts(self.window.close, self)
        self._instance.summoned.connect(self.program.come_forward)
        self._instance.listen()
        gc.enable()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program until its window is closed; the exit status."""
    chosen = arguments(sys.argv[1:] if argv is None else argv)
    app = QApplication([sys.argv[0]])
    try:
        door = FrontDoor(app, chosen)
    except Running:
        return 0
    door.open()
    status = app.exec()
    door.leave()  # also where the application ended before there was a program to tell
    return status


def _speak_swedish(app: QApplication) -> None:
    """Dates, numbers and Qt's own words in Swedish; after the first paint, since Qt's locales take long to load."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(QLocale("sv_SE"))
    words = QTranslator(app)
    if words.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _made(folder: Path) -> Path:
    try:
        return private_folder(folder)
    except OSError as error:
        raise SystemExit(f"Mappen {folder} går inte att använda: {error.strerror}.") from error


def _kept_settings(path: Path) -> settings.Settings:
    try:
        return settings.load(path)
    except OSError:
        return settings.Settings()
