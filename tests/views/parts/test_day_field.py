"""Dates as people type them (R40)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.parts.day_field import DayField

TODAY = date(2026, 11, 23)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField(lambda: TODAY)
    qtbot.addWidget(made)
    return made


def enter(qtbot: QtBot, field: DayField, text: str) -> None:
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["2026-12-01", "1/12", "1 dec", "+8d"])
def test_a_typed_date_is_told_once_and_shown_as_in_tables(qtbot: QtBot, field: DayField, typed: str) -> None:
    days: list[date | None] = []
    field.day_changed.connect(days.append)
    enter(qtbot, field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert days == [date(2026, 12, 1)]
    assert field.text() == "2026-12-01"


def test_an_emptied_field_is_no_date(qtbot: QtBot, field: DayField) -> None:
    field.set_day(TODAY)
    days: list[date | None] = []
    field.day_changed.connect(days.append)
    enter(qtbot, field, "  ")
    assert days == [None]
    assert field.day is None


def test_what_is_no_date_is_said_and_left_standing(qtbot: QtBot, field: DayField) -> None:
    field.set_day(TODAY)
    problems: list[str] = []
    field.problem_changed.connect(problems.append)
    enter(qtbot, field, "32/13")
    assert "32/13" in problems[-1]
    assert field.text() == "32/13"
    assert not field.is_readable
    assert field.day == TODAY
    enter(qtbot, field, "1/12")
    assert problems[-1] == ""
    assert field.is_readable
