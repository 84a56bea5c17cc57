"""Start something in this fresh process and print when it was painted, counted from before Python began.

``python -m tests.bench.started WHAT BEGAN [FOLDER]`` with WHAT ``bare`` (a PySide6 window), ``window`` (the program's
first paint) or ``content`` (the sample register's agenda and proposals on screen).
"""

import sys
import time
from collections.abc import Callable


def main() -> None:
    """Start what is named, print the seconds it took, and end."""
    what, began = sys.argv[1], float(sys.argv[2])

    def stop(app: object) -> None:
        print(time.clock_gettime(time.CLOCK_MONOTONIC) - began, flush=True)  # noqa: T201
        app.quit()  # type: ignore[attr-defined]

    if what == "bare":
        _bare(stop)
    else:
        _program(stop, sys.argv[3], wait_for_content=what == "content")


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


def _program(stop: Callable[[object], None], folder: str, *, wait_for_content: bool) -> None:
    import desktop.__main__  # noqa: F401 -- the front door, as ``python -m desktop`` opens it
    from desktop.app import after_first_paint, launch

    app, program = launch(["--demo", "--data-dir", folder])
    if not wait_for_content:
        after_first_paint(program.window, lambda: stop(app))
        app.exec()
        return
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QTableView

    class Watch(QObject):
        """Waits for the paint of an agenda table that has rows."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched.parent(), QTableView):
                table = watched.parent()
                if isinstance(table, QTableView) and table.isVisible() and table.model().rowCount() > 0:
                    app.removeEventFilter(self)
                    QTimer.singleShot(0, lambda: stop(app))
            return False

    watch = Watch()
    app.installEventFilter(watch)
    app.exec()


if __name__ == "__main__":
    main()
