"""The particulars of an incident on screen: answers, grade with its reason, times, clock and report (R21)."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, Matter, MatterKind
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.views.matters.matter_tabs import Tab
from desktop.views.matters.matter_view import MatterView
from desktop.views.matters.page import MattersPage
from desktop.views.parts.segmented import SegmentedChoice
from tests.views.registers import Desk, shown

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def add(database: Database, kind: MatterKind, number: str) -> Matter:
    matter = Matter(id=new_id(), number=number, kind=kind, title="Fel", level=Level.OPERATIONAL, reported_on=NOW.date())
    with database.writing(Act("matter.add", number)) as session:
        session.add(MatterRecord.of(matter))
    return matter


@pytest.fixture
def incident(database: Database) -> Matter:
    return add(database, MatterKind.INCIDENT, "2026-014")


@pytest.fixture
def page(desk: Desk, database: Database, incident: Matter, qtbot: QtBot) -> MattersPage:
    made = MattersPage(desk.tasks, desk.services)
    made.desk.today, made.desk.now = NOW.date, lambda: NOW
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    made.findChild(MatterView).tabs.turn_to(Tab.PARTICULARS)
    desk.settle()
    return made


def press(page: MattersPage, question: str, word: str) -> None:
    holder = page.findChild(SegmentedChoice, question)
    next(button for button in holder.findChildren(QRadioButton) if button.text() == word).click()


def label(page: MattersPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    return found.text().replace("\u00a0", " ") if found.isVisible() else ""


def write(page: MattersPage, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_answers_propose_the_grade_and_name_the_duty(page: MattersPage, desk: Desk, incident: Matter) -> None:
    press(page, "risks_breach", "Ja")
    press(page, "risks_damage", "Ja")
    desk.settle()
    desk.settle()
    assert desk.matters.get(incident.id).grade is Grade.SERIOUS
    assert label(page, "proposedGrade") == "Svaren talar för: allvarlig"
    assert label(page, "incidentDuty") == "Allvarlig incident: en incidentrapport ska alltid upprättas."
    assert label(page, "matterNeeds") == "Incidentrapport saknas"


def test_another_grade_waits_for_its_reason(page: MattersPage, desk: Desk, incident: Matter) -> None:
    press(page, "risks_breach", "Ja")
    press(page, "risks_damage", "Ja")
    desk.settle()
    desk.settle()
    box = page.findChild(QComboBox, "incidentGrade")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Betydande"
    desk.settle()
    assert desk.matters.get(incident.id).grade is Grade.SERIOUS
    reason = page.findChild(QPlainTextEdit, "justification")
    assert reason.hasFocus()
    QTest.keyClicks(reason, "Fem personer drabbade.")
    page.flush()
    desk.settle()
    assert desk.matters.get(incident.id).grade is Grade.SIGNIFICANT
    assert desk.services.incidents.of(incident.id).justification == "Fem personer drabbade."


def test_times_are_typed_freely_and_the_clock_runs_from_when_we_knew(
    page: MattersPage, desk: Desk, incident: Matter
) -> None:
    write(page, "occurred_at", "22/11 08.00")
    write(page, "we_knew_at", "22/11 10.00")
    page.findChild(QCheckBox, "concerns_personal_data").click()
    desk.settle()
    desk.settle()
    kept = desk.services.incidents.of(incident.id)
    assert kept.we_knew_at == datetime(2026, 11, 22, 9, tzinfo=UTC)
    assert label(page, "authorityClock").startswith("1 dygn kvar av de 72 timmarna")
    write(page, "reported_to_authority_at", "24/11 09.00")
    desk.settle()
    desk.settle()
    assert label(page, "authorityClock").startswith("Anmäld till tillsynsmyndigheten 24 november 2026")


def test_the_days_of_the_report_are_kept(page: MattersPage, desk: Desk, incident: Matter) -> None:
    write(page, "ssc_report_on", "24/11")
    desk.settle()
    assert desk.matters.get(incident.id).report_on == NOW.date()


def test_a_question_has_no_particulars(page: MattersPage, desk: Desk, database: Database) -> None:
    question = add(database, MatterKind.QUESTION, "2026-015")
    desk.settle()
    page.open_matter(question.id)
    desk.settle()
    tabs = page.findChild(MatterView).tabs
    assert not tabs.is_offered(Tab.PARTICULARS)
    assert tabs.current is Tab.OVERVIEW


def test_the_report_is_offered_where_it_is_demanded_and_handed_out(page: MattersPage, desk: Desk) -> None:
    button = page.findChild(QPushButton, "incidentReport")
    assert not button.isVisible()
    press(page, "risks_breach", "Ja")
    press(page, "risks_damage", "Ja")
    desk.settle()
    desk.settle()
    assert button.isVisible()
    handed: list[object] = []
    page.handed_out.connect(handed.append)
    button.click()
    assert len(handed) == 1
    with pytest.raises(InputError, match="ange myndigheten"):
        handed[0]()  # type: ignore[operator]
