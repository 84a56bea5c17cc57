"""What the sections of particulars are built of: texts that save themselves, and rows abreast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from desktop.views.history_words import field_word
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.form_row import FormRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

_TEXT_HEIGHT = 64
GAP = 16
"""Between two groups of fields, and between two fields abreast, in pixels."""


class TextRow(FormRow):
    """A text of some lines with its label above; it is saved on a pause and on leaving.

    Args:
        name: The field's name in the register.
        label: What it is called, where its name in the register is not enough.
    """

    def __init__(self, name: str, label: str = "") -> None:
        self.text_field = QPlainTextEdit()
        self.text_field.setObjectName(name)
        self.text_field.setTabChangesFocus(True)
        self.text_field.setFixedHeight(_TEXT_HEIGHT)
        super().__init__(label or field_word(name), self.text_field)
        self.saving = Autosave(self.text_field)
        self._matter: UUID | None = None

    def show_text(self, matter_id: UUID, text: str, save: Callable[[str, UUID], bool]) -> None:
        """Show the text of a matter; what is typed and not saved yet is left in peace."""
        if matter_id == self._matter:
            self.saving.offer(text)
        else:
            self.saving.bind(matter_id, text, save)
        self._matter = matter_id

    def leave(self) -> None:
        """Save, and belong to no matter."""
        self.saving.release()
        self._matter = None


def abreast(rows: Iterable[QWidget], columns: int = 2) -> QGridLayout:
    """Rows beside each other, equally wide."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(12)
    for place, row in enumerate(rows):
        grid.addWidget(row, *divmod(place, columns), Qt.AlignmentFlag.AlignTop)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid
