"""Who comes and is not in the register yet, written on the page of the change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_rules import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NUMBER
from desktop.domain.identity import new_id
from desktop.views.contacts.person.details import WORDS
from desktop.views.contacts.suggestion import Suggestions
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.level import Party
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.room import Way

_COLUMNS = 2


class Newcomer(QWidget):
    """The particulars of somebody new, and below them whoever is in the register and looks like that person.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        changed: Something else is written.
        recognised: The key of the one in the register who comes, instead of somebody new.
    """

    changed = Signal()
    recognised = Signal(object)

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changeNewcomer")
        self._id = new_id()
        self._party: Party | None = None
        self._fields: dict[str, QLineEdit] = {}
        self._rows: dict[str, FormRow] = {}
        self._like = Suggestions(desk, is_new=True, see_text=self.tr("Välj"))
        self._like.left_for.connect(self._recognise)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (name, label, longest) in enumerate(
            (
                ("given_name", self.tr("Förnamn"), LONGEST_NAME),
                ("family_name", self.tr("Efternamn"), LONGEST_NAME),
                ("title", self.tr("Titel"), LONGEST_NAME),
                ("phone", self.tr("Telefon"), LONGEST_NUMBER),
                ("email", self.tr("E-post"), LONGEST_ADDRESS),
            )
        ):
            field = self._fields[name] = QLineEdit()
            field.setObjectName(f"changeNew_{name}")
            field.setMaxLength(longest)
            field.textChanged.connect(self.changed)
            field.textEdited.connect(self._consider)
            row = FormRow(label, field)
            self._rows[name] = warns_of_numbers(row) if name in WORDS else row
            grid.addWidget(self._rows[name], *divmod(place, _COLUMNS))
        grid.addWidget(self._like, grid.rowCount(), 0, 1, _COLUMNS)

    def begin(self) -> None:
        """Begin with somebody else, of whom nothing is written."""
        self._id = new_id()
        self._like.clear()
        for field in self._fields.values():
            field.clear()
        self.show_problem("")

    def set_party(self, party: Party) -> None:
        """Know at which side the newcomer is."""
        self._party = party

    def contact(self) -> Contact | None:
        """Who is written; nobody without a name."""
        contact = self._draft()
        return None if contact is None or contact.is_mailbox else contact

    def remember(self, group: UUID) -> None:
        """Keep whom the newcomer is not, now that they are in the register: part of the same step."""
        self._like.remember(self._id, group)

    def show_problem(self, sentence: str) -> None:
        """Say at the name what is missing."""
        self._rows["given_name"].set_problem(sentence)

    def _draft(self) -> Contact | None:
        if self._party is None:
            return None
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        return replace(Contact(id=self._id, party=self._party), **texts)

    def _consider(self) -> None:
        draft = self._draft()
        if draft is not None:
            self.show_problem("")
            self._like.consider(draft)

    def _recognise(self, way: Way) -> None:
        self.recognised.emit(way.subject)
