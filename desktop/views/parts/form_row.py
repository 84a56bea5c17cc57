"""Fields with their labels above, as buddies, so that a screen reader reads the label with the field."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.icons import icon_pixmap
from desktop.views.parts.announce import announce
from desktop.views.parts.text import Text

_SIGN_SIZE = 14


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
        self._problem = _Problem()
        self._problem.hide()
        field.setAccessibleName(label)
        self._remark: Text | None = None
        self._warning: Text | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(field)
        column.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(field)

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def set_remark(self, sentence: str) -> None:
        """Say below the field what is worth knowing about its content, or nothing for an empty text."""
        if self._remark is None:
            self._remark = Text("", "note", wrap=True)
            self._remark.setObjectName(f"{self.field.objectName()}Remark")
            self._column.addWidget(self._remark)
        if sentence != self._remark.text():
            self._remark.setText(sentence)
            announce(self.field, sentence)
        self._remark.setVisible(bool(sentence))

    def set_problem(self, sentence: str) -> None:
        """Say below the field what is wrong with it, or nothing for an empty text."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._describe()

    def set_warning(self, sentence: str) -> None:
        """Warn below the field of what stands in it, whatever else is wrong; nothing for an empty text."""
        if self._warning is None:
            if not sentence:
                return
            self._warning = _Problem()
            self._warning.setObjectName(f"{self.field.objectName()}Warning")
            self._column.addWidget(self._warning)
        if sentence != self._warning.text():
            self._warning.setText(sentence)
            self._describe()
            announce(self.field, sentence)
        self._warning.setVisible(bool(sentence))

    def _describe(self) -> None:
        """Say with the field what is said below it."""
        warning = self._warning.text() if self._warning is not None else ""
        self.field.setAccessibleDescription(" ".join(part for part in (self._problem.text(), warning) if part))


class _Problem(Text):
    """A sentence in the colour of danger after a warning sign, so that the colour never stands alone."""

    def __init__(self) -> None:
        super().__init__("", "problem", wrap=True)
        self.setContentsMargins(_SIGN_SIZE + 5, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign before the first line."""
        super().paintEvent(event)
        colour = self.palette().color(self.foregroundRole())
        sign = icon_pixmap("warning", colour, _SIGN_SIZE, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, (self.fontMetrics().height() - _SIGN_SIZE) // 2, sign)
        painter.end()
