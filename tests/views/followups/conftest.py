"""The page of actions and decisions on a real register, and hands to work it with."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.services.history import History
from desktop.services.meetings.followups import Followups
from desktop.services.meetings.meetings import Meetings
from desktop.tasks import Tasks
from desktop.views.followups.cells import Column
from desktop.views.followups.page import FollowupsPage
from desktop.views.followups.pane import FollowupPane
from desktop.views.theme import Theme
from tests.views.registers import database, shown, tasks

__all__ = ["database", "tasks"]

TODAY = date(2026, 11, 24)


class Hands:
    """The page with its services, and short ways to use and to wait for them."""

    def __init__(self, page: FollowupsPage, database: Database, tasks: Tasks, qtbot: QtBot) -> None:
        self.page = page
        self.followups = Followups(database, lambda: TODAY)
        self.meetings = Meetings(database)
        self.history = History(database)
        self.messages: list[tuple[str, str, bool]] = []
        page.message.connect(lambda *message: self.messages.append(message))
        self.bugs: list[BaseException] = []
        tasks.bug.connect(self.bugs.append)
        self._tasks = tasks
        self._qtbot = qtbot

    def settle(self) -> None:
        """Wait until nothing is under way, news and what they cause included."""
        QCoreApplication.processEvents()
        self._qtbot.waitUntil(lambda: not any(self._tasks._under_way.values()) and self._tasks._deliveries.empty())
        QCoreApplication.processEvents()
        assert not self.bugs, self.bugs

    def meeting(self) -> UUID:
        starts, ends = datetime(2026, 9, 1, 12, tzinfo=UTC), datetime(2026, 9, 1, 13, tzinfo=UTC)
        made = Meeting(id=new_id(), title="Taktiskt <b>möte</b>", level=Level.TACTICAL, starts_at=starts, ends_at=ends)
        return self.meetings.create(made)

    def action(self, text: str, party: Party = Party.SSC, **more: object) -> Action:
        values: dict[str, object] = {"meeting_id": None, "level": Level.TACTICAL, **more}
        made = Action(id=new_id(), text=text, party=party, **values)  # type: ignore[arg-type]
        self.followups.add_action(made)
        self.settle()
        return made

    def decision(self, text: str, **more: object) -> Decision:
        values: dict[str, object] = {"meeting_id": None, "level": Level.TACTICAL, "decided_on": TODAY, **more}
        made = Decision(id=new_id(), text=text, **values)  # type: ignore[arg-type]
        self.followups.add_decision(made)
        self.settle()
        return made

    def texts(self, pane: FollowupPane | None = None) -> list[str]:
        """The texts on screen."""
        model = (pane or self.page.action_pane).table.followups
        return [entry.text for entry in model.entries]

    def said(self, row: int, column: Column, pane: FollowupPane | None = None) -> str:
        """What a cell tells a screen reader."""
        model = (pane or self.page.action_pane).table.followups
        return model.cell(row, model.columns.index(column)).spoken

    def edit(self, row: int, column: Column, pane: FollowupPane | None = None) -> QWidget:
        """Open the editor of a cell, and return it."""
        table = (pane or self.page.action_pane).table
        table.setFocus()
        table.choose(row, column)
        table.edit(table.currentIndex())
        editor = table.editors._editor
        assert editor is not None
        return editor

    def undo(self) -> None:
        self.page.flush()
        self._tasks.run(self.history.undo, self.page, lambda _act: None)
        self.settle()


@pytest.fixture
def hands(database: Database, tasks: Tasks, theme: Theme, qtbot: QtBot) -> Iterator[Hands]:
    page = FollowupsPage(tasks, Followups(database, lambda: TODAY), lambda: TODAY)
    database.on_news(lambda news: tasks.post(lambda: page.refresh(news.kinds)))
    hands = Hands(shown(qtbot, page), database, tasks, qtbot)
    page.refresh(frozenset({"action"}))
    hands.settle()
    yield hands
    page.flush()
    hands.settle()
