"""Escalating from the head of a matter: legal steps are offered, and what is missing is said (R20)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.escalation import EscalationReason
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.views.matters.page import MattersPage
from tests.views.registers import Desk, shown


def add(database: Database, kind: MatterKind) -> Matter:
    matter = Matter(
        id=new_id(), number="2026-014", kind=kind, title="Fel", level=Level.OPERATIONAL, reported_on=today()
    )
    with database.writing(Act("matter.add", matter.number)) as session:
        session.add(MatterRecord.of(matter))
    return matter


def opened(desk: Desk, database: Database, qtbot: QtBot) -> MattersPage:
    page = MattersPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, page.refresh)
    shown(qtbot, page)
    page.refresh(frozenset({"matter"}))
    desk.settle()
    desk.settle()
    return page


@pytest.fixture
def matter(database: Database) -> Matter:
    return add(database, MatterKind.INCIDENT)


@pytest.fixture
def page(desk: Desk, database: Database, matter: Matter, qtbot: QtBot) -> Iterator[MattersPage]:
    return opened(desk, database, qtbot)


def button(page: QWidget, name: str) -> QAbstractButton:
    return page.findChild(QAbstractButton, name)


def write(page: QWidget, name: str, words: str) -> None:
    page.findChild(QPlainTextEdit, f"escalation_{name}").setPlainText(words)


def test_a_step_is_taken_and_can_be_undone(page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot) -> None:
    assert button(page, "matterEscalate").text() == "Eskalera till taktisk nivå"
    assert not button(page, "matterMoreMenuButton").isVisible()
    qtbot.keyClick(button(page, "matterEscalate"), Qt.Key.Key_Space)
    write(page, "tried", "Omkörning två gånger")
    write(page, "asked", "En plan")
    with qtbot.waitSignal(page.message) as told:
        qtbot.keyClick(button(page, "escalationTake"), Qt.Key.Key_Space)
    assert told.args == ["Ärendet är eskalerat till taktisk nivå.", "good", True]
    desk.settle()
    desk.settle()
    climb = desk.services.escalations.of(matter.id)
    assert (climb.matter.level, climb.steps[0].reason) == (Level.TACTICAL, EscalationReason.INCIDENT_NOT_REMEDIED)
    assert climb.steps[0].answer_by == today() + timedelta(weeks=2)
    assert button(page, "matterEscalate").text() == "Eskalera till strategisk nivå"
    assert button(page, "matterMoreMenuButton").isVisible()
    assert not button(page, "escalationTake").isVisible()
    desk.history.undo()
    desk.settle()
    desk.settle()
    assert desk.services.escalations.of(matter.id).steps == ()
    assert button(page, "matterEscalate").text() == "Eskalera till taktisk nivå"


def test_what_is_missing_is_said_at_its_field(page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot) -> None:
    button(page, "matterEscalate").click()
    page.findChild(QLineEdit, "escalation_answer_by").setText("")
    qtbot.keyClick(button(page, "escalationTake"), Qt.Key.Key_Space)
    desk.settle()
    for name, what in (("tried", "prövats"), ("asked", "begärs"), ("answer_by", "Dagen för svar")):
        assert what in page.findChild(QWidget, f"escalation_{name}").accessibleDescription()
    assert page.findChild(QPlainTextEdit, "escalation_tried").hasFocus()
    assert desk.services.escalations.of(matter.id).steps == ()


def test_escape_leaves_the_panel(page: MattersPage, qtbot: QtBot) -> None:
    button(page, "matterEscalate").click()
    assert button(page, "escalationTake").isVisible()
    QTest.keyClick(page.findChild(QWidget, "escalation_reason"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not button(page, "escalationTake").isVisible())
    assert button(page, "matterEscalate").hasFocus()


def test_a_risk_is_never_escalated(desk: Desk, database: Database, qtbot: QtBot) -> None:
    add(database, MatterKind.RISK)
    page = opened(desk, database, qtbot)
    assert not button(page, "matterEscalate").isVisible()
