"""Wanted outcome and private preparation: saved as typed, never lost, never mixed up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.views.meetings.section_field import SectionField
from tests.views.meetings.conftest import Hands, type_text


def test_typing_is_saved_on_a_pause(hands: Hands) -> None:
    hands.open("Ett")
    outcome = hands.text("itemOutcome")
    type_text(outcome, "Beslut om rutin för OB-tillägg")
    assert hands.services.agendas.get(hands.page.view.meeting_id)[0].wanted_outcome == ""
    hands.qtbot.waitUntil(lambda: hands.stored()[0].wanted_outcome != "")
    assert hands.stored()[0].wanted_outcome == "Beslut om rutin för OB-tillägg"


def test_choosing_another_item_saves_to_the_one_it_was_typed_for(hands: Hands) -> None:
    hands.open("Ett", "Två")
    hands.table.choose(0)
    hands.settle()
    type_text(hands.text("itemOutcome"), "för ett")
    type_text(hands.text("itemPreparation"), "hemligt för ett")
    hands.table.choose(1)
    hands.settle()
    assert [item.wanted_outcome for item in hands.stored()] == ["för ett", ""]
    assert [hands.services.agendas.preparation(item.id) for item in hands.stored()] == ["hemligt för ett", ""]
    assert hands.text("itemPreparation").toPlainText() == ""
    hands.table.choose(0)
    hands.settle()
    assert hands.text("itemPreparation").toPlainText() == "hemligt för ett"


def test_flush_saves_what_the_pause_has_not(hands: Hands) -> None:
    hands.open("Ett")
    type_text(hands.text("itemPreparation"), "Håll på minst 20 minuter")
    hands.page.flush()
    assert hands.services.agendas.preparation(hands.stored()[0].id) == "Håll på minst 20 minuter"


def test_preparation_cannot_be_typed_over_before_it_is_read(hands: Hands) -> None:
    hands.open("Ett", "Två")
    hands.services.agendas.prepare(hands.stored()[1].id, "viktigt")
    hands.settle()
    hands.table.choose(1)
    private = hands.text("itemPreparation")
    assert private.isReadOnly()
    type_text(private, "x")
    hands.settle()
    assert not private.isReadOnly()
    assert private.toPlainText() == "viktigt"


def test_news_never_overwrite_what_is_being_typed(hands: Hands) -> None:
    hands.open("Ett")
    outcome = hands.text("itemOutcome")
    type_text(outcome, "Mitt")
    hands.services.agendas.change(hands.services.agendas.get(hands.page.view.meeting_id)[0].id, wanted_outcome="Annans")
    hands.page.refresh(frozenset({"agenda"}))
    hands.settle()
    assert outcome.toPlainText() == "Mitt"


def test_undo_reaches_a_field_that_is_saved(hands: Hands) -> None:
    hands.open("Ett")
    type_text(hands.text("itemOutcome"), "Ett beslut")
    hands.page.flush()
    hands.settle()
    hands.tasks.run(hands.services.history.undo, hands.page, lambda _act: None)
    hands.settle()
    assert hands.text("itemOutcome").toPlainText() == ""


def test_private_preparation_is_labelled_and_never_in_the_table(hands: Hands) -> None:
    hands.open("Ett")
    type_text(hands.text("itemPreparation"), "Bara för oss")
    hands.page.flush()
    hands.settle()
    assert hands.find(QLabel, "privateLabel").text() == "Endast för oss, kommer aldrig med i dokument"
    model = hands.page.view.agenda.model
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    shown = {str(cell.data(role)) for cell in cells for role in Qt.ItemDataRole if role < Qt.ItemDataRole.UserRole}
    assert model.is_prepared(0)
    assert not any("Bara för oss" in text for text in shown)


def test_tab_leaves_the_texts(hands: Hands) -> None:
    hands.open("Ett")
    assert hands.text("itemOutcome").tabChangesFocus()
    assert hands.text("itemPreparation").tabChangesFocus()


def test_a_section_is_saved_as_typed_and_raises_the_row_that_begins_it(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    hands.table.choose(1)
    hands.settle()
    plain = hands.table.rowHeight(1)
    type_text(hands.field("itemSection"), "Ekonomi ")
    hands.page.flush()
    assert [item.section for item in hands.stored()] == ["", "Ekonomi", ""]
    assert hands.table.agenda.caption(1) == "Ekonomi"
    hands.qtbot.waitUntil(lambda: hands.table.rowHeight(1) > plain)
    assert hands.table.rowHeight(0) == plain
    hands.table.move_current(1)
    assert [item.section for item in hands.stored()] == ["", "", "Ekonomi"]


def test_the_sections_of_the_other_items_are_offered(hands: Hands) -> None:
    hands.open("Ett", "Två", "Tre")
    for item, section in zip(hands.stored(), ("Lön", "Lön", "Ekonomi"), strict=True):
        hands.services.agendas.change(item.id, section=section)
    hands.page.refresh(frozenset({"agenda"}))
    hands.settle()
    field = hands.find(SectionField, "itemSection")
    assert isinstance(field, SectionField)
    hands.table.choose(2)
    hands.settle()
    assert field.text() == "Ekonomi"
    field.setFocus()
    assert [field.completer().model().index(row, 0).data() for row in range(field.completer().model().rowCount())] == [
        "Lön"
    ]
    hands.table.setFocus()
    hands.table.choose(0)
    hands.settle()
    field.setFocus()
    field.completer().setCompletionPrefix("eko")
    assert field.completer().currentCompletion() == "Ekonomi"
