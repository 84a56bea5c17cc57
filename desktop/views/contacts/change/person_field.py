"""A person chosen by any part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.contacts.contact import Contact

_CHOICES_WIDTH = 440
_CHOICES = "QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; }"
"""The choices float over the window; lists inside it have no ground of their own."""


class PersonField(QLineEdit):
    """Takes any part of a name and offers those it fits; what is written whole is chosen too.

    Args:
        name: The object name.
        parent: The owning widget.

    Attributes:
        chosen: The person (``Contact`` or None for an emptied field), when the user has chosen another one.
        problem_changed: A sentence about a name that nobody has; empty when somebody has it.
    """

    chosen = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(self.tr("Skriv en del av namnet"))
        self.setClearButtonEnabled(True)
        self._people: dict[str, Contact] = {}
        self._person: Contact | None = None
        self._is_readable = True
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._take)
        if (popup := completer.popup()) is not None:
            popup.setStyleSheet(_CHOICES)
            popup.setMinimumWidth(_CHOICES_WIDTH)
        self.setCompleter(completer)
        self.editingFinished.connect(self.finish)

    @property
    def person(self) -> Contact | None:
        """Who is chosen."""
        return self._person

    @property
    def is_readable(self) -> bool:
        """Whether somebody has the name that stands in the field, or none does, as it was last taken."""
        return self._is_readable

    def offer(self, people: Sequence[Contact]) -> None:
        """Let these people be chosen; who was chosen and is not among them stays in the field."""
        self._people = {}
        for one in people:  # of two who are called the same, the second is told apart by the address
            words = _words_of(one)
            self._people[f"{words}, {one.email}" if words in self._people else words] = one
        if list(self._people) != self._words.stringList():
            self._words.setStringList(list(self._people))

    def set_person(self, person: Contact | None) -> None:
        """Show who is chosen without telling anyone."""
        self._person = person
        self._is_readable = True
        self.setText(_words_of(person) if person else "")
        self.setCursorPosition(0)
        self.problem_changed.emit("")

    def finish(self) -> None:
        """Take what stands in the field, as when it is left."""
        written = " ".join(self.text().split()).casefold()
        if not written:
            self._choose(None)
            return
        found = [one for words, one in self._people.items() if written in words.casefold()]
        exact = [one for words, one in self._people.items() if written in {words.casefold(), one.name.casefold()}]
        if len(exact) == 1 or len(found) == 1:
            self._choose((exact if len(exact) == 1 else found)[0])
        else:
            self._is_readable = False
            several = self.tr("Flera passar. Välj en av dem.")
            self.problem_changed.emit(several if found else self.tr("Ingen i kontaktlistan heter så."))

    def _take(self, words: str) -> None:
        if words in self._people:
            self._choose(self._people[words])

    def _choose(self, person: Contact | None) -> None:
        another = (person.id if person else None) != (self._person.id if self._person else None)
        self.set_person(person)
        if another:
            self.chosen.emit(person)


def _words_of(contact: Contact) -> str:
    title = contact.title if contact.title != contact.name else ""
    return ", ".join(part for part in (contact.name, title) if part)
