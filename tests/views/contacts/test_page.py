"""The page of contacts, on the contact list an agency has."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.database import Database
from desktop.views.contacts.day_bar import Look
from desktop.views.contacts.matrix.cells import PersonCell
from desktop.views.contacts.overview import Overview
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


def overview(page: ContactsPage) -> Overview:
    return page.findChild(Overview)


def room_of_person(page: ContactsPage) -> QWidget:
    return page.findChild(QWidget, "personRoom")


def name(page: ContactsPage) -> str:
    return room_of_person(page).findChild(QLabel, "pageTitle").text()


def test_a_contact_is_opened_even_when_the_filter_hides_it(page: ContactsPage, desk: Desk) -> None:
    last = desk.contacts.all()[-1]
    overview(page).list.filters.words.setText("finns inte")
    page.open_contact(last.id)
    desk.settle()
    assert name(page) == last.name


def test_escape_leads_back_to_the_person_that_was_opened_from_the_matrix(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    person = page.findChildren(PersonCell)[1]
    qtbot.mouseClick(person, Qt.MouseButton.LeftButton)
    desk.settle()
    assert room_of_person(page).isVisible()
    qtbot.keyClick(room_of_person(page), Qt.Key.Key_Escape)
    desk.settle()
    assert overview(page).isVisible()
    here = page.focusWidget()
    assert isinstance(here, PersonCell)
    assert here.contact_id == person.contact_id


def test_escape_leads_back_to_the_line_that_was_opened_from_the_list(
    page: ContactsPage, desk: Desk, qtbot: QtBot
) -> None:
    whole = overview(page)
    whole.show_look(Look.LIST)
    whole.list.filters.words.setText("ssc")
    table = whole.list.table
    table.choose(whole.list.model.line(2).contact.id)
    opened = table.chosen
    qtbot.keyClick(table, Qt.Key.Key_Return)
    desk.settle()
    assert room_of_person(page).isVisible()
    qtbot.keyClick(room_of_person(page), Qt.Key.Key_Escape)
    desk.settle()
    assert table.isVisible()
    assert table.hasFocus()
    assert table.chosen == opened
    assert whole.list.filters.words.text() == "ssc"


def test_an_empty_register_asks_for_the_list(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    page.refresh(frozenset({"contact"}))
    desk.settle()
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Importera kontaktförteckningen")
    with qtbot.waitSignal(page.import_asked, timeout=500):
        qtbot.keyClick(button, Qt.Key.Key_Space)
