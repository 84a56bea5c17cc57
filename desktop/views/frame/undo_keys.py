"""Who gets Ctrl+Z: the text field that has something to undo, otherwise the program."""

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

UNDO_KEYS = (QKeySequence("Ctrl+Z"),)
REDO_KEYS = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))

Field = QLineEdit | QTextEdit | QPlainTextEdit


class UndoKeys(QObject):
    """Watches the text field that has the focus, and only that one.

    Qt's fields take Ctrl+Z even when they have nothing left to undo; here it goes on to the program then, so that
    undo works anywhere.

    Args:
        app: The application whose focus is followed.
        parent: The owning object.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give undo and redo keys to the watched field if it can use them, otherwise to the program."""
        if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return False
        field = field_of(watched)
        act = _act_of(field, cast("QKeyEvent", event)) if field is not None else None
        if field is None or act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(can(field, act))
        else:
            field.undo() if act == "undo" else field.redo()
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if field_of(new) is not None and new is not None:
            new.installEventFilter(self)


def field_of(widget: QObject | None) -> Field | None:
    """The text field in a widget that has the focus: itself, or the one inside a spin box or an editable list."""
    if isinstance(widget, (QLineEdit, QTextEdit, QPlainTextEdit)):
        return widget
    if isinstance(widget, QAbstractSpinBox):
        return widget.findChild(QLineEdit)
    return None


def can(field: Field, act: str) -> bool:
    """Whether a field has something of its own to undo or redo."""
    own = field if isinstance(field, QLineEdit) else field.document()
    return not field.isReadOnly() and (own.isUndoAvailable() if act == "undo" else own.isRedoAvailable())


def _act_of(field: Field, event: QKeyEvent) -> str | None:
    keys = QKeySequence(event.keyCombination())
    if field.isReadOnly():
        return None
    return "undo" if keys in UNDO_KEYS else "redo" if keys in REDO_KEYS else None
