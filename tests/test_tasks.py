"""The door between the GUI thread and the others."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.errors import AppError, InputError
from desktop.tasks import Task, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    door = Tasks()
    yield door
    door.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def raising(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_work_is_done_elsewhere_and_its_result_arrives_here(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    results: list[tuple[int, int]] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(threading.get_ident, owner, lambda there: results.append((there, threading.get_ident())))
    [(there, here)] = results
    assert here == threading.get_ident()
    assert there != here


def test_a_result_larger_than_32_bits_arrives_whole(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    results: list[int] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 2**40, owner, results.append)
    assert results == [2**40]


def test_a_lane_keeps_the_order(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    worked: list[int] = []
    arrived: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def perform() -> int:
            worked.append(number)
            return number

        return perform

    with qtbot.waitSignal(tasks.idle):
        for number in range(2_000):
            tasks.run(work(number), owner, arrived.append)
    assert worked == arrived == list(range(2_000))


def test_slow_work_outside_does_not_hold_up_the_store(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gate = threading.Event()
    arrived: list[str] = []
    tasks.run(lambda: gate.wait(10) and "outside", owner, lambda result: arrived.append(str(result)), lane="outside")
    with qtbot.waitSignal(tasks.idle, check_params_cb=lambda lane: lane == "store"):
        tasks.run(lambda: "store", owner, arrived.append)
    assert arrived == ["store"]
    with qtbot.waitSignal(tasks.idle, check_params_cb=lambda lane: lane == "outside"):
        gate.set()
    assert arrived == ["store", "outside"]


def test_a_circumstance_goes_to_failed(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    error = InputError("Datumet går inte att läsa.")
    failures: list[AppError] = []
    with qtbot.assertNotEmitted(tasks.trouble), qtbot.waitSignal(tasks.idle):
        tasks.run(raising(error), owner, pytest.fail, failures.append)
    assert failures == [error]


def test_a_circumstance_nobody_awaits_goes_to_trouble(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    error = InputError("Datumet går inte att läsa.")
    with qtbot.waitSignal(tasks.trouble) as caught:
        tasks.run(raising(error), owner, pytest.fail)
    assert caught.args == [error]


@pytest.mark.parametrize("error", [ValueError("fel"), SystemExit(1)], ids=["exception", "exit"])
def test_anything_else_is_a_bug_and_the_lane_goes_on(
    qtbot: QtBot, tasks: Tasks, owner: QObject, error: BaseException
) -> None:
    failures: list[AppError] = []
    with qtbot.waitSignal(tasks.bug) as caught:
        tasks.run(raising(error), owner, pytest.fail, failures.append)
    assert caught.args == [error]
    assert failures == []
    results: list[str] = []
    with qtbot.waitSignal(tasks.idle, check_params_cb=lambda _: bool(results)):
        tasks.run(lambda: "vidare", owner, results.append)


def test_a_result_for_someone_gone_is_dropped_but_the_work_is_done(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gate = threading.Event()
    worked: list[bool] = []
    tasks.run(lambda: worked.append(gate.wait(10)), owner, pytest.fail)
    delete(owner)
    with qtbot.waitSignal(tasks.idle):
        gate.set()
    assert worked == [True]


def test_a_failure_for_someone_gone_is_told_all_the_same(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    error = InputError("Datumet går inte att läsa.")
    gate = threading.Event()

    def work() -> None:
        gate.wait(10)
        raise error

    tasks.run(work, owner, pytest.fail, pytest.fail)
    delete(owner)
    with qtbot.waitSignal(tasks.trouble) as caught:
        gate.set()
    assert caught.args == [error]


def test_what_waits_can_be_called_off_and_what_runs_cannot(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    begun, gate = threading.Event(), threading.Event()
    arrived: list[str] = []

    def first() -> str:
        begun.set()
        gate.wait(10)
        return "första"

    running = tasks.run(first, owner, arrived.append)
    waiting = tasks.run(lambda: "andra", owner, arrived.append)
    assert begun.wait(10)
    assert not running.cancel()
    assert waiting.cancel()
    assert (running.cancelled, waiting.cancelled) == (False, True)
    with qtbot.waitSignal(tasks.idle):
        gate.set()
    assert arrived == ["första"]


def test_busy_and_idle_come_once_around_a_burst(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    told: list[str] = []
    tasks.busy.connect(lambda lane: told.append(f"busy {lane}"))
    tasks.idle.connect(lambda lane: told.append(f"idle {lane}"))
    with qtbot.waitSignal(tasks.idle):
        for number in range(3):
            tasks.run(lambda: None, owner, lambda _, n=number: told.append(f"done {n}"))
    assert told == ["busy store", "done 0", "done 1", "done 2", "idle store"]


def test_news_from_a_worker_arrive_in_the_gui_thread(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    threads: list[int] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: tasks.post(lambda: threads.append(threading.get_ident())), owner, lambda _: None)
    assert threads == [threading.get_ident()]


def test_close_finishes_the_store_delivers_and_joins(qtbot: QtBot, owner: QObject) -> None:
    before = set(threading.enumerate())
    door = Tasks()
    arrived: list[int] = []
    for number in range(5):
        door.run(lambda n=number: n, owner, arrived.append)
    door.close()
    assert arrived == [0, 1, 2, 3, 4]
    assert set(threading.enumerate()) <= before
    door.close()


def test_what_the_last_results_ask_for_is_called_off(qtbot: QtBot, owner: QObject) -> None:
    door, later = Tasks(), []
    door.run(lambda: None, owner, lambda _: later.append(door.run(lambda: None, owner, later.append)))
    door.close()
    [task] = later
    assert task.cancelled


def test_close_calls_off_what_waits_outside(qtbot: QtBot, owner: QObject) -> None:
    door = Tasks()
    begun, pause = threading.Event(), threading.Event()
    waiting: list[Task] = []
    arrived: list[str] = []

    def running() -> str:
        begun.set()
        for _ in range(5000):
            if waiting and waiting[-1].cancelled:  # the door is being closed
                break
            pause.wait(0.001)
        return "pågående"

    door.run(running, owner, arrived.append, lane="outside")
    assert begun.wait(10)
    waiting.extend(door.run(lambda: "köande", owner, arrived.append, lane="outside") for _ in range(3))
    door.close()
    assert arrived == ["pågående"]


def test_nothing_passes_a_closed_door_or_enters_from_another_thread(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    refused: list[Exception] = []

    def intrude() -> None:
        try:
            tasks.run(lambda: None, owner, lambda _: None)
        except RuntimeError as error:
            refused.append(error)

    intruder = threading.Thread(target=intrude)
    intruder.start()
    intruder.join()
    assert len(refused) == 1
    tasks.close()
    with pytest.raises(RuntimeError, match="closed"):
        tasks.run(lambda: None, owner, lambda _: None)


class _Circle:
    """Tells where it was taken apart; only the collector can do that."""

    def __init__(self, seen: list[int]) -> None:
        self.itself = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


def test_no_worker_takes_apart_what_may_hold_widgets(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    seen: list[int] = []
    for _ in range(2_000):
        _Circle(seen)

    def allocate() -> int:
        return len([[number] for number in range(200_000)])

    with qtbot.waitSignal(tasks.idle):
        tasks.run(allocate, owner, lambda _: None)

    qtbot.waitUntil(lambda: len(seen) == 2_000)
    assert set(seen) == {threading.get_ident()}


def test_the_last_to_let_go_of_the_work_is_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []

    class Owner(QObject):
        def __del__(self) -> None:
            seen.append(threading.get_ident())

    owner: QObject | None = Owner()
    assert owner is not None
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: None, owner, lambda _: None)
    del owner
    assert seen == [threading.get_ident()]


def test_python_collects_again_when_the_last_door_is_closed(qtbot: QtBot) -> None:
    first, second = Tasks(), Tasks()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
