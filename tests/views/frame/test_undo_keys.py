"""Ctrl+Z goes to the field that can undo, otherwise to the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.frame.undo_keys import REDO_KEYS, UNDO_KEYS, UndoKeys

Keys = Qt.KeyboardModifier
CTRL = Keys.ControlModifier


class Window(QMainWindow):
    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.told: list[str] = []
        for name, keys in (("undo", UNDO_KEYS), ("redo", REDO_KEYS)):
            action = self.addAction(name)
            action.setShortcuts(keys)
            action.triggered.connect(lambda _=False, name=name: self.told.append(name))
        body = QWidget()
        column = QVBoxLayout(body)
        self.fields = {"line": QLineEdit(), "plain": QPlainTextEdit(), "spin": QSpinBox()}
        for field in self.fields.values():
            column.addWidget(field)
        self.setCentralWidget(body)
        UndoKeys(app, self)

    def text(self, name: str) -> str:
        field = self.fields[name]
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Window:
    shown = Window(qapp)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitActive(shown)
    return shown


@pytest.mark.parametrize("name", ["line", "plain", "spin"])
def test_a_field_undoes_its_own_typing_first_and_then_the_program(window: Window, qtbot: QtBot, name: str) -> None:
    field = window.fields[name]
    field.setFocus()
    before = window.text(name)
    qtbot.keyClicks(field, "7")
    typed = window.text(name)
    assert typed != before
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (window.text(name), window.told) == (before, [])
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert window.told == ["undo"]
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert (window.text(name), window.told) == (typed, ["undo"])
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL | Keys.ShiftModifier)
    assert window.told == ["undo", "redo", "redo"]


def test_a_field_that_cannot_be_written_leaves_the_keys_to_the_program(window: Window, qtbot: QtBot) -> None:
    line = window.fields["line"]
    assert isinstance(line, QLineEdit)
    line.insert("låst")
    line.setReadOnly(True)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert (line.text(), window.told) == ("låst", ["undo"])


def test_other_keys_are_left_alone(window: Window, qtbot: QtBot) -> None:
    line = window.fields["line"]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "ab")
    qtbot.keySequence(line, QKeySequence("Ctrl+A"))
    assert line.selectedText() == "ab"
