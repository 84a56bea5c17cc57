"""The front door: started as a program of its own, with a command line."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.app import Choices, arguments

START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableView
from desktop.app import FrontDoor, Running, arguments
app = QApplication([])
try:
    door = FrontDoor(app, arguments(sys.argv[1:]))
except Running:
    print("running")
    sys.exit()
{before}
engine = [name for name in ("sqlalchemy", "reportlab", "keyring", "openpyxl") if name in sys.modules]
print("early", engine)
def look():
    tables = [t for t in door.window.findChildren(QTableView) if t.isVisible() and t.model().rowCount()]
    if tables:
        print("rows", tables[0].model().rowCount())
        door.window.close()
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(20000, app.quit)
app.exec()
print("ended")
"""


def start(folder: Path, *more: str, before: str = "door.open()") -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", START.format(before=before), "--data-dir", str(folder), "--demo", *more]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def told(program: "subprocess.Popen[str]") -> list[str]:
    out, err = program.communicate(timeout=60)
    assert "Traceback" not in err, err
    return out.splitlines()


def test_the_window_comes_before_the_engine_and_the_register_after(tmp_path: Path) -> None:
    assert told(start(tmp_path)) == ["early []", "rows 4", "ended"]
    assert told(start(tmp_path)) == ["early []", "rows 4", "ended"]


def test_a_window_that_nobody_sees_opens_its_register_all_the_same(tmp_path: Path) -> None:
    lines = told(start(tmp_path, before="door.open(); door.window.hide(); QTimer.singleShot(3000, door.window.show)"))
    assert lines[-2:] == ["rows 4", "ended"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_the_program_saves_and_closes(tmp_path: Path, asked: signal.Signals) -> None:
    command = [sys.executable, "-m", "desktop", "--demo", "--data-dir", str(tmp_path)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    log = tmp_path / "demo" / "logs" / "samverkan.log"
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=env) as program:
        deadline = time.monotonic() + 30
        while not log.exists() and time.monotonic() < deadline:  # the engine is awake
            with suppress(subprocess.TimeoutExpired):
                program.wait(0.05)
        with suppress(subprocess.TimeoutExpired):
            program.wait(1)
        program.send_signal(asked)
        assert program.wait(20) == 0
    assert (tmp_path / "demo" / "settings.json").exists()
    assert not (tmp_path / "demo" / "running.lock").exists()
    assert not (tmp_path / "demo" / "register.db-wal").exists()


def test_a_folder_that_cannot_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    command = [sys.executable, "-m", "desktop", "--data-dir", str(tmp_path / "file" / "inside")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode != 0
    assert "går inte att använda" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ([], Choices()),
        (["--demo"], Choices(demo=True)),
        (["--data-dir", "x", "--theme", "dark"], Choices(data_dir=Path("x"), theme="dark")),
    ],
)
def test_the_command_line_is_read(written: list[str], chosen: Choices) -> None:
    assert arguments(written) == chosen
