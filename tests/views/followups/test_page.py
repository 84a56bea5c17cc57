"""Actions and decisions across meetings, on a real register and by keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton

from desktop.domain.forum import Forum
from desktop.domain.level import Level, Party
from desktop.errors import StoreError
from desktop.views.act_words import undo_words
from desktop.views.followups.cells import Column, read_owner
from desktop.views.followups.page import DECISIONS
from desktop.views.history_words import field_word, value_word
from tests.views.followups.conftest import TODAY, Hands
from tests.views.meetings.conftest import press, type_text

LATE = TODAY - timedelta(days=14)


def choose(hands: Hands, name: str, index: int) -> None:
    box = hands.page.findChild(QComboBox, name)
    box.setCurrentIndex(index)
    box.activated.emit(index)
    hands.settle()


def count(hands: Hands) -> str:
    return hands.page.findChild(QLabel, "followupCount").text()


def menu_words(hands: Hands) -> list[str]:
    menu = hands.page.findChild(QMenu, "followupMenu")
    return [action.text() for action in menu.actions()]


def test_overdue_is_said_in_words_and_comes_first(hands: Hands) -> None:
    hands.action("senare", due_on=TODAY + timedelta(days=1))
    hands.action("utan datum", Party.AGENCY)
    hands.action("sen", owner="Per Holmér", due_on=LATE)
    assert hands.texts() == ["sen", "senare", "utan datum"]
    assert hands.said(0, Column.DUE) == "2026-11-10, Försenad 14 dagar"
    assert hands.said(1, Column.DUE) == "2026-11-25"
    assert [hands.said(row, Column.OWNER) for row in range(3)] == ["SSC, Per Holmér", "SSC", "Vi"]
    assert count(hands) == "3 i listan, 1 försenad"


def test_the_filters_narrow_by_party_state_and_forum(hands: Hands) -> None:
    hands.action("vår", Party.AGENCY)
    hands.action("deras", level=Level.STRATEGIC)
    done = hands.action("klar")
    hands.followups.finish(done.id, "Gjort", TODAY)
    hands.settle()
    assert hands.texts() == ["deras", "vår"]
    choose(hands, "followupState", 1)
    assert hands.texts() == ["deras", "vår", "klar"]
    choose(hands, "followupParty", 1)
    assert hands.texts() == ["vår"]
    choose(hands, "followupParty", 0)
    hands.page.show_forum(Forum.STRATEGIC)
    hands.settle()
    assert hands.texts() == ["deras"]
    chip = hands.page.findChild(QPushButton, "followupNarrowing")
    assert (chip.isVisible(), chip.text()) == (True, "Bara på strategisk nivå")
    chip.click()
    hands.settle()
    assert len(hands.texts()) == 3
    assert not chip.isVisible()


def test_a_new_action_is_typed_and_belongs_to_what_is_shown(hands: Hands) -> None:
    hands.page.show_forum(Forum.STRATEGIC)
    choose(hands, "followupParty", 2)
    field = hands.page.action_pane.addition
    type_text(field, "  Ta fram   underlag ")
    press(field, Qt.Key.Key_Return)
    hands.settle()
    (made,) = hands.followups.actions()
    assert (made.text, made.party, made.level) == ("Ta fram underlag", Party.SSC, Level.STRATEGIC)
    assert hands.page.action_pane.table.current_row == 0
    assert field.text() == ""
    hands.undo()
    assert hands.texts() == []


def test_ctrl_n_in_the_table_goes_to_the_new_row(hands: Hands) -> None:
    hands.action("en")
    table = hands.page.action_pane.table
    table.setFocus()
    press(table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.action_pane.addition.hasFocus()


@pytest.mark.parametrize(
    ("column", "typed", "field", "kept"),
    [
        (Column.TEXT, "Ny ordalydelse", "text", "Ny ordalydelse"),
        (Column.OWNER, "vi, Åsa Öberg", "owner", "Åsa Öberg"),
        (Column.DUE, "+2v", "due_on", TODAY + timedelta(days=14)),
        (Column.DUE, "1/12", "due_on", date(2026, 12, 1)),
    ],
)
def test_a_cell_is_edited_in_place_and_undone_as_one(
    hands: Hands, column: Column, typed: str, field: str, kept: object
) -> None:
    before = hands.action("Gammal", owner="Per", due_on=LATE)
    editor = hands.edit(0, column)
    editor.selectAll()
    type_text(editor, typed[:1])
    hands.page.action_pane.table.editors._pause.timeout.emit() if column is Column.TEXT else None
    type_text(editor, typed[1:])
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    assert getattr(hands.followups.actions()[0], field) == kept
    hands.undo()
    assert hands.followups.actions() == (before,)


def test_typing_is_saved_on_a_pause(hands: Hands) -> None:
    hands.action("Å")
    editor = hands.edit(0, Column.TEXT)
    type_text(editor, "tgärd")
    hands.page.action_pane.table.editors.flush()
    hands.settle()
    assert len(hands.followups.actions()[0].text) > 1
    assert hands.page.action_pane.table.editors._editor is editor


def test_an_unreadable_date_is_told_and_the_old_one_stays(hands: Hands) -> None:
    before = hands.action("Å", due_on=LATE)
    editor = hands.edit(0, Column.DUE)
    editor.selectAll()
    type_text(editor, "snart")
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    assert hands.followups.actions() == (before,)
    assert hands.messages[0][0].startswith("”snart” är inte ett datum.")
    assert hands.messages[0][1:] == ("warning", False)


def test_an_emptied_date_is_no_date_and_an_emptied_text_is_not_taken(hands: Hands) -> None:
    hands.action("Å", due_on=LATE)
    for column in (Column.DUE, Column.TEXT):
        editor = hands.edit(0, column)
        editor.selectAll()
        press(editor, Qt.Key.Key_Delete)
        press(editor, Qt.Key.Key_Return)
        hands.settle()
    (kept,) = hands.followups.actions()
    assert (kept.text, kept.due_on) == ("Å", None)


def test_the_level_is_chosen_by_keyboard(hands: Hands) -> None:
    hands.action("Å")
    editor = hands.edit(0, Column.LEVEL)
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    assert hands.followups.actions()[0].level is Level.STRATEGIC


def test_done_asks_for_a_result_in_the_row_and_can_be_undone(hands: Hands) -> None:
    kept = hands.action("Å")
    editor = hands.edit(0, Column.RESULT)
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    assert hands.followups.actions() == (kept,), "without a result nothing is done"
    editor = hands.edit(0, Column.RESULT)
    type_text(editor, "Rutinen är beskriven")
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    assert hands.texts() == []
    assert hands.messages == [("Åtgärden ”Å” är klar.", "good", True)]
    (done,) = hands.followups.actions(open_only=False)
    assert (done.done_on, done.result) == (TODAY, "Rutinen är beskriven")
    hands.undo()
    assert hands.texts() == ["Å"]


def test_escape_lets_go_of_a_result(hands: Hands) -> None:
    kept = hands.action("Å")
    editor = hands.edit(0, Column.RESULT)
    type_text(editor, "Nej")
    press(editor, Qt.Key.Key_Escape)
    hands.settle()
    assert hands.followups.actions() == (kept,)


def test_escape_keeps_a_text_that_was_typed(hands: Hands) -> None:
    hands.action("Å")
    editor = hands.edit(0, Column.TEXT)
    editor.selectAll()
    type_text(editor, "Ändrad")
    press(editor, Qt.Key.Key_Escape)
    hands.settle()
    assert hands.followups.actions()[0].text == "Ändrad"


def test_what_is_done_can_be_opened_again_from_its_menu(hands: Hands) -> None:
    kept = hands.action("Å")
    hands.followups.finish(kept.id, "Gjort", TODAY)
    choose(hands, "followupState", 1)
    assert hands.said(0, Column.RESULT) == "2026-11-24, Gjort"
    table = hands.page.action_pane.table
    table.menu_asked.emit(0, table.mapToGlobal(table.rect().center()))
    assert menu_words(hands) == ["Öppna igen", "Ta bort"]
    hands.page.findChild(QMenu, "followupMenu").actions()[0].trigger()
    hands.settle()
    assert hands.followups.actions() == (kept,)
    hands.page.findChild(QMenu, "followupMenu").close()


def test_delete_removes_and_tells_when_it_is_stored(hands: Hands) -> None:
    kept = hands.action("Å")
    table = hands.page.action_pane.table
    table.setFocus()
    table.choose(0)
    press(table, Qt.Key.Key_Delete)
    assert hands.texts() == [], "it is gone at once"
    assert hands.messages == [], "but told when undo means it"
    hands.settle()
    assert hands.messages == [("Åtgärden ”Å” är borttagen.", "info", True)]
    hands.undo()
    assert hands.followups.actions() == (kept,)


def test_what_cannot_be_stored_is_told_and_read_anew(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.action("Å")

    def refuse(_key: object) -> None:
        raise StoreError("Disken är full.")

    monkeypatch.setattr(hands.page._followups, "remove_action", refuse)
    hands.page.action_pane.table.removal_asked.emit(0)
    hands.settle()
    hands.settle()
    assert hands.texts() == ["Å"]
    assert hands.messages == [("Disken är full.", "danger", False)]


def test_a_meeting_is_opened_by_click_and_by_enter(hands: Hands) -> None:
    meeting = hands.meeting()
    hands.action("Å", meeting_id=meeting)
    opened: list[object] = []
    hands.page.meeting_opened.connect(opened.append)
    table = hands.page.action_pane.table
    place = table.followups.index(0, table.followups.columns.index(Column.MEETING))
    assert place.data() == "2026-09-01"
    assert place.data(Qt.ItemDataRole.AccessibleTextRole) == "Taktiskt <b>möte</b>, 2026-09-01"
    assert "&lt;b&gt;" in place.data(Qt.ItemDataRole.ToolTipRole)
    table._fit()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(place).center())
    table.setCurrentIndex(place)
    press(table, Qt.Key.Key_Return)
    assert opened == [meeting, meeting]


def test_a_narrow_table_says_the_meeting_below_the_text(hands: Hands) -> None:
    hands.action("Å", meeting_id=hands.meeting(), due_on=LATE, owner="Per Holmér")
    table = hands.page.action_pane.table
    hands.page.resize(700, 560)
    hands.settle()
    table._fit()
    assert table.isColumnHidden(table.followups.columns.index(Column.MEETING))
    assert hands.said(0, Column.TEXT) == "Å, Möte 2026-09-01"
    opened: list[object] = []
    hands.page.meeting_opened.connect(opened.append)
    table.menu_asked.emit(0, table.mapToGlobal(table.rect().center()))
    assert menu_words(hands) == ["Markera klar", "Visa mötet", "Ta bort"]
    menu = hands.page.findChild(QMenu, "followupMenu")
    menu.actions()[1].trigger()
    menu.close()
    assert opened == [table.followups.entry(0).meeting_id]
    assert sum(map(table.columnWidth, range(6))) <= table.viewport().width()


def test_decisions_have_their_own_list_order_and_chip(hands: Hands) -> None:
    hands.decision("gammalt", decided_on=LATE, review_on=TODAY)
    hands.decision("nytt")
    hands.page.tabs.setCurrentIndex(DECISIONS)
    pane = hands.page.decision_pane
    assert hands.texts(pane) == ["nytt", "gammalt"]
    choose(hands, "followupOrder", 1)
    assert hands.texts(pane) == ["gammalt", "nytt"]
    assert hands.said(0, Column.REVIEW, pane) == "2026-11-24, Dags nu"
    assert count(hands) == "2 i listan, 1 att följa upp"
    type_text(pane.addition, "Möten varje månad")
    press(pane.addition, Qt.Key.Key_Return)
    hands.settle()
    made = next(one for one in hands.followups.decisions() if one.text == "Möten varje månad")
    assert made.decided_on == TODAY
    pane.table.removal_asked.emit(pane.table.followups.row_of(made.id))
    hands.settle()
    assert hands.messages == [("Beslutet ”Möten varje månad” är borttaget.", "info", True)]


def test_a_decision_that_was_replaced_is_not_to_be_followed_up(hands: Hands) -> None:
    hands.decision("gammalt", decided_on=LATE, review_on=TODAY)
    hands.decision("nytt")
    new, old = hands.followups.decisions()
    hands.page.tabs.setCurrentIndex(DECISIONS)
    hands.settle()
    assert count(hands) == "2 i listan, 1 att följa upp"
    hands.followups.change_decision(new.id, replaces_id=old.id)
    hands.page.refresh(frozenset({"decision"}))
    hands.settle()
    assert count(hands) == "2 i listan"
    choose(hands, "followupOrder", 1)
    assert hands.texts(hands.page.decision_pane) == ["nytt", "gammalt"]


def test_a_refused_review_date_is_told_and_the_screen_is_right_again(hands: Hands) -> None:
    kept = hands.decision("B", decided_on=TODAY)
    hands.page.tabs.setCurrentIndex(DECISIONS)
    editor = hands.edit(0, Column.REVIEW, hands.page.decision_pane)
    type_text(editor, "2026-01-01")
    press(editor, Qt.Key.Key_Return)
    hands.settle()
    hands.settle()
    assert hands.page.decision_pane.table.followups.entries == (kept,)
    assert hands.messages == [
        ("Beslutet kan inte följas upp innan det är fattat. Rätta ett av datumen.", "danger", False)
    ]


def test_empty_lists_say_why(hands: Hands) -> None:
    pane = hands.page.action_pane
    assert pane.empty._title.text() == "Inga åtgärder ännu"
    assert pane.empty.isVisible()
    kept = hands.action("Å")
    assert pane.table.isVisible()
    hands.followups.finish(kept.id, "Gjort", TODAY)
    hands.settle()
    assert pane.empty._title.text() == "Inga öppna åtgärder"
    hands.page.show_forum(Forum.STRATEGIC)
    hands.settle()
    assert pane.empty._title.text() == "Inga åtgärder här"


def test_an_export_names_list_and_form_and_saves_typing_first(hands: Hands) -> None:
    asked: list[str] = []
    hands.page.export_asked.connect(asked.append)
    type_text(hands.page.action_pane.addition, "Å")
    menu = hands.page.findChild(QPushButton, "followupExport").menu()
    for action in menu.actions():
        action.trigger()
    hands.page.tabs.setCurrentIndex(DECISIONS)
    menu.actions()[0].trigger()
    assert asked == ["actions.pdf", "actions.xlsx", "actions.csv", "decisions.pdf"]
    hands.settle()
    assert hands.texts() == ["Å"]


def test_an_action_opened_from_elsewhere_is_found_behind_any_filter(hands: Hands) -> None:
    kept = hands.action("Å")
    hands.action("Ä")
    hands.followups.finish(kept.id, "Gjort", TODAY)
    hands.page.show_forum(Forum.STRATEGIC)
    hands.page.open_action(kept.id)
    hands.settle()
    table = hands.page.action_pane.table
    assert table.followups.entry(table.current_row).id == kept.id


def test_news_of_other_things_leave_the_page_alone(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(hands.page, "_load", lambda: asked.append("read"))
    hands.page.refresh(frozenset({"contact"}))
    assert asked == []
    hands.page.refresh(frozenset({"decision"}))
    assert asked == ["read"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("SSC, Per Holmér", (Party.SSC, "Per Holmér")),
        ("ssc Per", (Party.SSC, "Per")),
        ("vi", (Party.AGENCY, "")),
        ("Statens servicecenter: Per", (Party.SSC, "Per")),
        ("Viktor Ek", (Party.SSC, "Viktor Ek")),
        ("", (Party.SSC, "")),
    ],
)
def test_who_is_to_do_it_is_read_as_it_is_shown(written: str, read: tuple[Party, str]) -> None:
    assert read_owner(written, Party.SSC) == read


def test_history_and_undo_have_words_for_everything(hands: Hands) -> None:
    kept = hands.action("Å")
    hands.followups.change_action(kept.id, owner="Per", due_on=TODAY)
    hands.followups.finish(kept.id, "Gjort", TODAY)
    assert undo_words(hands.history.undoable()) == "Ångra: markera åtgärd som klar ”Å”"
    fields = {entry.field for entry in hands.history.of(kept.id)} - {"id", "meeting_id"}
    assert not [name for name in fields if field_word(name) == name]
    assert value_word("due_on", "2026-11-24") == "24\u00a0november\u00a02026"
    hands.settle()
