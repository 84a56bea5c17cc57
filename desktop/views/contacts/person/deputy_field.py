"""Where the deputy of a contact is chosen by any part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.contacts.contact import Contact

_LONGEST = 200
_CHOICES = "QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; }"
"""The choices float over the window; lists inside it have no ground of their own."""


class DeputyField(QLineEdit):
    """Reads a part of a name when it is left, and shows the name of whoever is meant.

    Args:
        parent: The owning widget.

    Attributes:
        deputy_changed: The key of the deputy, or None when the field was emptied.
        problem_changed: A sentence about why nobody is meant; empty when somebody is.
    """

    deputy_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(self.tr("Skriv en del av namnet"))
        self._people: tuple[Contact, ...] = ()
        self._deputy: Contact | None = None
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._choose, Qt.ConnectionType.QueuedConnection)  # Qt writes the words first
        if (popup := completer.popup()) is not None:
            popup.setStyleSheet(_CHOICES)
        self.setCompleter(completer)
        self.editingFinished.connect(self.finish)

    def offer(self, people: Sequence[Contact]) -> None:
        """Let these be chosen."""
        self._people = tuple(people)
        words = [_words(person) for person in self._people]
        if words != self._words.stringList():
            self._words.setStringList(words)

    def show_deputy(self, deputy: Contact | None) -> None:
        """Show who it is, unless somebody is being typed."""
        if self.hasFocus() and self.isModified():
            return
        self._deputy = deputy
        self._show()

    def finish(self) -> None:
        """Take what stands in the field, as when it is left."""
        typed = " ".join(self.text().split())
        if not self.isModified() or typed == (self._deputy.name if self._deputy else ""):
            return
        found = self._found(typed)
        if typed and len(found) != 1:
            nobody = self.tr("Ingen hos samma part heter så.")
            several = self.tr("Det passar in på flera. Skriv mer av namnet.")
            self.problem_changed.emit(several if found else nobody)
            return
        self._take(found[0] if typed else None)

    def _choose(self, words: str) -> None:
        known = zip(self._words.stringList(), self._people, strict=True)
        self._take(next((person for written, person in known if written == words), None))

    def _take(self, deputy: Contact | None) -> None:
        changed = (deputy.id if deputy else None) != (self._deputy.id if self._deputy else None)
        self._deputy = deputy
        self._show()
        if changed:
            self.deputy_changed.emit(deputy.id if deputy else None)

    def _show(self) -> None:
        self.setText(self._deputy.name if self._deputy else "")
        self.setCursorPosition(0)
        self.problem_changed.emit("")

    def _found(self, typed: str) -> list[Contact]:
        """Those who are called exactly that, or else those with it anywhere in their words."""
        wanted = typed.casefold()
        same = [person for person in self._people if wanted in {person.name.casefold(), _words(person).casefold()}]
        return same or [person for person in self._people if wanted in _words(person).casefold()]


def _words(person: Contact) -> str:
    return " · ".join(dict.fromkeys(" ".join(fact.split()) for fact in (person.name, person.title) if fact))
