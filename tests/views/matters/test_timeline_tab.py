"""The tab of the timeline: written by the keyboard, corrected by a new entry, internal entries told apart."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from desktop.domain.dates import now
from desktop.domain.identity import new_id
from desktop.domain.level import Channel
from desktop.domain.matters.matter import Matter
from desktop.domain.matters.matter_entry import Holder, MatterEntry, Trend
from desktop.models.database import Database
from desktop.views.matters.page import MattersPage
from tests.data_files import MATTERS
from tests.views.registers import Desk, shown


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[MattersPage]:
    desk.bring(MATTERS)
    made = MattersPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    bar = made.findChild(QTabBar, "matterTabs")
    bar.setCurrentIndex(next(place for place in range(bar.count()) if bar.tabText(place) == "Tidslinje"))
    desk.settle()
    return made


@pytest.fixture
def matter(page: MattersPage, desk: Desk) -> Matter:
    return desk.matters.rows(open_only=True)[0]


def entries(desk: Desk, matter: Matter) -> tuple[MatterEntry, ...]:
    return desk.services.matter_timeline.of(matter.id).entries


def cards(page: MattersPage) -> list[QFrame]:
    return [card for card in page.findChildren(QFrame, "timelineEntry") if card.isVisible()]


def words(card: QFrame) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel))


def choose(page: MattersPage, name: str, value: str) -> None:
    box = page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def write(page: MattersPage, text: str) -> QPlainTextEdit:
    field = page.findChild(QPlainTextEdit, "entryWritten")
    field.setFocus()
    field.insertPlainText(text)
    return field


def keep(page: MattersPage, desk: Desk, qtbot: QtBot) -> None:
    field = page.findChild(QPlainTextEdit, "entryWritten")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def test_an_entry_is_written_kept_shown_and_undone(page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot) -> None:
    said: list[tuple[str, str, bool]] = []
    page.message.connect(lambda *what: said.append(what))
    field = write(page, "Ringde om lönen")
    choose(page, "entryChannel", "forum")
    choose(page, "entryTrend", "worse")
    choose(page, "entryBall", "ssc")
    page.findChild(QLineEdit, "entryUntil").setText("+1v")
    keep(page, desk, qtbot)
    (kept,) = entries(desk, matter)
    assert (kept.text, kept.channel, kept.trend, kept.passes_to) == (
        "Ringde om lönen", Channel.FORUM, Trend.WORSE, Holder.SSC,
    )  # fmt: skip
    assert kept.passes_until is not None
    assert said == [("Anteckningen är sparad.", "good", True)]
    assert field.toPlainText() == ""
    (card,) = cards(page)
    assert "Ringde om lönen" in words(card)
    assert "Bollen går till SSC" in words(card)
    assert "Sämre" in words(card)
    desk.history.undo()
    desk.settle()
    assert cards(page) == []
    assert page.findChild(QLabel, "timelineEmpty").isVisible()


def test_an_internal_entry_is_tinted_and_says_so(page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot) -> None:
    write(page, "Vi tror att de vet")
    page.findChild(QCheckBox, "entryInternal").setChecked(True)
    keep(page, desk, qtbot)
    (card,) = cards(page)
    assert card.property("private") is True
    assert "Endast för oss" in words(card)
    assert desk.services.matter_timeline.of(matter.id).outgoing == ()


def test_a_correction_is_a_new_entry_and_strikes_the_old(
    page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot
) -> None:
    write(page, "Fel")
    keep(page, desk, qtbot)
    (wrong,) = entries(desk, matter)
    qtbot.keyClick(page.findChild(QPushButton, "entryCorrect"), Qt.Key.Key_Space)
    field = page.findChild(QPlainTextEdit, "entryWritten")
    assert field.toPlainText() == "Fel"
    field.selectAll()
    field.insertPlainText("Rätt")
    keep(page, desk, qtbot)
    found = desk.services.matter_timeline.of(matter.id)
    right = found.correction_of(wrong)
    assert right is not None
    assert (right.text, right.happened_at) == ("Rätt", wrong.happened_at)
    struck = next(card for card in cards(page) if "Rättad till: Rätt" in words(card))
    text = struck.findChild(QLabel, "entryText")
    assert text.text() == "Fel"
    assert text.font().strikeOut()
    assert not struck.findChildren(QPushButton, "entryCorrect")


def test_what_cannot_be_kept_is_told_and_stays_written(
    page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot
) -> None:
    field = write(page, "Blir av i morgon")
    page.findChild(QLineEdit, "entryWhen").setText((now() + timedelta(days=2)).strftime("%Y-%m-%d 12.00"))
    keep(page, desk, qtbot)
    assert "ännu inte har hänt" in page.findChild(QLabel, "entryProblem").text()
    assert field.toPlainText() == "Blir av i morgon"
    page.findChild(QLineEdit, "entryWhen").setText("snart")
    keep(page, desk, qtbot)
    assert entries(desk, matter) == ()


def test_a_half_written_entry_comes_back_with_its_matter(
    page: MattersPage, desk: Desk, matter: Matter, qtbot: QtBot
) -> None:
    field = write(page, "Halv")
    page.open_matter(desk.matters.rows(open_only=True)[1].id)
    desk.settle()
    assert field.toPlainText() == ""
    page.open_matter(matter.id)
    desk.settle()
    assert field.toPlainText() == "Halv"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == ""


def test_a_personal_number_is_warned_of(page: MattersPage, matter: Matter, qtbot: QtBot) -> None:
    write(page, "Gäller 811218-9876")
    assert "personnummer" in page.findChild(QLabel, "entryWrittenWarning").text()


def test_text_stays_text(page: MattersPage, desk: Desk, matter: Matter) -> None:
    hostile = "<b>fet</b>"
    entry = MatterEntry(id=new_id(), matter_id=matter.id, happened_at=now(), written_at=now(), text=hostile)
    desk.services.matter_timeline.add(entry)
    desk.settle()
    label = cards(page)[0].findChild(QLabel, "entryText")
    assert (label.text(), label.textFormat()) == (hostile, Qt.TextFormat.PlainText)
