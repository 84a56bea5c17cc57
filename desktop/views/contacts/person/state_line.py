"""What is said of a contact that has been ended or anonymised, above everything else (R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.contacts.disposal import DisposalKind
from desktop.domain.dates import in_prose
from desktop.views.parts.badge import StateChip
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text
from desktop.views.wording import disposal_kind_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.views.contacts.person.file import PersonFile


class StateLine(Card):
    """Says since when somebody has left or their particulars are gone, and what that rests on.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("personState")
        self._chip = StateChip("", "warning")
        self._words = Text("", wrap=True)
        self._words.setObjectName("personStateWords")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._chip)
        line.addWidget(self._words, 1)
        self.body.addLayout(line)
        self.hide()

    def show_person(self, file: PersonFile) -> None:
        """Say what has become of a contact, or nothing."""
        contact = file.contact
        day = contact.anonymised_on or contact.ended_on
        self.setVisible(day is not None)
        if day is None:
            return
        kind = DisposalKind.ANONYMISED if contact.anonymised_on else DisposalKind.ENDED
        self._chip.set_state(disposal_kind_word(kind), "warning")
        basis = next((entry.basis for entry in file.connections.disposals if entry.kind is kind), "")
        if kind is DisposalKind.ANONYMISED:
            what = self.tr("Uppgifterna anonymiserades {day} och kan inte ändras.")
        else:
            what = self.tr("Kontakten avslutades {day} och föreslås inte längre.")
        why = self.tr("Grund: {basis}.").format(basis=basis.rstrip(".")) if basis else ""
        self._words.setText(" ".join(part for part in (what.format(day=in_prose(day)), why) if part))
