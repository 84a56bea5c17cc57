"""The panel of the series on a real register, on a day that stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.assembly import Services, services_of
from desktop.domain.agreement import Agreement
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.services.meetings.meeting_series import MeetingSeries
from desktop.tasks import Tasks
from desktop.views.meetings.desk import Desk
from desktop.views.series.panel import SeriesPanel
from desktop.views.theme import Theme
from tests.views.registers import database, shown, tasks

__all__ = ["database", "tasks"]

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TODAY = date(2026, 11, 24)


class Hands:
    """The panel with its services, and short ways to use and to wait for them."""

    def __init__(self, panel: SeriesPanel, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.panel = panel
        self.services = services
        self.tasks = tasks
        self.qtbot = qtbot
        self.messages: list[tuple[str, str, bool]] = []
        panel._desk.message.connect(lambda *message: self.messages.append(message))
        self.bugs: list[BaseException] = []
        tasks.bug.connect(self.bugs.append)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(lambda: not any(self.tasks._under_way.values()) and self.tasks._deliveries.empty())
        QCoreApplication.processEvents()
        assert not self.bugs, self.bugs

    def enter(self) -> None:
        self.panel.enter(None)
        self.settle()

    def click(self, name: str, place: int = 0) -> None:
        """Click the button of a name, the first of them unless another place is given."""
        buttons = [one for one in self.panel.findChildren(QAbstractButton, name) if one.isVisible()]
        buttons[place].click()
        self.settle()

    def type(self, **texts: str) -> None:
        for name, text in texts.items():
            self.panel.form.fields._texts[name].setText(text)

    def meetings(self) -> list[Meeting]:
        """The meetings of the register in time."""
        rows = self.services.meetings.rows()
        found = [self.services.meetings.get(row.id).meeting for row in rows]
        return sorted(found, key=lambda meeting: meeting.starts_at)

    def days(self) -> list[date]:
        return [meeting.day for meeting in self.meetings()]

    def series(self) -> UUID:
        (file,) = self.services.series.all()
        return file.series.id


@pytest.fixture
def hands(database: Database, tasks: Tasks, theme: Theme, qtbot: QtBot) -> Iterator[Hands]:
    services = replace(services_of(database), series=MeetingSeries(database, lambda: NOW))
    services.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    panel = SeriesPanel(Desk(tasks, services), lambda: TODAY)
    database.on_news(lambda _: tasks.post(panel.refresh))
    hands = Hands(shown(qtbot, panel), services, tasks, qtbot)
    hands.enter()
    yield hands
    hands.settle()
