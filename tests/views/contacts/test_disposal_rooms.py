"""Ending, anonymising and the log on screen, by the menu of the person (R39)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.disposal import ANONYMOUS
from desktop.domain.document import FinishedDocument
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup_list import ExportedFile
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from tests.views.registers import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.models.database import Database
    from tests.views.registers import Desk

DAY = date(2026, 11, 24)
KEY = new_id()
ERIK = Contact(
    id=KEY,
    party=Party.AGENCY,
    given_name="Erik",
    family_name="Sund",
    phone="08-123 45 50",
    assignments=(Assignment(id=new_id(), contact_id=KEY, level=Level.STRATEGIC, starts_on=date(2024, 1, 1)),),
)


class Open:
    """The page with Erik on it, and short ways to what is there."""

    def __init__(self, desk: Desk, database: Database, qtbot: QtBot) -> None:
        self.desk = desk
        desk.agreements.save(Agreement(agency_name="Exempelmyndigheten"))
        desk.services.contacts.add(ERIK)
        desk.services.personal_data._now = lambda: DAY
        self.page = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
        desk.refresh_on_news(database, self.page.refresh)
        self.said: list[tuple[str, str, bool]] = []
        self.page.message.connect(lambda *said: self.said.append(said))
        self.handed: list[Callable[[], FinishedDocument | ExportedFile]] = []
        self.page.handed_out.connect(self.handed.append)
        shown(qtbot, self.page)
        self.person()

    def person(self) -> None:
        self.page.open_contact(ERIK.id)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            self.desk.settle()

    def choose(self, name: str) -> None:
        self.page.findChild(QAction, name).trigger()
        self.settle()

    def offered(self) -> set[str]:
        names = ("endContact", "resumeContact", "anonymiseContact", "personExtract", "personExtractFile")
        return {name for name in names if self.page.findChild(QAction, name).isVisible()}

    def room(self, name: str) -> QWidget:
        return self.page.findChild(QWidget, name)

    def accept(self, room: str, basis: str) -> None:
        field = self.room(room).findChild(QLineEdit, "disposalBasis")
        field.setText(basis)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def contact(self) -> Contact:
        return self.desk.services.contacts.get(ERIK.id)


@pytest.fixture
def hands(desk: Desk, database: Database, qtbot: QtBot) -> Open:
    return Open(desk, database, qtbot)


def sentences(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel, f"{card.objectName()}Sentence") if label.isVisible()]


def test_the_menu_offers_what_fits_the_state(hands: Open) -> None:
    assert hands.offered() == {"endContact", "personExtract", "personExtractFile"}
    hands.desk.services.personal_data.end(ERIK.id, DAY, "Beslut 1")
    hands.settle()
    assert hands.offered() == {"resumeContact", "anonymiseContact", "personExtract", "personExtractFile"}
    hands.desk.services.personal_data.anonymise(ERIK.id, "Beslut 2")
    hands.settle()
    assert hands.offered() == {"personExtract", "personExtractFile"}


def test_the_extract_leaves_as_document_and_as_file(hands: Open) -> None:
    hands.choose("personExtract")
    hands.choose("personExtractFile")
    document, file = (make() for make in hands.handed)
    assert isinstance(document, FinishedDocument)
    assert isinstance(file, ExportedFile)


def test_a_contact_is_ended_with_a_basis(hands: Open) -> None:
    hands.choose("endContact")
    room = hands.room("endRoom")
    assert "•  Ett uppdrag eller en beställningsrätt avslutas." in sentences(room.findChild(QWidget, "looseEnds"))
    room.findChild(QPushButton, "disposalAccept").click()
    assert hands.contact().ended_on is None, "a basis is asked for first"
    day = room.findChild(QLineEdit, "disposalDay")
    assert day.text() == "2026-11-24"
    day.setText("2026-11-20")
    hands.accept("endRoom", "Beslut 1")
    assert hands.contact().ended_on == date(2026, 11, 20)
    assert hands.contact().assignments[0].ends_on == date(2026, 11, 20)
    assert hands.said[-1] == ("Erik Sund är avslutad.", "good", True)
    assert hands.room("personRoom").isVisible()


def test_a_day_to_come_is_refused_and_told(hands: Open) -> None:
    hands.choose("endContact")
    hands.room("endRoom").findChild(QLineEdit, "disposalDay").setText((DAY + timedelta(days=3)).isoformat())
    hands.accept("endRoom", "Beslut 1")
    assert hands.contact().ended_on is None
    assert "inte i förväg" in hands.said[-1][0]


def test_escape_leaves_without_doing_anything(hands: Open) -> None:
    hands.choose("endContact")
    QTest.keyClick(hands.room("endRoom").findChild(QLineEdit, "disposalBasis"), Qt.Key.Key_Escape)
    hands.settle()
    assert hands.room("personRoom").isVisible()
    assert hands.contact().ended_on is None


def test_an_ended_contact_is_opened_again(hands: Open) -> None:
    hands.desk.services.personal_data.end(ERIK.id, DAY, "Beslut 1")
    hands.settle()
    hands.choose("resumeContact")
    assert hands.contact().ended_on is None
    assert hands.said[-1][2]


def test_anonymising_tells_what_goes_and_stays_and_is_lasting(hands: Open) -> None:
    hands.desk.services.personal_data.end(ERIK.id, DAY, "Beslut 1")
    hands.settle()
    hands.choose("anonymiseContact")
    room = hands.room("anonymiseRoom")
    assert any("Namn, titel, telefon" in each for each in sentences(room.findChild(QWidget, "anonymiseRemoved")))
    assert any("Säkerhetskopior" in each for each in sentences(room.findChild(QWidget, "anonymiseKept")))
    assert "Varken anonymiseringen eller" in room.findChild(QLabel, "anonymiseWarning").text()
    hands.accept("anonymiseRoom", "Beslut 2")
    assert hands.contact().name == ANONYMOUS
    assert hands.said[-1] == ("Kontakten är anonymiserad. Det står i gallringsloggen.", "good", False)


def test_the_log_lists_what_was_done_and_leads_to_the_contact(hands: Open) -> None:
    hands.page.go(Way(Room.DISPOSALS))
    hands.settle()
    room = hands.room("disposalLogRoom")
    assert any("Inget i loggen" in label.text() for label in room.findChildren(QLabel) if label.isVisible())
    hands.desk.services.personal_data.end(ERIK.id, DAY, "Beslut 1")
    hands.settle()
    (entry,) = room.findChildren(QWidget, "disposalEntry")
    said = [label.text() for label in entry.findChildren(QLabel)]
    assert "Grund: Beslut 1" in said
    entry.findChild(QPushButton, "disposalContact").click()
    hands.settle()
    assert hands.room("personRoom").isVisible()
