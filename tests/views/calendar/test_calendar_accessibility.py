"""The calendar as the keyboard and assistive technology meet it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.calendar.panel import CalendarPanel
from desktop.views.theme import Theme
from tests.views.calendar.meeting_rows import TODAY, meeting
from tests.views.test_accessibility import cut, headerless, nameless, reachable, told, walk, wrong_roles


@pytest.mark.parametrize(
    ("tab", "last"),
    [(0, ["SourceChip 08.00 Möte", "SourceChip 13.00 Möte"]), (1, ["SecondaryButton ›", "LaneView yearLanes"])],
)
def test_everything_is_named_and_reached_by_tab(qtbot: QtBot, theme: Theme, tab: int, last: list[str]) -> None:
    panel = CalendarPanel(lambda: TODAY)
    qtbot.addWidget(panel)
    panel.show_meetings([meeting(TODAY, hour, title="Möte") for hour in (8, 13)])
    panel.tabs.setCurrentIndex(tab)
    panel.resize(700, 500)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.tabs.setFocus()
    assert nameless(panel) == []
    assert wrong_roles(panel) == []
    assert headerless(panel) == []
    assert cut(panel) == []
    on = walk(qtbot, panel, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert [told(widget) for widget in on[-2:]] == last
    assert sorted(told(widget) for widget in on) == sorted(told(widget) for widget in reachable(panel))
