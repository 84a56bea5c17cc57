"""The rights to order of a person: given, changed and ended where they stand (R32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.contacts.contact import AuthorisedOrderer
from desktop.domain.contacts.contact_rules import checked_right
from desktop.domain.identity import new_id
from desktop.errors import InputError
from desktop.views.contacts.person.entry_list import EntryList
from desktop.views.contacts.person.entry_words import right_entries
from desktop.views.contacts.person.file import Around
from desktop.views.contacts.person.right_form import RightForm

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import PersonFile

_FIELDS = ("area_id", "kind", "starts_on", "ends_on", "limit", "evidence")


class Rights(EntryList):
    """Shows and changes the rights to order of a person.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        self._right_form = RightForm(desk.now)
        super().__init__("right", self._right_form, parent)
        self.set_words(
            self.tr("Rätt att beställa"), self.tr("Lägg till rätt"), self.tr("Kontakten är inte behörig beställare.")
        )
        self._desk = desk
        self._contact: Contact | None = None
        self._around = Around()
        self._writing: AuthorisedOrderer | None = None
        self.addition_asked.connect(self._begin_addition)
        self.change_asked.connect(self._begin_change)
        self.end_asked.connect(self._begin_end)
        self._right_form.accepted.connect(self._keep)
        self._right_form.removal_asked.connect(self._remove)

    def show_person(self, file: PersonFile) -> None:
        """Show a person's rights to order."""
        contact = file.contact
        if self._contact is not None and self._contact.id != contact.id:
            self.close_form()
        self._contact, self._around = contact, file.around
        areas = {area.id: area.name for area in file.around.areas}
        is_open = contact.anonymised_on is None
        entries = right_entries(contact.orderer_rights, areas, self._desk.now())
        self.show_entries(entries, can_add=is_open and contact.ended_on is None, can_change=is_open)

    def _begin_addition(self) -> None:
        if self._contact is not None:
            today = self._desk.now()
            new = AuthorisedOrderer(id=new_id(), contact_id=self._contact.id, starts_on=today)
            self._begin(new, self.tr("Lägg till rätten"), None)
            self._right_form.focus_first()

    def _begin_change(self, key: UUID) -> None:
        if (right := self._right(key)) is not None:
            self._begin(right, self.tr("Spara rätten"), key)
            self._right_form.focus_first()

    def _begin_end(self, key: UUID) -> None:
        """Fill in today as the last day, to be kept or changed; a right that has ended stays to be read."""
        if (right := self._right(key)) is not None:
            self._begin(right, self.tr("Avsluta rätten"), key)
            self._right_form.focus_end(self._desk.now())

    def _begin(self, right: AuthorisedOrderer, words: str, key: UUID | None) -> None:
        self._writing = right
        self._right_form.show_right(right, self._around)
        self._right_form.begin(words, removable=key is not None)
        self.open_form(key)

    def _keep(self) -> None:
        right, contact = self._writing, self._contact
        if right is None or contact is None:
            return
        is_new = self._right(right.id) is None
        try:
            kept = checked_right(self._right_form.written(right))
        except (InputError, ValueError) as error:
            self._right_form.show_problem(str(error))
            return
        if is_new or kept != right:
            self._write(kept, contact.name, is_new=is_new)
        self.close_form()

    def _write(self, kept: AuthorisedOrderer, whose: str, *, is_new: bool) -> None:
        contacts = self._desk.services.contacts
        fields = {name: getattr(kept, name) for name in _FIELDS}
        said = (
            self.tr("Rätten att beställa är tillagd för {name}.")
            if is_new
            else self.tr("Rätten att beställa är ändrad för {name}.")
        )
        self._desk.write(
            (lambda: contacts.entitle(kept)) if is_new else (lambda: contacts.change_right(kept.id, **fields)),
            lambda _: self._desk.message.emit(said.format(name=whose), "good", True),
        )

    def _remove(self) -> None:
        right, contact = self._writing, self._contact
        if right is None or contact is None:
            return
        contacts = self._desk.services.contacts
        said = self.tr("Rätten att beställa är borttagen från {name}.").format(name=contact.name)
        self._desk.write(lambda: contacts.disentitle(right.id), lambda _: self._desk.message.emit(said, "good", True))
        self.close_form()

    def _right(self, key: UUID) -> AuthorisedOrderer | None:
        rights = self._contact.orderer_rights if self._contact is not None else ()
        return next((right for right in rights if right.id == key), None)
