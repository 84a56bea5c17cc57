"""Where a participant is added: anyone of the contact list by a part of the name, or someone who is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from desktop.domain.level import Party
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.contacts.contact import Contact

_PARTIES = (Party.SSC, Party.AGENCY, None)
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 254
"""The longest address that mail can carry (RFC 5321, 4.5.3.1.3)."""
_CHOICES_WIDTH = 440
_CHOICES = "QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; }"
"""The choices float over the window; lists inside it have no ground of their own."""


class ParticipantEntry(Card):
    """Adds whoever is chosen among the contacts while typing; a name nobody has there is a guest's.

    What is typed stays until the register has it: whoever listens calls ``clear`` then, or ``offer`` after a refusal.

    Attributes:
        contact_chosen: The key of the contact that is to be added.
        guest_typed: Name, address and party (``Party`` or None) of a guest that is to be added.
    """

    contact_chosen = Signal(object)
    guest_typed = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("participantEntry")
        self._contacts: tuple[Contact, ...] = ()
        self._waiting = False
        self._words = QStringListModel(self)
        self._name = _field("participantName", self.tr("Skriv en del av namnet"), _LONGEST_NAME)
        self._email = _field("participantEmail", "", _LONGEST_ADDRESS)
        self._party = QComboBox()
        self._party.setObjectName("participantParty")
        self._party.addItems([party_word(party) for party in _PARTIES])
        self._completer = QCompleter(self._words, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._choose)
        if (popup := self._completer.popup()) is not None:
            popup.setStyleSheet(_CHOICES)
            popup.setMinimumWidth(_CHOICES_WIDTH)
        self._name.setCompleter(self._completer)
        self._name.returnPressed.connect(self._add)
        self._email.returnPressed.connect(self._add)
        self._lay_out()

    def offer(self, contacts: Sequence[Contact], listed: Collection[UUID | None]) -> None:
        """Let these contacts be chosen, but for those who are listed already."""
        self._waiting = False
        self._contacts = tuple(contact for contact in contacts if contact.id not in listed)
        words = [self._words_of(contact) for contact in self._contacts]
        if words != self._words.stringList():
            self._words.setStringList(words)

    def clear(self) -> None:
        """Forget what was typed: the participant is added."""
        self._waiting = False
        self._name.clear()
        self._email.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the fields."""
        if event.key() == Qt.Key.Key_Escape and (self._name.text() or self._email.text()):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        button = SecondaryButton(self.tr("Lägg till"), "plus")
        button.setObjectName("participantEntryAdd")
        button.clicked.connect(self._add)
        note = self.tr("Välj ur kontaktlistan medan du skriver. Den som inte finns där läggs till med namn och e-post.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (label, field, share) in enumerate(
            (
                (self.tr("Lägg till deltagare"), self._name, 5),
                (self.tr("E-post"), self._email, 4),
                (self.tr("Part"), self._party, 3),
            )
        ):
            grid.addWidget(FormRow(label, field), 0, place)
            grid.setColumnStretch(place, share)
        grid.addWidget(button, 0, 3, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(Text(note, "muted", wrap=True), 1, 0, 1, 4)
        self.body.addLayout(grid)

    def _words_of(self, contact: Contact) -> str:
        facts = (contact.name, contact.title, self.tr("SSC") if contact.party is Party.SSC else "", contact.email)
        return " · ".join(dict.fromkeys(" ".join(fact.split()) for fact in facts if fact))

    def _choose(self, words: str) -> None:
        """Add the contact whose words were chosen among the choices."""
        known = zip(self._words.stringList(), self._contacts, strict=True)
        self._add_contact(next((contact for written, contact in known if written == words), None))

    def _add(self) -> None:
        """Add what is typed: the contact it says or searches for, or else a guest."""
        name, email = " ".join(self._name.text().split()), self._email.text().strip()
        if name in self._words.stringList():
            self._choose(name)
            return
        found = [] if email else self._found(name)
        if len(found) == 1:
            self._add_contact(found[0])
        elif found:
            self._completer.complete()
        elif (name or email) and not self._waiting:
            self._waiting = True
            self.guest_typed.emit(name, email, _PARTIES[self._party.currentIndex()])

    def _found(self, name: str) -> list[Contact]:
        """The contacts of that name, or with that word anywhere: a guest is called by more than one word."""
        typed = name.casefold()
        same = [contact for contact in self._contacts if contact.name.casefold() == typed]
        if same or not typed or " " in typed:
            return same
        known = zip(self._words.stringList(), self._contacts, strict=True)
        return [contact for words, contact in known if typed in words.casefold()]

    def _add_contact(self, contact: Contact | None) -> None:
        if contact is not None and not self._waiting:
            self._waiting = True
            self.contact_chosen.emit(contact.id)


def _field(name: str, hint: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(longest)
    return field
