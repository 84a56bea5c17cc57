"""Taking notes: saved by themselves, captured line by line, never mixed up, and read only when finalised."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.capture import Captured, OutcomeKind
from desktop.domain.meetings.followup import LONGEST_TEXT, Action, Decision
from desktop.domain.meetings.note_sheet import NoteSheet
from desktop.domain.meetings.notes import NotesVersion
from desktop.models.notes import NotesVersionRecord
from desktop.views.meetings.meeting_tabs import Tab
from desktop.views.meetings.notes.note_field import NoteField
from tests.views.meetings.conftest import Hands, press, type_text

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NOW = datetime(2026, 12, 1, 12, 32, tzinfo=UTC)  # the meeting begins at 12, Swedish time 13


class Notes:
    """The tab of the notes of a meeting with some items, and short ways to use it."""

    def __init__(self, hands: Hands, *titles: str, now: datetime = NOW) -> None:
        self.hands = hands
        self.meeting = hands.open(*(titles or ("Ett", "Två", "Tre")))
        self.tab = hands.page.view.notes
        self.tab._clock = self.tab.view.pace._clock = lambda: now
        hands.services.participants.add_guest(self.meeting, "Per Holmér", "per@ssc.example", Party.SSC)
        hands.page.view.show_tab(Tab.NOTES)
        hands.settle()
        self.field.setFocus()

    def end(self) -> None:
        """Have everything stored before the window closes."""
        self.hands.page.flush()
        self.hands.settle()

    @property
    def field(self) -> NoteField:
        return self.tab.view.field

    @property
    def ids(self) -> list[UUID]:
        return [item.id for item in self.hands.services.agendas.get(self.meeting)]

    def type(self, *lines: str) -> None:
        """Type lines with Enter between them; the last one is not ended."""
        for place, line in enumerate(lines):
            if place:
                press(self.field, Qt.Key.Key_Return)
            type_text(self.field, line)

    def sheet(self) -> NoteSheet:
        """What the register has."""
        self.hands.settle()
        return self.hands.services.notes.sheet(self.meeting)

    def stored(self) -> list[str]:
        sheet = self.sheet()
        return [sheet.text(key) for key in self.ids]

    def outcomes(self, place: int = 0) -> list[str]:
        return [outcome.text for outcome in self.sheet().of_item(self.ids[place])]

    def on_screen(self) -> list[str]:
        self.hands.settle()
        return [row._text.toPlainText() for row in self.tab.view.outcomes.rows]


@pytest.fixture
def notes(hands: Hands) -> Notes:
    return Notes(hands)


# Saving


def test_typing_is_saved_on_a_pause_and_said_with_its_time(notes: Notes) -> None:
    saved = notes.hands.find(QLabel, "noteSaved")
    notes.type("Per redogjorde")
    assert notes.stored()[0] == ""
    assert saved.text() == "Sparar …"
    notes.hands.qtbot.waitUntil(lambda: notes.stored()[0] != "")
    assert notes.stored()[0] == "Per redogjorde"
    assert saved.text() == "Sparat 13.32"


def test_another_item_another_tab_and_another_meeting_save_what_is_typed(notes: Notes) -> None:
    notes.type("ett")
    press(notes.field, Qt.Key.Key_Down, CONTROL)
    assert notes.field.toPlainText() == ""
    notes.type("två")
    notes.hands.page.view.show_tab(Tab.AGENDA)
    assert notes.stored() == ["ett", "två", ""]
    notes.hands.page.view.show_tab(Tab.NOTES)
    notes.hands.settle()
    assert notes.field.toPlainText() == "två", "the item stays"
    notes.type(" mer")
    other = notes.hands.meeting("Annan", day=2)
    notes.hands.page.open_meeting(other)
    assert sorted(notes.stored()[1].split()) == ["mer", "två"]
    assert notes.field.toPlainText() == ""


def test_going_back_shows_what_was_typed_although_it_is_still_being_stored(notes: Notes) -> None:
    notes.type("ett")
    notes.tab.step(1)
    notes.tab.step(-1)
    assert notes.field.toPlainText() == "ett"
    notes.end()


def test_nothing_can_be_typed_before_the_notes_are_read(hands: Hands) -> None:
    meeting = hands.open("Ett")
    hands.services.notes.write(hands.stored()[0].id, "viktigt")
    hands.settle()
    hands.page.view.show_tab(Tab.NOTES)
    field = hands.page.view.notes.view.field
    assert field.isReadOnly()
    hands.settle()
    assert not field.isReadOnly()
    assert field.toPlainText() == "viktigt"
    assert hands.page.view.meeting_id == meeting


def test_news_never_overwrite_what_is_being_typed(notes: Notes) -> None:
    notes.type("Mitt")
    notes.hands.services.notes.write(notes.ids[0], "Annans")
    notes.hands.settle()
    assert notes.field.toPlainText() == "Mitt"
    notes.end()


# Capture


def test_enter_after_a_command_makes_an_outcome_and_takes_the_line(notes: Notes) -> None:
    notes.type("Per redogjorde", "Å Beskriv rutinen @per ->2026-12-20", "B Vi gör så", "I Ny rutin", "vidare")
    notes.hands.page.flush()
    assert notes.stored()[0] == "Per redogjorde\nvidare"
    assert sorted(notes.outcomes()) == ["Beskriv rutinen", "Ny rutin", "Vi gör så"]
    assert sorted(notes.on_screen()) == sorted(notes.outcomes())
    action = next(each for each in notes.sheet().outcomes if isinstance(each, Action))
    assert (action.owner, action.party, action.due_on) == ("Per Holmér", Party.SSC, date(2026, 12, 20))


def test_one_undo_gives_the_line_back_and_takes_the_outcome_away(notes: Notes) -> None:
    notes.type("Först", "B Vi gör så")
    press(notes.field, Qt.Key.Key_Return)
    assert (notes.stored()[0], notes.outcomes()) == ("Först\n", ["Vi gör så"])
    notes.hands.undo()
    assert (notes.stored()[0], notes.outcomes()) == ("Först\nB Vi gör så", [])
    assert notes.field.toPlainText() == "Först\nB Vi gör så"


def test_a_command_in_the_middle_goes_away_whole(notes: Notes) -> None:
    notes.type("Först", "B Vi gör så")
    notes.field.insertPlainText("\nSist 😀")
    cursor = notes.field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Up)
    notes.field.setTextCursor(cursor)
    press(notes.field, Qt.Key.Key_Return)
    assert (notes.stored()[0], notes.outcomes()) == ("Först\nSist 😀", ["Vi gör så"])


def test_small_letters_and_words_are_text(notes: Notes) -> None:
    notes.type("b beslut", "Bra så", "i dag", "slut")
    notes.hands.page.flush()
    assert (notes.stored()[0], notes.outcomes()) == ("b beslut\nBra så\ni dag\nslut", [])


def test_what_is_not_understood_is_told(notes: Notes) -> None:
    notes.type("Å Skriv @Lisa ->snart")
    press(notes.field, Qt.Key.Key_Return)
    assert notes.outcomes() == ["Skriv ->snart"]
    sentence, tone, undoable = notes.hands.messages[-1]
    assert "Ingen som heter ”Lisa”" in sentence
    assert "”snart” är inte ett datum" in sentence
    assert (tone, undoable) == ("warning", True)


def test_an_outcome_that_is_too_long_stays_in_the_notes(notes: Notes) -> None:
    line = "B " + "x" * (LONGEST_TEXT + 1)
    notes.type(line)
    press(notes.field, Qt.Key.Key_Return)
    notes.hands.page.flush()
    assert notes.stored()[0].strip() == line
    assert notes.outcomes() == []
    assert "högst" in notes.hands.messages[-1][0]


def test_a_button_makes_an_outcome_of_the_selected_words(notes: Notes) -> None:
    notes.type("Parterna: 😀 Vi gör så.")
    cursor = notes.field.textCursor()
    for _ in range(len("Vi gör så.")):
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    notes.field.setTextCursor(cursor)
    notes.hands.find(QPushButton, "add-decision").click()
    assert (notes.stored()[0], notes.outcomes()) == ("Parterna: 😀 ", ["Vi gör så."])
    notes.hands.undo()
    assert (notes.stored()[0], notes.outcomes()) == ("Parterna: 😀 Vi gör så.", [])


def test_a_button_without_selection_offers_a_row(notes: Notes) -> None:
    notes.hands.find(QPushButton, "add-action").click()
    row = notes.hands.field("newOutcomeText")
    assert row.isVisible()
    type_text(row, "Beskriv rutinen @holm ->2026-12-20")
    press(row, Qt.Key.Key_Return)
    assert notes.on_screen() == ["Beskriv rutinen"]
    assert row.text() == ""
    press(row, Qt.Key.Key_Escape)
    assert not row.isVisible()


def test_what_is_typed_in_the_row_is_kept_when_it_is_left(notes: Notes) -> None:
    notes.hands.find(QPushButton, "add-decision").click()
    type_text(notes.hands.field("newOutcomeText"), "Vi gör så")
    notes.tab.step(1)
    assert notes.outcomes(0) == ["Vi gör så"]
    assert notes.outcomes(1) == []


# Outcomes in place


def row(notes: Notes, captured: Captured) -> QWidget:
    notes.hands.services.notes.capture(notes.ids[0], captured)
    notes.hands.settle()
    return notes.tab.view.outcomes.rows[-1]


def test_words_owner_side_and_day_are_changed_in_place(notes: Notes) -> None:
    shown = row(notes, Captured(kind=OutcomeKind.ACTION, text="Skriv"))
    text = shown.findChild(QPlainTextEdit, "outcomeText")
    type_text(text, "Nu: ")
    press(text, Qt.Key.Key_Return)
    owner, due = (shown.findChild(QLineEdit, name) for name in ("outcomeOwner", "outcomeDue"))
    type_text(owner, "holm")
    type_text(due, "2026-12-20")
    notes.hands.page.flush()
    (made,) = notes.sheet().outcomes
    assert isinstance(made, Action)
    assert (made.text, made.owner, made.party, made.due_on) == (
        "Nu: Skriv",
        "Per Holmér",
        Party.SSC,
        date(2026, 12, 20),
    )
    assert owner.text() == "Per Holmér"
    side = shown.findChild(QComboBox, "outcomeParty")
    assert side.currentText() == "SSC"
    side.setCurrentIndex(0)
    side.activated.emit(0)
    assert notes.sheet().outcomes[0].party is Party.AGENCY


def test_a_whole_party_can_be_typed_as_the_owner(notes: Notes) -> None:
    shown = row(notes, Captured(kind=OutcomeKind.ACTION, text="Skriv"))
    type_text(shown.findChild(QLineEdit, "outcomeOwner"), "ssc")
    notes.hands.page.flush()
    made = notes.sheet().outcomes[0]
    assert (made.owner, made.party) == ("", Party.SSC)
    assert shown.findChild(QComboBox, "outcomeParty").currentText() == "SSC"


def test_an_unknown_owner_and_an_unreadable_day_are_told_below(notes: Notes) -> None:
    shown = row(notes, Captured(kind=OutcomeKind.ACTION, text="Skriv", party=Party.SSC))
    remark = shown.findChild(QLabel, "outcomeRemark")
    type_text(shown.findChild(QLineEdit, "outcomeOwner"), "Lisa")
    notes.hands.page.flush()
    made = notes.sheet().outcomes[0]
    assert (made.owner, made.party) == ("Lisa", Party.SSC)
    assert "Ingen som heter ”Lisa”" in remark.text()
    due = shown.findChild(QLineEdit, "outcomeDue")
    type_text(due, "snart")
    notes.hands.page.flush()
    assert "inte ett datum" in remark.text()
    assert due.text() == "snart"


def test_an_outcome_cannot_become_empty(notes: Notes) -> None:
    shown = row(notes, Captured(kind=OutcomeKind.DECISION, text="Vi gör så"))
    text = shown.findChild(QPlainTextEdit, "outcomeText")
    text.selectAll()
    text.insertPlainText(" ")
    notes.hands.page.flush()
    assert notes.outcomes() == ["Vi gör så"]
    assert "ta bort" in shown.findChild(QLabel, "outcomeRemark").text()


def test_removing_tells_and_can_be_undone(notes: Notes) -> None:
    shown = row(notes, Captured(kind=OutcomeKind.DECISION, text="Vi gör så"))
    shown.findChild(QPushButton, "outcomeRemove").click()
    assert notes.on_screen() == []
    assert notes.hands.messages[-1] == ("Beslutet är borttaget.", "info", True)
    notes.hands.undo()
    assert notes.on_screen() == ["Vi gör så"]


# Items


def test_the_list_shows_plan_notes_outcomes_and_state(notes: Notes) -> None:
    notes.type("text")
    notes.hands.page.flush()
    row(notes, Captured(kind=OutcomeKind.DECISION, text="Vi gör så"))
    model = notes.tab.list.items
    assert [model.facts(each) for each in model.rows] == [
        "13.00 · 10 min · 1 utfall",
        "13.10 · 10 min",
        "13.20 · 10 min",
    ]
    assert [each.noted for each in model.rows] == [True, False, False]
    press(notes.field, Qt.Key.Key_1, CONTROL)
    press(notes.field, Qt.Key.Key_PageDown, ALT)
    press(notes.field, Qt.Key.Key_2, CONTROL)
    states = [(item.state, item.deferrals) for item in notes.hands.stored()]
    assert states == [(ItemState.DEALT_WITH, 0), (ItemState.DEFERRED, 1), (ItemState.OPEN, 0)]
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Punkt 1. Ett. 13.00–13.10. Behandlad. Anteckning finns. 1 utfall."
    assert notes.hands.find(QComboBox, "noteState").currentText() == "Bordlagd"


def test_an_agenda_without_items_says_where_they_come_from(hands: Hands) -> None:
    hands.open()
    hands.page.view.show_tab(Tab.NOTES)
    hands.settle()
    assert hands.find(QWidget, "notesNone").isVisible()
    assert not hands.page.view.notes.view.isVisible()


def test_the_clock_is_compared_with_the_plan(notes: Notes) -> None:
    state, advice = notes.hands.find(QLabel, "paceState"), notes.hands.find(QLabel, "paceAdvice")
    assert state.text() == "22 min efter plan"
    notes.tab.step(2)
    assert (state.text(), advice.text()) == ("2 min efter plan", "Kl. 13.32.")
    late = datetime(2026, 12, 1, 13, 25, tzinfo=UTC)
    notes.tab.step(-1)
    notes.tab.view.pace._clock = lambda: late
    notes.tab.view.pace.tick()
    assert advice.text() == "Kl. 14.25. Med resten enligt plan slutar mötet 14.35. Punkt 3 kan kortas."


def test_the_clock_is_silent_when_no_meeting_is_going_on(hands: Hands) -> None:
    notes = Notes(hands, now=datetime(2026, 11, 30, 12, tzinfo=UTC))
    assert not notes.tab.view.pace.isVisible()


# The last time


@pytest.fixture
def second(hands: Hands) -> Notes:
    first = hands.meeting("Gallring", day=1)
    (item,) = hands.services.agendas.get(first)
    hands.services.notes.write(item.id, "sagt sist")
    hands.services.notes.capture(item.id, Captured(kind=OutcomeKind.DECISION, text="Vi gallrar"))
    key = hands.meeting("Gallring", day=15)
    hands.page.open_meeting(key)
    hands.page.view.show_tab(Tab.NOTES)
    hands.settle()
    made = object.__new__(Notes)
    made.hands, made.meeting, made.tab = hands, key, hands.page.view.notes
    made.field.setFocus()
    return made


def test_the_head_says_how_often_the_item_was_deferred(notes: Notes) -> None:
    notes.hands.services.notes.settle(notes.ids[0], ItemState.DEFERRED)
    notes.hands.settle()
    assert "bordlagd en gång" in notes.hands.find(QLabel, "noteFacts").text()


def test_what_was_said_the_last_time_is_one_key_away_and_copied_by_another(second: Notes) -> None:
    press(second.field, Qt.Key.Key_F6)
    second.hands.settle()
    assert second.hands.text("earlierText").toPlainText() == "sagt sist\nBeslut: Vi gallrar"
    assert second.hands.find(QLabel, "earlierWhere").text() == "Taktiskt möte, 1\u00a0december\u00a02026"
    second.type("nu")
    press(second.field, Qt.Key.Key_F6, CONTROL | SHIFT)
    second.hands.page.flush()
    assert second.stored()[0] == "nu\nsagt sist\nBeslut: Vi gallrar"
    press(second.hands.text("earlierText"), Qt.Key.Key_Escape)
    assert not second.tab.view.earlier.isVisible()
    assert second.field.hasFocus()


def test_an_item_that_is_new_says_so(notes: Notes) -> None:
    press(notes.field, Qt.Key.Key_F6)
    notes.hands.settle()
    assert notes.hands.find(QLabel, "earlierWhere").text() == "Det finns ingen tidigare anteckning om punkten."


# Phrases, private preparation, finalised notes


def test_a_phrase_is_inserted_at_the_cursor(notes: Notes) -> None:
    notes.type("Obs. ")
    press(notes.field, Qt.Key.Key_Space, CONTROL)
    menu = notes.hands.find(QMenu, "notePhrases")
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert notes.field.toPlainText() == "Obs. Frågan bordläggs till nästa möte."
    notes.end()


def test_private_preparation_is_folded_and_never_in_the_notes(notes: Notes) -> None:
    notes.hands.services.agendas.prepare(notes.ids[0], "Kräv ersättning")
    notes.hands.settle()
    fold, text = notes.hands.find(QWidget, "notePrivate"), notes.hands.find(QLabel, "notePrivateText")
    assert fold.isVisible()
    assert fold.property("private") is True
    assert not text.isVisible()
    assert text.text() == ""
    press(notes.field, Qt.Key.Key_F7)
    notes.hands.settle()
    assert (text.isVisible(), text.text()) == (True, "Kräv ersättning")
    notes.tab.step(1)
    notes.hands.settle()
    assert not fold.isVisible()
    assert text.text() == ""
    assert "ersättning" not in str(notes.sheet())


def test_finalised_notes_can_be_read_and_not_changed(notes: Notes) -> None:
    notes.type("fast")
    notes.hands.page.flush()
    shown = row(notes, Captured(kind=OutcomeKind.ACTION, text="Skriv"))
    version = NotesVersion(id=new_id(), meeting_id=notes.meeting, number=3, finalised_by="provaren",
                           finalised_at=NOW, content="{}", digest="0")  # fmt: skip
    with notes.hands.services.database.writing(Act("test.put")) as session:
        session.add(NotesVersionRecord.of(version))
    notes.hands.settle()
    assert notes.hands.find(QWidget, "notesFixed").isVisible()
    assert "version 3" in notes.hands.find(QLabel, "notesFixedWords").text()
    assert notes.field.isReadOnly()
    assert shown.findChild(QPlainTextEdit, "outcomeText").isReadOnly()
    assert not notes.hands.find(QPushButton, "add-decision").isVisible()
    press(notes.field, Qt.Key.Key_2, CONTROL)
    notes.hands.settle()
    assert notes.hands.stored()[0].state is ItemState.OPEN
    asked: list[bool] = []
    notes.tab.reopening_asked.connect(lambda: asked.append(True))
    notes.hands.find(QPushButton, "notesReopen").click()
    assert asked == [True]


# Hands


def test_tab_leaves_the_field_and_control_tab_inserts(notes: Notes) -> None:
    notes.field.setFocus()
    type_text(notes.field, "a")
    press(notes.field, Qt.Key.Key_Tab, CONTROL)
    assert notes.field.toPlainText() == "a\t"
    press(notes.field, Qt.Key.Key_Tab)
    assert not notes.field.hasFocus()
    notes.end()


def test_everything_is_reached_by_keyboard_and_named(notes: Notes) -> None:
    row(notes, Captured(kind=OutcomeKind.ACTION, text="Skriv"))
    notes.tab.list.setFocus()
    seen: list[str] = []
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget is None or widget.objectName() in seen:
            break
        assert widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()), widget.objectName()
        seen.append(widget.objectName())
        press(widget, Qt.Key.Key_Tab)
    wanted = ["noteItems", "noteState", "notePhraseButton", "noteEarlier", "noteField"]
    wanted += ["add-decision", "add-action", "add-information"]
    wanted += ["outcomeText", "outcomeRemove", "outcomeOwner", "outcomeParty", "outcomeDue"]
    assert [name for name in seen if name in wanted] == wanted


def test_the_list_is_left_for_the_notes_with_enter(notes: Notes) -> None:
    notes.tab.list.setFocus()
    press(notes.tab.list, Qt.Key.Key_Down)
    press(notes.tab.list, Qt.Key.Key_Return)
    assert notes.field.hasFocus()
    assert notes.tab.list.current == notes.ids[1]


def test_decisions_made_here_stand_in_the_log(notes: Notes) -> None:
    notes.type("B Vi gör så")
    press(notes.field, Qt.Key.Key_Return)
    notes.hands.settle()
    (made,) = notes.hands.services.followups.decisions()
    assert isinstance(made, Decision)
    assert (made.item_id, made.meeting_id) == (notes.ids[0], notes.meeting)
