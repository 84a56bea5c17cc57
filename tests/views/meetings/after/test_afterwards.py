"""What is followed up after a meeting: SSC's notes taken in and compared, the evaluation, and the survey."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QRadioButton

from desktop.domain.document import DocumentRequest, Paper, WayOut
from desktop.domain.meetings.meeting import MeetingState
from desktop.domain.meetings.notes import NotesCheck, Verdict
from desktop.models.database import Database
from desktop.views.meetings.after.afterwards import Afterwards
from desktop.views.meetings.after.survey import SurveyRow
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.parts.day_field import DayField
from tests.views.meetings.conftest import Hands, database, hands, press, tasks, type_text
from tests.views.registers import shown

__all__ = ["database", "hands", "tasks"]

TODAY = date(2025, 12, 20)
BEGAN = datetime(2025, 12, 1, 12, tzinfo=UTC)


class Followed:
    """The sections of one meeting, and short ways to use them."""

    def __init__(self, part: Afterwards, hands: Hands, meeting: UUID) -> None:
        self.part, self.hands, self.meeting = part, hands, meeting
        self.looked: list[bool] = []
        self.sent: list[bool] = []
        part.letter_looked_at.connect(lambda: self.looked.append(True))
        part.letter_sent.connect(lambda: self.sent.append(True))

    def button(self, name: str) -> QPushButton:
        found = self.part.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def told(self, name: str) -> str:
        found = self.part.findChild(QLabel, name)
        assert found is not None, name
        return found.text()

    def text(self, name: str) -> QPlainTextEdit:
        found = self.part.findChild(QPlainTextEdit, name)
        assert found is not None, name
        return found

    @property
    def verdicts(self) -> list[str]:
        return [row.cells[2] for row in self.part.notes.model.rows]

    def checks(self) -> list[NotesCheck | None]:
        self.hands.settle()
        return [item.check for item in self.hands.services.notes_checks.get(self.meeting).items]


@pytest.fixture
def followed(hands: Hands, database: Database) -> Iterator[Followed]:
    """A held meeting of three items, the first with a note, whose notes have not come."""
    key = hands.meeting("Inledning", "Avgifter", "Övrigt")
    hands.services.meetings.change(
        key, state=MeetingState.NOTES_AWAITED, starts_at=BEGAN, ends_at=BEGAN + timedelta(hours=1)
    )
    hands.services.notes.write(hands.services.agendas.get(key)[0].id, "Per hälsade välkommen.")
    part = Afterwards(hands.page._desk, lambda: TODAY)
    database.on_news(lambda _news: hands.tasks.post(lambda: part.show_meeting(key)))
    shown(hands.qtbot, part)
    part.show_meeting(key)
    hands.settle()
    yield Followed(part, hands, key)
    part.leave()
    hands.settle()


@pytest.fixture
def received(followed: Followed) -> Followed:
    """The same, once the notes have come."""
    followed.hands.services.notes_checks.receive(followed.meeting, date(2025, 12, 10))
    followed.hands.settle()
    followed.part.notes.table.setFocus()
    return followed


def test_the_days_of_waiting_are_told_and_nothing_is_compared_yet(followed: Followed) -> None:
    told = followed.told("notesWaiting").replace("\u00a0", " ")
    assert told == "Mötet var den 1 december 2025. Vi har väntat på anteckningarna 19 dagar."
    assert not followed.part.notes._compared.isVisible()


def test_a_chosen_file_is_taken_in_with_its_day(followed: Followed, tmp_path: Path) -> None:
    (tmp_path / "Anteckningar.pdf").write_bytes(b"%PDF-1.7 SSC")
    day = followed.part.findChild(DayField, "notesReceivedOn")
    assert day is not None
    day.setText("2025-12-10")
    followed.button("attachSscNotes").click()
    dialog = followed.part.findChild(QFileDialog, "sscNotesDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "Anteckningar.pdf"))
    dialog.close()
    followed.hands.settle()
    assert followed.hands.messages[-1][1:] == ("good", True)
    told = followed.told("notesWaiting").replace("\u00a0", " ")
    assert told == "Anteckningarna kom den 10 december 2025, 9 dagar efter mötet."
    assert followed.button("notesFile").text() == "Anteckningar.pdf"
    assert followed.part.notes._compared.isVisible()
    opened: list[object] = []
    followed.part.file_opened.connect(opened.append)
    followed.button("notesFile").click()
    assert len(opened) == 1


def test_a_dropped_file_is_taken_in_and_a_day_that_is_none_is_not(followed: Followed, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 SSC")
    day = followed.part.findChild(DayField, "notesReceivedOn")
    assert day is not None
    day.setText("när som helst")
    followed.part.receive([tmp_path / "a.pdf"])
    followed.hands.settle()
    assert followed.hands.services.notes_checks.get(followed.meeting).notes_file is None
    day.setText("")
    followed.part.receive([tmp_path / "a.pdf"])
    followed.hands.settle()
    assert followed.hands.services.notes_checks.get(followed.meeting).received_on == TODAY


def test_letters_judge_item_by_item_and_go_on(received: Followed) -> None:
    table = received.part.notes.table
    assert received.told("reviewNoted") == "Per hälsade välkommen."
    press(table, Qt.Key.Key_S)
    assert received.verdicts == ["Stämmer", "–", "–", "–"], "shown before it is stored"
    assert table.currentIndex().row() == 1
    press(table, Qt.Key.Key_A)
    comment = received.text("reviewComment")
    assert comment.hasFocus(), "what differs has to be said"
    type_text(comment, "Beloppet är fel.")
    press(comment, Qt.Key.Key_Escape)
    assert table.hasFocus()
    first, second, third = received.checks()
    assert (first.verdict if first else None, third) == (Verdict.AGREES, None)
    assert second is not None
    assert (second.verdict, second.comment) == (Verdict.DIFFERS, "Beloppet är fel.")
    assert received.told("reviewProgress") == "2 av 3 punkter är jämförda: 1 stämmer, 1 avviker."
    press(table, Qt.Key.Key_Delete)
    assert received.checks()[1] is None


def test_the_verdict_is_a_group_of_radio_buttons(received: Followed) -> None:
    choice = received.part.notes.detail.verdict
    assert choice.press("m")
    check = received.checks()[0]
    assert check is not None
    assert check.verdict is Verdict.MISSING
    names = [button.accessibleName() for button in choice.findChildren(QRadioButton)]
    assert names[2] == "I Statens servicecenters anteckningar: Saknas"
    assert received.part.notes.table.currentIndex().row() == 0, "only the list goes on by itself"


def test_a_comment_stays_with_its_item_when_another_is_chosen(received: Followed) -> None:
    table = received.part.notes.table
    type_text(received.text("reviewComment"), "Om inledningen.")
    table.selectRow(2)
    assert received.text("reviewComment").toPlainText() == ""
    first, second, third = received.checks()
    assert first is not None
    assert (first.comment, second, third) == ("Om inledningen.", None, None)


def test_the_letter_and_the_end_are_offered_when_they_are_due(received: Followed) -> None:
    table = received.part.notes.table
    assert not received.button("previewLetter").isEnabled()
    assert not received.button("completeReview").isEnabled()
    for _ in range(3):
        press(table, Qt.Key.Key_S)
    assert received.button("completeReview").isEnabled()
    assert not received.button("mailLetter").isEnabled()
    assert table.currentIndex().row() == 3, "the notes as a whole come last"
    press(table, Qt.Key.Key_A)
    received.button("previewLetter").click()
    received.button("mailLetter").click()
    assert (received.looked, received.sent) == ([True], [True])
    received.hands.settle()
    received.button("completeReview").click()
    received.hands.settle()
    assert received.hands.messages[-1] == ("Granskningen är klar.", "good", True)
    state = received.hands.services.meetings.get(received.meeting).meeting.state
    assert state is MeetingState.NOTES_CHECKED
    assert not received.button("completeReview").isVisible()


def test_four_answers_and_a_comment_make_an_evaluation(followed: Followed) -> None:
    section = followed.part.evaluation
    for answer, choice in enumerate(section.answers.values(), 1):
        assert choice.press(str(answer))
    type_text(followed.text("evaluationComment"), "Bra möte.")
    section.flush()
    followed.hands.settle()
    made = followed.hands.services.evaluations.of(followed.meeting).evaluation
    assert made is not None
    assert (made.purpose, made.preparation, made.outcome, made.time_well_spent) == (1, 2, 3, 4)
    assert made.comment == "Bra möte."
    assert followed.told("evaluationTrend") == "Medelvärdet är 2,5 av 4. Det är forumets första utvärdering."


def test_an_evaluation_stays_with_its_meeting(followed: Followed) -> None:
    type_text(followed.text("evaluationComment"), "Om det första.")
    other = followed.hands.meeting(day=8)
    followed.part.show_meeting(other)
    followed.hands.settle()
    evaluations = followed.hands.services.evaluations
    kept = evaluations.of(followed.meeting).evaluation
    assert kept is not None
    assert (kept.comment, evaluations.of(other).evaluation) == ("Om det första.", None)


def test_a_survey_is_logged_answered_and_taken_away(followed: Followed) -> None:
    followed.button("logSurvey").click()
    followed.hands.settle()
    (row,) = followed.part.findChildren(SurveyRow)
    row._answered.setText("2025-12-20")
    row._answered.finish()
    type_text(row._answers, "Fyra av fem.")
    followed.part.flush()
    followed.hands.settle()
    (kept,) = followed.hands.services.evaluations.of(followed.meeting).surveys
    assert (kept.arrived_on, kept.answered_on, kept.answers) == (TODAY, TODAY, "Fyra av fem.")
    row._removal.click()
    followed.hands.settle()
    assert followed.part.findChildren(SurveyRow) == [] or not row.isVisible()
    followed.hands.undo()
    assert [one for one in followed.part.findChildren(SurveyRow) if one.isVisible()]


def test_the_tab_takes_ssc_notes_that_are_dropped_on_the_page(followed: Followed, tmp_path: Path) -> None:
    hands = followed.hands
    hands.page.open_meeting(followed.meeting)
    hands.settle()
    assert not hands.page.looks_at_attachments()
    hands.page.view.show_tab(Tab.AFTER)
    hands.settle()
    assert hands.page.looks_at_attachments()
    (tmp_path / "Anteckningar.pdf").write_bytes(b"%PDF-1.7 SSC")
    hands.page.attach([tmp_path / "Anteckningar.pdf"])
    hands.settle()
    file = hands.services.notes_checks.get(followed.meeting).notes_file
    assert file is not None
    assert (file.name, file.received) == ("Anteckningar.pdf", True)
    assert hands.page.view.tabs.current is Tab.AFTER
    opened: list[object] = []
    hands.page.view.attachment_opened.connect(opened.append)
    hands.page.view.after.afterwards.file_opened.emit(file)
    assert opened == [file]


def test_the_letter_is_asked_for_as_every_document_of_the_meeting(followed: Followed) -> None:
    hands = followed.hands
    hands.page.open_meeting(followed.meeting)
    hands.page.view.show_tab(Tab.AFTER)
    hands.settle()
    asked: list[DocumentRequest] = []
    hands.page.document_asked.connect(asked.append)
    hands.page.view.after.afterwards.letter_looked_at.emit()
    hands.page.view.after.afterwards.letter_sent.emit()
    assert asked == [
        DocumentRequest(paper=Paper.DIFFERENCES, meeting_id=followed.meeting, way=way)
        for way in (WayOut.PREVIEW, WayOut.MAIL)
    ]
