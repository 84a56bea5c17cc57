"""A new contact: who, at which party, how to reach them, and the first role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_rules import checked_assignment, checked_contact
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.errors import InputError
from desktop.views.contacts.person.details import PARTIES, WORDS
from desktop.views.contacts.person.entry_form import EntryForm
from desktop.views.contacts.person.role_form import RoleChoice
from desktop.views.contacts.words import party_name
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.views.contacts.person.file import Around


class NewContact(EntryForm):
    """Writes a new contact; what is typed stays until it is kept.

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        typed: The ``Contact`` as written so far, whenever a field is typed in.
        below_names: Where something may be shown below the names while they are typed.
    """

    typed = Signal(object)

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("newContact", now, parent, primary=True)
        self._now = now
        self._id = new_id()
        self._role_id = new_id()
        self._fields: dict[str, QLineEdit] = {}
        self.below_names = QVBoxLayout()
        self.below_names.setContentsMargins(0, 0, 0, 0)
        self._party = QComboBox()
        self._party.setObjectName("newContactParty")
        self._role = RoleChoice()
        self._role.setObjectName("newContactRole")
        party, role = FormRow(self.tr("Part"), self._party), FormRow(self.tr("Första uppdraget"), self._role)
        self.lay_out(
            [
                (self._row("given_name", self.tr("Förnamn")), self._row("family_name", self.tr("Efternamn"))),
                (self._row("title", self.tr("Titel")), party),
                (self._row("email", self.tr("E-post")), self._row("phone", self.tr("Telefon"))),
                (role, self.area_row()),
                self.period_rows(),
            ],
            self.below_names,
        )
        self.setContentsMargins(0, -8, 0, -8)  # the card around it has room enough
        self.begin(self.tr("Lägg till kontakten"), removable=False)

    def show_draft(self, draft: Contact, around: Around) -> None:
        """Begin anew with what is known: the party, and perhaps a name or a first role."""
        self._id, self._role_id = new_id(), new_id()
        for name, field in self._fields.items():
            field.setText(getattr(draft, name))
        self._party.clear()
        self._party.addItems([party_name(party, around.agency) for party in PARTIES])
        self._party.setCurrentIndex(PARTIES.index(draft.party))
        role = draft.assignments[0] if draft.assignments else None
        self._role.offer(around.functions, self.tr("Inget uppdrag än"))
        self._role.show_role(role.level if role else None, role.function if role else "")
        self.show_areas(around.areas, role.area_id if role else None)
        self.starts.set_day(role.starts_on if role else self._now())
        self.ends.set_day(role.ends_on if role else None)
        self.show_problem("")

    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not any(field.text().strip() for field in self._fields.values())

    def written(self) -> Contact:
        """The contact as it stands in the form."""
        party = PARTIES[self._party.currentIndex()] if self._party.count() else Party.AGENCY
        contact = replace(
            Contact(id=self._id, party=party), **{name: field.text() for name, field in self._fields.items()}
        )
        if self._role.level is None and not self._role.function:
            return contact
        role = Assignment(
            id=self._role_id,
            contact_id=contact.id,
            level=self._role.level,
            function=self._role.function,
            area_id=self.area_id,
            starts_on=self.starts.day,
            ends_on=self.ends.day,
        )
        return replace(contact, assignments=(role,))

    def checked(self) -> Contact | None:
        """The contact if it can be kept; else the form says why not."""
        written = self.written()
        try:
            kept = checked_contact(written, self._now())
            roles = tuple(checked_assignment(role) for role in written.assignments)
        except InputError as error:
            self.show_problem(str(error))
            return None
        self.show_problem("")
        return replace(kept, assignments=roles)

    def _row(self, name: str, label: str) -> FormRow:
        field = self._fields[name] = QLineEdit()
        field.setObjectName(f"newContact-{name}")
        field.textEdited.connect(self._tell_typed)
        row = FormRow(label, field)
        return warns_of_numbers(row) if name in WORDS else row

    def _tell_typed(self) -> None:
        self.typed.emit(self.written())
