"""Start something in this fresh process and print when it was painted, counted from before Python began.

``python -m tests.bench.started WHAT BEGAN [FOLDER]`` with WHAT ``bare`` (a PySide6 window), ``window`` (the program's
window, painted for the first time), ``frame`` (its navigation and bars) or ``content`` (the sample register's agenda).
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path


def main() -> None:
    """Start what is named, print the seconds it took, and end."""
    what, began = sys.argv[1], float(sys.argv[2])

    def stop(app: object) -> None:
        print(time.clock_gettime(time.CLOCK_MONOTONIC) - began, flush=True)  # noqa: T201
        app.quit()  # type: ignore[attr-defined]

    if what == "bare":
        _bare(stop)
    else:
        _program(stop, sys.argv[3], what)


def _bare(stop: Callable[[object], None]) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: stop(app))

    app = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def _program(stop: Callable[[object], None], folder: str, what: str) -> None:
    from PySide6.QtWidgets import QApplication, QTableView

    import desktop.__main__  # noqa: F401 -- the front door, as ``python -m desktop`` opens it
    from desktop.app import Choices, FrontDoor
    from desktop.views.painted import after_paint

    app = QApplication([])
    door = FrontDoor(app, Choices(data_dir=Path(folder), demo=True))

    def painted() -> None:
        tables = [each for each in door.window.findChildren(QTableView) if each.isVisible()]
        assert what != "content" or any(each.model().rowCount() > 0 for each in tables)
        stop(app)

    def furnished() -> None:
        assert door.program is not None
        if what == "frame":
            after_paint(door.window.furniture, painted)
        else:
            door.program.at_ease.connect(painted)  # the first screen has been painted, and shows an agenda

    if what != "window":
        after_paint(door.window, furnished)  # asked first and so told last, when the window has been furnished
    door.open()
    if what == "window":
        after_paint(door.window, painted)
    app.exec()
    door.leave()


if __name__ == "__main__":
    main()
