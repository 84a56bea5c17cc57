"""Makes the pictures of the README from the program itself, with the sample register and no screen.

Run it with ``.venv/bin/python installer/screenshot.py``; the pictures are written to ``resources/screenshots``.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSize, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QWidget  # noqa: E402

from desktop.app import Choices, FrontDoor  # noqa: E402

PICTURE = ROOT / "resources" / "screenshots" / "moten.png"
_SIZE = QSize(1280, 800)
_LOOKS_MS = 200
_QUIET_LOOKS = 8
"""How many looks in a row must find the agenda on screen and nothing under way."""


def main() -> None:
    """Open the sample register, let it settle, and take the picture."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        door = FrontDoor(app, Choices(data_dir=Path(folder), demo=True, theme="light"))
        door.open()
        door.window.resize(_SIZE)
        quiet = 0

        def look() -> None:
            nonlocal quiet
            agenda = door.window.findChild(QWidget, "agendaTab")
            at_rest = agenda is not None and agenda.isVisible() and "Allt sparat" in _words(door.window)
            quiet = quiet + 1 if at_rest else 0
            if quiet >= _QUIET_LOOKS:
                looking.stop()
                PICTURE.parent.mkdir(parents=True, exist_ok=True)
                door.window.grab().save(str(PICTURE), "PNG")
                door.window.close()

        looking = QTimer(interval=_LOOKS_MS)
        looking.timeout.connect(look)
        looking.start()
        app.exec()
    print(PICTURE.relative_to(ROOT))


def _words(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


if __name__ == "__main__":
    main()
