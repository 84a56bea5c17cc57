from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.views.parts.autosave import PAUSE, Autosave
from tests.views.meetings.conftest import type_text


class Notebook:
    """What was saved, and whether it is taken."""

    def __init__(self) -> None:
        self.taken = True
        self.saved: list[str] = []
        self.groups: set[UUID] = set()

    def save(self, text: str, group: UUID) -> bool:
        if self.taken:
            self.saved.append(text)
            self.groups.add(group)
        return self.taken


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> QLineEdit | QPlainTextEdit:
    made = request.param()
    qtbot.addWidget(made)
    return made


def test_a_pause_saves_once(field: QLineEdit | QPlainTextEdit, qtbot: QtBot) -> None:
    notebook = Notebook()
    Autosave(field).bind("a", "", notebook.save)
    type_text(field, "Å")
    type_text(field, "ngra")
    assert notebook.saved == []
    qtbot.waitUntil(lambda: bool(notebook.saved))
    assert notebook.saved == ["Ångra"]


def test_typing_without_a_pause_is_saved_on_the_way(field: QLineEdit | QPlainTextEdit, qtbot: QtBot) -> None:
    notebook = Notebook()
    Autosave(field).bind("a", "", notebook.save)
    hand = QTimer(field, interval=PAUSE // 4)
    hand.timeout.connect(lambda: type_text(field, "x"))
    hand.start()
    qtbot.waitUntil(lambda: len(notebook.saved) > 1, timeout=5 * PAUSE)
    hand.stop()
    assert len(notebook.groups) == 1


def test_a_session_has_one_group(field: QLineEdit | QPlainTextEdit) -> None:
    notebook = Notebook()
    autosave = Autosave(field)
    autosave.bind("a", "", notebook.save)
    for letter in "åäö":
        type_text(field, letter)
        autosave.flush()
    assert notebook.saved == ["å", "åä", "åäö"]
    assert len(notebook.groups) == 1
    autosave.bind("b", "", notebook.save)
    type_text(field, "x")
    autosave.flush()
    assert len(notebook.groups) == 2


def test_leaving_for_another_record_saves_to_the_former(field: QLineEdit | QPlainTextEdit) -> None:
    one, two = Notebook(), Notebook()
    autosave = Autosave(field)
    autosave.bind("a", "", one.save)
    type_text(field, "hej")
    autosave.bind("b", "två", two.save)
    assert (one.saved, two.saved, autosave.text) == (["hej"], [], "två")


def test_what_was_not_taken_comes_back_with_its_record(field: QLineEdit | QPlainTextEdit) -> None:
    notebook, other = Notebook(), Notebook()
    notebook.taken = False
    autosave = Autosave(field)
    autosave.bind("a", "", notebook.save)
    type_text(field, "snart")
    autosave.bind("b", "", other.save)
    assert autosave.text == ""
    autosave.bind("a", "i registret", notebook.save)
    assert autosave.text == "snart"
    notebook.taken = True
    autosave.flush()
    assert notebook.saved == ["snart"]


def test_news_are_shown_unless_something_waits(field: QLineEdit | QPlainTextEdit) -> None:
    notebook = Notebook()
    autosave = Autosave(field)
    autosave.bind("a", "ett", notebook.save)
    autosave.offer("två")
    assert autosave.text == "två"
    assert notebook.saved == [], "showing is not typing"
    type_text(field, "!")
    autosave.offer("tre")
    assert "!" in autosave.text


def test_a_date_is_not_saved_half_typed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    autosave = Autosave(field, on_pause=False)
    autosave.bind("a", "", Notebook().save)
    type_text(field, "1/1")
    assert not autosave._pause.isActive()
