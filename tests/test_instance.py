"""One program per register: real locks and a real local socket."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.instance import Instance

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.instance import Instance
app = QCoreApplication([])
second = Instance(Path(sys.argv[1]))
print(second.claim(), second.summon_first())
"""


def start_again(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", SECOND_START, str(folder)], stdout=subprocess.PIPE, text=True)


def test_a_second_start_summons_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.summoned, timeout=20_000):
        second = start_again(tmp_path)
    assert second.communicate(timeout=20)[0].split() == ["False", "True"]
    first.release()


def test_another_register_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    places = [tmp_path / name for name in ("one", "two")]
    for place in places:
        place.mkdir()
    programs = [Instance(place) for place in places]
    assert all(program.claim() for program in programs)
    for program in programs:
        program.release()


def test_a_killed_program_does_not_lock_the_register(qtbot: QtBot, tmp_path: Path) -> None:
    hold = SECOND_START.replace("print(", "import os; second.listen(); print(second.claim()); os._exit(9); (")
    subprocess.run([sys.executable, "-c", hold, str(tmp_path)], check=False, capture_output=True, timeout=20)
    assert (tmp_path / "running.lock").exists()
    program = Instance(tmp_path)
    assert program.claim()
    program.listen()
    program.release()
