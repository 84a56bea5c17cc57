"""The particulars of a deficiency on screen: cost and split in kronor, and that it is repeated (R22, R23)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.money import Money
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.views.matters.matter_tabs import Tab
from desktop.views.matters.matter_view import MatterView
from desktop.views.matters.page import MattersPage
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 24)


def add(database: Database, number: str, day: date) -> Matter:
    matter = Matter(
        id=new_id(), number=number, kind=MatterKind.DEFICIENCY, title="Fel", level=Level.OPERATIONAL, reported_on=day
    )
    with database.writing(Act("matter.add", number)) as session:
        session.add(MatterRecord.of(matter))
    return matter


@pytest.fixture
def deficiency(database: Database) -> Matter:
    return add(database, "2026-003", DAY)


@pytest.fixture
def page(desk: Desk, database: Database, deficiency: Matter, qtbot: QtBot) -> MattersPage:
    made = MattersPage(desk.tasks, desk.services)
    made.desk.today = lambda: DAY
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    made.findChild(MatterView).tabs.turn_to(Tab.PARTICULARS)
    desk.settle()
    return made


def write(page: MattersPage, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, f"deficiency_{name}")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def label(page: MattersPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    return found.text().replace("\u00a0", " ") if found.isVisible() else ""


def test_the_split_is_told_in_kronor_and_is_no_verdict(page: MattersPage, desk: Desk, deficiency: Matter) -> None:
    write(page, "cost", "86500,50")
    write(page, "proposed_ssc_percent", "75")
    write(page, "minutes", "1,5")
    desk.settle()
    desk.settle()
    assert desk.matters.get(deficiency.id).cost == Money(8_650_050)
    assert desk.services.deficiencies.of(deficiency.id).minutes == 90
    said = label(page, "proposedShares")
    assert said == "Vårt förslag: vi bär 21 625,12 kr och Statens servicecenter 64 875,38 kr."
    assert label(page, "agreedShares") == ""
    assert label(page, "costStart").startswith("Utgångspunkten är")


def test_what_is_no_share_is_said_below_the_field(page: MattersPage, desk: Desk, deficiency: Matter) -> None:
    write(page, "agreed_ssc_percent", "120")
    desk.settle()
    field = page.findChild(QLineEdit, "deficiency_agreed_ssc_percent")
    assert "hela procent" in field.accessibleDescription()
    assert desk.services.deficiencies.of(deficiency.id).agreed_ssc_percent is None


def test_the_third_within_six_months_is_said_with_the_way_to_all(
    page: MattersPage, desk: Desk, database: Database, deficiency: Matter
) -> None:
    button = page.findChild(QPushButton, "showRepeated")
    assert not button.isVisible()
    add(database, "2026-001", date(2026, 8, 1))
    add(database, "2026-002", date(2026, 9, 1))
    desk.settle()
    desk.settle()
    assert button.isVisible()
    assert label(page, "repeatedList").splitlines()[0] == "2026-08-01  2026-001  Fel"
    opened: list[Source] = []
    page.source_opened.connect(opened.append)
    button.click()
    assert opened[0].kind is SourceKind.REPETITION
    assert opened[0].label == "Tredje bristen på sex månader"
