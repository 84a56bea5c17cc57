"""The room where the contact list is gone through: marked, confirmed, asked for by mail, and set (R17)."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QTabBar
from pytestqt.qtbot import QtBot

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.dates import today
from desktop.domain.document import MailDraft
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.database import Database
from desktop.views.contacts.freshness.table import ConfirmationTable
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from desktop.views.parts.day_field import DayField
from tests.views.registers import Desk, shown

TODAY = today()
"""The register keeps nothing of days to come, so these tests live in the present."""


def put(database: Database, name: str, party: Party, confirmed_on: date | None, role: str = "") -> Contact:
    given, _, family = name.partition(" ")
    mail = f"{family.lower()}@{party}.example"
    person = Contact(
        id=new_id(), party=party, given_name=given, family_name=family, confirmed_on=confirmed_on, email=mail
    )
    level = None if role else Level.TACTICAL
    held = Assignment(id=new_id(), contact_id=person.id, level=level, function=role)
    with database.writing(Act("test.put")) as session:
        session.add_all([ContactRecord.of(person), AssignmentRecord.of(held)])
    return person


@pytest.fixture
def people(desk: Desk, database: Database) -> list[Contact]:
    desk.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
    return [
        put(database, "Anna Ek", Party.AGENCY, TODAY),
        put(database, "Bo Ask", Party.AGENCY, None, "Verksjurist"),
        put(database, "Cia Berg", Party.AGENCY, TODAY - timedelta(days=800)),
        put(database, "Per Holm", Party.SSC, None),
    ]


@pytest.fixture
def page(desk: Desk, database: Database, people: list[Contact], qtbot: QtBot) -> ContactsPage:
    made = ContactsPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.go(Way(Room.FRESHNESS))
    desk.settle()
    return made


def table(page: ContactsPage) -> ConfirmationTable:
    return page.findChild(ConfirmationTable, "confirmationTable")


def cells(page: ContactsPage) -> list[list[str]]:
    model = table(page).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def names(page: ContactsPage) -> list[str]:
    return [row[0] for row in cells(page)]


def press(page: ContactsPage, name: str, qtbot: QtBot) -> None:
    qtbot.keyClick(page.findChild(QPushButton, name), Qt.Key.Key_Return)


def confirmed(desk: Desk) -> dict[str, date | None]:
    return {each.name: each.confirmed_on for each in desk.contacts.all()}


def test_those_to_ask_come_first_with_how_long_it_has_been(page: ContactsPage) -> None:
    assert [(row[0], row[3]) for row in cells(page)] == [
        ("Bo Ask", "Aldrig bekräftad"),
        ("Cia Berg", "Ej bekräftad på 26 månader"),
        ("Anna Ek", TODAY.isoformat()),
    ]
    assert cells(page)[0][1:3] == ["Verksjurist", "ask@agency.example"]
    tabs = page.findChild(QTabBar, "freshnessParties")
    assert [tabs.tabText(place) for place in range(tabs.count())] == [
        "Exempelmyndigheten (2 att bekräfta)",
        "Statens servicecenter (1 att bekräfta)",
    ]
    tabs.setCurrentIndex(1)
    assert names(page) == ["Per Holm"]


def test_the_marked_are_confirmed_in_one_act_that_undoes(
    page: ContactsPage, desk: Desk, qtbot: QtBot, people: list[Contact]
) -> None:
    button = page.findChild(QPushButton, "confirmMarked")
    assert not button.isEnabled()
    table(page).setFocus()
    for row in (0, 1):
        table(page).selectRow(row)
        qtbot.keyClick(table(page), Qt.Key.Key_Space)
    assert button.text() == "Bekräfta markerade i dag"
    with qtbot.waitSignal(page.message) as told:
        press(page, "confirmMarked", qtbot)
    assert told.args[0].startswith("2 kontakter är bekräftade")
    assert told.args[1:] == ["good", True]
    desk.settle()
    assert confirmed(desk) == {"Anna Ek": TODAY, "Bo Ask": TODAY, "Cia Berg": TODAY, "Per Holm": None}
    assert not button.isEnabled()
    desk.services.history.undo()
    desk.settle()
    assert confirmed(desk)["Bo Ask"] is None
    assert names(page)[0] == "Bo Ask"


def test_a_click_marks_and_takes_the_mark_away(page: ContactsPage, qtbot: QtBot) -> None:
    model = table(page).model()
    place = table(page).visualRect(model.index(1, 1)).center()
    states = []
    for _ in range(2):
        qtbot.mouseClick(table(page).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
        states.append(model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole))
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]


def test_assistive_technology_can_mark(page: ContactsPage) -> None:
    model = table(page).model()
    assert model.setData(model.index(2, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.index(2, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert page.findChild(QPushButton, "confirmMarked").isEnabled()


def test_all_of_one_party_are_confirmed_on_the_day_that_was_written(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    day = TODAY - timedelta(days=3)
    page.findChild(QTabBar, "freshnessParties").setCurrentIndex(1)
    field = page.findChild(DayField, "confirmedOn")
    field.setText(day.isoformat())
    assert page.findChild(QPushButton, "confirmAll").text() == "Bekräfta alla hos Statens servicecenter"
    press(page, "confirmAll", qtbot)
    desk.settle()
    assert confirmed(desk)["Per Holm"] == day
    assert confirmed(desk)["Bo Ask"] is None


def test_a_day_that_cannot_be_read_confirms_nothing(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    field = page.findChild(DayField, "confirmedOn")
    field.setText("nyss")
    press(page, "confirmAll", qtbot)
    desk.settle()
    assert confirmed(desk)["Bo Ask"] is None
    assert any("”nyss” är inte ett datum" in label.text() for label in page.findChildren(QLabel))


def test_a_day_to_come_is_refused_and_told(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    page.findChild(DayField, "confirmedOn").setText((TODAY + timedelta(days=1)).isoformat())
    with qtbot.waitSignal(page.message) as told:
        press(page, "confirmAll", qtbot)
    assert told.args[0].startswith("Den dagen har inte varit än.")
    desk.settle()


def test_one_mail_asks_the_party_that_is_shown(page: ContactsPage, qtbot: QtBot) -> None:
    page.findChild(QTabBar, "freshnessParties").setCurrentIndex(1)
    with qtbot.waitSignal(page.handed_out) as handed:
        press(page, "confirmationMail", qtbot)
    draft = handed.args[0]()
    assert isinstance(draft, MailDraft)
    assert draft.recipients == ("Per Holm",)


def test_the_number_of_months_is_set_here_and_holds_at_once(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    field = page.findChild(QSpinBox, "stale_after_months")
    assert field.text() == "12 månader"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "27")
    with qtbot.waitSignal(page.message) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["Kontakter ska bekräftas på nytt efter 27 månader.", "good", True]
    desk.settle()
    assert desk.services.agency_rules.get().stale_after_months == 27
    assert page.findChild(QTabBar, "freshnessParties").tabText(0) == "Exempelmyndigheten (1 att bekräfta)"
    field.setValue(1)
    assert field.text() == "1 månad"


def test_the_number_that_is_being_typed_is_kept_when_the_room_is_left(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    field = page.findChild(QSpinBox, "stale_after_months")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "24")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.services.agency_rules.get().stale_after_months == 24


def test_that_the_list_was_gone_through_is_kept_and_told(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    room = page._room(Room.FRESHNESS)
    subtitle = room.findChild(QLabel, "pageSubtitle")
    assert subtitle.text().startswith("Ingen har gått igenom förteckningen än.")
    with qtbot.waitSignal(page.message) as told:
        press(page, "listGoneThrough", qtbot)
    assert told.args[2] is True
    desk.settle()
    [check] = desk.services.roster_checks.checks(Roster.CONTACTS)
    assert check.checked_on == TODAY
    assert "av provaren. Båda parter ansvarar" in subtitle.text()


def test_enter_and_a_button_lead_to_the_person(
    page: ContactsPage, desk: Desk, qtbot: QtBot, people: list[Contact]
) -> None:
    table(page).setFocus()
    table(page).selectRow(1)
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert page._here == Way(Room.PERSON, people[2].id)
    desk.settle()
    page.go_back()
    desk.settle()
    table(page).selectRow(0)
    press(page, "visitContact", qtbot)
    assert page._here == Way(Room.PERSON, people[1].id)
    desk.settle()


def test_where_nobody_is_to_be_confirmed_it_is_told(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    page.go(Way(Room.FRESHNESS))
    desk.settle()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Ingen att bekräfta" in said
    assert not page.findChild(QPushButton, "confirmAll").isEnabled()
