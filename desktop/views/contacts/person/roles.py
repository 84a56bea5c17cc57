"""The roles of a person: given, changed and ended where they stand (R15, R16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.contacts.contact import Assignment
from desktop.domain.contacts.contact_rules import checked_assignment
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.errors import InputError
from desktop.views.contacts.person.entry_list import EntryList
from desktop.views.contacts.person.entry_words import role_entries
from desktop.views.contacts.person.file import Around
from desktop.views.contacts.person.role_form import RoleForm

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import PersonFile

_FIELDS = ("level", "function", "area_id", "starts_on", "ends_on")


class Roles(EntryList):
    """Shows and changes the roles of a person.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        self._role_form = RoleForm(desk.now)
        super().__init__("role", self._role_form, parent)
        self.set_words(self.tr("Uppdrag"), self.tr("Lägg till uppdrag"), self.tr("Inga uppdrag är antecknade."))
        self._desk = desk
        self._contact: Contact | None = None
        self._around = Around()
        self._writing: Assignment | None = None
        self.addition_asked.connect(self._begin_addition)
        self.change_asked.connect(self._begin_change)
        self.end_asked.connect(self._begin_end)
        self._role_form.accepted.connect(self._keep)
        self._role_form.removal_asked.connect(self._remove)

    def show_person(self, file: PersonFile) -> None:
        """Show a person's roles."""
        contact = file.contact
        if self._contact is not None and self._contact.id != contact.id:
            self.close_form()
        self._contact, self._around = contact, file.around
        areas = {area.id: area.name for area in file.around.areas}
        is_open = contact.anonymised_on is None
        entries = role_entries(contact.assignments, areas, self._desk.now())
        self.show_entries(entries, can_add=is_open and contact.ended_on is None, can_change=is_open)

    def _begin_addition(self) -> None:
        if self._contact is not None:
            today = self._desk.now()
            new = Assignment(id=new_id(), contact_id=self._contact.id, level=Level.OPERATIONAL, starts_on=today)
            self._begin(new, self.tr("Lägg till uppdraget"), None)
            self._role_form.focus_first()

    def _begin_change(self, key: UUID) -> None:
        if (role := self._role(key)) is not None:
            self._begin(role, self.tr("Spara uppdraget"), key)
            self._role_form.focus_first()

    def _begin_end(self, key: UUID) -> None:
        """Fill in today as the last day, to be kept or changed; a role that has ended stays to be read."""
        if (role := self._role(key)) is not None:
            self._begin(role, self.tr("Avsluta uppdraget"), key)
            self._role_form.focus_end(self._desk.now())

    def _begin(self, role: Assignment, words: str, key: UUID | None) -> None:
        self._writing = role
        self._role_form.show_role(role, self._around)
        self._role_form.begin(words, removable=key is not None)
        self.open_form(key)

    def _keep(self) -> None:
        role, contact = self._writing, self._contact
        if role is None or contact is None:
            return
        is_new = self._role(role.id) is None
        try:
            kept = checked_assignment(self._role_form.written(role), contact.assignments)
        except InputError as error:
            self._role_form.show_problem(str(error))
            return
        if is_new or kept != role:
            self._write(kept, contact.name, is_new=is_new)
        self.close_form()

    def _write(self, kept: Assignment, whose: str, *, is_new: bool) -> None:
        contacts = self._desk.services.contacts
        fields = {name: getattr(kept, name) for name in _FIELDS}
        said = self.tr("Uppdraget är tillagt för {name}.") if is_new else self.tr("Uppdraget är ändrat för {name}.")
        self._desk.write(
            (lambda: contacts.assign(kept)) if is_new else (lambda: contacts.change_assignment(kept.id, **fields)),
            lambda _: self._desk.message.emit(said.format(name=whose), "good", True),
        )

    def _remove(self) -> None:
        role, contact = self._writing, self._contact
        if role is None or contact is None:
            return
        contacts = self._desk.services.contacts
        said = self.tr("Uppdraget är borttaget från {name}.").format(name=contact.name)
        self._desk.write(lambda: contacts.unassign(role.id), lambda _: self._desk.message.emit(said, "good", True))
        self.close_form()

    def _role(self, key: UUID) -> Assignment | None:
        roles = self._contact.assignments if self._contact is not None else ()
        return next((role for role in roles if role.id == key), None)
