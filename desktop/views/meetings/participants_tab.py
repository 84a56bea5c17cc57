"""The tab of the participants: both parties, and who holds the level's roles that day but is not listed (R7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.views.meetings.participant_entry import ParticipantEntry
from desktop.views.meetings.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.announce import announce
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
    """The participants; Delete removes the current one, the space bar tells whether they must come.

    Attributes:
        removal_asked: The current participant is to be removed.
        turn_asked: The current participant is to be optional instead of required, or the other way round.
    """

    removal_asked = Signal()
    turn_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, the space bar turns."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removal_asked.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.turn_asked.emit()
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
        self._people: tuple[Participant, ...] = ()
        self._proposed: tuple[Contact, ...] = ()
        self.model = RowsModel(self._columns(), self)
        self.table = ParticipantsTable(self.tr("Deltagare"), self.model)
        self.table.setObjectName("participantsTable")
        self.table.removal_asked.connect(self._remove)
        self.table.turn_asked.connect(self._turn)
        self.table.selectionModel().currentChanged.connect(self._allow_actions)
        self._none = Text(self.tr("Inga deltagare ännu. De som har nivåns uppdrag föreslås här."), "muted", wrap=True)
        self._none.setObjectName("participantsNone")
        self._none.setContentsMargins(12, 14, 12, 14)
        self._removal = SecondaryButton(self.tr("Ta bort deltagaren"), "trash")
        self._removal.setObjectName("participantRemove")
        self._removal.clicked.connect(self._remove)
        self._turning = SecondaryButton("")
        self._turning.setObjectName("participantTurn")
        self._turning.clicked.connect(self._turn)
        self.entry = ParticipantEntry()
        self.entry.contact_chosen.connect(self._add)
        self.entry.guest_typed.connect(self._add_guest)
        self._proposals = Card()
        self._proposals.setObjectName("participantProposals")
        self._heading = SectionHeading(self.tr("Har nivåns uppdrag på mötesdagen"))
        self._lay_out()

    def show_participants(self, file: MeetingFile, proposed: Sequence[Contact]) -> None:
        """Show a meeting's participants, our side first, and who is proposed."""
        self._meeting = file.meeting.id
        self._show_people(file.participants)
        self._show_proposed(tuple(proposed))
        contacts, meeting = self._desk.services.contacts, file.meeting.id

        def arrived(known: tuple[Contact, ...]) -> None:
            if self._meeting == meeting:
                self.entry.offer(known, {each.contact_id for each in self._people})

        self._desk.read("contacts", contacts.all, arrived)

    def _show_people(self, people: Sequence[Participant]) -> None:
        """Show the participants; the current one stays so, or the one that took its place becomes it."""
        here, key = self.table.currentIndex().row(), self._current.id if self._current else None
        self._people = tuple(sorted(people, key=lambda each: (_ORDER[each.party], not each.required)))
        self.model.show_rows([self._row(each) for each in self._people])
        same = [place for place, each in enumerate(self._people) if each.id == key]
        if here >= 0 and self._people:
            self.table.selectRow(same[0] if same else min(here, len(self._people) - 1))
        self.table.setVisible(bool(people))
        self._none.setVisible(not people)
        self._allow_actions()

    @property
    def _current(self) -> Participant | None:
        row = self.table.currentIndex().row()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _columns(self) -> tuple[TextColumn, ...]:
        return (
            TextColumn(self.tr("Namn"), 1),
            TextColumn(self.tr("Titel"), 1),
            TextColumn(self.tr("E-post"), 2),
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
        buttons.setSpacing(8)
        buttons.addWidget(self._turning)
        buttons.addWidget(self._removal)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card)
        column.addLayout(buttons)
        column.addWidget(self.entry)
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
        add.clicked.connect(lambda: self._add_proposed(contact.id))
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
            self._desk.write(lambda: meetings.add_participant(meeting, contact), lambda _none: self.entry.clear())

    def _add_proposed(self, contact: UUID) -> None:
        """Add someone proposed; what is typed for someone else stays."""
        meetings, meeting = self._desk.services.meetings, self._meeting
        if meeting is not None:
            self._desk.write(lambda: meetings.add_participant(meeting, contact))

    def _add_guest(self, name: str, email: str, party: Party | None) -> None:
        meetings, meeting = self._desk.services.meetings, self._meeting
        if meeting is not None:
            self._desk.write(lambda: meetings.add_guest(meeting, name, email, party), lambda _none: self.entry.clear())

    def _turn(self) -> None:
        """Let the current participant be optional instead of required, or the other way round."""
        one = self._current
        if one is None:
            return
        meetings, required = self._desk.services.meetings, not one.required
        self._show_people([replace(each, required=required) if each.id == one.id else each for each in self._people])
        self._desk.write(lambda: meetings.change_participant(one.id, required=required))
        announce(self.table, self.tr("Obligatorisk") if required else self.tr("Frivillig"))

    def _remove(self) -> None:
        gone = self._current
        if gone is None:
            return
        meetings = self._desk.services.meetings
        self._show_people([each for each in self._people if each.id != gone.id])
        sentence = self.tr("{name} är borttagen från deltagarna.").format(name=gone.name or gone.email)
        tell = self._desk.message.emit
        self._desk.write(lambda: meetings.remove_participant(gone.id), lambda _: tell(sentence, "info", True))

    def _allow_actions(self) -> None:
        one = self._current
        self._turning.setText(self.tr("Gör obligatorisk") if one and not one.required else self.tr("Gör frivillig"))
        for button in (self._turning, self._removal):
            button.setEnabled(one is not None)
            button.setVisible(bool(self._people))
