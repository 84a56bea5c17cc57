"""A warning below a field in which a personal identity number seems to stand (R38)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from desktop.domain.contacts.personal_number import WARNING, mentions_personal_number

if TYPE_CHECKING:
    from desktop.views.parts.form_row import FormRow


def warns_of_numbers(row: FormRow) -> FormRow:
    """Let a row with a field for free text warn while a personal identity number stands in it.

    The text is kept all the same: only its writer knows what it is.
    """
    field = row.field
    writable = field.lineEdit() if isinstance(field, QComboBox) else field
    assert isinstance(writable, QLineEdit | QPlainTextEdit)

    def look() -> None:
        text = writable.text() if isinstance(writable, QLineEdit) else writable.toPlainText()
        row.set_warning(WARNING if mentions_personal_number(text) else "")

    writable.textChanged.connect(look)
    return row
