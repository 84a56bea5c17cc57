"""The room where a contact is ended (R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.views.contacts.disposal.basis_form import BasisForm
from desktop.views.contacts.disposal.sentences import Sentences
from desktop.views.contacts.disposal.words import loose_end_words
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.disposal import LooseEnds
    from desktop.errors import AppError
    from desktop.views.contacts.desk import ContactDesk

_WIDTH = 720


class EndRoom(RoomView):
    """Says what is open for a contact, and ends it.

    Args:
        desk: The way to the register.
        rooms: The rooms there are; a change of contact is offered if it is one of them.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, rooms: Collection[Room] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Avsluta kontakten"), parent)
        self.setObjectName("endRoom")
        self.back.setText(self.tr("← Kontakten"))
        self._subject: UUID | None = None
        self._name = ""
        about = Text(
            self.tr(
                "Öppna uppdrag och beställningsrätter slutar den dag du anger, och kontakten föreslås inte längre. "
                "Uppgifterna finns kvar i registret. Det går att ångra, och att öppna kontakten igen."
            ),
            "muted",
            wrap=True,
        )
        self._ends = Sentences(self.tr("Att ta hand om"), "looseEnds")
        self._change = SecondaryButton(self.tr("Byt kontaktperson i stället"))
        self._change.setObjectName("endChange")
        self._change.clicked.connect(lambda: self.left_for.emit(Way(Room.CHANGE, self._subject)))
        self._offers_change = Room.CHANGE in rooms
        self._form = BasisForm(self.tr("Avsluta kontakten"), desk.now, self.tr("Slutade den"))
        self._form.accepted.connect(self._end)
        self._form.cancelled.connect(self.closed)
        inside = ScrolledColumn(gap=16)
        for place, part in enumerate((about, self._ends, self._change, self._form)):
            if part is self._change:
                inside.column.insertWidget(place, part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                inside.column.insertWidget(place, part)
        inside.setMaximumWidth(_WIDTH)
        self.body.addWidget(VerticalScroll(inside), 1)
        self._order = ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:
        """Ask about the contact with this key."""
        self._subject = subject
        self._form.begin()
        self._read()
        self._form.focus_first()

    def refresh(self, kinds: frozenset[str]) -> None:  # noqa: ARG002 - anything may be open
        """Say again what is open."""
        self._read()

    def _read(self) -> None:
        services, subject = self.desk.services, self._subject
        if subject is not None:
            self.desk.read(
                "ending",
                lambda: (services.contacts.get(subject), services.personal_data.loose_ends(subject)),
                lambda found: self._show(*found),
                self._gone,
            )

    def _show(self, contact: Contact, ends: LooseEnds) -> None:
        self._form.accept.setEnabled(contact.ended_on is None)
        self._name = contact.name
        self.head.set_subtitle(contact.name)
        self._ends.show_sentences(loose_end_words(ends))
        self._change.setVisible(self._offers_change and bool(contact.assignments))

    def _gone(self, error: AppError) -> None:
        self.desk.message.emit(str(error), "danger", False)
        self.closed.emit()

    def _end(self, basis: str, day: date) -> None:
        data, subject = self.desk.services.personal_data, self._subject
        said = self.tr("{name} är avslutad.").format(name=self._name)

        def ended(_: object) -> None:
            self.desk.message.emit(said, "good", True)
            self._subject = None
            self.closed.emit()

        if subject is not None:
            self.desk.write(lambda: data.end(subject, day, basis), ended)
