"""Fixtures for pages that show a register: a real, encrypted one behind the real door to the services."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import services_of
from desktop.models.database import Database
from desktop.tasks import Tasks
from desktop.views.theme import Theme

Page = TypeVar("Page", bound=QWidget)
KEY = bytes(range(32))


class Desk:
    """The services of one register, and the way they are called and waited for."""

    def __init__(self, database: Database, tasks: Tasks, qtbot: QtBot) -> None:
        self.tasks = tasks
        self.services = services_of(database)
        self.agreements = self.services.agreements
        self.contacts = self.services.contacts
        self.documents = self.services.documents
        self.history = self.services.history
        self.imports = self.services.imports
        self.matters = self.services.matters
        self.bugs: list[Exception] = []
        self._qtbot = qtbot
        tasks.bug.connect(self.bugs.append)

    def bring(self, path: Path) -> None:
        """Import a file without a window."""
        self.imports.apply(self.imports.preview(path))

    def settle(self) -> None:
        """Wait until everything asked of the services so far has come back."""
        for lane in ("store", "outside", "store"):
            came: list[bool] = []
            waiter = QWidget()
            self.tasks.run(lambda: None, waiter, lambda _, came=came: came.append(True), lane=lane)
            self._qtbot.waitUntil(lambda came=came: bool(came))
        assert not self.bugs, self.bugs

    def refresh_on_news(self, database: Database, refresh: Callable[[frozenset[str]], None]) -> None:
        """Tell a page the news, as the program does."""
        database.on_news(lambda news: self.tasks.post(lambda: refresh(news.kinds)))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "register" / "register.db", KEY, "provaren")
    yield opened
    opened.close()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    door = Tasks()
    yield door
    door.close()


@pytest.fixture
def desk(database: Database, tasks: Tasks, qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(database, tasks, qtbot)


def shown(qtbot: QtBot, page: Page) -> Page:
    """A page on screen, with the focus, as large as the window gives it at the design size."""
    qtbot.addWidget(page)
    page.resize(1085, 730)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    return page
