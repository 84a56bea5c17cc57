"""When a contact was confirmed last, and the button that confirms it now (R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import in_prose
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.contacts.contact import Contact


class ConfirmedLine(QWidget):
    """Says when someone last said that the particulars are right.

    Args:
        parent: The owning widget.

    Attributes:
        chosen: The particulars are right today.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personConfirmed")
        self._day = Text("", wrap=True)
        self._day.setObjectName("personConfirmedOn")
        self._button = SecondaryButton(self.tr("Bekräfta i dag"), "check")
        self._button.setObjectName("personConfirm")
        self._button.clicked.connect(self.chosen)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._day, 1)
        line.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(self.tr("Senast bekräftad"), "muted"))
        column.addLayout(line)

    def show_contact(self, contact: Contact) -> None:
        """Show the day; who has left is not confirmed any more."""
        day = contact.confirmed_on
        self._day.setText(in_prose(day) if day is not None else self.tr("Inte bekräftad"))
        self._button.setVisible(contact.ended_on is None and contact.anonymised_on is None)
