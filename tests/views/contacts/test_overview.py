"""The overview of the contacts: its head, and the ways that lead on from it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.database import Database
from desktop.views.contacts.overview import Overview
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from desktop.views.parts.action_menu import ActionMenu
from tests.data_files import CONTACTS
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 23)


@pytest.fixture
def overview(desk: Desk, database: Database, qtbot: QtBot) -> Overview:
    desk.bring(CONTACTS)
    page = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
    desk.refresh_on_news(database, page.refresh)
    shown(qtbot, page)
    desk.settle()
    return page.findChild(Overview)


def test_the_head_says_when_the_list_was_last_confirmed(overview: Overview) -> None:
    assert overview.findChild(QLabel, "listFreshness").text() == "Förteckningen bekräftades senast 2\u00a0september."


def test_a_new_contact_is_one_press_away(overview: Overview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(overview.left_for, timeout=500) as left:
        qtbot.keyClick(overview.findChild(QPushButton, "newContact"), Qt.Key.Key_Return)
    assert left.args == [Way(Room.PERSON, None)]


def test_only_rooms_that_there_are_are_offered(desk: Desk, qtbot: QtBot) -> None:
    made = Overview(ContactsPage(desk.tasks, desk.services).desk, [Room.CHANGE, Room.DUPLICATES])
    qtbot.addWidget(made)
    menu = made.findChild(ActionMenu, "contactMore")
    assert [entry.text() for entry in menu.actions()] == ["Byt kontaktperson", "Sök dubbletter"]
    with qtbot.waitSignal(made.left_for, timeout=500) as left:
        menu.actions()[1].trigger()
    assert left.args == [Way(Room.DUPLICATES, None)]
    assert made.findChild(QPushButton, "reviewList").isHidden()


def test_the_list_can_be_exported_as_soon_as_there_is_a_way_to(overview: Overview) -> None:
    button, asked = overview.findChild(QPushButton, "contactExportButton"), []
    had = len(overview.findChild(ActionMenu, "contactExport").actions())
    assert button.isVisible() is bool(had)
    overview.top.offer_export("Spara som text", "contactsText", lambda: asked.append("text"))
    assert button.isVisible()
    overview.findChild(ActionMenu, "contactExport").actions()[-1].trigger()
    assert asked == ["text"]
