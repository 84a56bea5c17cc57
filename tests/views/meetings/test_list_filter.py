"""The list of meetings is narrowed by words and choices, by keyboard, wide and narrow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.meetings.list_filter import ListFilter
from tests.views.meetings.conftest import Hands, press, type_text


def titles(hands: Hands) -> list[str]:
    return [row.title for row in hands.page.list.meetings.rows]


def find(hands: Hands) -> ListFilter:
    """The filter, by Ctrl+F."""
    hands.page.list.setFocus()
    press(hands.page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    return hands.page._side.filter


def three(hands: Hands) -> None:
    hands.meeting(title="Taktiskt om lön")
    awaited = hands.meeting(title="Operativt", level=Level.OPERATIONAL, day=2)
    hands.services.meetings.change(awaited, state=MeetingState.NOTES_AWAITED)
    cancelled = hands.meeting(title="Inställt", day=3)
    hands.services.meetings.change(cancelled, state=MeetingState.CANCELLED)
    hands.settle()


def test_words_narrow_the_list_while_they_are_typed(hands: Hands) -> None:
    three(hands)
    made = find(hands)
    assert made.isVisible()
    field = made._text
    assert field.hasFocus()
    type_text(field, "LÖN")
    assert titles(hands) == ["Taktiskt om lön"]
    assert hands.find(QPushButton, "meetingFilterButton").property("text") == "Filter: 1 av 3"
    press(field, Qt.Key.Key_Escape)
    assert not made.isVisible()
    assert titles(hands) == ["Taktiskt om lön"]
    hands.meeting(title="Mer om lön", day=5)
    hands.settle()
    assert titles(hands) == ["Taktiskt om lön", "Mer om lön"]


def test_choices_say_how_many_they_show(hands: Hands) -> None:
    three(hands)
    made = find(hands)
    box = made._boxes["stage"]
    assert [box.itemText(place) for place in range(box.count())] == [
        "Alla", "Kommande (1)", "Väntar på anteckningar (1)", "Genomförda (1)", "Inställda (1)",
    ]  # fmt: skip
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert titles(hands) == ["Operativt"]
    assert made._count.text() == "1 av 3 möten"
    assert made._boxes["year"].itemText(1) == "2026 (1)"
    made._all.click()
    assert len(titles(hands)) == 3
    assert box.currentIndex() == 0


def test_nothing_that_fits_says_so_and_offers_everything(hands: Hands) -> None:
    three(hands)
    hands.page.resize(1000, 600)
    type_text(find(hands)._text, "finns inte")
    hands.page._side.filter.close()
    empty = hands.find(QWidget, "noMeetingsHere")
    assert empty.isVisible()
    assert not hands.page.list.isVisible()
    button = empty.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Visa alla"
    button.click()
    assert len(titles(hands)) == 3
    assert hands.page.list.isVisible()
    hands.page.show_forum(Forum.COUNCIL)
    hands.settle()
    assert not button.isVisible()


def test_a_meeting_that_is_opened_is_never_hidden_by_the_filter(hands: Hands) -> None:
    three(hands)
    other = hands.meeting(title="Strategiskt", level=Level.STRATEGIC, day=9)
    hands.settle()
    type_text(find(hands)._text, "lön")
    hands.page._side.filter.close()
    hands.page.open_meeting(other)
    hands.settle()
    assert "Strategiskt" in titles(hands)
    assert hands.page.list.current == other


def test_the_filter_is_named_and_walked_by_tab(hands: Hands) -> None:
    three(hands)
    made = find(hands)
    names: list[str] = []
    for _ in range(6):
        focus = made.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or focus.property("text"))
        press(focus, Qt.Key.Key_Tab)
    assert names[:3] == ["Sök", "Läge", "År"]  # the areas and series are empty here and cannot be chosen
    assert not hands.page._side.filter._boxes["area_id"].isEnabled()
    assert isinstance(made._boxes["stage"], QComboBox)
    type_text(made._text, "lön")
    made.close()
    hands.page._side.resize(60, 500)
    narrow = hands.find(QWidget, "meetingFilterNarrow")
    assert narrow.isVisibleTo(hands.page._side)
    assert (narrow.property("text"), narrow.accessibleName()) == ("1", "Filter: 1 av 3")
