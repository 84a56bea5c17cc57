"""What every test may rely on: a home of its own, no screen, no keychain, and that silence means success."""

import atexit
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

IN_CI = os.environ.get("CI", "").lower() in {"true", "1"}


def _leave_the_user_alone() -> None:
    """Point every place where a program finds its user's things to an empty folder; before Qt is imported."""
    home = Path(tempfile.mkdtemp(prefix="samverkan-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    places = {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "run",
        "XDG_STATE_HOME": "state",
    }
    for variable, name in places.items():
        place = home / name
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(place)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home / 'run' / 'no-bus'}"
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any locale that is not UTF-8
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


_leave_the_user_alone()

hypothesis_settings.register_profile("here", deadline=None)
hypothesis_settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("ci" if IN_CI else "here")

pytest_plugins = ["tests.secret_service"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave timings out unless they are asked for with ``-m bench``."""
    if "bench" in config.option.markexpr:
        return
    timings = [item for item in items if item.get_closest_marker("bench")]
    if timings:
        config.hook.pytest_deselected(items=timings)
        items[:] = [item for item in items if item not in timings]


class LogBook(logging.Handler):
    """The warnings and errors that were logged during a test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, words: str) -> None:
        """Accept the lines that hold these words; there has to be one."""
        accepted = [line for line in self._lines if words in line]
        assert accepted, f"nothing like {words!r} was logged, only {self._lines}"
        self._lines = [line for line in self._lines if line not in accepted]

    @property
    def unexpected(self) -> list[str]:
        return self._lines


@pytest.fixture(autouse=True)
def log_book() -> Iterator[LogBook]:
    """Fails the test that logged a warning which it did not expect."""
    book = LogBook()
    logging.getLogger().addHandler(book)
    yield book
    logging.getLogger().removeHandler(book)
    assert not book.unexpected, "the test logged: " + "; ".join(book.unexpected)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fails the test that leaves a thread running; ending ones get a moment."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _ends(thread)]
    assert not left, f"threads left running: {[thread.name for thread in left]}"


def _ends(thread: threading.Thread) -> bool:
    if isinstance(thread, threading._DummyThread):  # one of Qt's; Python never learns that it ended
        return not Path(f"/proc/self/task/{thread.native_id}").exists()
    thread.join(timeout=2)
    return not thread.is_alive()
