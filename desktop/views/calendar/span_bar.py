"""The bar above a calendar: what is shown, and the buttons that go back, to now and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.text import Text


class SpanBar(QWidget):
    """Goes from one month or year to another.

    Args:
        back: What the first button does.
        current: What the middle one does.
        on: What the last one does.
        parent: The owning widget.

    Attributes:
        stepped: -1 for back, 1 for on.
        now_asked: What is now is wanted.
    """

    stepped = Signal(int)
    now_asked = Signal()

    def __init__(self, back: str, current: str, on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "section")
        self.back, self.now, self.on = (SecondaryButton(text) for text in ("‹", current, "›"))
        for button, name in ((self.back, back), (self.on, on)):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.now.clicked.connect(self.now_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addStretch(1)
        for button in (self.back, self.now, self.on):
            row.addWidget(button)

    @property
    def title(self) -> str:
        """The month or year that is shown."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Say what is shown."""
        self._title.setText(title)
