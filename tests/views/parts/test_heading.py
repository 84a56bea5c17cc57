"""The head of a page."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.level import Level
from desktop.views.parts.badge import LevelBadge
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.heading import PageHead
from tests.views.registers import shown


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    made = PageHead("Taktiskt samverkansmöte SSC - Exempelmyndigheten", "tis 1 december 2026", holder)
    made.set_badge(LevelBadge(Level.TACTICAL))
    made.add_action(SecondaryButton("Förhandsgranska"))
    made.add_action(PrimaryButton("Skicka dagordning"))
    shown(qtbot, holder)
    return holder


def test_the_badge_goes_below_before_the_title_or_the_window_is_too_wide(page: QWidget, qtbot: QtBot) -> None:
    head = page.findChild(PageHead)
    badge, title = head.findChild(LevelBadge), head.findChild(QLabel, "pageTitle")
    head.resize(900, head.height())
    qtbot.waitUntil(lambda: badge.geometry().left() > title.geometry().right())
    head.resize(head.minimumSizeHint().width(), head.height())
    qtbot.waitUntil(lambda: badge.geometry().top() > title.geometry().bottom())
    assert title.width() >= title.minimumSizeHint().width()
    head.resize(900, head.height())
    qtbot.waitUntil(lambda: badge.geometry().left() > title.geometry().right())
