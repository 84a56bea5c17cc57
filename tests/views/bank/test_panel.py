"""The bank is filled in a moment, looked through and changed in place."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level
from desktop.domain.meetings.agenda import BankedItem, ItemKind
from desktop.models.database import Database
from desktop.services.meetings.item_bank import ItemBank
from desktop.views.bank.panel import BankPanel
from tests.views.registers import Desk, shown

TODAY = date(2026, 11, 24)


class Hands:
    def __init__(self, panel: BankPanel, bank: ItemBank, desk: Desk) -> None:
        self.panel = panel
        self.bank = bank
        self.desk = desk
        self.messages: list[tuple[str, str, bool]] = []
        panel.message.connect(lambda *message: self.messages.append(message))

    def stored(self) -> tuple[BankedItem, ...]:
        self.panel.flush()
        self.desk.settle()
        return self.bank.waiting()

    def type_new(self, title: str) -> None:
        self.panel.addition.setText(title)
        QTest.keyClick(self.panel.addition, Qt.Key.Key_Return)
        self.desk.settle()

    def cells(self) -> list[tuple[str, ...]]:
        return [row.cells for row in self.panel.model.rows]


@pytest.fixture
def hands(database: Database, desk: Desk, qtbot: QtBot) -> Hands:
    bank = ItemBank(database, lambda: TODAY)
    panel = BankPanel(desk.tasks, bank, lambda: TODAY)
    desk.refresh_on_news(database, panel.refresh)
    shown(qtbot, panel)
    panel.begin(Level.OPERATIONAL)
    desk.settle()
    return Hands(panel, bank, desk)


def find(hands: Hands, kind: type, name: str) -> QLineEdit | QComboBox:
    found = hands.panel.findChild(kind, name)
    assert found is not None
    return found  # type: ignore[no-any-return]


def test_one_line_and_enter_is_enough(hands: Hands) -> None:
    assert hands.panel.addition.hasFocus()
    hands.type_new("Ny rutin för attest")
    assert hands.cells() == [("Operativ", "Ny rutin för attest", "Sedan i dag")]
    assert hands.panel.addition.text() == ""
    assert hands.messages[-1] == ("”Ny rutin för attest” ligger i punktbanken.", "good", True)


@pytest.mark.parametrize(("days", "words"), [(0, "Sedan i dag"), (1, "1 dag"), (40, "40 dagar")])
def test_it_says_how_long_things_have_waited(hands: Hands, database: Database, days: int, words: str) -> None:
    ItemBank(database, lambda: TODAY - timedelta(days=days)).add("Äldre", Level.TACTICAL)
    hands.desk.settle()
    assert hands.cells() == [("Taktisk", "Äldre", words)]


def test_an_item_is_lifted_reworded_and_noted_in_place(hands: Hands) -> None:
    hands.type_new("Ny rutin")
    level, kind = find(hands, QComboBox, "bankItemLevel"), find(hands, QComboBox, "bankItemKind")
    assert isinstance(level, QComboBox)
    assert isinstance(kind, QComboBox)
    level.activated.emit(Level.TACTICAL.rank)
    kind.activated.emit(list(ItemKind).index(ItemKind.DECISION))
    title, note = find(hands, QLineEdit, "bankItem-title"), find(hands, QLineEdit, "bankItem-note")
    assert isinstance(title, QLineEdit)
    assert isinstance(note, QLineEdit)
    title.setFocus()
    title.end(False)
    QTest.keyClicks(title, " 2")
    note.setFocus()
    QTest.keyClicks(note, "Fråga Per")
    [item] = hands.stored()
    assert (item.level, item.kind, item.title, item.note) == (
        Level.TACTICAL,
        ItemKind.DECISION,
        "Ny rutin 2",
        "Fråga Per",
    )


def test_an_emptied_title_is_not_taken(hands: Hands) -> None:
    hands.type_new("Ny rutin")
    title = find(hands, QLineEdit, "bankItem-title")
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_Delete)
    assert hands.stored()[0].title == "Ny rutin"


def test_delete_takes_an_item_out_and_undo_brings_it_back(hands: Hands) -> None:
    hands.type_new("Ett")
    hands.panel.table.setFocus()
    QTest.keyClick(hands.panel.table, Qt.Key.Key_Delete)
    assert hands.stored() == ()
    assert hands.messages[-1][2]
    hands.desk.history.undo()
    assert [item.title for item in hands.stored()] == ["Ett"]


def test_the_empty_bank_says_what_it_is_for(hands: Hands) -> None:
    assert hands.panel._none.isVisible()
    assert not hands.panel.detail.isVisible()
    hands.type_new("Ett")
    assert not hands.panel._none.isVisible()


def test_escape_closes(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.panel.closed):
        QTest.keyClick(hands.panel.table, Qt.Key.Key_Escape)


def test_everything_has_a_name(hands: Hands) -> None:
    hands.type_new("Ett")
    names = [widget.accessibleName() for widget in hands.panel.findChildren(QLineEdit) if widget.isVisible()]
    assert sorted(names) == ["Notering till oss själva", "Ny punkt i punktbanken", "Punkt"]
