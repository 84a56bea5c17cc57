"""A field for one thing that can be written in several ways: an amount, a share, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class ParsedField(QLineEdit):
    """Reads what is written when the field is left, and shows it as such things are written.

    Args:
        parse: Reads a text that is not empty; raises ``ValueError`` with a Swedish sentence.
        words: Writes what was read.
        parent: The owning widget.

    Attributes:
        value_changed: What was read, or None for an emptied field, when it is another than before.
        problem_changed: A sentence about what cannot be read; empty when it can.
    """

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, parse: Callable[[str], Any], words: Callable[[Any], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parse, self._words = parse, words
        self._value: Any = None
        self.setMaxLength(200)
        self.editingFinished.connect(self.finish)

    def set_value(self, value: object) -> None:
        """Show something without telling anyone that it changed."""
        self._value = value
        self.setText("" if value is None else self._words(value))
        self.problem_changed.emit("")

    def finish(self) -> None:
        """Take what stands in the field, as when it is left."""
        if not self.isModified():
            return
        written = self.text().strip()
        try:
            value = self._parse(written) if written else None
        except ValueError as error:
            self.problem_changed.emit(str(error))
            return
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.value_changed.emit(value)
