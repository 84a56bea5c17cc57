"""The tab before a meeting: what it shows, and that every line is reached and opened by mouse and keyboard."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.meetings.brief import Brief, BriefLine, BriefSection, BriefTopic
from desktop.views.meetings.brief_tab import BriefTab
from desktop.views.theme import Theme
from tests.views.registers import shown

if TYPE_CHECKING:
    from uuid import UUID

MATTER = Source(SourceKind.MATTER, new_id(), "Ärende 2026-014")
ORDER = Source(SourceKind.ORDER, new_id(), "Beställning B-1")
LATE = BriefLine(
    text="Beskriv rutinen", detail="Ansvar: Per Holmér.", mark="Försenad 14 dagar", grave=True,
    source=Source(SourceKind.ACTION, new_id(), "Åtgärd"),
)  # fmt: skip
SECTIONS = (
    BriefSection(topic=BriefTopic.DECISIONS, lines=(BriefLine(text="Beslut <b>utan</b> möte"),)),
    BriefSection(topic=BriefTopic.SSC_ACTIONS, lines=(LATE,)),
    BriefSection(topic=BriefTopic.MATTERS, lines=(BriefLine(text="Dubbla löner", detail="Incident.", source=MATTER),)),
    BriefSection(topic=BriefTopic.ORDERS, lines=(BriefLine(text="Offert", source=ORDER),)),
)
BRIEF = Brief(
    meeting_id=new_id(),
    title="Taktiskt samverkansmöte",
    level="Taktisk nivå",
    starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
    ends_at=datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
    day=date(2026, 11, 24),
    previous_on=date(2026, 9, 1),
    sections=SECTIONS,
)


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme) -> BriefTab:
    made = shown(qtbot, BriefTab())
    made.show_brief(BRIEF)
    return made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def row_of(tab: BriefTab, text: str) -> QRect:
    found = next(tab.model.index(row) for row in range(tab.model.rowCount()) if tab.model.index(row).data() == text)
    return tab.list.visualRect(found)


def opened(tab: BriefTab) -> list[Source]:
    sources: list[Source] = []
    tab.source_opened.connect(sources.append)
    return sources


def test_headings_count_and_empty_sections_are_left_out(tab: BriefTab) -> None:
    shown_texts = [tab.model.index(row).data() for row in range(tab.model.rowCount())]
    assert shown_texts[::2] == [
        "Senaste beslut 1", "SSC:s öppna åtgärder 1", "Öppna ärenden på nivån 1", "Beställningar som väntar på oss 1",
    ]  # fmt: skip
    assert shown_texts[1] == "Beslut <b>utan</b> möte"


def test_the_keyboard_alone_reaches_and_opens_every_line(tab: BriefTab) -> None:
    sources = opened(tab)
    tab.list.setFocus(Qt.FocusReason.TabFocusReason)
    if not tab.list.currentIndex().isValid():
        press(Qt.Key.Key_Down)
    reached = []
    for _ in range(tab.model.rowCount()):
        reached.append(tab.list.currentIndex().data())
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Down)
    assert list(dict.fromkeys(reached)) == [line.text for section in SECTIONS for line in section.lines]
    assert list(dict.fromkeys(sources)) == [LATE.source, MATTER, ORDER]


def test_a_click_opens_and_one_on_a_heading_does_not(tab: BriefTab) -> None:
    sources = opened(tab)
    for text in ("SSC:s öppna åtgärder 1", "Beslut <b>utan</b> möte", "Dubbla löner"):
        place = row_of(tab, text).topLeft() + QPoint(30, 15)
        QTest.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sources == [MATTER]


def test_preview_is_asked_for_the_meeting_on_screen(qtbot: QtBot, theme: Theme) -> None:
    tab = shown(qtbot, BriefTab())
    button = tab.findChild(QPushButton, "previewBrief")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    asked: list[UUID] = []
    tab.preview_asked.connect(asked.append)
    tab.show_brief(BRIEF)
    button.click()
    assert asked == [BRIEF.meeting_id]


def test_what_is_shown_is_also_said(tab: BriefTab) -> None:
    said = [tab.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(tab.model.rowCount())]
    assert "Beskriv rutinen. Försenad 14 dagar. Ansvar: Per Holmér." in said
    for widget in (tab.list, *tab.findChildren(QPushButton)):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    note = tab.findChild(QLabel, "briefAsOf")
    assert isinstance(note, QLabel)
    assert "24\u00a0november\u00a02026" in note.text()
    assert "Förra mötet var 1\u00a0september\u00a02026." in note.text()


def test_the_current_line_stays_current_when_news_come_and_not_for_another_meeting(tab: BriefTab) -> None:
    tab.list.setCurrentIndex(tab.model.index(5))
    tab.show_brief(replace(BRIEF, sections=SECTIONS[2:]))
    assert tab.list.currentIndex().data() == "Dubbla löner"
    tab.show_brief(replace(BRIEF, meeting_id=new_id(), previous_on=None))
    assert not tab.list.currentIndex().isValid()


def test_nothing_to_know_is_said_in_words(tab: BriefTab) -> None:
    none = tab.findChild(QWidget, "briefNone")
    assert isinstance(none, QWidget)
    assert not none.isVisible()
    tab.show_brief(replace(BRIEF, sections=()))
    assert none.isVisible()
    assert not tab.list.isVisible()
    tab.show_brief(BRIEF)
    assert tab.list.isVisible()
    assert not none.isVisible()


@pytest.mark.parametrize("width", [1085, 320])
def test_rows_are_high_enough_for_what_they_hold_at_any_width(tab: BriefTab, qtbot: QtBot, width: int) -> None:
    long = BriefLine(text="Löneunderlag " * 20, detail="Ansvar: Per. " * 20, mark="Nyligen eskalerat, rapport saknas")
    tab.show_brief(replace(BRIEF, sections=(BriefSection(topic=BriefTopic.MATTERS, lines=(long, LATE)),)))
    tab.resize(width, 700)
    metrics = tab.list.fontMetrics()
    room = tab.list.viewport().width()
    least = metrics.horizontalAdvance(long.text) / room * metrics.height()
    qtbot.waitUntil(lambda: tab.list.visualRect(tab.model.index(1)).height() > least)
    assert tab.list.visualRect(tab.model.index(2)).top() > tab.list.visualRect(tab.model.index(1)).bottom()


@pytest.mark.parametrize(("width", "below"), [(1085, False), (300, True)])
def test_a_mark_goes_below_what_it_marks_where_there_is_no_room_beside_it(
    tab: BriefTab, qtbot: QtBot, width: int, below: bool
) -> None:
    plain = replace(LATE, text="Beskriv rutinen för rättning", mark="")
    marked = replace(plain, mark="Försenad 14 dagar")
    tab.show_brief(replace(BRIEF, sections=(BriefSection(topic=BriefTopic.MATTERS, lines=(plain, marked)),)))
    tab.resize(width, 700)

    def heights() -> list[int]:
        return [tab.list.visualRect(tab.model.index(row)).height() for row in (1, 2)]

    qtbot.waitUntil(lambda: (heights()[0] < heights()[1]) is below)
