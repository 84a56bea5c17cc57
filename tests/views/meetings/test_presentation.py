"""A meeting before a whole room: by keyboard, in every size, and never with what is private (R11)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.dates import in_prose, now
from desktop.domain.level import Party
from desktop.domain.meetings.capture import Captured, OutcomeKind
from desktop.services.meetings.agendas import Agendas
from desktop.views.meetings.presentation.window import PresentationWindow
from tests.views.meetings.conftest import Hands, press

SECRET = "Hemlig-strategi-4711"
LATER = datetime(2026, 12, 1, 12, 25, tzinfo=UTC)


class Room:
    """A meeting with three items, and the window that shows it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.key = hands.open("Inledning", "Fel i lön", "Avgifter")
        self.items = hands.services.agendas.get(self.key)
        self.showing = hands.page.view.showing
        self.showing._clock = lambda: LATER

    def begin(self) -> PresentationWindow:
        action = self.hands.page.findChild(QAction, "presentMeeting")
        assert action is not None
        action.trigger()
        self.hands.settle()
        return self.window

    @property
    def window(self) -> PresentationWindow:
        assert self.showing.window is not None
        return self.showing.window

    def says(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    def text(self, name: str) -> str:
        found = self.window.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def press(self, key: Qt.Key) -> None:
        press(self.window, key)


@pytest.fixture
def room(hands: Hands) -> Iterator[Room]:
    made = Room(hands)
    yield made
    if made.showing.window is not None:
        made.window.close()


def test_the_menu_and_f11_show_the_meeting_over_the_whole_screen(room: Room):
    action = room.hands.page.findChild(QAction, "presentMeeting")
    assert action is not None
    assert action.shortcut().toString() == "F11"
    window = room.begin()
    assert window.isFullScreen()
    assert window.slide.title == "Inledning"
    assert room.text("presentationProgress") == "1 av 3"
    assert "1. Inledning" in room.says()
    assert "Information · Föredrar: Exempelmyndigheten · 10 min" in room.says()


def test_keys_go_through_the_items_and_escape_leaves(room: Room):
    window = room.begin()
    seen: list[str] = []
    key = Qt.Key
    for each in (key.Key_Right, key.Key_PageDown, key.Key_Right, key.Key_Left, key.Key_PageUp, key.Key_End,
                 key.Key_Home):  # fmt: skip
        room.press(each)
        seen.append(window.slide.title)
    assert seen == ["Fel i lön", "Avgifter", "Avgifter", "Fel i lön", "Inledning", "Avgifter", "Inledning"]
    room.press(key.Key_Escape)
    assert room.showing.window is None
    again = room.begin()
    press(again, key.Key_F11)
    assert room.showing.window is None


def test_the_buttons_do_the_same_and_keys_work_wherever_the_focus_is(room: Room):
    window = room.begin()
    window._on.setFocus()
    press(window._on, Qt.Key.Key_Return)
    assert window.slide.title == "Fel i lön"
    press(window._on, Qt.Key.Key_Left)
    assert window.slide.title == "Inledning"
    assert not window._back.isEnabled()
    window._leave.click()
    assert room.showing.window is None


def test_the_clock_stands_against_the_plan(room: Room):
    room.begin()
    assert room.text("presentationPlan") == "Kl. 13.25 · Planerat 13.00–13.10 · 15 min efter planen"
    room.press(Qt.Key.Key_End)
    assert room.text("presentationPlan") == "Kl. 13.25 · Planerat 13.20–13.30 · enligt planen"
    room.window._clock = lambda: datetime(2026, 12, 1, 12, 5, tzinfo=UTC)
    room.window._tell_plan()
    assert room.text("presentationPlan").endswith("15 min före planen")
    room.window._clock = lambda: datetime(2026, 11, 30, 12, 5, tzinfo=UTC)
    room.window._tell_plan()
    assert room.text("presentationPlan") == "Planerat 13.20–13.30"


def test_what_is_written_down_meanwhile_is_shown_and_the_item_stays_up(room: Room):
    window = room.begin()
    room.press(Qt.Key.Key_Right)
    item = room.items[1].id
    room.hands.services.notes.write(item, "SSC rättar felet.\nKlart i december.")
    room.hands.services.notes.capture(item, Captured(kind=OutcomeKind.DECISION, text="Felet rättas"))
    due = date(2026, 12, 8)
    told = Captured(kind=OutcomeKind.ACTION, text="Skicka lista", party=Party.AGENCY, due_on=due)
    room.hands.services.notes.capture(item, told)
    room.hands.services.agendas.remove(room.items[0].id)
    room.hands.settle()
    assert window.slide.item_id == item
    assert room.text("presentationProgress") == "1 av 2"
    said = room.says()
    action = f"Skicka lista (Exempelmyndigheten, klar senast {in_prose(due)})"
    for words in ("Klart i december.", "Felet rättas", action):
        assert words in said, said
    room.hands.services.agendas.remove(item)
    room.hands.settle()
    assert window.slide.title == "Avgifter"
    room.hands.services.meetings.remove(room.key)
    room.hands.settle()
    assert room.showing.window is None


def test_an_empty_agenda_is_told_instead_of_shown(hands: Hands):
    hands.open()
    hands.page.view._present()
    hands.settle()
    assert hands.page.view.showing.window is None
    assert hands.messages[-1] == ("Dagordningen har inga punkter att visa.", "warning", False)


# Nothing private


def everything_said(root: QWidget) -> str:
    """Every text that a widget holds for eyes, ears or hands."""
    said: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        own = widget.text() if isinstance(widget, QLabel) else ""
        said += [own, widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis(),
                 widget.statusTip(), widget.windowTitle()]  # fmt: skip
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            said += [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
        names = [bytes(name.data()).decode() for name in widget.dynamicPropertyNames()]
        said += [str(widget.property(name)) for name in names if not name.startswith("_")]
    return "\n".join(said)


def keys_of(room: Room) -> list[UUID]:
    return [item.id for item in room.items]


def test_private_preparation_is_nowhere_in_the_window(room: Room):
    for key in keys_of(room):
        room.hands.services.agendas.prepare(key, SECRET)
    window = room.begin()
    for _ in keys_of(room):
        assert SECRET not in everything_said(window)
        room.press(Qt.Key.Key_Right)
    assert "Avgifter" in everything_said(window), "the walk finds what is there"
    assert SECRET not in repr(window._shown)
    room.hands.services.agendas.prepare(keys_of(room)[0], f"{SECRET} igen")
    room.hands.settle()
    room.press(Qt.Key.Key_Home)
    assert SECRET not in everything_said(window)


def test_the_window_never_asks_for_preparation(room: Room, monkeypatch: pytest.MonkeyPatch):
    room.hands.services.agendas.prepare(keys_of(room)[0], SECRET)
    room.hands.settle()

    def refuse(*_values: object) -> str:
        raise AssertionError("private preparation was asked for")

    window = room.begin()
    monkeypatch.setattr(Agendas, "preparation", refuse)
    monkeypatch.setattr(Agendas, "prepared", refuse)
    room.showing._read()
    room.hands.settle()
    assert window.slide.title == "Inledning"


# Every size


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_long_texts_wrap_and_are_scrolled_to(room: Room, size: tuple[int, int]):
    key = keys_of(room)[0]
    room.hands.services.agendas.change(key, title="Kontaktpersonsförteckningsuppdatering " * 6)
    room.hands.services.notes.write(key, "x" * 400 + "\n" + "En rad till.\n" * 60)
    window = room.begin()
    window.showNormal()
    window.resize(*size)
    room.hands.qtbot.waitUntil(lambda: window.size().toTuple() == size)
    page = window.page
    room.hands.qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
    bar = page.verticalScrollBar()
    assert bar.maximum() > 0
    for label in page.findChildren(QLabel):
        assert label.geometry().right() <= page.viewport().width(), label.text()[:40]
    room.press(Qt.Key.Key_Down)
    assert bar.value() > 0
    room.press(Qt.Key.Key_Right)
    assert bar.value() == 0
    room.hands.qtbot.waitUntil(lambda: bar.maximum() == 0)  # a short item needs no scrolling


def test_type_grows_with_the_screen(room: Room):
    window = room.begin()
    window.showNormal()
    heights: list[int] = []
    for size in ((1024, 700), (1920, 1080)):
        window.resize(*size)
        room.hands.qtbot.waitUntil(lambda size=size: window.page.viewport().width() > size[0] - 40)
        title = window.page.findChild(QLabel, "slideTitle")
        assert title is not None
        heights.append(title.font().pixelSize())
    assert heights[0] >= 36
    assert heights[1] > heights[0]


def test_the_clock_of_the_day_is_used(hands: Hands):
    assert hands.page.view.showing._clock is now
