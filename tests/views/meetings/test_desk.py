"""Answers that are older than the screen are asked for again instead of being shown."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import InputError
from desktop.tasks import Tasks
from desktop.views.meetings.desk import Desk
from tests.views.registers import tasks

__all__ = ["tasks"]


@pytest.fixture
def desk(tasks: Tasks) -> Iterator[Desk]:
    made = Desk(tasks, None)
    yield made
    made.deleteLater()


def test_an_answer_from_before_a_change_is_never_shown(desk: Desk, qtbot: QtBot) -> None:
    stored = ["gammalt"]
    read = threading.Event()

    def look() -> str:
        read.set()
        return stored[0]

    shown: list[str] = []
    desk.read("text", look, shown.append)
    assert read.wait(5)
    desk.write(lambda: stored.__setitem__(0, "nytt"))
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["nytt"]


def test_a_question_that_still_waits_gives_way_to_the_same_one(desk: Desk, qtbot: QtBot) -> None:
    hold = threading.Event()
    desk.write(lambda: hold.wait(5))
    shown: list[int] = []
    for number in (1, 2, 3):
        desk.read("number", lambda number=number: number, shown.append)
    hold.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [3]


def test_a_refusal_is_told_and_the_screen_read_anew(desk: Desk, qtbot: QtBot) -> None:
    told: list[tuple[str, str, bool]] = []
    desk.message.connect(lambda *message: told.append(message))

    def refuse() -> None:
        raise InputError("Punkten finns inte längre på dagordningen.")

    with qtbot.waitSignal(desk.refused):
        desk.write(refuse)
    assert told == [("Punkten finns inte längre på dagordningen.", "danger", False)]
