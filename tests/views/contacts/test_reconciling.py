"""The room where SSC's list is reconciled, on a real register and with real files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QListView, QPushButton, QRadioButton, QTableView
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.reconciling import Choice
from desktop.models.contact_list import ReceivedListRecord
from desktop.models.database import Database
from desktop.services.contacts.contact_notices import ContactNotices
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.reconciling.room import ReconcilingRoom
from desktop.views.contacts.room import Room, Way
from tests.data_files import CONTACTS, MATTERS
from tests.exchange.making import workbook
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 24)
Reconcile = Callable[[Path], ReconcilingRoom]


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> ContactsPage:
    desk.bring(CONTACTS)
    made = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    desk.settle()
    return made


@pytest.fixture
def room(page: ContactsPage, desk: Desk) -> ReconcilingRoom:
    page.go(Way(Room.RECONCILING))
    desk.settle()
    found = page.findChild(ReconcilingRoom)
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A later list: another number for SSC's Per, another title for our Anna."""
    book = openpyxl.load_workbook(CONTACTS)
    sheet: Any = book.active
    sheet["A3"] = "Version 2026-11-01"
    sheet["G7"] = "026-99 99 99"
    sheet["F13"] = "Chef för ekonomi"
    made = tmp_path / "ny.xlsx"
    book.save(made)
    return made


def opened(room: ReconcilingRoom, path: Path, desk: Desk) -> None:
    room.open_file(path)
    desk.settle()
    desk.settle()


def button(room: ReconcilingRoom, name: str) -> QPushButton:
    found = room.findChild(QPushButton, name)
    assert found is not None
    return found


def label(room: ReconcilingRoom, name: str) -> str:
    found = room.findChild(QLabel, name)
    assert found is not None
    return found.text()


def people(room: ReconcilingRoom) -> list[str]:
    model = room.findChild(QListView, "comparedPeople").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def lines(room: ReconcilingRoom) -> QTableView:
    found = room.findChild(QTableView, "comparedLines")
    assert found is not None
    return found


def cells(room: ReconcilingRoom, row: int = 0) -> list[str]:
    model = lines(room).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def show(room: ReconcilingRoom, name: str) -> None:
    view = room.findChild(QListView, "comparedPeople")
    view.setCurrentIndex(view.model().index(people(room).index(name), 0))


def contact(desk: Desk, name: str) -> Contact:
    return next(one for one in desk.contacts.all() if one.name == name)


def do(room: ReconcilingRoom, desk: Desk) -> None:
    button(room, "reconcileDo").click()
    desk.settle()
    desk.settle()


def test_it_begins_by_asking_for_the_file(room: ReconcilingRoom) -> None:
    assert room.first_step.isVisible()
    assert not button(room, "reconcileDo").isVisible()
    button(room, "reconcileChoose").click()
    dialog = room.findChild(QFileDialog, "reconcileDialog")
    assert dialog is not None
    dialog.close()


def test_who_differs_is_listed_with_what_each_side_says(room: ReconcilingRoom, desk: Desk, path: Path) -> None:
    opened(room, path, desk)
    assert people(room) == ["Per Holmér", "Anna Andersson"]  # SSC's first
    assert label(room, "comparedName") == "Per Holmér"
    assert cells(room) == ["Telefon", "+46 (0)26 12 34 56", "026-99 99 99", "–", "Ta SSC:s"]
    show(room, "Anna Andersson")
    assert cells(room) == ["Titel", "Ekonomichef", "Chef för ekonomi", "–", "Behåll och anmäl"]
    assert "Ändrade uppgifter för Anna Andersson: titel" in label(room, "comparedNotice")
    assert label(room, "comparedNotices").startswith("1 anmälan till Statens servicecenter")


