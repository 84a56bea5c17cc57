"""The page of the meetings on a real register, and hands to work it with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Services, services_of
from desktop.domain.agreement import Agreement
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.tasks import Tasks
from desktop.views.meetings.agenda_table import AgendaTable
from desktop.views.meetings.page import MeetingsPage
from desktop.views.theme import Theme
from tests.views.registers import database, shown, tasks

__all__ = ["database", "tasks"]

EVERYTHING = frozenset({"agreement", "contact", "matter", "meeting", "agenda"})
BEFORE = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Hands:
    """The page with its services, and short ways to use and to wait for them."""

    def __init__(self, page: MeetingsPage, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.page = page
        self.services = services
        self.tasks = tasks
        self.qtbot = qtbot
        self.messages: list[tuple[str, str, bool]] = []
        page.message.connect(lambda *message: self.messages.append(message))
        self.bugs: list[BaseException] = []
        tasks.bug.connect(self.bugs.append)

    def settle(self) -> None:
        """Wait until nothing is under way, news and what they cause included."""
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(lambda: not any(self.tasks._under_way.values()) and self.tasks._deliveries.empty())
        QCoreApplication.processEvents()
        assert not self.bugs, self.bugs

    def meeting(self, *titles: str, day: int = 1, level: Level = Level.TACTICAL, title: str = "Taktiskt möte") -> UUID:
        """A meeting of 90 minutes in December with items of 10 minutes."""
        made = Meeting(
            id=new_id(),
            title=title,
            level=level,
            starts_at=datetime(2026, 12, day, 12, tzinfo=UTC),
            ends_at=datetime(2026, 12, day, 13, 30, tzinfo=UTC),
            place="Microsoft Teams-möte",
        )
        self.services.meetings.create(made)
        for item in titles:
            self.services.agendas.add(made.id, item)
        return made.id

    def open(self, *titles: str) -> UUID:
        """A meeting with these items, on screen."""
        key = self.meeting(*titles)
        self.page.open_meeting(key)
        self.settle()
        return key

    def undo(self) -> None:
        """Take back the last change, as the window does: what is typed is stored first."""
        self.page.flush()
        self.tasks.run(self.services.history.undo, self.page, lambda _act: None)
        self.settle()

    @property
    def table(self) -> AgendaTable:
        return self.page.view.agenda.table

    def stored(self) -> tuple[AgendaItem, ...]:
        """The agenda as the register has it."""
        self.settle()
        key = self.page.view.meeting_id
        assert key is not None
        return self.services.agendas.get(key)

    def titles(self) -> list[str]:
        """The titles on screen."""
        return [item.title for item in self.page.view.agenda.model.items]

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """A widget by its object name."""
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def choose(self, name: str) -> None:
        """Choose an entry of a menu by its object name."""
        found = self.page.findChild(QAction, name)
        assert found is not None, name
        found.trigger()

    def field(self, name: str) -> QLineEdit:
        found = self.find(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def text(self, name: str) -> QPlainTextEdit:
        found = self.find(QPlainTextEdit, name)
        assert isinstance(found, QPlainTextEdit)
        return found

    def editor(self) -> QWidget:
        """The inline editor that is open."""
        editor = self.table.editors._editor
        assert editor is not None
        return editor


def type_text(widget: QWidget, text: str) -> None:
    """Type as an input method does; QTest's own keys abort the process on å, ä and ö."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


@pytest.fixture
def hands(database: Database, tasks: Tasks, theme: Theme, qtbot: QtBot) -> Iterator[Hands]:
    services = services_of(database)
    services.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    page = MeetingsPage(tasks, services, lambda: BEFORE)
    database.on_news(lambda news: tasks.post(lambda: page.refresh(news.kinds)))
    hands = Hands(shown(qtbot, page), services, tasks, qtbot)
    page.refresh(EVERYTHING)
    hands.settle()
    yield hands
    page.flush()
    hands.settle()
