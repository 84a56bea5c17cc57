"""Why finalised notes are opened again (R12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LONGEST = 1000


class ReopeningForm(Card):
    """Asks for the reason; Enter opens, Escape leaves.

    Attributes:
        given: The reason (``str``).
        left: The notes stay as they are.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("reopeningForm")
        self._reason = QLineEdit()
        self._reason.setObjectName("reopeningReason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.returnPressed.connect(self._give)
        self._row = FormRow(self.tr("Varför öppnas anteckningarna igen?"), self._reason)
        self._reason.textEdited.connect(lambda: self._row.set_problem(""))
        self._give_button = PrimaryButton(self.tr("Öppna anteckningarna"))
        self._give_button.setObjectName("reopeningGive")
        self._give_button.clicked.connect(self._give)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("reopeningLeave")
        leave.clicked.connect(self.left)
        told = self.tr("Versionen finns kvar med sitt innehåll. Skälet sparas bredvid den och går inte att ångra.")
        end = QHBoxLayout()
        end.setSpacing(8)
        end.addWidget(Text(told, "muted", wrap=True), 1)
        end.addWidget(leave)
        end.addWidget(self._give_button)
        self.body.addWidget(self._row)
        self.body.addLayout(end)
        self.hide()

    def begin(self) -> None:
        """Ask."""
        self.show()
        self._reason.setFocus()

    def clear(self) -> None:
        """Forget what was typed, and hide."""
        self._reason.clear()
        self._row.set_problem("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._reason.text().strip():
            self.given.emit(self._reason.text())
        else:
            self._row.set_problem(self.tr("Skriv varför, så att den som läser senare förstår."))
            self._reason.setFocus()
