"""Garbage is collected by the GUI thread alone.

Python collects circles of objects in whatever thread happens to allocate. A circle may hold widgets, and a widget that
is taken apart by a worker brings the program down. So nothing is collected by chance while there are workers.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_PAUSE = 500
"""Milliseconds between two looks; a look costs nothing while there is little to collect."""


class GuiThreadCollection(QObject):
    """Stops collecting by chance, and collects by a clock in the thread it was made in, until it ends.

    Args:
        parent: The owning object.
    """

    _at_work: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        GuiThreadCollection._at_work += 1
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(collect_due)
        self._clock.start()

    def end(self) -> None:
        """Let Python collect as it likes again, once the last of these has ended."""
        self._clock.stop()
        GuiThreadCollection._at_work -= 1
        if not GuiThreadCollection._at_work:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose time has come, as Python itself would have."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
