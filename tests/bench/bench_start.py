"""The first painted window, its furniture, and the sample register's content on screen, against a bare PySide6 window.

Run it with ``python -m tests.bench.bench_start``. Every start is a process of its own, timed from before Python
begins until after the paint. Goals: at most 1.25 for the window, at most 3 for the content.
"""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from desktop.assembly import assemble
from desktop.paths import Paths
from desktop.unlocking import Key, Unlocking
from tests.bench.ratios import in_turn, tell

WINDOW_GOAL, FRAME_GOAL, CONTENT_GOAL = 1.25, 2, 3
ROUNDS = 15


def main() -> None:
    """Print both ratios."""
    with tempfile.TemporaryDirectory() as folder:
        _make_sample(Path(folder))
        starts = [partial(_start, what, folder) for what in ("bare", "window", "frame", "content")]
        bare, window, frame, content = in_turn(starts, ROUNDS, warm_up=2)
    tell("first painted window against a bare one", window, bare, WINDOW_GOAL)
    tell("the window's navigation and bars against a bare window", frame, bare, FRAME_GOAL)
    tell("content of the sample register on screen against a bare window", content, bare, CONTENT_GOAL)


def _make_sample(folder: Path) -> None:
    paths = Paths.chosen(folder, demo=True)
    key = Unlocking(paths, sample=True).unlock()
    assert isinstance(key, Key)
    assemble(paths, key.secret, sample=True).database.close()


def _start(what: str, folder: str) -> float:
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    command = [sys.executable, "-m", "tests.bench.started", what, repr(began), folder]
    env = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # both start from compiled modules, as an installed program does
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=60)
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
