"""Fields that save themselves: on a pause, on leaving, and when asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.domain.identity import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from uuid import UUID

    Save = Callable[[str, UUID], bool]

PAUSE = 600
"""Milliseconds after which a keystroke is saved, however fast the next ones follow: a crash takes no more than this."""


class Autosave(QObject):
    """Saves what is typed in a field, and lets news in only where nothing waits to be saved.

    ``save`` gets the text and the key of the editing session, which undo takes back as one; it returns whether the
    text was taken. A text that was not taken stays in the field, and returns with its record.

    Args:
        field: The field, which becomes the owner.
        on_pause: Whether a pause is enough to save; a half-typed date is saved on leaving only.
    """

    def __init__(self, field: QLineEdit | QPlainTextEdit, *, on_pause: bool = True) -> None:
        super().__init__(field)
        self._field = field
        self._on_pause = on_pause
        self._record: Hashable = None
        self._save: Save | None = None
        self._group = new_id()
        self._dirty = False
        self._showing = False
        self._kept: dict[Hashable, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()

    @property
    def waits(self) -> bool:
        """Whether something typed is not handed on to be saved yet."""
        return self._dirty

    def bind(self, record: Hashable, text: str, save: Save) -> None:
        """Show another record's text and save what is typed there; what the former one still has is saved first."""
        self.release()
        self._record, self._save = record, save
        kept = self._kept.pop(record, None)
        self._show(text if kept is None else kept)
        if kept is not None:
            self._dirty = True
            self.flush()

    def release(self) -> None:
        """Save what waits and belong to no record."""
        self.flush()
        if self._dirty:
            self._kept[self._record] = self.text
        self._record, self._save, self._dirty = None, None, False
        self._group = new_id()
        self._show("")

    def offer(self, text: str) -> None:
        """Show what the register has now, unless something typed here is not saved yet."""
        only_spaces = self._field.hasFocus() and text.split() == self.text.split()
        if not self._dirty and text != self.text and not only_spaces:
            self._show(text)

    def flush(self) -> None:
        """Save now what waits for the pause."""
        self._pause.stop()
        if self._dirty and self._save is not None:
            self._dirty = not self._save(self.text, self._group)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin an editing session when the field is entered, and end it when it is left."""
        if event.type() == QEvent.Type.FocusIn:
            self._group = new_id()
        elif event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.flush()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._showing and self._save is not None:
            self._dirty = True
            if self._on_pause and not self._pause.isActive():
                self._pause.start()

    def _show(self, text: str) -> None:
        """Replace the text and leave the cursor where it was, as far as there is text."""
        self._showing = True
        if isinstance(self._field, QLineEdit):
            place = self._field.cursorPosition()
            self._field.setText(text)
            self._field.setCursorPosition(min(place, len(text)))
        else:
            place = self._field.textCursor().position()
            self._field.setPlainText(text)
            cursor = self._field.textCursor()
            cursor.setPosition(min(place, self._field.document().characterCount() - 1))
            self._field.setTextCursor(cursor)
        self._showing = False
