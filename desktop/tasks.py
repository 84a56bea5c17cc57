"""The only door between the GUI thread and the others.

Nothing else in the program starts a thread: services run behind this door, widgets stay in front of it.
"""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.errors import AppError
from desktop.garbage import GuiThreadCollection

if TYPE_CHECKING:
    from collections.abc import Callable

    Lane = Literal["store", "outside"]
    Delivery = Callable[[], None]

T = TypeVar("T")


class Task:
    """One piece of work on its way through the door; made by ``Tasks.run``."""

    def __init__(self, work: Callable[[], None], over: Callable[[], None]) -> None:
        self._work = work
        self._over = over
        self._lock = threading.Lock()
        self._started = False
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether the work was called off before it began."""
        return self._cancelled

    def cancel(self) -> bool:
        """Call the work off if it has not begun; neither ``done`` nor ``failed`` is called then.

        Returns:
            Whether it was called off; what has begun runs to its end and is delivered.
        """
        with self._lock:
            if not self._started:
                self._cancelled = True
            return self._cancelled

    def perform(self) -> None:
        """Do the work in the thread of its lane, unless it was called off; then say that it is over."""
        with self._lock:
            self._started = not self._cancelled
        if self._started:
            self._work()
        self._over()

    def release(self) -> None:
        """Let go of the work, in the GUI thread: it may hold widgets, and the last to let go tidies them up."""
        self._work = self._over = _nothing


class Tasks(QObject):
    """Runs work in two lanes of one thread each, first in, first out, and brings results back to the GUI thread.

    The lane ``store`` is for the register, so that readings and writings keep their order; ``outside`` is for
    files, documents and the network, so that slow ones never hold up saving.

    Args:
        parent: The owning object; ``close`` must be called before it goes.

    Attributes:
        trouble: An ``AppError`` that no ``failed`` callback took care of; for the message bar.
        bug: Any other exception; for the crash dialog.
        busy: A lane (``str``) has got something to do.
        idle: A lane (``str``) has done everything and its results are delivered.
    """

    trouble = Signal(object)
    bug = Signal(object)
    busy = Signal(str)
    idle = Signal(str)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gui_thread = threading.get_ident()
        self._deliveries: SimpleQueue[Delivery] = SimpleQueue()
        self._lanes: dict[Lane, _Lane] = {"store": _Lane("store"), "outside": _Lane("outside")}
        self._under_way: dict[Lane, int] = {"store": 0, "outside": 0}
        self._closed = self._closing = False
        self._arrived.connect(self._deliver_next, Qt.ConnectionType.QueuedConnection)
        self._collection = GuiThreadCollection(self)

    def run(
        self,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        lane: Lane = "store",
    ) -> Task:
        """Do work in another thread and hand its result back here.

        Args:
            work: What to do; it must not touch widgets.
            owner: Whom the result is for; if its Qt object is gone by then, ``done`` and ``failed`` are not called.
                The work itself is done all the same: closing a page never loses what was typed in it.
            done: Called in the GUI thread with the result.
            failed: Called in the GUI thread with the user's circumstance; without it ``trouble`` is emitted.
            lane: Where the work queues.

        Returns:
            The task, which can be cancelled while it waits. What the last results ask for while the door closes is
            called off at once: nobody is there to see it.

        Raises:
            RuntimeError: Called from another thread or after ``close``.
        """
        if self._closing:
            task = Task(_nothing, _nothing)
            task.cancel()
            return task
        self._check_open()

        def perform() -> None:
            try:
                result = work()
            except AppError as error:
                sentence = error  # the name bound by "except" ends with the block
                self.post(lambda: self._fail(sentence, owner, failed))
            except BaseException as error:  # noqa: BLE001 - whatever was raised must reach the crash dialog
                bug = error
                self.post(lambda: self.bug.emit(bug))
            else:
                self.post(lambda: done(result) if isValid(owner) else None)

        def over() -> None:
            self.post(task.release)
            self.post(lambda: self._count(lane, -1))

        task = Task(perform, over)
        self._count(lane, 1)
        self._lanes[lane].put(task)
        return task

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be asked for any more; for what comes by a clock and not by the user."""
        return self._closed

    def post(self, news: Callable[[], None]) -> None:
        """Have something called in the GUI thread, in order, from any thread and without waiting for it."""
        self._deliveries.put(news)
        self._arrived.emit()

    def close(self) -> None:
        """Finish what waits in ``store``, call off what waits in ``outside``, join the threads and deliver the rest."""
        if self._closed:
            return
        self._check_open()
        self._closed = True
        self._lanes["outside"].call_off()
        for lane in self._lanes.values():
            lane.join()
        self._closing = True
        while not self._deliveries.empty():
            self._deliver_next()
        self._closing = False
        self._collection.end()

    def _check_open(self) -> None:
        if threading.get_ident() != self._gui_thread:
            raise RuntimeError("Tasks may be given and closed by the GUI thread only")
        if self._closed:
            raise RuntimeError("The door is closed")

    def _fail(self, error: AppError, owner: QObject, failed: Callable[[AppError], None] | None) -> None:
        if failed is not None and isValid(owner):
            failed(error)
        else:
            self.trouble.emit(error)

    def _deliver_next(self) -> None:
        if not self._deliveries.empty():
            self._deliveries.get()()

    def _count(self, lane: Lane, change: int) -> None:
        before = self._under_way[lane]
        self._under_way[lane] = before + change
        if before == 0:
            self.busy.emit(lane)
        elif self._under_way[lane] == 0:
            self.idle.emit(lane)


def _nothing() -> None:
    """The work of a task that is called off."""


class _Lane:
    """One worker thread and what waits for it; the thread starts with the first task."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, task: Task) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=f"lane-{self._name}", daemon=True)
            self._thread.start()
        self._waiting.put(task)

    def call_off(self) -> None:
        for _ in range(self._waiting.qsize()):
            try:
                task = self._waiting.get_nowait()
            except Empty:  # the worker was quicker
                return
            if task is not None:
                task.cancel()
                self._waiting.put(task)  # passes through the lane, so that it is counted as over

    def join(self) -> None:
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            task.perform()
