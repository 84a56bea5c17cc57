"""The list: what is found, in which order, and by which keys (R15, R40)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.contacts.contact import Contact
from desktop.domain.level import Level, Party
from desktop.domain.swedish_order import sort_key
from desktop.views.contacts.listing.listed import CONFIRMED, EMAIL, NAME, PHONE, ROLES, Listing
from desktop.views.contacts.listing.model import ListModel
from desktop.views.contacts.listing.narrowing import Narrowing, Standing
from desktop.views.contacts.listing.view import ListView
from tests.views.contacts.people import DAY, FINANCE, NAMES, PAYROLL, listed, person
from tests.views.registers import shown

ANNA = person(
    "Anna Zetterlund",
    {"level": Level.TACTICAL},
    {"level": Level.OPERATIONAL, "area_id": PAYROLL},
    title="Ekonomichef",
    phone="08-123 45 60",
    orders=True,
)
ASA = person(
    "Åsa Ångström-Öhrn",
    {"level": Level.OPERATIONAL, "area_id": PAYROLL},
    {"level": Level.OPERATIONAL, "area_id": FINANCE},
    mobile="+46 70 123 45 67",
    email="asa@myndighet.example",
    confirmed_on=date(2025, 11, 23),
)
OSTEN = person("Östen Öberg", {"function": "Verksjurist"}, confirmed_on=None)
ALI = person("Ali Ärlig", party=Party.SSC, phone="0771-456 000")
ERIK = person("Erik Sund", {"level": Level.STRATEGIC, "ends_on": date(2026, 10, 31)}, ended_on=date(2026, 10, 31))
EVERYONE = (OSTEN, ALI, ANNA, ASA, ERIK)


@pytest.fixture
def view(qtbot: QtBot) -> ListView:
    made = ListView()
    made.show_list(listed(*EVERYONE))
    return shown(qtbot, made)


def names(view: ListView) -> list[str]:
    return [view.model.index(row, NAME).data() for row in range(view.model.rowCount())]


def cell(view: ListView, who: Contact, column: int) -> str:
    return view.model.index(view.model.row_of(who.id), column).data()


def choose(view: ListView, box: str, word: str) -> None:
    chosen = view.findChild(QComboBox, box)
    chosen.setCurrentIndex(chosen.findText(word))
    chosen.activated.emit(chosen.currentIndex())


def test_everyone_but_the_ended_is_listed_with_their_roles(view: ListView) -> None:
    assert names(view) == ["Anna Zetterlund", "Åsa Ångström-Öhrn", "Ali Ärlig", "Östen Öberg"]
    assert cell(view, ANNA, ROLES) == "Taktisk · Operativ: Lön · behörig beställare"
    assert cell(view, ASA, ROLES) == "Operativ: Ekonomi, Lön"
    assert cell(view, OSTEN, ROLES) == "Verksjurist"
    assert cell(view, ASA, PHONE) == "+46 70 123 45 67"
    assert cell(view, ASA, CONFIRMED) == "2025-11-23"
    assert view.findChild(QLabel, "contactCount").text() == "4 kontakter"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ZETTERLUND", ["Anna Zetterlund"]),
        ("lön taktisk nivå", ["Anna Zetterlund"]),
        ("ekonomichef anna", ["Anna Zetterlund"]),
        ("verksj", ["Östen Öberg"]),
        ("angstrom", []),
        ("0701234567", ["Åsa Ångström-Öhrn"]),
        ("070-123 45", ["Åsa Ångström-Öhrn"]),
        ("+46812345", ["Anna Zetterlund"]),
        ("08 123 45 60", ["Anna Zetterlund"]),
        ("MYNDIGHET.example", ["Åsa Ångström-Öhrn"]),
        ("öhrn", ["Åsa Ångström-Öhrn"]),
        ("anna ali", []),
    ],
)
def test_every_word_that_is_typed_is_found_in_some_field(view: ListView, typed: str, found: list[str]) -> None:
    view.filters.words.setText(typed)
    assert names(view) == found


def test_the_boxes_narrow_by_party_level_area_and_standing(view: ListView) -> None:
    for box, word, found in (
        ("contactParty", "SSC", ["Ali Ärlig"]),
        ("contactLevel", "Operativ nivå", ["Anna Zetterlund", "Åsa Ångström-Öhrn"]),
        ("contactArea", "Ekonomi", ["Anna Zetterlund", "Åsa Ångström-Öhrn"]),
        ("contactStanding", "Har uppdrag", ["Anna Zetterlund", "Åsa Ångström-Öhrn", "Östen Öberg"]),
        ("contactStanding", "Utan uppdrag", ["Ali Ärlig"]),
        ("contactStanding", "Inaktuella", ["Åsa Ångström-Öhrn", "Östen Öberg"]),
        ("contactStanding", "Avslutade", ["Erik Sund"]),
    ):
        choose(view, box, word)
        assert names(view) == found, word
        view.filters.show_narrowing(Narrowing())


def test_a_day_in_the_past_answers_who_held_it_then(view: ListView) -> None:
    view.show_list(listed(*EVERYONE, day=date(2024, 3, 1)))
    choose(view, "contactLevel", "Strategisk nivå")
    assert names(view) == ["Erik Sund"]
    view.show_list(listed(*EVERYONE))
    assert names(view) == []
    choose(view, "contactLevel", "Alla nivåer")
    choose(view, "contactStanding", "Avslutade")
    assert cell(view, ERIK, ROLES) == "Avslutad 31\u00a0oktober\u00a02026"


def test_nobody_left_is_said_and_everyone_comes_back(view: ListView, qtbot: QtBot) -> None:
    choose(view, "contactParty", "SSC")
    view.filters.words.setText("finns inte")
    assert view.findChild(QLabel, "contactNone").isVisible()
    assert not view.table.isVisible()
    qtbot.keyClick(view.findChild(QPushButton, "contactShowAll"), Qt.Key.Key_Space)
    assert len(names(view)) == 4
    assert view.filters.words.text() == ""
    assert view.findChild(QComboBox, "contactParty").currentText() == "Båda parter"


def test_headings_order_the_list_from_the_keyboard_and_back_again(view: ListView, qtbot: QtBot) -> None:
    header = view.table.horizontalHeader()
    header.setFocus()
    qtbot.keyClick(header, Qt.Key.Key_Return)
    assert names(view) == ["Östen Öberg", "Ali Ärlig", "Åsa Ångström-Öhrn", "Anna Zetterlund"]
    for _ in range(5):
        qtbot.keyClick(header, Qt.Key.Key_Right)
    qtbot.keyClick(header, Qt.Key.Key_Space)
    assert header.sortIndicatorSection() == CONFIRMED
    assert names(view) == ["Östen Öberg", "Åsa Ångström-Öhrn", "Anna Zetterlund", "Ali Ärlig"]
    qtbot.keyClick(header, Qt.Key.Key_Left)
    qtbot.keyClick(header, Qt.Key.Key_Space)
    assert header.sortIndicatorSection() == EMAIL
    assert names(view)[-1] == "Åsa Ångström-Öhrn"


def test_a_click_on_a_heading_orders_too(view: ListView, qtbot: QtBot) -> None:
    header = view.table.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(ROLES) + 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(view) == ["Anna Zetterlund", "Åsa Ångström-Öhrn", "Östen Öberg", "Ali Ärlig"]


def test_the_choice_stays_with_the_person_through_order_and_filter(view: ListView, qtbot: QtBot) -> None:
    view.table.choose(ASA.id)
    view.table.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
    assert view.table.chosen == ASA.id
    view.filters.words.setText("ali")
    assert view.table.chosen == ALI.id
    view.filters.words.setText("å")
    assert view.table.chosen in view.model.contact_ids
    with qtbot.waitSignal(view.opened, timeout=500) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args == [view.table.chosen]


def test_cells_are_read_with_their_headings(view: ListView) -> None:
    index = view.model.index(view.model.row_of(OSTEN.id), ROLES)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Uppdrag: Verksjurist"


_names = st.text("abåäöÅÖéz -", min_size=1, max_size=6).filter(lambda name: bool(name.strip()))


@given(st.lists(_names, max_size=12), st.sampled_from(Qt.SortOrder))
def test_nobody_is_lost_or_doubled_and_the_order_is_swedish(family_names: list[str], order: Qt.SortOrder) -> None:
    people = [person(f"X {name}") for name in family_names]
    model = ListModel()
    model.sort(NAME, order)
    model.show_lines(Listing(areas=NAMES, day=DAY, today=DAY, stale_after_months=12).of(people))
    assert sorted(model.contact_ids) == sorted(each.id for each in people)
    keys = [sort_key(model.line(row).contact.family_name) for row in range(model.rowCount())]
    assert keys == sorted(keys, reverse=order is Qt.SortOrder.DescendingOrder)


@given(st.sampled_from(EVERYONE), st.data())
def test_who_is_typed_in_any_part_is_found(who: Contact, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from([text for text in (who.name, who.title, who.phone, who.mobile) if text]))
    words = data.draw(st.lists(st.sampled_from(written.split()), min_size=1))
    standing = Standing.ENDED if who.ended_on else Standing.CURRENT
    lines = listed(*EVERYONE).lines
    found = Narrowing(words=" ".join(words).upper(), standing=standing).of(lines)
    assert who.id in {line.contact.id for line in found}
