from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, moved
from desktop.views.meetings.agenda_model import AgendaModel, Column

if TYPE_CHECKING:
    from uuid import UUID

MEETING = new_id()


def items(*titles: str) -> list[AgendaItem]:
    return [AgendaItem(id=new_id(), meeting_id=MEETING, position=n, title=title) for n, title in enumerate(titles)]


@pytest.fixture
def model(qapp: object) -> AgendaModel:
    made = AgendaModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_items(items("Ett", "Två", "Tre"))
    return made


def titles(model: AgendaModel) -> list[str]:
    return [item.title for item in model.items]


def test_what_is_dropped_before_a_row_lands_there(model: AgendaModel) -> None:
    told: list[tuple[UUID, int]] = []
    model.moved.connect(lambda key, to: told.append((key, to)))
    first = model.items[0].id
    data = model.mimeData([model.index(0, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert titles(model) == ["Två", "Tre", "Ett"]
    assert told == [(first, 2)]
    data = model.mimeData([model.index(2, 0)])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert titles(model) == ["Två", "Ett", "Tre"]


def test_a_drop_where_it_came_from_or_from_elsewhere_changes_nothing(model: AgendaModel) -> None:
    data = model.mimeData([model.index(1, 0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    strange = AgendaModel()
    strange.show_items(items("Annat"))
    assert not model.canDropMimeData(
        strange.mimeData([strange.index(0, 0)]), Qt.DropAction.MoveAction, 0, 0, QModelIndex()
    )
    assert titles(model) == ["Ett", "Två", "Tre"]


@given(st.data())
def test_any_agenda_becomes_any_other_and_kept_rows_keep_their_place_in_hand(data: st.DataObject) -> None:
    everyone = items(*"ABCDEF")
    model = AgendaModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    some = st.lists(st.sampled_from(everyone), unique_by=lambda item: item.id)
    model.show_items(data.draw(some))
    held = {item.id: QPersistentModelIndex(model.index(row, 0)) for row, item in enumerate(model.items)}
    after = data.draw(some)
    model.show_items(after)
    assert list(model.items) == after
    for key, index in held.items():
        assert (index.row() if index.isValid() else -1) == model.row_of(key)


@given(st.integers(0, 4), st.integers(0, 4))
def test_moving_follows_the_domain(row: int, to: int) -> None:
    model = AgendaModel()
    model.show_items(items(*"ABCDE"))
    keys = [item.id for item in model.items]
    assert model.move(row, to) is (row != to)
    assert [item.id for item in model.items] == moved(keys, keys[row], to)


def test_an_edit_is_shown_at_once_and_told_once(model: AgendaModel) -> None:
    told: list[dict[str, object]] = []
    model.edited.connect(lambda _key, fields, _group: told.append(fields))
    assert model.setData(model.index(0, Column.KIND), ItemKind.DECISION)
    assert model.index(0, Column.KIND).data() == "Beslut"
    assert model.setData(model.index(0, Column.MINUTES), 25)
    model.setData(model.index(0, Column.MINUTES), 25)
    assert told == [{"kind": ItemKind.DECISION}, {"minutes": 25}]
    assert model.planned == 45


@pytest.mark.parametrize(("column", "value"), [(Column.TITLE, "  "), (Column.MINUTES, "tio"), (Column.SOURCE, "x")])
def test_what_makes_no_sense_is_not_taken(model: AgendaModel, column: Column, value: object) -> None:
    before = model.items
    assert not model.setData(model.index(0, column), value)
    assert model.items == before


def test_every_column_has_a_heading_and_every_cell_says_something(model: AgendaModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert headings == ["Nr", "Punkt", "Typ", "Föredrar", "Tid", "Kommer från"]
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert all(spoken)


def test_the_model_knows_that_there_is_preparation_but_never_what_it_says(model: AgendaModel) -> None:
    model.show_items(model.items, frozenset({model.items[1].id}))
    assert model.is_prepared(1)
    assert "egen förberedelse" in model.index(1, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "egen förberedelse" not in model.index(0, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_section_is_named_where_it_begins_and_spoken_with_the_title(model: AgendaModel) -> None:
    given = [replace(item, section=name) for item, name in zip(model.items, ("Lön", "Lön", ""), strict=True)]
    model.show_items(given, frozenset({given[0].id}))
    assert [model.caption(row) for row in range(3)] == ["Lön", "", "Övriga punkter"]
    spoken = [model.index(row, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Avsnitt Lön, Ett, egen förberedelse finns", "Två", "Avsnitt Övriga punkter, Tre"]
    assert model.move(2, 0)
    assert [item.section for item in model.items] == ["", "Lön", "Lön"]
    assert [model.caption(row) for row in range(3)] == ["", "Lön", ""]
