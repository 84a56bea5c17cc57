"""The front door: shows the window, then wakes the engine."""

from __future__ import annotations

import builtins
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import settings
from desktop.paths import Paths, private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.program import Program

_plain_import = builtins.__import__

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import  # PySide6 puts in one that slows every later import down


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


def launch(argv: Sequence[str]) -> tuple[QApplication, Program]:
    """Put the window on screen; the engine wakes when it has been painted.

    Args:
        argv: The command line without the program's name.

    Returns:
        The application, ready to run, and the program, which must stay alive as long.

    Raises:
        Running: Another program has the register open.
    """
    chosen = arguments(argv)
    paths = Paths.chosen(chosen.data_dir, demo=chosen.demo)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Samverkan")
    app.setDesktopFileName("samverkan")

    from desktop.instance import Instance

    _make(paths.data_dir)
    instance = Instance(paths.data_dir, app)
    if not instance.claim() and instance.summon_first():
        raise Running
    kept = _kept_settings(paths.settings)

    from desktop.program import Program
    from desktop.tasks import Tasks
    from desktop.views.main_window import MainWindow
    from desktop.views.theme import Theme

    theme = Theme(app)
    theme.use(chosen.theme or kept.theme)
    window = MainWindow(theme)
    window.restore_geometry_text(kept.window)
    tasks = Tasks(app)
    program = Program(window, tasks, paths, kept, sample=chosen.demo)
    program.add_views()
    instance.summoned.connect(program.come_forward)
    app.aboutToQuit.connect(program.close)
    app.aboutToQuit.connect(instance.release)

    def wake() -> None:
        gc.enable()
        _speak_swedish(app)
        program.wake()
        instance.listen()

    after_first_paint(window, wake)
    window.show()
    return app, program


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program until its window is closed; the exit status."""
    try:
        app, program = launch(sys.argv[1:] if argv is None else argv)
    except Running:
        return 0
    status = app.exec()
    del program
    return status


class _FirstPaint(QObject):
    """Waits for the first paint of a window, which owns it."""

    def __init__(self, window: QObject, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint to be over before anything else begins."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def after_first_paint(window: QObject, then: Callable[[], None]) -> None:
    """Call something once, when the window has been on screen."""
    _FirstPaint(window, then)


def _speak_swedish(app: QApplication) -> None:
    """Dates, numbers and Qt's own words in Swedish; after the first paint, since Qt's locales take long to load."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(QLocale("sv_SE"))
    words = QTranslator(app)
    if words.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _make(folder: Path) -> None:
    try:
        private_folder(folder)
    except OSError as error:
        raise SystemExit(f"Mappen {folder} går inte att använda: {error.strerror}.") from error


def _kept_settings(path: Path) -> settings.Settings:
    try:
        return settings.load(path)
    except OSError:
        return settings.Settings()
