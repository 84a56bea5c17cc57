"""While a contact is typed: who is in the register already and looks like one person with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.contacts.duplicates.words import sign_words
from desktop.views.contacts.room import Room, Way
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.suggestion import Suggestion
    from desktop.views.contacts.desk import ContactDesk

PAUSE = 300
"""How long typing rests before the register is asked, in milliseconds."""


class Suggestions(Card):
    """Asks "Finns redan?" below the fields of a contact; typing goes on as if it were not there.

    What is typed comes by ``consider``. Who has been said not to be the same is not suggested again; for a new contact
    that is remembered when it has been kept (``remember``).

    Args:
        desk: The way to the register.
        is_new: Whether what is typed is not in the register yet.
        see_text: The verb for going on with the one suggested; opening or comparing unless it is given.
        parent: The owning widget.

    Attributes:
        left_for: The user wants to see the one suggested, or to compare the two (``Way``).
    """

    left_for = Signal(object)

    def __init__(self, desk: ContactDesk, *, is_new: bool, see_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("suggestions")
        self._desk = desk
        self._is_new = is_new
        self._see_text = see_text or (self.tr("Öppna") if is_new else self.tr("Jämför"))
        self._draft: Contact | None = None
        self._apart: set[UUID] = set()
        self._shown: tuple[UUID, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addWidget(Text(self.tr("Finns redan?"), "caption"))
        self.body.addLayout(self._rows)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.hide()

    def consider(self, draft: Contact) -> None:
        """Ask for those like what is typed, when the typing rests."""
        if self._draft is not None and self._draft.id != draft.id:
            self.clear()
        self._draft = draft
        self._pause.start()

    def clear(self) -> None:
        """Suggest nobody, and forget who was said not to be the same."""
        self._pause.stop()
        self._draft = None
        self._apart.clear()
        self._show(())

    def remember(self, contact_id: UUID, group: UUID) -> None:
        """Keep for good whom a new contact is not, now that it is in the register: part of adding it, for undo."""
        duplicates = self._desk.services.duplicates
        for other in sorted(self._apart):
            self._desk.write(partial(duplicates.distinguish, contact_id, other, group=group))
        self.clear()

    def _ask(self) -> None:
        draft = self._draft
        if draft is not None and not self._desk.is_closed:
            duplicates = self._desk.services.duplicates
            arrived = partial(self._arrive, draft)
            self._desk.read("suggestions", lambda: duplicates.like(draft), arrived, lambda _error: None)

    def _arrive(self, draft: Contact, found: tuple[Suggestion, ...]) -> None:
        if draft is self._draft:
            self._show(tuple(each for each in found if each.contact.id not in self._apart))

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for each in found:
            self._rows.addWidget(self._row(each))
        self.setVisible(bool(found))
        keys = tuple(each.contact.id for each in found)
        if found and keys != self._shown:
            announce(self, self.tr("Finns redan? {who}").format(who="; ".join(map(self._words, found))))
        self._shown = keys

    def _row(self, suggestion: Suggestion) -> QWidget:
        contact, words = suggestion.contact, self._words(suggestion)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(Text(words, wrap=True), 1)
        see = QuietButton(self._see_text)
        see.setObjectName("suggestionOpen")
        see.clicked.connect(partial(self._see, contact.id))
        apart = QuietButton(self.tr("Inte samma"))
        apart.setObjectName("suggestionApart")
        apart.clicked.connect(partial(self._tell_apart, contact.id))
        for button in (see, apart):
            button.setAccessibleName(f"{button.text()}: {contact.name}")
            line.addWidget(button)
        return row

    def _words(self, suggestion: Suggestion) -> str:
        contact = suggestion.contact
        title = contact.title if contact.title != contact.name else ""
        ended = self.tr("avslutad") if contact.ended_on else ""
        who = ", ".join(part for part in (contact.name, title, ended) if part)
        return f"{who} ({sign_words(suggestion.likeness.signs)})"

    def _see(self, contact_id: UUID) -> None:
        if self._is_new or self._draft is None:
            self.left_for.emit(Way(Room.PERSON, contact_id))
        else:
            self.left_for.emit(Way(Room.DUPLICATES, self._draft.id))

    def _tell_apart(self, contact_id: UUID) -> None:
        draft = self._draft
        if draft is None:
            return
        self._apart.add(contact_id)
        self._ask()
        if not self._is_new:
            duplicates = self._desk.services.duplicates
            words = self.tr("De hålls isär och föreslås inte igen.")
            self._desk.write(
                lambda: duplicates.distinguish(draft.id, contact_id),
                lambda _done: self._desk.message.emit(words, "good", True),
            )
