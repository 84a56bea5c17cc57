"""Fields with their labels above, as buddies, so that a screen reader reads the label with the field."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.parts.text import Text


class FormRow(QWidget):
    """A field with its label above and room for a sentence below.

    Args:
        label: What the field holds; becomes the field's accessible name.
        field: The field; the row takes it over.
        parent: The owning widget.

    Attributes:
        field: The field.
    """

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._label = Text(label, "muted")
        self._label.setBuddy(field)
        self._problem = Text("", "note", wrap=True)
        self._problem.hide()
        field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(field)
        column.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(field)

    def set_problem(self, sentence: str) -> None:
        """Say below the field what is wrong with it, or nothing for an empty text."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
