"""The tab of the participants: both parties, how they came, and who else holds the level's roles that day (R7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.domain.meetings.attendance import unanswered
from desktop.domain.meetings.meeting import Attendance
from desktop.views.meetings.participant_detail import ParticipantDetail
from desktop.views.meetings.participant_entry import ParticipantEntry
from desktop.views.meetings.participant_words import item_words, missed_words
from desktop.views.meetings.participants_table import ParticipantsTable, participant_columns, participant_row
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.rows_table import RowsModel
from desktop.views.parts.text import Text
from desktop.views.wording import attendance_word, party_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.attendance import Missed
    from desktop.domain.meetings.meeting import MeetingFile, Participant
    from desktop.views.meetings.desk import Desk

_ORDER = {Party.AGENCY: 0, Party.SSC: 1, None: 2}


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
        self._parts: dict[UUID, str] = {}
        self.model = RowsModel(participant_columns(), self)
        self.table = ParticipantsTable(self.tr("Deltagare"), self.model)
        self.table.setObjectName("participantsTable")
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.detail = ParticipantDetail()
        self._none = Text(self.tr("Inga deltagare ännu. De som har nivåns uppdrag föreslås här."), "muted", wrap=True)
        self._none.setObjectName("participantsNone")
        self._none.setContentsMargins(12, 14, 12, 14)
        self._everyone = SecondaryButton(self.tr("Alla närvarande"), "check")
        self._everyone.setObjectName("participantsAllPresent")
        self._everyone.setToolTip(self.tr("Anger dem som inget är angivet för som närvarande (A i tabellen)"))
        self._everyone.clicked.connect(self._note_all)
        self._missed = Text("", "muted", wrap=True)
        self._missed.setObjectName("participantsMissed")
        self._missed.hide()
        self.entry = ParticipantEntry()
        self.entry.contact_chosen.connect(self._add)
        self.entry.guest_typed.connect(self._add_guest)
        self._proposals = Card()
        self._proposals.setObjectName("participantProposals")
        self._heading = SectionHeading(self.tr("Har nivåns uppdrag på mötesdagen"))
        self._connect()
        self._lay_out()

    def show_participants(self, file: MeetingFile, items: Sequence[AgendaItem], proposed: Sequence[Contact]) -> None:
        """Show a meeting's participants, our side first, and who is proposed.

        Args:
            file: The meeting.
            items: Its agenda, in order: what an expert can be invited to.
            proposed: Who else holds the level's roles.
        """
        if file.meeting.id != self._meeting:
            self.detail.show_participant(None)
        self._meeting = file.meeting.id
        self._parts = item_words(file.meeting.starts_at, items)
        self.detail.offer_items([(item.id, f"{n}. {item.title}") for n, item in enumerate(items, 1)])
        self._show_people(file.participants)
        self._show_proposed(tuple(proposed))
        self._read(file.meeting.id)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.detail.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting."""
        self.detail.show_participant(None)
        self._meeting = None

    def _read(self, meeting: UUID) -> None:
        """Read who can be invited, and who was often missing before."""
        contacts, participants = self._desk.services.contacts, self._desk.services.participants

        def arrived(known: tuple[Contact, ...]) -> None:
            if self._meeting == meeting:
                self.entry.offer(known, {each.contact_id for each in self._people})
                self.detail.offer_names(contact.name for contact in known if not contact.is_mailbox)

        def counted(missed: tuple[Missed, ...]) -> None:
            if self._meeting == meeting:
                self._missed.setText("\n".join(missed_words(each) for each in missed))
                self._missed.setVisible(bool(missed))

        self._desk.read("contacts", contacts.all, arrived)
        self._desk.read("missed", lambda: participants.missed(meeting), counted)

    def _show_people(self, people: Sequence[Participant]) -> None:
        """Show the participants; the current one stays so, or the one that took its place becomes it."""
        here, key = self.table.currentIndex().row(), self._current.id if self._current else None
        self._people = tuple(sorted(people, key=lambda each: (_ORDER[each.party], not each.required)))
        self.model.show_rows([participant_row(each, self._part(each)) for each in self._people])
        same = [place for place, each in enumerate(self._people) if each.id == key]
        if here >= 0 and self._people:
            self.table.selectRow(same[0] if same else min(here, len(self._people) - 1))
        self.table.setVisible(bool(people))
        self._none.setVisible(not people)
        self._everyone.setVisible(bool(people))
        self._everyone.setEnabled(bool(unanswered(self._people)))
        self._show_current()

    @property
    def _current(self) -> Participant | None:
        row = self.table.currentIndex().row()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _part(self, each: Participant) -> str:
        """The item someone is invited to, in words."""
        return self._parts.get(each.item_id, "") if each.item_id else ""

    def _connect(self) -> None:
        for source in (self.table, self.detail):
            source.removal_asked.connect(self._remove)
            source.turn_asked.connect(self._turn)
            source.attended.connect(self._attend)
        self.table.all_asked.connect(self._note_all)
        self.detail.item_chosen.connect(self._tie)
        self.detail.replaced.connect(self._name_replacement)

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.table)
        card.body.addWidget(self._none)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._missed, 1)
        head.addStretch(0)
        head.addWidget(self._everyone, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(card)
        column.addWidget(self.detail)
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
        participants, meeting = self._desk.services.participants, self._meeting
        if meeting is not None:
            self._desk.write(lambda: participants.add(meeting, contact), lambda _none: self.entry.clear())

    def _add_proposed(self, contact: UUID) -> None:
        """Add someone proposed; what is typed for someone else stays."""
        participants, meeting = self._desk.services.participants, self._meeting
        if meeting is not None:
            self._desk.write(lambda: participants.add(meeting, contact))

    def _add_guest(self, name: str, email: str, party: Party | None) -> None:
        participants, meeting = self._desk.services.participants, self._meeting
        if meeting is not None:
            self._desk.write(
                lambda: participants.add_guest(meeting, name, email, party), lambda _none: self.entry.clear()
            )

    def _turn(self) -> None:
        """Let the current participant be optional instead of required, or the other way round."""
        one = self._current
        if one is None:
            return
        participants, required = self._desk.services.participants, not one.required
        self._replace(one, required=required)
        self._desk.write(lambda: participants.change(one.id, required=required))
        announce(self.table, self.tr("Obligatorisk") if required else self.tr("Frivillig"))

    def _attend(self, how: Attendance) -> None:
        """Note how the current participant took part; who came instead is asked for at once."""
        one = self._current
        if one is None or one.attendance is how:
            return
        self.detail.flush()
        participants = self._desk.services.participants
        self._replace(one, attendance=how, replaced_by="")
        self._desk.write(lambda: participants.attend(one.id, how))
        announce(self.table, attendance_word(how))
        if how is Attendance.REPLACED:
            self.detail.name_replacement()

    def _name_replacement(self, key: UUID, name: str, group: UUID) -> None:
        """Keep who came instead of someone; they need not be the current one any more."""
        one = next((each for each in self._people if each.id == key), None)
        if one is None or one.attendance is not Attendance.REPLACED:
            return
        participants = self._desk.services.participants
        self._replace(one, replaced_by=name)
        self._desk.write(lambda: participants.attend(key, Attendance.REPLACED, name, group=group))

    def _note_all(self) -> None:
        """Note as present everyone of whom nothing is noted."""
        meeting, open_ones = self._meeting, unanswered(self._people)
        if meeting is None or not open_ones:
            return
        keys = {each.id for each in open_ones}
        present = Attendance.PRESENT
        self._show_people([replace(each, attendance=present) if each.id in keys else each for each in self._people])
        participants, tell = self._desk.services.participants, self._desk.message.emit
        if len(open_ones) == 1:
            name = open_ones[0].name or open_ones[0].email
            sentence = self.tr("{name} är angiven som närvarande.").format(name=name)
        else:
            sentence = self.tr("{count} deltagare är angivna som närvarande.").format(count=len(keys))
        self._desk.write(lambda: participants.all_present(meeting), lambda _: tell(sentence, "good", True))

    def _tie(self, item: UUID | None) -> None:
        """Invite the current participant to one item, or to the whole meeting."""
        one = self._current
        if one is not None and one.item_id != item:
            participants = self._desk.services.participants
            self._replace(one, item_id=item)
            self._desk.write(lambda: participants.change(one.id, item_id=item))

    def _replace(self, one: Participant, **fields: Any) -> None:
        """Show a change of a participant before it is stored."""
        self._show_people([replace(each, **fields) if each.id == one.id else each for each in self._people])

    def _remove(self) -> None:
        gone = self._current
        if gone is None:
            return
        participants = self._desk.services.participants
        self._show_people([each for each in self._people if each.id != gone.id])
        sentence = self.tr("{name} är borttagen från deltagarna.").format(name=gone.name or gone.email)
        tell = self._desk.message.emit
        self._desk.write(lambda: participants.remove(gone.id), lambda _: tell(sentence, "info", True))

    def _show_current(self) -> None:
        self.detail.show_participant(self._current)
