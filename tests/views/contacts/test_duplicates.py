"""The room of duplicates: pairs with their reasons, side by side, merged or told apart (R15)."""

from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QListView, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Contact
from desktop.domain.history import Act
from desktop.domain.level import Party
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.views.contacts.page import ContactsPage
from desktop.views.contacts.room import Room, Way
from desktop.views.parts.list_row import NOTE_ROLE
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 24)
_KEYS = count(1)


def person(name: str, party: Party = Party.AGENCY, **more: Any) -> Contact:
    first, _, last = name.partition(" ")
    return Contact(id=UUID(int=next(_KEYS)), party=party, given_name=first, family_name=last, **more)


ASA = person("Åsa Ångström-Öhrn", phone="08-123 45 62", title="Ekonomihandläggare")
AGAIN = person("Asa Ångström", phone="08-1234562", mobile="070-123 45 62", title="Ekonom")
SARA = person("Sara Berg", email="sara.berg@x.example")
OTHER_SARA = person("Sara Berg", email="sara.berg2@x.example")
THEIRS = person("Per Holmér", Party.SSC, email="per@ssc.example")


class Hall:
    """The page in the room of duplicates, and short ways to its widgets."""

    def __init__(self, desk: Desk, database: Database, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.said: list[tuple[str, str, bool]] = []
        with database.writing(Act("test.put")) as session:
            session.add_all(ContactRecord.of(each) for each in (ASA, AGAIN, SARA, OTHER_SARA, THEIRS))
        self.page = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
        self.page.message.connect(lambda *said: self.said.append(said))
        desk.refresh_on_news(database, self.page.refresh)
        shown(qtbot, self.page)

    def enter(self, contact: Contact | None = None) -> "Hall":
        self.page.go(Way(Room.DUPLICATES, contact.id if contact else None))
        self.desk.settle()
        self.desk.settle()
        return self

    def press(self, name: str) -> None:
        button = self.page.findChild(QAbstractButton, name)
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        for _ in range(3):
            self.desk.settle()

    @property
    def view(self) -> QListView:
        return self.page.findChild(QListView, "duplicateList")

    def rows(self, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def text(self, name: str) -> str:
        return self.page.findChild(QLabel, name).text()

    def sees(self, name: str) -> bool:
        return self.page.findChild(QWidget, name).isVisible()


@pytest.fixture
def hall(desk: Desk, database: Database, qtbot: QtBot) -> Hall:
    return Hall(desk, database, qtbot)


def test_pairs_stand_with_their_reasons_and_the_surest_first(hall: Hall) -> None:
    hall.enter()
    assert hall.rows() == ["Asa Ångström · Åsa Ångström-Öhrn", "Sara Berg · Sara Berg"]
    assert hall.rows(NOTE_ROLE) == ["Troligen: samma telefonnummer, delar av samma namn", "Kanske: samma namn"]
    assert (hall.text("comparisonKept"), hall.text("comparisonDropped")) == ("Åsa Ångström-Öhrn", "Asa Ångström")


def test_the_chosen_pair_is_merged_as_chosen_and_undone(hall: Hall, desk: Desk) -> None:
    hall.enter().press("mergeField_title_dropped")
    hall.press("comparisonMerge")
    left = desk.contacts.get(AGAIN.id)
    assert (left.id, left.title, left.mobile) == (ASA.id, "Ekonom", "070-123 45 62")
    assert "titel Ekonomihandläggare" in left.notes
    assert hall.said[-1][1:] == ("good", True)
    assert hall.rows() == ["Sara Berg · Sara Berg"]
    desk.services.history.undo()
    desk.settle()
    assert len(hall.rows()) == 2


def test_the_other_one_can_be_kept(hall: Hall, desk: Desk) -> None:
    hall.enter().press("comparisonSwap")
    assert hall.text("comparisonKept") == "Asa Ångström"
    hall.press("comparisonMerge")
    assert desk.contacts.get(ASA.id).id == AGAIN.id


def test_a_no_is_remembered_and_the_empty_room_says_so(hall: Hall, desk: Desk) -> None:
    hall.enter().press("comparisonApart")
    assert hall.rows() == ["Sara Berg · Sara Berg"]
    hall.press("comparisonApart")
    assert hall.sees("duplicatesEmpty")
    assert any("Inga dubbletter hittades bland 5 kontakter" in label.text() for label in hall.page.findChildren(QLabel))
    assert hall.page.findChild(QCheckBox, "duplicateEnded").isVisible()
    desk.services.history.undo()
    desk.settle()
    assert hall.rows() == ["Sara Berg · Sara Berg"]


def test_arrow_keys_choose_between_the_values(hall: Hall, qtbot: QtBot) -> None:
    hall.enter()
    kept = hall.page.findChild(QRadioButton, "mergeField_title_kept")
    kept.setFocus()
    qtbot.keyClick(kept, Qt.Key.Key_Right)
    other = hall.page.findChild(QRadioButton, "mergeField_title_dropped")
    assert other.isChecked()
    assert other.accessibleName() == "Titel: Ekonom (Asa Ångström)"


def test_anyone_can_be_chosen_for_a_contact_and_other_parties_are_warned_of(hall: Hall, desk: Desk) -> None:
    hall.page.go(Way(Room.PERSON, SARA.id))
    desk.settle()
    hall.enter(SARA)
    assert hall.rows() == ["Sara Berg"]
    hall.page.findChild(QLineEdit, "duplicateSearch").setText("holm")
    desk.settle()
    assert hall.rows() == ["Per Holmér"]
    merge = hall.page.findChild(QAbstractButton, "comparisonMerge")
    assert not merge.isEnabled()
    hall.press("comparisonAcross")
    assert merge.isEnabled()
    hall.press("comparisonMerge")
    assert desk.contacts.get(THEIRS.id).id == SARA.id
    assert hall.page._here == Way(Room.PERSON, SARA.id)


def test_nobody_like_the_contact_asks_for_a_search(hall: Hall) -> None:
    hall.enter(THEIRS)
    assert hall.sees("duplicateNone")
    assert not hall.sees("comparison")
