"""Who leaves, who comes and from when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.contact import Contact
from desktop.domain.contact_change import ChangeRequest
from desktop.domain.contact_rules import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_NUMBER
from desktop.domain.dates import in_prose
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.views.contacts.change.person_field import PersonField
from desktop.views.contacts.words import party_name
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.segmented import Choice, SegmentedChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

_NOBODY, _KNOWN, _NEW = "nobody", "known", "new"


class Who(Card):
    """The persons and the day of a change of contact.

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        changed: Something else is asked for.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("changeWho")
        self._people: tuple[Contact, ...] = ()
        self._newcomer_id = new_id()
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
        self._day = DayField(now)
        self._day.setObjectName("changeDay")
        self._day_row = FormRow(self.tr("Från och med"), self._day)
        self._day.problem_changed.connect(self._day_row.set_problem)
        self._day.day_changed.connect(self.changed)
        self._lay_out()

    def begin(self, leaver_id: UUID | None, today: date) -> None:
        """Begin a new change, with this person leaving."""
        self._newcomer_id = new_id()
        leaver = next((one for one in self._people if one.id == leaver_id), None)
        self._side.set_value(leaver.party if leaver else Party.AGENCY)
        self._leaver.set_person(leaver)
        self._successor.set_person(None)
        self._way.set_value(_KNOWN)
        for field in self._new.values():
            field.clear()
        self._day.set_day(today)
        self._show_way()

    def offer(self, people: Sequence[Contact]) -> None:
        """Let these people be chosen."""
        self._people = tuple(one for one in people if one.anonymised_on is None)
        self._offer()

    def request(self) -> ChangeRequest | None:
        """What is asked for; nothing while nobody leaves and nobody comes, or there is no day."""
        leaver = self._leaver.person
        successor = self._successor.person if self._way.value == _KNOWN else None
        newcomer = self._newcomer() if self._way.value == _NEW else None
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
        """Take what stands in the fields, and say whether all of it is understood."""
        self._day.finish()
        for field in (self._leaver, self._successor):
            field.finish()
        return self._day.is_readable

    @property
    def _party(self) -> Party:
        return Party.SSC if self._side.value is Party.SSC else Party.AGENCY

    def _newcomer(self) -> Contact | None:
        texts = {name: field.text().strip() for name, field in self._new.items()}
        contact = replace(Contact(id=self._newcomer_id, party=self._party), **texts)
        return None if contact.is_mailbox else contact

    def _lay_out(self) -> None:
        self._new_part = QWidget()
        self._new_part.setObjectName("changeNewcomer")
        grid = QGridLayout(self._new_part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self._new: dict[str, QLineEdit] = {}
        for place, (name, label, longest) in enumerate(
            (
                ("given_name", self.tr("Förnamn"), LONGEST_NAME),
                ("family_name", self.tr("Efternamn"), LONGEST_NAME),
                ("title", self.tr("Titel"), LONGEST_NAME),
                ("phone", self.tr("Telefon"), LONGEST_NUMBER),
                ("email", self.tr("E-post"), LONGEST_ADDRESS),
            )
        ):
            field = QLineEdit()
            field.setObjectName(f"changeNew_{name}")
            field.setMaxLength(longest)
            field.textChanged.connect(self.changed)
            self._new[name] = field
            grid.addWidget(FormRow(label, field), *divmod(place, 2))
        comes = QVBoxLayout()
        comes.setSpacing(8)
        for part in (FormRow(self.tr("Vem kommer"), self._way), self._successor_row, self._new_part):
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

    def _show_way(self) -> None:
        self._successor_row.setVisible(self._way.value == _KNOWN)
        self._new_part.setVisible(self._way.value == _NEW)
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
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
