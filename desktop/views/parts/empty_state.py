"""What an empty view says: what belongs there, and the first step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.icons import icon_pixmap
from desktop.views.parts.buttons import PrimaryButton
from desktop.views.parts.text import Text

_ICON_SIZE = 40
_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """Says in an empty view what belongs there and offers the first step.

    Args:
        title: What is missing, in a few words.
        text: One or two sentences on what belongs here and where it comes from.
        action_text: The first step as a verb, or an empty text for none.
        icon_name: A line icon above the title.
        parent: The owning widget.

    Attributes:
        action_chosen: Emitted when the first step is chosen.
    """

    action_chosen = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        action_text: str = "",
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = Text()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = Text(title, "section")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = Text(text, "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addLayout(_centred(self._text))
        if action_text:
            self.action = PrimaryButton(action_text)
            self.action.clicked.connect(self.action_chosen)
            column.addSpacing(8)
            column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._tint_icon()

    def set_texts(self, title: str, text: str) -> None:
        """Say something else, for instance when a filter hides everything."""
        self._title.setText(title)
        self._text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when the theme has changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint_icon()
        super().changeEvent(event)

    def _tint_icon(self) -> None:
        self._icon.setVisible(self._icon_name is not None)
        if self._icon_name is not None:
            colour = self.palette().color(self.palette().ColorRole.PlaceholderText)
            self._icon.setPixmap(icon_pixmap(self._icon_name, colour, _ICON_SIZE, self.devicePixelRatioF()))


def _centred(text: QWidget) -> QHBoxLayout:
    """A row that keeps a text narrow enough to read, and lets it be narrower still."""
    row = QHBoxLayout()
    text.setMaximumWidth(_TEXT_WIDTH)
    row.addStretch(1)
    row.addWidget(text, 1000)
    row.addStretch(1)
    return row
