"""The room where an ended contact is anonymised: what goes, what stays and why, and that it is lasting (R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.views.contacts.disposal.basis_form import BasisForm
from desktop.views.contacts.disposal.sentences import Sentences
from desktop.views.contacts.room import RoomView
from desktop.views.parts.badge import StateChip
from desktop.views.parts.card import Card
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.disposal import AnonymisationPreview
    from desktop.errors import AppError
    from desktop.views.contacts.desk import ContactDesk

_WIDTH = 720


class AnonymiseRoom(RoomView):
    """Tells what anonymising takes away and what stays, and does it.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Anonymisera kontakten"), parent)
        self.setObjectName("anonymiseRoom")
        self.back.setText(self.tr("← Kontakten"))
        self._subject: UUID | None = None
        self._removed = Sentences(self.tr("Tas bort"), "anonymiseRemoved")
        self._kept = Sentences(self.tr("Finns kvar, och varför"), "anonymiseKept")
        self._form = BasisForm(self.tr("Anonymisera för gott"), desk.now)
        self._form.accepted.connect(self._anonymise)
        self._form.cancelled.connect(self.closed)
        inside = ScrolledColumn(gap=16)
        for place, part in enumerate((self._warning(), self._removed, self._kept, self._form)):
            inside.column.insertWidget(place, part)
        inside.setMaximumWidth(_WIDTH)
        self.body.addWidget(VerticalScroll(inside), 1)
        self._order = ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:
        """Tell of the contact with this key."""
        self._subject = subject
        self._form.begin()
        self._read()
        self._form.focus_first()

    def refresh(self, kinds: frozenset[str]) -> None:  # noqa: ARG002 - a name may stand anywhere
        """Tell again what would be done."""
        self._read()

    def _warning(self) -> Card:
        warning = Card(padding=16)
        words = Text(
            self.tr(
                "Varken anonymiseringen eller något som har gjorts före den går att ångra efteråt. Ta ut ett "
                "registerutdrag eller en säkerhetskopia först om uppgifterna kan behövas."
            ),
            wrap=True,
        )
        words.setObjectName("anonymiseWarning")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(StateChip(self.tr("Går inte att ångra"), "danger"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        warning.body.addLayout(line)
        return warning

    def _read(self) -> None:
        services, subject = self.desk.services, self._subject
        if subject is not None:
            self.desk.read(
                "anonymising",
                lambda: (services.contacts.get(subject), services.personal_data.preview(subject)),
                lambda found: self._show(*found),
                self._gone,
            )

    def _show(self, contact: Contact, preview: AnonymisationPreview) -> None:
        self.head.set_subtitle(contact.name)
        self._removed.show_sentences(preview.removed)
        self._kept.show_sentences(preview.kept)
        self._form.accept.setEnabled(not preview.cannot)
        if preview.cannot:
            self._form.show_problem(preview.cannot)

    def _gone(self, error: AppError) -> None:
        self.desk.message.emit(str(error), "danger", False)
        self.closed.emit()

    def _anonymise(self, basis: str, _day: date) -> None:
        data, subject = self.desk.services.personal_data, self._subject

        def done(_: object) -> None:
            self.desk.message.emit(self.tr("Kontakten är anonymiserad. Det står i gallringsloggen."), "good", False)
            self._subject = None
            self.closed.emit()

        if subject is not None:
            self.desk.write(lambda: data.anonymise(subject, basis), done)
