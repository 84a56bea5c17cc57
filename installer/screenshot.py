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

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.app import Choices, FrontDoor  # noqa: E402

PICTURE = ROOT / "resources" / "screenshots" / "moten.png"
_SETTLED_MS = 3000


def main() -> None:
    """Open the sample register, let it settle, and take the picture."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        door = FrontDoor(app, Choices(data_dir=Path(folder), demo=True, theme="light"))
        door.open()

        def take() -> None:
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            door.window.grab().save(str(PICTURE), "PNG")
            door.window.close()

        QTimer.singleShot(_SETTLED_MS, take)
        app.exec()
    print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
