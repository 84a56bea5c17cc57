"""Whom to call, from a matter: by button and by key, to a call, a mail, the clipboard and the contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.history import Act
from desktop.models.contact import ContactRecord
from desktop.services.sample import fill
from desktop.views.matters.page import MattersPage
from tests.views.registers import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.matters.matter import Matter
    from desktop.models.database import Database
    from tests.views.registers import Desk


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[MattersPage]:
    fill(database)
    made = MattersPage(desk.tasks, desk.services)
    desk.refresh_on_news(database, made.refresh)
    shown(qtbot, made)
    made.refresh(frozenset({"matter"}))
    desk.settle()
    return made


class Links(QObject):
    """What another program would have been given."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        self.opened.append(link.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def links(qtbot: QtBot) -> Iterator[Links]:
    made = Links()
    for scheme in ("tel", "mailto"):
        QDesktopServices.setUrlHandler(scheme, made, "open")
    yield made
    for scheme in ("tel", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


def opened(page: MattersPage, desk: Desk, number: str) -> Matter:
    matter = next(each for each in desk.matters.rows(open_only=False) if each.number.endswith(number))
    page.open_matter(matter.id)
    desk.settle()
    page.findChild(QPushButton, "matterCalls").click()
    desk.settle()
    return matter


def callees(page: MattersPage) -> dict[str, QWidget]:
    found = page.findChild(QWidget, "callPanel").findChildren(QWidget, "callee")
    return {card.findChild(QLabel, "calleeName").text(): card for card in found if card.isVisible()}


def named(desk: Desk, given: str) -> Contact:
    return next(each for each in desk.contacts.all() if each.given_name == given)


def test_the_right_persons_on_both_sides_are_shown(page: MattersPage, desk: Desk) -> None:
    opened(page, desk, "012")
    names = list(callees(page))
    assert names[:3] == ["Åsa Ångström-Öhrn", "Kundsupport", "Tomas Öberg"]
    assert "Birgitta Åkesson" in names, "the next level up, of the area"
    assert "Per Holmér" not in names, "who has another area"
    assert "Dag Lund" in names


def test_a_vacant_level_is_told(page: MattersPage, desk: Desk) -> None:
    opened(page, desk, "014")
    gaps = [label.text() for label in page.findChildren(QLabel, "callGapWords")]
    assert gaps == ["Ingen kontaktperson på strategisk nivå."]


def test_a_number_is_rung_and_an_address_written_to(page: MattersPage, desk: Desk, links: Links) -> None:
    opened(page, desk, "014")
    per = callees(page)["Per Holmér"]
    assert [each.text() for each in per.findChildren(QPushButton, "calleeRing")] == ["026-12 34 56", "070-123 45 56"]
    per.findChild(QPushButton, "calleeRing").click()
    QTest.keyClick(per.findChild(QPushButton, "calleeWrite"), Qt.Key.Key_Return)
    assert links.opened[0] == "tel:+4626123456"
    assert links.opened[1].startswith("mailto:per.holmer@ssc.example?subject=")
    assert "014%20Dubbla%20l%C3%B6neutbetalningar" in links.opened[1]


def test_a_number_is_copied(page: MattersPage, desk: Desk) -> None:
    said: list[str] = []
    page.message.connect(lambda sentence, _tone, _undo: said.append(sentence))
    opened(page, desk, "014")
    callees(page)["Per Holmér"].findChild(QPushButton, "calleeCopy").click()
    assert QGuiApplication.clipboard().text() == "026-12 34 56"
    assert said == ["026-12 34 56 är kopierat."]


def test_old_particulars_and_the_deputy_are_told(page: MattersPage, desk: Desk) -> None:
    opened(page, desk, "014")
    assert callees(page)["Per Holmér"].findChild(QLabel, "calleeStale").text().startswith("Ej bekräftad sedan")
    maria = callees(page)["Maria Ek"]
    assert maria.findChild(QLabel, "calleeDeputy").text() == "Ersättare: Tomas Öberg"
    assert "026-12 34 61" in [each.text() for each in maria.findChildren(QPushButton, "calleeRing")]
    assert maria.findChild(QLabel, "calleeStale") is None


def test_the_contact_is_opened(page: MattersPage, desk: Desk) -> None:
    asked: list[UUID] = []
    page.contact_opened.connect(asked.append)
    opened(page, desk, "014")
    callees(page)["Per Holmér"].findChild(QPushButton, "calleeShow").click()
    assert asked == [named(desk, "Per").id]


def test_keys_open_and_leave_it(page: MattersPage, desk: Desk, qtbot: QtBot) -> None:
    opened(page, desk, "014")
    panel = page.findChild(QWidget, "callPanel")
    QTest.keyClick(panel.focusWidget() or panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    button = page.findChild(QPushButton, "matterCalls")
    assert button.hasFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(button, Qt.Key.Key_R, keys)
    desk.settle()
    assert panel.isVisible()


def test_a_change_of_a_contact_is_seen_at_once(page: MattersPage, desk: Desk, database: Database) -> None:
    opened(page, desk, "014")
    per = named(desk, "Per")
    with database.writing(Act("test.change")) as session:
        session.get_one(ContactRecord, per.id).change(phone="026-99 99 99")
    desk.settle()
    desk.settle()
    assert callees(page)["Per Holmér"].findChild(QPushButton, "calleeRing").text() == "026-99 99 99"
