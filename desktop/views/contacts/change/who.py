"""Who leaves, who comes and from when."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.contacts.contact_change import ChangeRequest
from desktop.domain.dates import in_prose
from desktop.domain.level import Party
from desktop.views.contacts.change.newcomer import Newcomer
from desktop.views.contacts.change.person_field import PersonField
from desktop.views.contacts.words import party_name
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.segmented import Choice, SegmentedChoice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.desk import ContactDesk

_NOBODY, _KNOWN, _NEW = "nobody", "known", "new"


class Who(Card):
    """The persons and the day of a change of contact.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        changed: Something else is asked for.
        person_opened: The key of somebody who looks like the newcomer and cannot come as they are.
    """

    changed = Signal()
    person_opened = Signal(object)

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("changeWho")
        self._people: tuple[Contact, ...] = ()
        self._side = SegmentedChoice(self.tr("Byte hos"), [Choice(party, party_name(party, "")) for party in Party])
        self._side.setObjectName("changeSide")
        self._side.set_value(Party.AGENCY)
        self._side.chosen.connect(self._change_side)
        self._leaver = PersonField("changeLeaver")
        self._leaver_row = FormRow(self.tr("Vem lämnar (tomt om en vakant plats fylls)"), self._leaver)
        self._leaver.problem_changed.connect(self._leaver_row.set_problem)
        self._leaver.chosen.connect(self._leaver_chosen)
        self._way = SegmentedChoice(
            self.tr("Vem kommer"),
            [
                Choice(_NOBODY, self.tr("Ingen ännu")),
                Choice(_KNOWN, self.tr("Någon i listan")),
                Choice(_NEW, self.tr("Ny kontakt")),
            ],
        )
        self._way.setObjectName("changeWay")
        self._way.set_value(_KNOWN)
        self._way.chosen.connect(self._show_way)
        self._successor = PersonField("changeSuccessor")
        self._successor_row = FormRow(self.tr("Namn"), self._successor)
        self._successor.problem_changed.connect(self._successor_row.set_problem)
        self._successor.chosen.connect(self.changed)
        self._newcomer = Newcomer(desk)
        self._newcomer.changed.connect(self.changed)
        self._newcomer.recognised.connect(self._recognise)
        self._day = DayField(desk.now)
        self._day.setObjectName("changeDay")
        self._day_row = FormRow(self.tr("Från och med"), self._day)
        self._day.problem_changed.connect(self._day_row.set_problem)
        self._day.day_changed.connect(self.changed)
        self._lay_out()

    def begin(self, leaver_id: UUID | None, today: date, party: Party = Party.AGENCY) -> None:
        """Begin a new change, with this person leaving, or at this side where nobody does."""
        leaver = next((one for one in self._people if one.id == leaver_id), None)
        self._side.set_value(leaver.party if leaver else party)
        self._leaver.set_person(leaver)
        self._successor.set_person(None)
        self._way.set_value(_KNOWN)
        self._newcomer.begin()
        self._day.set_day(today)
        self._show_way()

    def offer(self, people: Sequence[Contact]) -> None:
        """Let these people be chosen."""
        self._people = tuple(one for one in people if one.anonymised_on is None)
        self._offer()

    def focus_successor(self) -> None:
        """Go to the one who comes."""
        self._successor.setFocus(Qt.FocusReason.OtherFocusReason)

    def request(self) -> ChangeRequest | None:
        """What is asked for; nothing while nobody leaves and nobody comes, or there is no day."""
        leaver = self._leaver.person
        successor = self._successor.person if self._way.value == _KNOWN else None
        newcomer = self._newcomer.contact() if self._way.value == _NEW else None
        if self._day.day is None or not (leaver or successor or newcomer):
            return None
        return ChangeRequest(
            day=self._day.day,
            leaver_id=leaver.id if leaver else None,
            successor_id=successor.id if successor else None,
            newcomer=newcomer,
            party=self._party,
        )

    def finish(self) -> bool:
        """Take what stands in the fields, and say whether all of it is understood.

        Whether somebody comes is never guessed: without a name it has to be said that nobody does yet.
        """
        self._day.finish()
        for field in (self._leaver, self._successor):
            field.finish()
        return self._day.is_readable and self._leaver.is_readable and self._says_who_comes()

    def remember(self, group: UUID) -> None:
        """Keep whom the newcomer is not, now that the change is done: part of the same step."""
        if self._way.value == _NEW:
            self._newcomer.remember(group)

    def _says_who_comes(self) -> bool:
        if self._way.value == _KNOWN and self._successor.person is None and self._successor.is_readable:
            self._successor_row.set_problem(self.tr("Välj vem som kommer, eller Ingen ännu."))
            return False
        if self._way.value == _NEW and self._newcomer.contact() is None:
            self._newcomer.show_problem(self.tr("Skriv namnet på den som kommer."))
            return False
        return self._way.value != _KNOWN or self._successor.is_readable

    @property
    def _party(self) -> Party:
        return Party.SSC if self._side.value is Party.SSC else Party.AGENCY

    def _lay_out(self) -> None:
        comes = QVBoxLayout()
        comes.setSpacing(8)
        for part in (FormRow(self.tr("Vem kommer"), self._way), self._successor_row, self._newcomer):
            comes.addWidget(part)
        comes.addStretch(1)
        leaves = QVBoxLayout()
        leaves.setSpacing(8)
        for part in (FormRow(self.tr("Byte hos"), self._side), self._leaver_row, self._day_row):
            leaves.addWidget(part)
        leaves.addStretch(1)
        sides = QGridLayout()
        sides.setHorizontalSpacing(24)
        sides.addLayout(leaves, 0, 0)
        sides.addLayout(comes, 0, 1)
        sides.setColumnStretch(0, 1)
        sides.setColumnStretch(1, 1)
        self.body.addLayout(sides)

    def _change_side(self) -> None:
        for field in (self._leaver, self._successor):
            if field.person is not None and field.person.party is not self._party:
                field.set_person(None)
        self._offer()
        self.changed.emit()

    def _leaver_chosen(self) -> None:
        self._offer()
        self.changed.emit()

    def _recognise(self, contact_id: UUID) -> None:
        """Let someone of the register come instead of somebody new, or show them if they cannot."""
        leaver = self._leaver.person
        found = next((one for one in self._people if one.id == contact_id), None)
        can_come = found is not None and found.party is self._party and found.ended_on is None
        if not can_come or (leaver is not None and leaver.id == contact_id):
            self.person_opened.emit(contact_id)
            return
        self._newcomer.begin()
        self._way.set_value(_KNOWN)
        self._successor.set_person(found)
        self._show_way()
        self._successor.setFocus()

    def _show_way(self) -> None:
        self._successor_row.setVisible(self._way.value == _KNOWN)
        self._newcomer.setVisible(self._way.value == _NEW)
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        self._newcomer.set_party(self._party)
        here = [one for one in self._people if one.party is self._party]
        leaver = self._leaver.person
        self._leaver.offer(here)
        self._successor.offer([one for one in here if one.ended_on is None and (leaver is None or one.id != leaver.id)])

    def tell_last_day(self) -> None:
        """Say below the day until when the one who leaves has what they have."""
        day, leaver = self._day.day, self._leaver.person
        words = self.tr("{who} har sina uppdrag till och med {day}.")
        last = in_prose(day - timedelta(days=1)) if day else ""
        self._day_row.set_remark(words.format(who=leaver.name, day=last) if day and leaver else "")
