"""The tab of the participants: both parties, and who holds the level's roles that day but is not listed (R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.views.meetings.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.contact import Contact
    from desktop.domain.meeting import MeetingFile, Participant
    from desktop.views.meetings.desk import Desk

_ORDER = {Party.AGENCY: 0, Party.SSC: 1, None: 2}


class ParticipantsTable(RowsTable):
    """The participants; Delete asks for the removal of the current one.

    Attributes:
        removal_asked: The current participant is to be removed.
    """

    removal_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)


class ParticipantsTab(QWidget):
    """Shows who takes part, and proposes who else should.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("participantsTab")
        self._desk = desk
        self._meeting: UUID | None = None
        self._proposed: tuple[Contact, ...] = ()
        self.model = RowsModel(self._columns(), self)
        self.table = ParticipantsTable(self.tr("Deltagare"), self.model)
        self.table.setObjectName("participantsTable")
        self.table.removal_asked.connect(self._remove)
        self.table.selectionModel().currentChanged.connect(self._allow_removal)
        self._none = Text(self.tr("Inga deltagare ännu. De som har nivåns uppdrag föreslås här."), "muted", wrap=True)
        self._none.setObjectName("participantsNone")
        self._none.setContentsMargins(12, 14, 12, 14)
        self._removal = SecondaryButton(self.tr("Ta bort deltagaren"), "trash")
        self._removal.setObjectName("participantRemove")
        self._removal.clicked.connect(self._remove)
        self._proposals = Card()
        self._proposals.setObjectName("participantProposals")
        self._heading = SectionHeading(self.tr("Har nivåns uppdrag på mötesdagen"))
        self._lay_out()

    def show_participants(self, file: MeetingFile, proposed: Sequence[Contact]) -> None:
        """Show a meeting's participants, our side first, and who is proposed."""
        self._meeting = file.meeting.id
        here = self.table.currentIndex().row()
        ordered = sorted(file.participants, key=lambda each: (_ORDER[each.party], not each.required))
        self.model.show_rows([self._row(each) for each in ordered])
        if 0 <= here < self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(here)
        empty = not file.participants
        self.table.setVisible(not empty)
        self._none.setVisible(empty)
        self._show_proposed(tuple(proposed))
        self._allow_removal()

    def _columns(self) -> tuple[TextColumn, ...]:
        return (
            TextColumn(self.tr("Namn"), 3),
            TextColumn(self.tr("Titel"), 3),
            TextColumn(self.tr("E-post"), 5),
            TextColumn(self.tr("Part")),
            TextColumn(self.tr("Närvaro")),
            TextColumn(self.tr("Uppgift")),
        )

    def _row(self, each: Participant) -> TextRow:
        need = self.tr("Obligatorisk") if each.required else self.tr("Frivillig")
        known = self.tr("I kontaktlistan") if each.contact_id else self.tr("Bara i kallelsen")
        name = each.name or each.email
        party = self.tr("SSC") if each.party is Party.SSC else party_word(each.party)
        return TextRow(each.id, (name, each.title, each.email, party, need, known))

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.table)
        card.body.addWidget(self._none)
        buttons = QHBoxLayout()
        buttons.addWidget(self._removal)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._proposals)
        column.addStretch(1)

    def _show_proposed(self, proposed: tuple[Contact, ...]) -> None:
        self._heading.setVisible(bool(proposed))
        self._proposals.setVisible(bool(proposed))
        if proposed == self._proposed:
            return
        self._proposed = proposed
        while (item := self._proposals.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, contact in enumerate(proposed):
            if place:
                self._proposals.body.addWidget(Divider())
            self._proposals.body.addWidget(self._proposal(contact))

    def _proposal(self, contact: Contact) -> QWidget:
        add = IconButton("plus", self.tr("Lägg till: {name}").format(name=contact.name))
        add.setObjectName("participantAdd")
        add.setToolTip(self.tr("Lägg till som deltagare"))
        add.clicked.connect(lambda: self._add(contact.id))
        facts = " · ".join(text for text in (contact.title, party_word(contact.party)) if text)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(Text(contact.name))
        row.addWidget(Text(facts, "muted"), 1)
        row.addWidget(add)
        return holder

    def _add(self, contact: UUID) -> None:
        meetings, meeting = self._desk.services.meetings, self._meeting
        if meeting is not None:
            self._desk.write(lambda: meetings.add_participant(meeting, contact))

    def _remove(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < self.model.rowCount():
            return
        gone = self.model.rows[row]
        meetings = self._desk.services.meetings
        self.model.show_rows([row for row in self.model.rows if row.key != gone.key])
        self._desk.write(lambda: meetings.remove_participant(cast("UUID", gone.key)))
        sentence = self.tr("{name} är borttagen från deltagarna.").format(name=gone.cells[0])
        self._desk.message.emit(sentence, "info", True)

    def _allow_removal(self) -> None:
        self._removal.setEnabled(self.table.currentIndex().isValid())
        self._removal.setVisible(self.model.rowCount() > 0)
