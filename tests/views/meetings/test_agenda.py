"""The agenda on screen, worked by keyboard; what it leaves in the register."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from desktop.domain.meetings.agenda import ItemKind, Presenter, PresenterRole, Source, SourceKind
from desktop.views.meetings.agenda_model import Column
from tests.views.meetings.conftest import Hands, press, type_text

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_alt_and_arrows_move_the_item_which_stays_chosen(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    hands.table.setFocus()
    hands.table.choose(0)
    press(hands.table, KEY.Key_Down, ALT)
    assert hands.titles() == ["Två", "Ett", "Tre"], "on screen at once"
    press(hands.table, KEY.Key_Down, ALT)
    press(hands.table, KEY.Key_Down, ALT)
    assert [item.title for item in hands.stored()] == ["Två", "Tre", "Ett"]
    assert hands.table.current_row == 2
    assert hands.table.hasFocus()
    assert [index.row() for index in hands.table.selectionModel().selectedRows()] == [2]
    press(hands.table, KEY.Key_Up, ALT)
    assert [item.title for item in hands.stored()] == ["Två", "Ett", "Tre"]


def test_a_title_is_edited_in_place_with_swedish_letters(hands: Hands) -> None:
    hands.open("Ett", "Två")
    hands.table.setFocus()
    hands.table.choose(0)
    press(hands.table, KEY.Key_Return)
    editor = hands.editor()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "Åtgärder för löner")
    press(editor, KEY.Key_Return)
    assert hands.stored()[0].title == "Åtgärder för löner"
    assert hands.titles()[0] == "Åtgärder för löner"


def test_a_pause_saves_while_the_editor_stays_open_and_news_leave_it_alone(hands: Hands) -> None:
    hands.open("Ett")
    hands.table.choose(0)
    press(hands.table, KEY.Key_F2)
    editor = hands.editor()
    assert isinstance(editor, QLineEdit)
    editor.end(False)
    type_text(editor, " och ")
    hands.qtbot.waitUntil(lambda: not hands.table.editors._typed)
    hands.settle()
    assert hands.stored()[0].title == "Ett och"
    assert hands.editor() is editor
    assert editor.text() == "Ett och ", "the space that was typed last is still there"
    type_text(editor, "två")
    assert editor.text() == "Ett och två"
    hands.page.flush()
    assert hands.stored()[0].title == "Ett och två"


def test_one_editing_session_is_undone_as_one(hands: Hands) -> None:
    hands.open("Ett")
    hands.table.choose(0)
    press(hands.table, KEY.Key_F2)
    editor = hands.editor()
    assert isinstance(editor, QLineEdit)
    for text in (" två", " tre", " fyra"):
        editor.end(False)
        type_text(editor, text)
        hands.table.editors.flush()
    press(editor, KEY.Key_Escape)
    assert hands.stored()[0].title == "Ett två tre fyra", "Escape leaves and loses nothing"
    hands.tasks.run(hands.services.history.undo, hands.page, lambda _act: None)
    hands.settle()
    assert hands.titles() == ["Ett"]


def test_an_empty_title_is_not_taken(hands: Hands) -> None:
    hands.open("Ett")
    hands.table.choose(0)
    press(hands.table, KEY.Key_F2)
    editor = hands.editor()
    assert isinstance(editor, QLineEdit)
    editor.clear()
    type_text(editor, " ")
    press(editor, KEY.Key_Return)
    assert hands.stored()[0].title == "Ett"


def test_tab_goes_through_the_fields_of_an_item_and_on(hands: Hands) -> None:
    hands.open("Ett", "Två")
    hands.table.setFocus()
    hands.table.choose(0)
    press(hands.table, KEY.Key_F2)
    visited = [type(hands.editor())]
    for _ in range(4):
        press(hands.editor(), KEY.Key_Tab)
        visited.append(type(hands.editor()))
    assert visited == [QLineEdit, QComboBox, QComboBox, QSpinBox, QLineEdit]
    assert hands.table.current_row == 1


def test_kind_presenter_and_minutes_are_chosen_in_place(hands: Hands) -> None:
    hands.open("Ett")
    for column, word in ((Column.KIND, "Beslut"), (Column.PRESENTER, "SSC")):
        hands.table.choose(0, column)
        press(hands.table, KEY.Key_F2)
        combo = hands.editor()
        assert isinstance(combo, QComboBox)
        combo.setCurrentText(word)
        combo.activated.emit(combo.currentIndex())
        press(combo, KEY.Key_Escape)
    hands.table.choose(0, Column.MINUTES)
    press(hands.table, KEY.Key_F2)
    spin = hands.editor()
    assert isinstance(spin, QSpinBox)
    spin.setValue(35)
    press(spin, KEY.Key_Return)
    item = hands.stored()[0]
    assert (item.kind, item.presenter.role, item.minutes) == (ItemKind.DECISION, PresenterRole.SSC, 35)


def test_the_sum_says_in_words_when_there_is_too_much(hands: Hands) -> None:
    hands.open("Ett", "Två")
    over = hands.find(QLabel, "agendaOver")
    total = hands.find(QLabel, "agendaSum")
    assert total.text() == "20 av 90 min planerade"
    assert not over.isVisible()
    model = hands.page.view.agenda.model
    model.setData(model.index(0, Column.MINUTES), 95)
    assert total.text() == "105 av 90 min planerade"
    assert over.isVisible()
    assert over.text() == "15 min för mycket"


def test_delete_removes_with_a_message_that_offers_undo(hands: Hands) -> None:
    hands.open("Ett", "Två")
    hands.table.setFocus()
    hands.table.choose(0)
    press(hands.table, KEY.Key_Delete)
    assert hands.titles() == ["Två"]
    assert not hands.messages  # it is told when it has been done, so that its "Ångra" means this
    hands.settle()
    assert hands.messages == [("Punkten ”Ett” är borttagen.", "info", True)]
    assert [item.title for item in hands.stored()] == ["Två"]
    hands.tasks.run(hands.services.history.undo, hands.page, lambda _act: None)
    hands.settle()
    assert hands.titles() == ["Ett", "Två"]


def test_ctrl_n_goes_to_the_last_row_where_enter_makes_items(hands: Hands) -> None:
    hands.open("Ett")
    hands.table.setFocus()
    press(hands.table, KEY.Key_N, CONTROL)
    addition = hands.field("agendaAddition")
    assert addition.hasFocus()
    type_text(addition, "Övriga frågor")
    press(addition, KEY.Key_Return)
    type_text(addition, "Halvskriven")
    hands.page.flush()
    assert [item.title for item in hands.stored()] == ["Ett", "Övriga frågor", "Halvskriven"]
    assert addition.text() == ""


def test_the_chip_opens_the_source_by_mouse_and_by_enter(hands: Hands) -> None:
    key = hands.open("Ett")
    model = hands.page.view.agenda.model
    standing = hands.services.agendas.proposals(key)[0]
    hands.page.view.agenda.proposals.list.accepted.emit(standing.key)
    hands.settle()
    row = next(row for row, item in enumerate(model.items) if item.source.label)
    opened: list[Source] = []
    hands.page.source_opened.connect(opened.append)
    hands.page.resize(1500, 800)
    hands.settle()
    hands.table._fit()
    cell = hands.table.visualRect(model.index(row, Column.SOURCE))
    chip = hands.table.editors.chip_rect(model, row, cell, hands.table.font())
    QTest.mouseClick(hands.table.viewport(), Qt.MouseButton.LeftButton, pos=chip.center().toPoint())
    hands.table.choose(row, Column.SOURCE)
    press(hands.table, KEY.Key_Return)
    assert [source.kind for source in opened] == [SourceKind.STANDING, SourceKind.STANDING]


def test_in_a_narrow_table_the_chip_stands_under_the_title(hands: Hands) -> None:
    hands.open("Ett")
    hands.page.resize(780, 600)
    hands.settle()
    hands.table._fit()
    assert hands.table.isColumnHidden(Column.SOURCE)
    used = sum(hands.table.columnWidth(column) for column in Column)
    assert used <= hands.table.viewport().width()


def test_long_titles_make_high_rows(hands: Hands) -> None:
    hands.open("Kort", "Löneutbetalningarna " * 12)
    assert hands.table.rowHeight(1) > 2 * hands.table.rowHeight(0)


def test_the_place_of_a_drop_follows_the_pointer(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    table = hands.table
    second = table.visualRect(table.agenda.index(1, Column.TITLE))
    assert table._row_boundary(second.topLeft() + QPoint(2, 2)) == 1
    assert table._row_boundary(second.bottomLeft() - QPoint(-2, 2)) == 2
    assert table._row_boundary(QPoint(5, 5000)) == 3


def test_the_table_tells_assistive_technology_what_it_is(hands: Hands) -> None:
    hands.open("Ett")
    interface = QAccessible.queryAccessibleInterface(hands.table)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Dagordning"
    hands.table.choose(0)
    press(hands.table, KEY.Key_F2)
    assert hands.editor().accessibleName() == "Punkt, punkt 1"


def test_every_button_and_field_has_a_name(hands: Hands) -> None:
    hands.open("Ett")
    nameless = [
        widget.objectName() or type(widget).__name__
        for kind in (QPushButton, QLineEdit, QComboBox)
        for widget in hands.page.findChildren(kind)
        if not (widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()))
        and not isinstance(widget.parent(), QComboBox | QSpinBox)
    ]
    assert nameless == []


def test_no_word_is_broken_where_there_is_room_for_it(hands: Hands) -> None:
    hands.open("Uppföljning av beslut och åtgärder", "Två")
    model, editors = hands.page.view.agenda.model, hands.table.editors
    model.setData(model.index(1, Column.PRESENTER), Presenter(PresenterRole.SSC, None, "Maria Wennerström-Ängelholm"))
    for width in (1085, 829, 1500):
        hands.page.resize(width, 700)
        hands.settle()
        hands.qtbot.waitUntil(lambda: not hands.table.verticalScrollBar().isVisible())  # two rows need none
        hands.settle()
        hands.table._fit()
        for row, column in ((0, Column.KIND), (0, Column.PRESENTER), (1, Column.PRESENTER), (0, Column.TITLE)):
            text = editors._text(model, row, column, hands.table.columnWidth(column), hands.table.font())
            lines = [text._layout.lineAt(number) for number in range(text._layout.lineCount())]
            ends = [text._layout.text()[line.textStart() + line.textLength() - 1] for line in lines[:-1]]
            assert all(end in " -" for end in ends), (width, column, ends)
        assert hands.table.columnWidth(Column.TITLE) >= 130


def test_the_title_gets_the_room_of_the_chips_before_it_gets_narrow(hands: Hands) -> None:
    hands.open("Ett")
    hands.table._fit()
    assert hands.table.isColumnHidden(Column.SOURCE), "at the design size"
    assert hands.table.columnWidth(Column.TITLE) >= 220
    hands.page.resize(1500, 800)
    hands.settle()
    hands.table._fit()
    assert not hands.table.isColumnHidden(Column.SOURCE)
    assert hands.table.columnWidth(Column.TITLE) >= 240


def test_a_chip_that_is_shortened_says_all_of_it_in_its_tip_as_text(hands: Hands) -> None:
    hands.open("Ett")
    model = hands.page.view.agenda.model
    label = "Ärende <b>2026-014</b> & mer"
    model.show_items([replace(model.item(0), source=Source(SourceKind.MATTER, label=label))])
    tip = model.index(0, Column.SOURCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>Ärende &lt;b&gt;2026-014&lt;/b&gt; &amp; mer</p>"
    assert model.index(0, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole) is None


def test_table_and_detail_share_the_height_without_a_gap(hands: Hands) -> None:
    hands.open("Ett", "Två")
    tab = hands.page.view.agenda
    hands.qtbot.waitUntil(lambda: not tab._later.isActive() and not hands.table._later.isActive())
    hands.settle()
    assert tab._card.height() == tab._card.sizeHint().height(), "as high as its rows"
    assert tab.detail.y() - tab._card.height() == tab._splitter.handleWidth()
    assert tab.detail.geometry().bottom() >= tab.height() - 2, "the detail has the rest"
    for number in range(20):
        hands.services.agendas.add(hands.page.view.meeting_id, f"Punkt {number}")
    hands.settle()
    hands.qtbot.waitUntil(lambda: hands.table.verticalScrollBar().maximum() > 0)
    assert tab.detail.height() >= tab.detail.minimumSizeHint().height()
    assert tab.detail.geometry().bottom() <= tab.height()


def test_the_proposals_use_the_height_there_is(hands: Hands) -> None:
    hands.open("Ett")
    panel = hands.page.view.agenda.proposals
    assert panel.list.content_height() > panel.height(), "more than there is room for"
    assert panel._all.geometry().bottom() >= panel.height() - 2
    hands.page.resize(1085, 2000)
    hands.settle()
    assert panel.list.height() == panel.list.content_height(), "no higher than its rows"
