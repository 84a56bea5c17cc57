"""The page can be heard, reached and read, also in the smallest window, by the measures of the whole program."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level
from desktop.views.followups.page import ACTIONS, DECISIONS
from tests.views.followups.conftest import TODAY, Hands
from tests.views.test_accessibility import everything_right

SIZES = [(1045, 690), (789, 590)]
"""A little less than what the window leaves for a page at 1280×800 and at 1024×700."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tab", [ACTIONS, DECISIONS])
def test_the_page_can_be_heard_reached_and_read(hands: Hands, qtbot: QtBot, tab: int, size: tuple[int, int]) -> None:
    hands.action("Å", meeting_id=hands.meeting(), owner="Per Holmér", due_on=TODAY - timedelta(days=14))
    hands.decision("B", level=Level.STRATEGIC, review_on=TODAY)
    hands.page.resize(*size)
    hands.page.tabs.setCurrentIndex(tab)
    hands.settle()
    everything_right(qtbot, hands.page)
