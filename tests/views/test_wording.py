"""The words of the history: every kept field and every kept code is told in Swedish."""

from enum import Enum

import pytest
from sqlalchemy import Enum as Coded

from desktop.domain.matters.matter import Grade, MatterKind, MatterStatus
from desktop.domain.meetings.agenda import ItemState
from desktop.models.records import RECORDS
from desktop.views.history_words import field_word, value_word

INNER = {"id", "version", "sort_key", "calendar_uid", "calendar_sequence", "meeting_id", "contact_id", "origin"}
INNER |= {"source_id", "presenter_id", "carried_from", "item_id", "series_id", "template_id", "replaces_id"}


UNTOLD = {"agreement", "level_choice", "service_order", "dismissal", "received_point", "preparation", "saved_filter"}
UNTOLD |= {"template", "template_item", "banked_item", "column_mapping", "rule_setting", "survey", "service_area"}


def columns() -> list[tuple[str, type[Enum] | None]]:
    kept = (
        column
        for record in RECORDS
        if record.__tablename__ not in UNTOLD
        for column in record.__table__.columns
        if column.name not in INNER
    )
    return [(column.name, column.type.enum_class if isinstance(column.type, Coded) else None) for column in kept]


def test_every_field_has_a_word(qapp: object) -> None:
    assert not [name for name, _ in columns() if field_word(name) == name]


def test_every_code_has_a_word(qapp: object) -> None:
    coded = [(name, code.value) for name, codes in columns() if codes for code in codes]
    assert len(coded) > 30
    assert not [(name, code) for name, code in coded if value_word(name, code) == code]


@pytest.mark.parametrize(
    ("field", "kept", "word"),
    [
        ("kind", MatterKind.DEFICIENCY.value, "Leveransbrist"),
        ("kind", "decision", "Beslut"),
        ("grade", Grade.SIGNIFICANT.value, "Betydande"),
        ("status", MatterStatus.CLOSED.value, "Avslutat"),
        ("state", ItemState.DEFERRED.value, "Bordlagd"),
        ("report_on", "2026-11-20", "20\u00a0november\u00a02026"),
        ("report_on", "", ""),
        ("cost_ore", "120433150", "1\u00a0204\u00a0331,50\u00a0kr"),
        ("area_id", "0198f0a0-0000-7000-8000-000000000001", ""),
        ("title", "decision", "decision"),
    ],
)
def test_values_are_told_as_they_are_read(qapp: object, field: str, kept: str, word: str) -> None:
    assert value_word(field, kept) == word
