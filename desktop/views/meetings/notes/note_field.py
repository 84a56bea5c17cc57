"""The field where notes are typed, and the texts below it that grow with what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MARGIN = 2
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_STEPS = {
    (_CONTROL, Qt.Key.Key_Up): -1,
    (_CONTROL, Qt.Key.Key_Down): 1,
    (_ALT, Qt.Key.Key_PageUp): -1,
    (_ALT, Qt.Key.Key_PageDown): 1,
}


class NoteField(QPlainTextEdit):
    """Takes notes; Enter in a line that is a command makes an outcome of it instead of a new line.

    Tab leaves the field, Ctrl+Tab inserts a tab. Ctrl+Up and Ctrl+Down, or Alt with Page up and Page down, go to the
    item before or after without leaving the field.

    Args:
        capture: Asked on Enter with the text of the cursor's line; whether the line was taken.
        parent: The owning widget.

    Attributes:
        step_asked: The item before (-1) or after (1) is wanted.
    """

    step_asked = Signal(int)

    def __init__(self, capture: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteField")
        self.setAccessibleName(self.tr("Anteckning"))
        self.setTabChangesFocus(True)
        self._capture = capture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the notes."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get((modifiers, Qt.Key(event.key())))
        if step is not None:
            self.step_asked.emit(step)
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Tab and modifiers == _CONTROL:
            self.insertPlainText("\t")
        elif event.key() not in _ENTER or modifiers or not self._capture(self.textCursor().block().text()):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Tab stays in the field: it inserts a tab."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            tab = event.key() == Qt.Key.Key_Tab and modifiers == _CONTROL
            if tab or (modifiers, Qt.Key(event.key())) in _STEPS:
                event.accept()
                return True
        return super().event(event)

    def selected(self) -> str:
        """The selected words, with line breaks as in plain text."""
        return self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def without_line(self) -> tuple[str, int]:
        """The text without the cursor's line, and where the cursor belongs in it.

        The last line is emptied, so that the next one can be typed there; any other goes away whole.
        """
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        last = not cursor.block().next().isValid()
        end = QTextCursor.MoveOperation.EndOfBlock if last else QTextCursor.MoveOperation.NextBlock
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        return self._without(cursor, back=not last)

    def without_selection(self) -> tuple[str, int]:
        """The text without the selected words, and where the cursor belongs in it."""
        return self._without(self.textCursor(), back=False)

    def put_cursor(self, place: int) -> None:
        """Put the cursor somewhere, and see to it that the place is on screen."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _without(self, cursor: QTextCursor, *, back: bool) -> tuple[str, int]:
        with QSignalBlocker(self):  # what is taken out is not typed
            cursor.removeSelectedText()
        place = cursor.position()
        return self.toPlainText(), max(0, place - 1) if back else place


class GrowingText(QPlainTextEdit):
    """A text of some lines that is as high as what stands in it; Enter and Tab leave it.

    Attributes:
        left: Enter was pressed.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no part of the text."""
        if event.key() in _ENTER:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style sheet needs another height."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))  # a plain text counts in lines
        frame = self.height() - self.viewport().height()
        height = lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN + max(frame, 12)
        if height != self.height():
            self.setFixedHeight(height)
