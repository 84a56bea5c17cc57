"""The overview of the contacts: its head, and the ways that lead on from it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.roster_check import Roster
from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import Meeting
from desktop.models.database import Database
from desktop.views.contacts.day_bar import Look
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


def freshness(overview: Overview) -> str:
    return overview.findChild(QLabel, "listFreshness").text()


def test_the_head_speaks_of_the_list_as_a_whole(overview: Overview, desk: Desk) -> None:
    for each in desk.services.contacts.all():
        desk.services.contacts.confirm(each.id, DAY)
    desk.settle()
    assert freshness(overview) == "Alla är bekräftade 23\u00a0november eller senare."
    desk.services.contacts.add(
        Contact(id=(key := new_id()), party=Party.SSC, given_name="Ny", assignments=(role_of(key),)),
    )
    desk.settle()
    assert freshness(overview) == "Ingen har gått igenom förteckningen än. En kontakt behöver bekräftas."


def test_the_head_says_when_the_list_was_gone_through_and_how_many_remain(overview: Overview, desk: Desk) -> None:
    desk.services.roster_checks.record(Roster.CONTACTS, date(2026, 3, 5))
    desk.settle()
    assert freshness(overview).startswith("Förteckningen bekräftades senast 5\u00a0mars.")


def role_of(contact_id: UUID) -> Assignment:
    return Assignment(id=new_id(), contact_id=contact_id, level=Level.TACTICAL)


def test_a_new_contact_is_one_press_away(overview: Overview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(overview.left_for, timeout=500) as left:
        qtbot.keyClick(overview.findChild(QPushButton, "newContact"), Qt.Key.Key_Return)
    assert left.args == [Way(Room.PERSON, None)]


def test_only_rooms_that_there_are_are_offered(desk: Desk, qtbot: QtBot) -> None:
    page = shown(qtbot, ContactsPage(desk.tasks, desk.services))
    made = Overview(page.desk, [Room.CHANGE, Room.DUPLICATES], page)
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


def test_another_day_is_said_in_the_heading_until_one_is_back(overview: Overview, desk: Desk, qtbot: QtBot) -> None:
    field, back = overview.findChild(QLineEdit, "contactDay"), overview.findChild(QPushButton, "showToday")
    assert field.text() == "2026-11-23"
    assert not back.isVisible()
    field.setText("1 mars 2024")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert overview.findChild(QLabel, "pageTitle").text() == "Kontakter den 1\u00a0mars\u00a02024"
    assert overview.day == date(2024, 3, 1)
    back.click()
    desk.settle()
    assert overview.findChild(QLabel, "pageTitle").text() == "Kontakter"
    assert field.text() == "2026-11-23"
    assert not back.isVisible()


def test_a_day_that_cannot_be_read_is_explained(overview: Overview, qtbot: QtBot) -> None:
    field = overview.findChild(QLineEdit, "contactDay")
    field.setText("snart")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "är inte ett datum" in overview.findChild(QLabel, "contactDayProblem").text()


def test_who_is_listed_is_what_the_list_shows(overview: Overview, desk: Desk) -> None:
    assert set(overview.listed) == {contact.id for contact in desk.contacts.all()}
    overview.show_look(Look.LIST)
    first = desk.contacts.all()[0]
    overview.list.filters.words.setText(first.name)
    assert overview.listed == (first.id,)


def test_a_change_is_taken_up_at_the_next_meeting_and_can_be_undone(
    overview: Overview, desk: Desk, qtbot: QtBot
) -> None:
    starts = datetime(2099, 12, 1, 12, tzinfo=UTC)
    meeting = Meeting(
        id=new_id(), title="Taktiskt möte", level=Level.TACTICAL, starts_at=starts, ends_at=starts + timedelta(hours=1)
    )
    desk.services.meetings.create(meeting)
    desk.services.contact_notices.make("Erik Sund slutar den 1 november", DAY)
    desk.settle()
    said: list[tuple[str, str, bool]] = []
    overview.desk.message.connect(lambda *what: said.append(what))
    overview.findChild(QPushButton, "noticeAtForum").click()
    desk.settle()
    assert said == [("Ändringen tas upp på Taktiskt möte den 1\u00a0december\u00a02099.", "good", True)]
    (row,) = desk.services.contact_notices.open()
    assert row.place is not None
    assert row.place.meeting_id == meeting.id
    desk.history.undo()
    assert desk.services.contact_notices.open()[0].place is None


def test_a_change_without_a_coming_meeting_is_opened(overview: Overview, desk: Desk, qtbot: QtBot) -> None:
    key = desk.services.contact_notices.make("Erik Sund slutar den 1 november", DAY)
    desk.settle()
    overview.left_for.disconnect()
    with qtbot.waitSignal(overview.left_for, timeout=500) as left:
        overview.findChild(QPushButton, "noticeAtForum").click()
    assert left.args == [Way(Room.NOTICE, key)]


def test_everyone_of_a_level_can_be_listed(overview: Overview) -> None:
    overview.matrix.grid.list_asked.emit(Forum.COMBINED, Party.SSC)
    narrowing = overview.list.filters.narrowing
    assert narrowing.levels == {Level.TACTICAL, Level.OPERATIONAL}
    assert narrowing.party is Party.SSC
    assert overview.list.isVisible()


def test_escape_leaves_the_filter(overview: Overview, qtbot: QtBot) -> None:
    overview.show_look(Look.LIST)
    words = overview.list.filters.words
    words.setText("anna")
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == ""


def test_ctrl_f_leads_to_the_filter_of_the_list(overview: Overview, qtbot: QtBot) -> None:
    overview.findChild(QPushButton, "newContact").setFocus()
    qtbot.keyClick(overview.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert overview.list.filters.words.hasFocus()
