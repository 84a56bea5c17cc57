"""Calendar files saved where the user wants them, and made only then."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.exchange.invitation import read_invitation
from desktop.models.database import Database
from desktop.services.meetings.calendars import Calendars
from desktop.services.meetings.meetings import Meetings
from desktop.services.meetings.participants import Participants
from desktop.views.documents.calendar_saving import CalendarSaving
from tests.views.registers import Desk, shown


class Saving:
    """The saving of calendar files with a meeting that we convene."""

    def __init__(self, database: Database, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.meetings = Meetings(database)
        self.window = shown(qtbot, QWidget())
        self.calendar = CalendarSaving(desk.tasks, Calendars(database), self.window, self.window)
        self.told: list[tuple[str, str, bool]] = []
        self.calendar.message.connect(lambda *told: self.told.append(told))
        self.refused: list[str] = []
        desk.tasks.trouble.connect(lambda error: self.refused.append(str(error)))
        self.key = new_id()
        meeting = Meeting(
            id=self.key,
            title="Taktiskt möte",
            level=Level.TACTICAL,
            starts_at=datetime(2099, 12, 1, 12, tzinfo=UTC),
            ends_at=datetime(2099, 12, 1, 13, tzinfo=UTC),
            convener=Party.AGENCY,
        )
        self.meetings.create(meeting)
        Participants(database).add_guest(self.key, "Anna Andersson", "anna@agency.example", Party.AGENCY)

    def ask(self, kind: CalendarKind, key: UUID | None = None) -> QFileDialog | None:
        self.calendar.save(key or self.key, kind)
        self.desk.settle()
        return self.window.findChild(QFileDialog, "calendarSaveDialog")

    def choose(self, dialog: QFileDialog | None, path: Path) -> None:
        assert dialog is not None
        dialog.fileSelected.emit(str(path))
        dialog.close()
        self.desk.settle()

    @property
    def state(self) -> MeetingState:
        return self.meetings.get(self.key).meeting.state


@pytest.fixture
def saving(database: Database, desk: Desk, qtbot: QtBot) -> Saving:
    return Saving(database, desk, qtbot)


def test_asking_changes_nothing_until_a_place_is_chosen(saving: Saving, tmp_path: Path) -> None:
    before = saving.meetings.get(saving.key)
    dialog = saving.ask(CalendarKind.INVITATION)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "Kallelse 2099-12-01 Taktiskt möte.ics"
    assert saving.meetings.get(saving.key) == before
    saving.choose(dialog, tmp_path / "kallelse.ics")
    (written,) = read_invitation((tmp_path / "kallelse.ics").read_bytes(), "kallelse.ics").meetings
    assert (written.title, written.sequence, written.cancelled) == ("Taktiskt möte", 0, False)
    assert saving.state is MeetingState.CONVENED
    assert saving.told == [("”kallelse.ics” är sparad. Skicka den till deltagarna med e-post.", "good", True)]


def test_a_cancellation_cancels_and_an_entry_does_not(saving: Saving, tmp_path: Path) -> None:
    saving.choose(saving.ask(CalendarKind.ENTRY), tmp_path / "post.ics")
    assert saving.state is MeetingState.PLANNED
    assert saving.told[-1][2] is False, "nothing to undo"
    saving.choose(saving.ask(CalendarKind.CANCELLATION), tmp_path / "bud.ics")
    assert saving.state is MeetingState.CANCELLED
    (written,) = read_invitation((tmp_path / "bud.ics").read_bytes(), "bud.ics").meetings
    assert written.cancelled


def test_what_cannot_be_made_is_refused_before_a_place_is_asked_for(saving: Saving) -> None:
    saving.meetings.change(saving.key, convener=Party.SSC)
    assert saving.ask(CalendarKind.INVITATION) is None
    assert "Statens servicecenter kallar" in saving.refused[0]
