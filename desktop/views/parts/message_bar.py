"""The bar between the top of the window and the page that says what happened; the program shows no message boxes."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.parts.announce import announce
from desktop.views.parts.badge import Tone, repolish
from desktop.views.parts.buttons import IconButton, QuietButton
from desktop.views.parts.text import Text


class MessageBar(QWidget):
    """Says what happened, with an action such as "Ångra" where there is one; stays until it is closed or replaced.

    Args:
        parent: The owning widget.
        margins: Free space left, above, right and below in pixels; it goes with the bar when that is closed.
    """

    def __init__(self, parent: QWidget | None = None, margins: QMargins | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Meddelande"))
        self._then: Callable[[], object] | None = None
        self._sentence = Text("", wrap=True)
        self._sentence.setObjectName("messageSentence")
        self._action = QuietButton("")
        self._action.setObjectName("messageAction")
        self._action.clicked.connect(self._act)
        self._close = IconButton("close", self.tr("Stäng meddelandet"), bare=True)
        self._close.setObjectName("messageClose")
        self._close.clicked.connect(self.clear)
        self._frame = QFrame()
        self._frame.setObjectName("messageBar")
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins or QMargins())
        column.addWidget(self._frame)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says now; empty when it is closed."""
        return self._sentence.text()

    def show_message(
        self,
        sentence: str,
        tone: Tone = "neutral",
        action_text: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        """Say what happened, on screen and to a screen reader; replaces what stood there.

        Args:
            sentence: What happened and what to do; plain text.
            tone: How good or bad it is; the sentence must say it too.
            action_text: The verb of an offered action, such as "Ångra"; empty for none.
            action: Called when the offered action is chosen; the bar closes first.
        """
        self._then = action
        self._sentence.setText(sentence)
        self._action.setText(action_text)
        self._action.setVisible(bool(action_text) and action is not None)
        self._frame.setProperty("mood", tone)
        repolish(self._frame)
        repolish(self._sentence)
        self.show()
        announce(self, sentence, urgent=tone == "danger")

    def withdraw_action(self) -> None:
        """Take the offered action back, since it would now act on something else; the sentence stays."""
        self._then = None
        self._action.hide()

    def clear(self) -> None:
        """Close the bar."""
        self._then = None
        self._sentence.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the bar while the focus is in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        then = self._then
        self.clear()
        if then is not None:
            then()
