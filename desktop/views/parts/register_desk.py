"""The way from a page to the register and back: writing in order, reading what is newer than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.errors import AppError
    from desktop.tasks import Task, Tasks

T = TypeVar("T")


class RegisterDesk(QObject):
    """Writes to and reads from the register for the page, which shows every change before it is stored.

    The lane of the register keeps its order. So an answer is newer than the screen exactly if nothing was written
    since it was asked for; any other answer is asked for again instead of being shown.

    Args:
        tasks: The door to the other threads.
        parent: The owning object.

    Attributes:
        message: What happened: a sentence, its tone, and whether "Ångra" takes it back.
        refused: A change was not stored; what is on screen must be read anew.
    """

    message = Signal(str, str, bool)
    refused = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._written = 0
        self._asked: dict[str, Task] = {}

    @property
    def is_closed(self) -> bool:
        """Whether the program is on its way out, so that nothing can be read or written any more."""
        return self._tasks.is_closed

    def write(self, work: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        """Store a change; ``done`` gets the result. A refusal is told and the screen is read anew."""
        self._written += 1
        self._tasks.run(work, self, done or _nothing, self._refuse)

    def read(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Read something; a question of the same name that still waits is dropped.

        A circumstance is told in the message bar, unless ``failed`` takes care of it.
        """
        if name in self._asked:
            self._asked[name].cancel()
        asked = self._written

        def arrived(answer: T) -> None:
            if asked == self._written:
                done(answer)
            else:
                self.read(name, work, done, failed)

        self._asked[name] = self._tasks.run(work, self, arrived, failed or self._tell)

    def _tell(self, error: AppError) -> None:
        self.message.emit(str(error), "danger", False)

    def _refuse(self, error: AppError) -> None:
        self._tell(error)
        self.refused.emit()


def _nothing(_result: object) -> None:
    """What is done with a result that nobody waits for."""
