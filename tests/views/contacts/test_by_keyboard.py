"""The whole way from the overview to an announced change, without a mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.database import Database
from desktop.views.contacts.page import ContactsPage
from tests.data_files import CONTACTS
from tests.views.registers import Desk, shown

DAY = date(2026, 11, 23)
MOST_TABS = 80


class Keys:
    """Presses keys where the focus is, as somebody without a mouse does."""

    def __init__(self, page: ContactsPage, desk: Desk, qtbot: QtBot) -> None:
        self.page, self._desk, self._qtbot = page, desk, qtbot

    @property
    def here(self) -> QWidget:
        found = self.page.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self._qtbot.keyClick(self.here, key, modifier)
            self._desk.settle()

    def write(self, text: str) -> None:
        self._qtbot.keyClicks(self.here, text)
        self._desk.settle()

    def tab_to(self, name: str) -> None:
        """Go on with Tab until the focus is where it should be."""
        seen: list[str] = []
        for _ in range(MOST_TABS):
            parent = self.here.parentWidget()
            if name in (self.here.objectName(), parent.objectName() if parent else ""):
                return
            seen.append(self.here.objectName())
            self._qtbot.keyClick(self.here, Qt.Key.Key_Tab)
        pytest.fail(f"{name} cannot be reached: {seen}")


@pytest.fixture
def keys(desk: Desk, database: Database, qtbot: QtBot) -> Keys:
    desk.bring(CONTACTS)
    page = ContactsPage(desk.tasks, desk.services, now=lambda: DAY)
    desk.refresh_on_news(database, page.refresh)
    shown(qtbot, page)
    page.refresh(frozenset({"contact"}))
    desk.settle()
    return Keys(page, desk, qtbot)


def test_nothing_from_the_matrix_to_an_announced_change_needs_the_mouse(keys: Keys, desk: Desk) -> None:
    keys.tab_to("matrixPerson")
    keys.press(Qt.Key.Key_Return)
    before = sum(len(contact.assignments) for contact in desk.contacts.all())
    keys.tab_to("roleAdd")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("roleWhat")
    keys.press(Qt.Key.Key_Down)
    keys.tab_to("roleAccept")
    keys.press(Qt.Key.Key_Return)
    assert sum(len(contact.assignments) for contact in desk.contacts.all()) == before + 1
    keys.press(Qt.Key.Key_Escape)

    keys.tab_to("contactLook")
    keys.press(Qt.Key.Key_Right)
    keys.tab_to("contactFilter")
    keys.write("sara")
    keys.tab_to("contactTable")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("person-title")
    keys.press(Qt.Key.Key_End)
    keys.write(" och utredare")
    keys.press(Qt.Key.Key_Escape)
    (told,) = [row.notice for row in desk.services.contact_notices.open() if "Sara Berg" in row.notice.title]

    keys.tab_to("contactLook")
    keys.press(Qt.Key.Key_Left)
    keys.tab_to("noticeTitle")
    while told.title not in keys.here.toolTip():
        keys.press(Qt.Key.Key_Tab)
        keys.tab_to("noticeTitle")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("noticeToldOnWeb")
    keys.press(Qt.Key.Key_Return)
    assert desk.services.contact_notices.get(told.id).notice.announced_on == DAY
    keys.press(Qt.Key.Key_Escape)
    keys.tab_to("matrixPerson")
