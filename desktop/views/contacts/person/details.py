"""The particulars of a person: each field saves itself, and says beside it what cannot be saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.contacts.contact_rules import checked_contact
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.errors import InputError
from desktop.views.contacts.person.confirmed_line import ConfirmedLine
from desktop.views.contacts.person.deputy_field import DeputyField
from desktop.views.contacts.words import party_name
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import PersonFile

PARTIES = (Party.AGENCY, Party.SSC)
_ADDRESSES = ("email", "function_email")
WORDS = ("given_name", "family_name", "title")
_NOTES_LINES = 4


class PersonDetails(Card):
    """Shows and changes who someone is, how they are reached, who answers for them and what is worth knowing.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        typed: The ``Contact`` as it would be with what stands in the fields, whenever a name or a way is typed.
        changed: The ``Contact`` as it is now, for whatever else shows it.
        below_names: Where something may be shown below the names while they are typed.
        confirmed: When the particulars were confirmed last.
        notes: What is worth knowing besides, in a card of its own.
    """

    typed = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("personDetails")
        self._desk = desk
        self._contact: Contact | None = None
        self._rows: dict[str, FormRow] = {}
        self._autosaves: dict[str, Autosave] = {}
        self.below_names = QVBoxLayout()
        self.below_names.setContentsMargins(0, 0, 0, 0)
        self._party = QComboBox()
        self._party.setObjectName("person-party")
        self._party.activated.connect(self._choose_party)
        self._deputy = DeputyField()
        self._deputy.setObjectName("person-deputy")
        self._deputy_row = FormRow(self.tr("Ersättare"), self._deputy)
        self._deputy.problem_changed.connect(self._deputy_row.set_problem)
        self._deputy.deputy_changed.connect(self._change_deputy)
        self.confirmed = ConfirmedLine()
        self.confirmed.chosen.connect(self._confirm)
        self.notes = Card(padding=16)
        self.notes.setObjectName("personNotesCard")
        self.notes.body.addWidget(self._notes_row())
        self._lay_out()

    def show_person(self, file: PersonFile) -> None:
        """Show a person; news about the one already shown leave unsaved typing alone."""
        contact = file.contact
        other = self._contact is None or self._contact.id != contact.id
        if other:
            self.flush()
        party_before = self._contact.party if self._contact is not None and not other else None
        self._contact = contact
        self._show_parties(file.around.agency)
        self._deputy.show_deputy(file.connections.deputy)
        if contact.party is not party_before:
            self._offer_deputies(contact)
        self.confirmed.show_contact(contact)
        for name, autosave in self._autosaves.items():
            text = getattr(contact, name)
            if other:
                self._rows[name].set_problem("")
                autosave.bind((contact.id, name), text, partial(self._save, name))
            else:
                autosave.offer(text)
        self._open_for_change(contact)

    def focus_first(self) -> None:
        """Go to the first field."""
        self._rows["given_name"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed and can be saved."""
        self._deputy.finish()
        for autosave in self._autosaves.values():
            autosave.flush()

    def leave(self) -> None:
        """Save, and be about nobody; what could not be saved returns with its person."""
        self._deputy.finish()
        for autosave in self._autosaves.values():
            autosave.release()
        self._contact = None

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._row("given_name", self.tr("Förnamn")), 0, 0, top)
        grid.addWidget(self._row("family_name", self.tr("Efternamn")), 0, 1, top)
        grid.addLayout(self.below_names, 1, 0, 1, 2)
        grid.addWidget(self._row("title", self.tr("Titel")), 2, 0, top)
        grid.addWidget(FormRow(self.tr("Part"), self._party), 2, 1, top)
        grid.addWidget(self._row("phone", self.tr("Telefon")), 3, 0, top)
        grid.addWidget(self._row("mobile", self.tr("Mobil")), 3, 1, top)
        grid.addWidget(self._row("email", self.tr("E-post")), 4, 0, top)
        grid.addWidget(self._row("function_email", self.tr("Funktionsbrevlåda")), 4, 1, top)
        grid.addWidget(self._deputy_row, 5, 0, top)
        grid.addWidget(self.confirmed, 5, 1, top)
        self.body.addLayout(grid)

    def _row(self, name: str, label: str) -> FormRow:
        """A field that saves itself; a half-typed address is saved on leaving only."""
        field = QLineEdit()
        field.setObjectName(f"person-{name}")
        self._rows[name] = FormRow(label, field)
        self._autosaves[name] = Autosave(field, on_pause=name not in _ADDRESSES)
        field.textChanged.connect(self._tell_typed)
        return warns_of_numbers(self._rows[name]) if name in WORDS else self._rows[name]

    def _notes_row(self) -> FormRow:
        field = QPlainTextEdit()
        field.setObjectName("person-notes")
        field.setTabChangesFocus(True)
        field.setFixedHeight(_NOTES_LINES * field.fontMetrics().lineSpacing() + 22)
        row = self._rows["notes"] = FormRow(self.tr("Anteckningar"), field)
        self._autosaves["notes"] = Autosave(field)
        return warns_of_numbers(row)

    def _show_parties(self, agency: str) -> None:
        names = [party_name(party, agency) for party in PARTIES]
        if [self._party.itemText(place) for place in range(self._party.count())] != names:
            self._party.clear()
            self._party.addItems(names)
        if self._contact is not None:
            self._party.setCurrentIndex(PARTIES.index(self._contact.party))

    def _offer_deputies(self, contact: Contact) -> None:
        deputies = self._desk.services.contact_connections.deputies

        def arrived(people: tuple[Contact, ...]) -> None:
            self._deputy.offer([person for person in people if person.id != contact.id])

        self._desk.read("deputies", lambda: deputies(contact.party), arrived)

    def _open_for_change(self, contact: Contact) -> None:
        """An anonymised contact is only read (R39)."""
        is_open = contact.anonymised_on is None
        for row in self._rows.values():
            if isinstance(row.field, QLineEdit | QPlainTextEdit):
                row.field.setReadOnly(not is_open)
        self._deputy.setReadOnly(not is_open)
        self._party.setEnabled(is_open)

    def _tell_typed(self) -> None:
        if self._contact is not None and any(autosave.waits for autosave in self._autosaves.values()):
            written = {name: autosave.text for name, autosave in self._autosaves.items()}
            self.typed.emit(replace(self._contact, **written))

    def _save(self, name: str, text: str, group: UUID) -> bool:
        """Store a field if it makes sense, else say below it why not; whether it was taken."""
        return self._change({name: text}, group, self._rows[name].set_problem)

    def _choose_party(self, place: int) -> None:
        self._change({"party": PARTIES[place]}, new_id())

    def _change_deputy(self, deputy_id: UUID | None) -> None:
        self._change({"deputy_id": deputy_id}, new_id())

    def _change(self, fields: dict[str, Any], group: UUID, say: Callable[[str], None] = lambda _problem: None) -> bool:
        contact = self._contact
        if contact is None:
            return False
        try:
            changed = checked_contact(replace(contact, **fields), self._desk.now(), contact)
        except InputError as error:
            say(str(error))
            return False
        say("")
        if changed != contact:
            self._contact = changed
            contacts = self._desk.services.contacts
            self._desk.write(lambda: contacts.change(contact.id, group=group, **fields))
            self.changed.emit(changed)
        return True

    def _confirm(self) -> None:
        contact, day = self._contact, self._desk.now()
        if contact is None:
            return
        self.flush()
        contacts = self._desk.services.contacts
        said = self.tr("Uppgifterna om {name} är bekräftade i dag.").format(name=contact.name)
        self._desk.write(
            lambda: contacts.confirm(contact.id, day), lambda _: self._desk.message.emit(said, "good", True)
        )
