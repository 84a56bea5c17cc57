"""The room of the authorised orderers: what each may order, who is warned of, and the half-yearly check (R29, R32)."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import in_prose, today
from desktop.domain.expectation import half_year_of
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.database import Database
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from tests.views.registers import Desk, shown

TODAY = today()
"""The register keeps nothing of days to come, so these tests live in the present."""
AREA = ServiceArea(id=new_id(), name="Ekonomi")


def put(database: Database, name: str, **right: Any) -> Contact:
    given, _, family = name.partition(" ")
    person = Contact(id=new_id(), party=Party.AGENCY, given_name=given, family_name=family)
    held = Assignment(id=new_id(), contact_id=person.id, level=Level.TACTICAL)
    made = AuthorisedOrderer(id=new_id(), contact_id=person.id, **right)
    with database.writing(Act("test.put")) as session:
        session.add_all([ContactRecord.of(person), AssignmentRecord.of(held), AuthorisedOrdererRecord.of(made)])
    return person


@pytest.fixture
def people(database: Database) -> list[Contact]:
    with database.writing(Act("test.put")) as session:
        session.add(ServiceAreaRecord.of(AREA))
    return [
        put(database, "Anna Ek", evidence="Beslut om attesträtt"),
        put(
            database, "Bo Ask", area_id=AREA.id, kind=OrderKind.SPECIAL_SERVICE, limit=Money.parse("50 000"),
            starts_on=date(2020, 1, 1), ends_on=TODAY + timedelta(days=23),
        ),
        put(database, "Cia Berg", ends_on=TODAY - timedelta(days=5)),
        put(database, "Dan Dahl", starts_on=TODAY + timedelta(days=5)),
    ]  # fmt: skip


@pytest.fixture
def page(desk: Desk, database: Database, people: list[Contact], qtbot: QtBot) -> ContactsPage:
    made = ContactsPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.go(Way(Room.ORDERERS))
    desk.settle()
    return made


def table(page: ContactsPage) -> QTableView:
    return page.findChild(QTableView, "rightsTable")


def cells(page: ContactsPage) -> list[list[str]]:
    model = table(page).model()
    return [[model.index(row, column).data() for column in range(7)] for row in range(model.rowCount())]


def said(page: ContactsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def warnings(page: ContactsPage) -> list[str]:
    return [words for words in said(page) if words.startswith("Rätten att beställa för")]


def test_every_right_is_told_with_its_scope_and_state_and_the_urgent_first(page: ContactsPage) -> None:
    ends_on = TODAY + timedelta(days=23)
    period = f"2020-01-01 – {ends_on}"
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in cells(page)] == [
        ["Cia Berg", "Alla", "Alla", f"Till {TODAY - timedelta(days=5)}", "Ingen gräns", "–", "Gäller inte längre"],
        ["Bo Ask", "Ekonomi", "Specialtjänst", period, "50 000 kr", "–", "Går ut om 23 dagar"],
        ["Anna Ek", "Alla", "Alla", "Tills vidare", "Ingen gräns", "Beslut om attesträtt", "Gäller"],
        ["Dan Dahl", "Alla", "Alla", f"Från {TODAY + timedelta(days=5)}", "Ingen gräns", "–", "Kommande"],
    ]


def test_what_runs_out_is_warned_of_first_and_leads_to_the_person(
    page: ContactsPage, desk: Desk, qtbot: QtBot, people: list[Contact]
) -> None:
    last, ended = in_prose(TODAY + timedelta(days=23)), in_prose(TODAY - timedelta(days=5))
    assert warnings(page) == [
        f"Rätten att beställa för Cia Berg gällde till och med {ended}. Ingen ny har tagit vid.",
        f"Rätten att beställa för Bo Ask går ut {last}, om 23 dagar.",
    ]
    buttons = [each for each in page.findChildren(QPushButton, "changeRight") if each.isVisible()]
    assert buttons[1].accessibleName() == "Förläng eller ändra rätten för Bo Ask"
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert page._here == Way(Room.PERSON, people[1].id)
    desk.settle()


@pytest.mark.parametrize(("days", "words"), [(0, "går ut i dag, "), (1, "går ut i morgon, "), (2, "om 2 dagar.")])
def test_the_last_days_are_said_as_people_say_them(
    desk: Desk, database: Database, qtbot: QtBot, days: int, words: str
) -> None:
    put(database, "Bo Ask", ends_on=TODAY + timedelta(days=days))
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    page.go(Way(Room.ORDERERS))
    desk.settle()
    assert words in warnings(page)[0]


def test_the_check_is_kept_with_its_note_and_ends_the_warning_of_what_has_ended(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    _, due_on = half_year_of(TODAY)
    assert f"Kontrolleras senast {in_prose(due_on)}" in said(page)
    page.findChild(QLineEdit, "checkNote").setText("Avstämd mot attestförteckningen")
    with qtbot.waitSignal(page.message) as told:
        qtbot.keyClick(page.findChild(QPushButton, "orderersChecked"), Qt.Key.Key_Return)
    assert told.args == [f"Kontrollen av behöriga beställare är gjord {in_prose(TODAY)}.", "good", True]
    desk.settle()
    [check] = desk.services.roster_checks.checks(Roster.ORDERERS)
    assert check.note == "Avstämd mot attestförteckningen"
    assert f"Kontrollerad {in_prose(TODAY)}" in said(page)
    assert f"{in_prose(TODAY)}, provaren: Avstämd mot attestförteckningen" in said(page)
    assert page.findChild(QLineEdit, "checkNote").text() == ""
    assert len(warnings(page)) == 1


def test_how_early_one_is_warned_is_set_here(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    field = page.findChild(QSpinBox, "right_warning_days")
    assert field.text() == "60 dagar före"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "22")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert [row[6] for row in cells(page)] == ["Gäller inte längre", "Gäller", "Gäller", "Kommande"]
    assert len(warnings(page)) == 1


def test_enter_on_a_right_opens_the_person(page: ContactsPage, desk: Desk, qtbot: QtBot, people: list[Contact]) -> None:
    table(page).setFocus()
    table(page).selectRow(2)
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert page._here == Way(Room.PERSON, people[0].id)
    desk.settle()


def test_without_rights_the_first_step_is_offered(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    page.go(Way(Room.ORDERERS))
    desk.settle()
    assert "Inga behöriga beställare ännu" in said(page)
    [button] = [each for each in page.findChildren(QPushButton) if each.text() == "Till kontakterna"]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    desk.settle()
    assert page._here.room is Room.OVERVIEW
