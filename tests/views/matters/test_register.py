"""A matter from beginning to end, on its page: written, closed with how it ended, and opened again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.personal_number import WARNING
from desktop.domain.dates import today
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.models.database import Database
from desktop.views.matters.page import MattersPage
from desktop.views.matters.quick_matter import QuickMatter
from tests.data_files import MATTERS
from tests.views.registers import Desk, shown


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[MattersPage]:
    desk.bring(MATTERS)
    made = MattersPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    return made


@pytest.fixture
def said(page: MattersPage) -> list[tuple[str, str, bool]]:
    heard: list[tuple[str, str, bool]] = []
    page.message.connect(lambda *words: heard.append(words))
    return heard


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)


def write(page: QWidget, name: str, text: str) -> QLineEdit:
    field = page.findChild(QLineEdit, name)
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    field.insert(text)  # QTest types no å, ä and ö
    return field


def newest(desk: Desk) -> Matter:
    return max(desk.matters.rows(open_only=False), key=lambda matter: matter.id)


def numbered(desk: Desk, number: str) -> Matter:
    found = desk.matters.find_number(number)
    assert found is not None
    return found


def test_a_new_matter_is_kept_with_the_next_number_and_shown(
    page: MattersPage, desk: Desk, said: list[tuple[str, str, bool]]
) -> None:
    before = desk.matters.count(open_only=False)
    press(page, "newMatterButton")
    desk.settle()
    page.findChild(QComboBox, "newMatterKind").setCurrentIndex(list(MatterKind).index(MatterKind.INCIDENT))
    page.findChild(QPlainTextEdit, "newMatterDescription").setPlainText("Filen kom inte.")
    QTest.keyClick(write(page, "newMatterTitle", "Lönefilen är försenad"), Qt.Key.Key_Return)
    desk.settle()
    kept = newest(desk)
    assert kept.number.startswith(f"{today().year}-")
    assert (kept.kind, kept.level, kept.reported_on) == (MatterKind.INCIDENT, Level.OPERATIONAL, today())
    assert (kept.title, kept.description) == ("Lönefilen är försenad", "Filen kom inte.")
    assert page.findChild(QLabel, "matterTitle").text() == kept.title
    assert page.findChild(QListView, "matterList").isVisible()
    assert said == [(f"Ärende {kept.number} är tillagt.", "good", True)]
    desk.history.undo()
    desk.settle()
    assert desk.matters.count(open_only=False) == before


def test_a_matter_without_title_is_told_beside_the_form_and_escape_leaves_it(page: MattersPage, desk: Desk) -> None:
    before = desk.matters.count(open_only=False)
    press(page, "newMatterButton")
    press(page, "newMatterMake")
    desk.settle()
    assert "rubrik" in page.findChild(QLabel, "newMatterProblem").text()
    assert desk.matters.count(open_only=False) == before
    field = write(page, "newMatterTitle", "Halvfärdigt 19811218-9876")
    assert page.findChild(QLabel, "newMatterTitleWarning").text() == WARNING
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.findChild(QPushButton, "newMatterButton").hasFocus()
    press(page, "newMatterButton")
    assert field.text() == "Halvfärdigt 19811218-9876", "what is typed stays"


def test_closing_asks_how_it_ended_and_opening_again_keeps_the_number(
    page: MattersPage, desk: Desk, said: list[tuple[str, str, bool]]
) -> None:
    matter = numbered(desk, "2026-012")
    page.open_matter(matter.id)
    desk.settle()
    press(page, "matterClose")
    press(page, "closingAccept")
    assert "slutade" in page.findChild(QLabel, "closingProblem").text()
    write(page, "closingConfirmedBy", "Per Holmér")
    write(page, "closingLesson", "Prova före körning.")
    QTest.keyClick(write(page, "closingOutcome", "Rättat i oktober"), Qt.Key.Key_Return)
    desk.settle()
    closed = desk.matters.get(matter.id)
    assert (closed.status, closed.closed_on, closed.outcome) == (MatterStatus.CLOSED, today(), "Rättat i oktober")
    assert (closed.confirmed_by, closed.lesson) == ("Per Holmér", "Prova före körning.")
    assert said == [("Ärendet är avslutat.", "good", True)]
    page.open_matter(matter.id)
    desk.settle()
    assert not page.findChild(QWidget, "closingForm").isVisible()
    press(page, "matterReopen")
    desk.settle()
    again = desk.matters.get(matter.id)
    assert (again.number, again.status, again.closed_on) == ("2026-012", MatterStatus.OPEN, None)


def test_answers_about_one_matter_never_follow_to_another(page: MattersPage, desk: Desk) -> None:
    page.open_matter(numbered(desk, "2026-012").id)
    desk.settle()
    press(page, "matterClose")
    write(page, "closingOutcome", "Rättat")
    page.open_matter(numbered(desk, "2026-014").id)
    desk.settle()
    assert not page.findChild(QWidget, "closingForm").isVisible()
    press(page, "matterClose")
    field = page.findChild(QLineEdit, "closingOutcome")
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.findChild(QPushButton, "matterClose").hasFocus()


def test_one_line_makes_a_matter(desk: Desk, qtbot: QtBot) -> None:
    panel = shown(qtbot, QuickMatter(desk.tasks, desk.matters))
    panel.begin()
    panel.addition.insert("Felaktig faktura")
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.addition, Qt.Key.Key_Return)
    (kept,) = desk.matters.rows(open_only=True)
    assert (kept.title, kept.number) == ("Felaktig faktura", f"{today().year}-001")
    QTest.keyClick(panel.addition, Qt.Key.Key_Return)
    desk.settle()
    assert desk.matters.count(open_only=False) == 1


def test_references_are_kept_when_they_are_left(page: MattersPage, desk: Desk) -> None:
    matter, other = numbered(desk, "2026-012"), numbered(desk, "2026-014")
    page.open_matter(matter.id)
    desk.settle()
    field = page.findChild(QLineEdit, "matter_own_registry_number")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "SAM 2026/77")
    page.open_matter(other.id)
    desk.settle()
    assert desk.matters.get(matter.id).own_registry_number == "SAM 2026/77"
    assert desk.matters.get(other.id) == other
    assert field.text() == other.own_registry_number


def test_kind_and_words_narrow_the_list(page: MattersPage, desk: Desk) -> None:
    model = page.findChild(QListView, "matterList").model()
    everything = model.rowCount()
    kinds = page.findChild(QComboBox, "matterKindFilter")
    kinds.setFocus()
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    desk.settle()
    wanted = [m.title for m in desk.matters.rows(open_only=True) if m.kind is next(iter(MatterKind))]
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == wanted
    QTest.keyClick(kinds, Qt.Key.Key_Up)
    write(page, "matterWords", "2026-012")
    desk.settle()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [numbered(desk, "2026-012").title]
    write(page, "matterWords", "")
    desk.settle()
    assert model.rowCount() == everything