def test_a_part_of_a_list_says_so_before_anything_is_proposed(
    room: ReconcilingRoom, desk: Desk, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(CONTACTS)
    sheet: Any = book.active
    for row in range(sheet.max_row, 6, -1):
        if row not in {7, 13}:
            sheet.delete_rows(row)
    part = tmp_path / "del.xlsx"
    book.save(part)
    opened(room, part, desk)
    assert label(room, "comparedLacks").startswith("I listan saknas 6 av våra 7 kontaktpersoner.")
    assert not room.findChild(QLabel, "comparedNotices").isVisible()
    opened(room, CONTACTS, desk)
    assert not room.findChild(QLabel, "comparedLacks").isVisible()


def test_the_keyboard_chooses(room: ReconcilingRoom, desk: Desk, path: Path, qtbot: QtBot) -> None:
    opened(room, path, desk)
    show(room, "Anna Andersson")
    for key, word in (
        (Qt.Key.Key_2, "Ta SSC:s"),
        (Qt.Key.Key_3, "Behåll vårt"),
        (Qt.Key.Key_1, "Behåll och anmäl"),
        (Qt.Key.Key_Space, "Ta SSC:s"),
    ):
        qtbot.keyClick(lines(room), key)
        assert cells(room)[-1] == word
    assert not room.findChild(QLabel, "comparedNotices").isVisible()


def test_a_click_on_one_side_or_on_a_word_chooses(room: ReconcilingRoom, desk: Desk, path: Path, qtbot: QtBot) -> None:
    opened(room, path, desk)
    table = lines(room)
    index = table.model().index(0, 1)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert cells(room)[-1] == "Behåll vårt"
    (theirs,) = [each for each in room.findChildren(QRadioButton) if each.text() == "Ta SSC:s"]
    theirs.click()
    assert cells(room)[-1] == "Ta SSC:s"
    assert theirs.isVisible()  # and keeps the focus


def test_what_is_done_is_told_and_can_be_undone(
    page: ContactsPage, room: ReconcilingRoom, desk: Desk, path: Path, database: Database
) -> None:
    told: list[tuple[str, str, bool]] = []
    page.message.connect(lambda *message: told.append(message))
    opened(room, path, desk)
    do(room, desk)
    assert told == [("Avstämningen är genomförd: 1 kontakt ändrades och 1 anmälan gjordes.", "good", True)]
    assert contact(desk, "Per Holmér").phone == "026-99 99 99"
    assert len(ContactNotices(database).open()) == 1
    assert not room.isVisible()
    page.go(Way(Room.RECONCILING))
    desk.settle()
    assert room.first_step.isVisible()


def test_it_is_done_once_however_often_the_button_is_pressed(
    room: ReconcilingRoom, desk: Desk, path: Path, database: Database
) -> None:
    opened(room, path, desk)
    button(room, "reconcileDo").click()
    do(room, desk)
    with database.reading() as session:
        assert len(session.scalars(select(ReceivedListRecord)).all()) == 1


def test_what_is_refused_is_compared_again_and_can_be_done_then(
    page: ContactsPage, room: ReconcilingRoom, desk: Desk, path: Path
) -> None:
    told: list[str] = []
    page.message.connect(lambda sentence, *_: told.append(sentence))
    opened(room, path, desk)
    desk.services.contacts.change(contact(desk, "Maria Ek").id, title="Annan titel")  # the news are still on their way
    button(room, "reconcileDo").click()
    desk.settle()
    desk.settle()
    assert told == ["Registret har ändrats sedan listan jämfördes. Jämför igen och gå igenom det som skiljer."]
    assert people(room) == ["Maria Ek", "Per Holmér", "Anna Andersson"]
    do(room, desk)
    assert contact(desk, "Maria Ek").title == "Gruppledare"


def test_everything_of_theirs_is_accepted_with_one_button(room: ReconcilingRoom, desk: Desk, path: Path) -> None:
    opened(room, path, desk)
    room.comparing.choices = dict.fromkeys(
        ((person.key, line.key) for person in room.comparing.people.persons for line in person.differences),
        Choice.LEFT,
    )
    button(room, "acceptTheirs").click()
    assert cells(room)[-1] == "Ta SSC:s"
    show(room, "Anna Andersson")
    assert cells(room)[-1] == "Behåll vårt"


def test_those_that_agree_are_folded_away(room: ReconcilingRoom, desk: Desk, path: Path) -> None:
    opened(room, path, desk)
    more = button(room, "showAgreeing")
    assert more.text() == "Visa 11 utan skillnad"
    more.click()
    assert len(people(room)) == 13
    more.click()
    assert len(people(room)) == 2


def test_a_list_that_agrees_says_so_and_can_still_be_confirmed(room: ReconcilingRoom, desk: Desk) -> None:
    opened(room, CONTACTS, desk)
    assert people(room) == []
    assert room.findChild(QLabel, "comparedName") is not None
    do(room, desk)
    assert not room.isVisible()


def test_a_change_in_between_is_compared_again_and_choices_stay(
    room: ReconcilingRoom, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    opened(room, path, desk)
    show(room, "Anna Andersson")
    qtbot.keyClick(lines(room), Qt.Key.Key_3)
    desk.services.contacts.change(contact(desk, "Maria Ek").id, title="Annan titel")
    desk.settle()
    desk.settle()
    assert people(room) == ["Maria Ek", "Per Holmér", "Anna Andersson"]
    assert label(room, "comparedName") == "Anna Andersson"
    assert cells(room)[-1] == "Behåll vårt"


def test_columns_with_headings_of_their_own_are_asked_for_first(
    room: ReconcilingRoom, desk: Desk, tmp_path: Path
) -> None:
    rows = [["Org", "Vem", "Nås på", "Ring"], ["Statens servicecenter", "Per Holmér", "per.holmer@ssc.example", "1"]]
    opened(room, workbook(tmp_path, Blad=rows), desk)
    assert room.columns.isVisible()
    first, second = (room.findChild(QComboBox, f"columnMeaning{number}") for number in (1, 2))
    assert [first.currentText(), second.currentText()] == ["Part (myndigheten eller SSC)", "Hela namnet"]
    first.setCurrentIndex(first.findText("Hela namnet"))
    first.activated.emit(first.currentIndex())
    assert second.currentText() == "Används inte"  # two columns never mean the same
    for combo, words in ((first, "Part (myndigheten eller SSC)"), (second, "Används inte")):
        combo.setCurrentIndex(combo.findText(words))
    email = room.findChild(QComboBox, "columnMeaning3")
    email.setCurrentIndex(email.findText("Används inte"))
    button(room, "columnsAnswer").click()
    assert label(room, "columnsTrouble").startswith("Ingen kolumn säger vem raden gäller.")
    email.setCurrentIndex(email.findText("E-post"))
    button(room, "columnsAnswer").click()
    desk.settle()
    desk.settle()
    assert room.comparing.isVisible()
    do(room, desk)
    opened(room, workbook(tmp_path, Blad=rows), desk)
    assert not room.columns.isVisible()


def test_a_file_of_another_kind_is_told_and_one_can_choose_again(
    page: ContactsPage, room: ReconcilingRoom, desk: Desk
) -> None:
    told: list[str] = []
    page.message.connect(lambda sentence, *_: told.append(sentence))
    opened(room, MATTERS, desk)
    assert "ärendelista" in told[0]
    assert room.first_step.isVisible()


def test_the_words_of_a_file_are_never_markup(room: ReconcilingRoom, desk: Desk, tmp_path: Path) -> None:
    header = ["Part", "Nivå", "Namn", "E-post"]
    row = ["Statens servicecenter", "Taktisk", "<b>Per</b> <img src=x>", "x@ssc.example"]
    opened(room, workbook(tmp_path, Blad=[header, row]), desk)
    assert label(room, "comparedName") == "<b>Per</b> <img src=x>"
    assert room.findChild(QLabel, "comparedName").textFormat() == Qt.TextFormat.PlainText
    assert room.findChild(QLabel, "comparedCard").textFormat() == Qt.TextFormat.PlainText


def test_a_file_goes_to_the_comparison_from_anywhere(page: ContactsPage, desk: Desk, path: Path) -> None:
    assert not page.reconciles
    page.reconcile(path)
    desk.settle()
    desk.settle()
    assert page.reconciles
    found = page.findChild(ReconcilingRoom)
    assert found is not None
    assert people(found) == ["Per Holmér", "Anna Andersson"]


def test_what_is_odd_in_the_file_is_said_once(room: ReconcilingRoom, desk: Desk, tmp_path: Path) -> None:
    header = ["Part", "Nivå", "Namn", "E-post"]
    rows = [["SSC", "Taktisk", f"Per {n}", "inte en adress"] for n in range(3)]
    opened(room, workbook(tmp_path, Blad=[header, *rows]), desk)
    said = label(room, "comparedProblems")
    assert said == "Rad 2 och 2 till: ”inte en adress” är ingen e-postadress; fältet lämnas tomt."
