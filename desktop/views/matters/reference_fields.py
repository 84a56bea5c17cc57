"""The numbers a matter has elsewhere: at the customer support and in both registries (R19, R37)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.domain.matters.matter_writing import LONGEST_REFERENCE
from desktop.views.history_words import field_word
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.matters.matter import Matter

_NAMES = ("support_case", "own_registry_number", "ssc_registry_number")


class ReferenceFields(QWidget):
    """Three short fields, saved when they are left.

    Attributes:
        changed: The fields that were given a new content (``dict`` of ``Matter``'s field names).
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matter_id: UUID | None = None
        self._fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_NAMES):
            field = self._fields[name] = QLineEdit()
            field.setObjectName(f"matter_{name}")
            field.setMaxLength(LONGEST_REFERENCE)
            field.editingFinished.connect(partial(self._give, name))
            grid.addWidget(warns_of_numbers(FormRow(field_word(name), field)), *divmod(place, 2))

    def show_matter(self, matter: Matter) -> None:
        """Show the numbers of a matter; what is just being typed is left in peace if it is the same matter."""
        for name, field in self._fields.items():
            if matter.id != self._matter_id or not (field.hasFocus() and field.isModified()):
                field.setText(getattr(matter, name))
        self._matter_id = matter.id

    def finish(self) -> None:
        """Take what stands half typed, before another matter is shown."""
        for name in self._fields:
            self._give(name)

    def _give(self, name: str) -> None:
        field = self._fields[name]
        if field.isModified():
            field.setModified(False)
            self.changed.emit({name: " ".join(field.text().split())})
