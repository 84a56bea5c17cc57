"""The journey of an item is opened from the agenda, read as a list, and leads to its meetings (R10)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.capture import Captured, OutcomeKind
from desktop.domain.meetings.closing import Carry
from desktop.domain.meetings.journey import Journey, Stop
from desktop.views.meetings.journey.panel import JourneyPanel
from desktop.views.meetings.journey.words import followed
from desktop.views.parts.text import Text
from tests.views.meetings.conftest import Hands, press

SAID = "Per återkommer.\n\nVi väntar."


def opened(hands: Hands) -> JourneyPanel:
    button = hands.find(QPushButton, "itemJourney")
    assert button.accessibleName() == "Visa punktens resa genom mötena"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.settle()
    return hands.page.view.agenda.journey.panel


def carried(hands: Hands) -> JourneyPanel:
    """The journey of an item that was deferred on 1 December, seen from the meeting of the 15th."""
    first = hands.meeting("Inledning", "Gallring")
    second = hands.meeting(day=15)
    item = hands.services.agendas.get(first)[1]
    hands.services.notes.write(item.id, SAID)
    action = Captured(
        kind=OutcomeKind.ACTION, text="Se över reglerna", party=Party.SSC, owner="Per", due_on=date(2026, 12, 10)
    )
    hands.services.notes.capture(item.id, action)
    hands.services.notes.settle(item.id, ItemState.DEFERRED)
    hands.services.closings.carry(item.id, second, Carry.COPY)
    hands.page.open_meeting(second)
    hands.settle()
    return opened(hands)


def spoken(panel: JourneyPanel) -> list[str]:
    stops = panel.list.stops
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(stops.index(row).data(role)).replace("\u00a0", " ") for row in range(stops.rowCount())]


def test_a_journey_is_read_as_a_list(hands: Hands) -> None:
    panel = carried(hands)
    assert panel.isVisible()
    assert panel.list.hasFocus()
    assert not hands.table.isVisible()
    assert spoken(panel) == [
        (
            "tis 1 december 2026, Taktisk nivå. Bordlagd. Per återkommer. Vi väntar. "
            "Åtgärd: Se över reglerna (Per, 2026-12-10)."
        ),
        "tis 15 december 2026, Taktisk nivå. Öppen, bordlagd en gång hittills, det här mötet.",
    ]
    told = {text.objectName(): text.text() for text in panel.findChildren(Text)}
    assert told["journeyTitle"] == "Resa: Gallring"
    assert told["journeySpan"] == "Har följts i 2 veckor genom 2 möten."


def test_escape_leads_back_to_the_agenda(hands: Hands) -> None:
    panel = carried(hands)
    press(panel.list, Qt.Key.Key_Escape)
    assert hands.table.isVisible()
    assert hands.table.hasFocus()


def test_enter_on_a_stop_opens_its_meeting(hands: Hands) -> None:
    panel = carried(hands)
    here = hands.page.view.meeting_id
    press(panel.list, Qt.Key.Key_Up)
    press(panel.list, Qt.Key.Key_Return)
    hands.settle()
    assert hands.page.view.meeting_id not in {here, None}
    assert hands.titles() == ["Inledning", "Gallring"]
    assert hands.table.isVisible()


def test_the_journey_follows_what_happens_meanwhile(hands: Hands) -> None:
    panel = carried(hands)
    item = hands.stored()[0]
    hands.services.agendas.change(item.id, title="Gallring och arkiv")
    hands.page.refresh(frozenset({"agenda"}))
    hands.settle()
    assert "Gallring." in spoken(panel)[0], "it was called otherwise then"
    hands.services.agendas.remove(item.id)
    hands.page.refresh(frozenset({"agenda"}))
    hands.settle()
    assert not panel.isVisible()


def test_an_item_with_one_meeting_says_so(hands: Hands) -> None:
    hands.open("Inledning")
    panel = opened(hands)
    assert hands.find(QWidget, "journeyNone").isVisible()
    assert not panel.list.isVisible()
    leave = hands.find(QPushButton, "journeyLeave")
    assert leave.hasFocus()
    press(leave, Qt.Key.Key_Return)
    assert hands.table.isVisible()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Har varit uppe på 2 möten samma dag."),
        (1, "Har följts i en dag genom 2 möten."),
        (13, "Har följts i 13 dagar genom 2 möten."),
        (30, "Har följts i 4 veckor genom 2 möten."),
        (31, "Har följts i en månad genom 2 möten."),
        (245, "Har följts i 8 månader genom 2 möten."),
        (731, "Har följts i 2 år genom 2 möten."),
        (765, "Har följts i 2 år och en månad genom 2 möten."),
    ],
)
def test_how_long_a_topic_has_been_followed(qapp: object, days: int, words: str) -> None:
    stops = tuple(stop(offset) for offset in (0, days))
    assert followed(Journey(item_id=stops[0].item_id, stops=stops)) == words


def stop(days: int) -> Stop:
    starts = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
    return Stop(
        item_id=new_id(),
        meeting_id=new_id(),
        starts_at=starts,
        day=starts.date(),
        forum=Forum.TACTICAL,
        title="Gallring",
    )
