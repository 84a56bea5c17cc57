"""Nothing that is typed is lost, whatever happens before the pause that would have saved it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from desktop.views.meetings.agenda_model import Column
from desktop.views.meetings.meeting_tabs import Tab
from tests.views.meetings.conftest import EVERYTHING, Hands, press, type_text

TYPED = " om lön på Åland, för äldre"


def switch_meeting(hands: Hands) -> None:
    hands.page.list.choose(hands.page.list.meetings.rows[1].id)


def switch_by_key(hands: Hands) -> None:
    hands.page.list.setFocus()
    press(hands.page.list, Qt.Key.Key_Down)


def open_other(hands: Hands) -> None:
    hands.page.open_meeting(hands.page.list.meetings.rows[1].id)


def change_tab(hands: Hands) -> None:
    hands.page.view.show_tab(Tab.HISTORY)


def close_window(hands: Hands) -> None:
    hands.page.flush()
    hands.page.close()


def new_meeting(hands: Hands) -> None:
    hands.page.new_meeting()


def hear_news(hands: Hands) -> None:
    hands.page.refresh(EVERYTHING)
    hands.settle()
    hands.page.flush()


def take_proposals(hands: Hands) -> None:
    hands.page.view.agenda.proposals._accept_all()


LEAVING = (
    switch_meeting, switch_by_key, open_other, change_tab, close_window, new_meeting, hear_news, take_proposals,
)  # fmt: skip


@pytest.fixture
def two(hands: Hands) -> Hands:
    hands.meeting("Annat", day=9, title="Nästa")
    hands.open("Ett", "Två")
    hands.table.choose(0)
    return hands


def title_editor(hands: Hands) -> QWidget:
    press(hands.table, Qt.Key.Key_F2)
    editor = hands.editor()
    assert isinstance(editor, QLineEdit)
    editor.end(False)
    return editor


@pytest.mark.parametrize("leave", LEAVING)
def test_a_title_half_typed_is_stored(two: Hands, leave: Callable[[Hands], None]) -> None:
    key = two.page.view.meeting_id
    assert key is not None
    type_text(title_editor(two), TYPED)
    assert two.services.agendas.get(key)[0].title == "Ett", "nothing has saved it yet"
    leave(two)
    two.settle()
    assert next(item for item in two.services.agendas.get(key) if "Åland" in item.title).title == "Ett" + TYPED


@pytest.mark.parametrize("leave", LEAVING)
@pytest.mark.parametrize("name", ["itemOutcome", "itemPreparation"])
def test_a_text_half_typed_is_stored(two: Hands, name: str, leave: Callable[[Hands], None]) -> None:
    key = two.page.view.meeting_id
    assert key is not None
    two.settle()
    type_text(two.text(name), TYPED)
    leave(two)
    two.settle()
    item = next(item for item in two.services.agendas.get(key) if item.title == "Ett")
    stored = item.wanted_outcome if name == "itemOutcome" else two.services.agendas.preparation(item.id)
    assert stored == TYPED


@pytest.mark.parametrize("leave", [switch_meeting, open_other, change_tab, close_window, new_meeting, hear_news])
@pytest.mark.parametrize("name", ["meeting-place", "meeting-title"])
def test_a_detail_half_typed_is_stored(two: Hands, name: str, leave: Callable[[Hands], None]) -> None:
    key = two.page.view.meeting_id
    assert key is not None
    two.page.view.show_tab(Tab.DETAILS)
    field = two.field(name)
    field.selectAll()
    type_text(field, "Östersund, våning två")
    leave(two)
    two.settle()
    meeting = two.services.meetings.get(key).meeting
    assert getattr(meeting, name.removeprefix("meeting-")) == "Östersund, våning två"


def test_minutes_half_typed_are_stored(two: Hands) -> None:
    key = two.page.view.meeting_id
    assert key is not None
    two.table.choose(0, Column.MINUTES)
    press(two.table, Qt.Key.Key_F2)
    spin = two.editor()
    assert isinstance(spin, QSpinBox)
    spin.selectAll()
    type_text(spin.lineEdit(), "45")
    switch_meeting(two)
    two.settle()
    assert two.services.agendas.get(key)[0].minutes == 45


def test_letters_that_are_composed_arrive_whole(two: Hands) -> None:
    editor = title_editor(two)
    assert isinstance(editor, QLineEdit)
    for composed, letter in (("°a", "å"), ("¨a", "ä"), ("¨o", "ö")):
        QApplication.sendEvent(editor, QInputMethodEvent(composed, []))
        two.page.refresh(EVERYTHING)
        two.settle()
        type_text(editor, letter)
    assert editor.text() == "Ettåäö"
    two.page.flush()
    assert two.stored()[0].title == "Ettåäö"


def test_news_while_typing_leave_text_and_cursor_alone(two: Hands) -> None:
    field = two.text("itemOutcome")
    assert isinstance(field, QPlainTextEdit)
    type_text(field, "Besluta")
    two.services.agendas.change(two.page.view.agenda.model.item(0).id, wanted_outcome="Från annat håll")
    two.settle()
    type_text(field, " nu")
    assert field.toPlainText() == "Besluta nu"
    two.page.flush()
    assert two.stored()[0].wanted_outcome == "Besluta nu"


def test_undo_while_typing_takes_back_the_typing_and_redo_returns_it(two: Hands) -> None:
    type_text(title_editor(two), TYPED)
    two.undo()
    assert two.titles()[0] == "Ett"
    two.tasks.run(two.services.history.redo, two.page, lambda _act: None)
    two.settle()
    assert two.titles()[0] == "Ett" + TYPED
    assert two.stored()[0].title == "Ett" + TYPED


def test_a_name_half_typed_among_the_participants_stays_in_its_field(two: Hands) -> None:
    two.page.view.show_tab(Tab.PARTICIPANTS)
    type_text(two.field("participantName"), "Åsa")
    two.page.refresh(EVERYTHING)
    two.settle()
    two.page.view.show_tab(Tab.HISTORY)
    two.page.view.show_tab(Tab.PARTICIPANTS)
    assert two.field("participantName").text() == "Åsa"
