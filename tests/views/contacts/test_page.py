"""The page of contacts, on the contact list an agency has."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.database import Database
from desktop.views.contacts.page import ContactsPage
from tests.data_files import CONTACTS
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 23)


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> ContactsPage:
    desk.bring(CONTACTS)
    made = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"contact"}))
    desk.settle()
    return made


def view(page: ContactsPage) -> QListView:
    found = page.findChild(QListView, "contactList")
    assert found is not None
    return found


def lines(page: ContactsPage) -> list[str]:
    model = view(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def name(page: ContactsPage) -> str:
    return page.findChild(QWidget, "personRoom").findChild(QLabel, "pageTitle").text()


def test_everyone_of_the_list_is_there(page: ContactsPage, desk: Desk) -> None:
    assert {contact.name for contact in desk.contacts.all()} <= set(lines(page))


def test_a_contact_is_opened_even_when_a_search_hides_it(page: ContactsPage, desk: Desk) -> None:
    last = desk.contacts.all()[-1]
    page.findChild(QLineEdit, "contactSearch").setText("finns inte")
    assert page.findChild(QLabel, "contactNone").isVisible()
    page.open_contact(last.id)
    desk.settle()
    assert name(page) == last.name


def test_the_arrow_keys_go_past_headings_and_stop_at_persons(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    people = {contact.name for contact in desk.contacts.all()}
    for _ in range(len(lines(page))):
        qtbot.keyClick(view(page), Qt.Key.Key_Down)
        current = view(page).currentIndex().data()
        assert current in people or current.startswith("Ingen kontaktperson")


def test_search_finds_the_person(page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
    wanted = next(contact for contact in desk.contacts.all() if contact.given_name and contact.family_name.isascii())
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = page.findChild(QLineEdit, "contactSearch")
    assert field.hasFocus()
    qtbot.keyClicks(field, wanted.family_name.lower())
    assert wanted.name in lines(page)


def test_rows_are_read_aloud_with_their_place(page: ContactsPage, desk: Desk) -> None:
    model = view(page).model()
    person = desk.contacts.all()[0]
    row = lines(page).index(person.name)
    said = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(person.name)
    assert "nivå" in said or "funktioner" in said or "uppdrag" in said


def test_an_empty_register_asks_for_the_list(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    page.refresh(frozenset({"contact"}))
    desk.settle()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Importera kontaktförteckningen")
    with qtbot.waitSignal(page.import_asked, timeout=500):
        qtbot.keyClick(button, Qt.Key.Key_Space)
