"""Ends the program properly when the system asks it to: Ctrl-C in a terminal, logging out, shutting down.

Qt waits outside Python, where Python's own handlers are not called; a socket pair wakes it up.
"""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ASKED_TO_END = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Interrupts(QObject):
    """Calls something in the GUI thread when the process is asked to end.

    Args:
        then: What to do, such as closing the window.
        parent: The owning object.
    """

    def __init__(self, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._woken, waking = socket.socketpair()
        self._waking = waking  # kept, or it would be closed
        for end in (self._woken, waking):
            end.setblocking(False)
        signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
        for number in _ASKED_TO_END:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        self._woken.recv(64)
        self._then()


def _noted(_number: int, _frame: object) -> None:
    """Handled where Qt can hear it; without a handler the signal would end the process at once."""
