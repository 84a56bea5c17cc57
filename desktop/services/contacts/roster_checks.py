"""The recurring checks of the contact list and of the authorised orderers (R17, R29, R32)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import AuthorisedOrderer, Contact
from desktop.domain.contacts.orderer_rights import RightState, needs_attention, right_state
from desktop.domain.contacts.roster_check import Roster, RosterCheck
from desktop.domain.dates import SWEDEN, today
from desktop.domain.expectation import Expectation, roster_expectations
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.errors import InputError
from desktop.models.change import ChangeFieldRecord, ChangeRecord
from desktop.models.contact import AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import RosterCheckRecord
from desktop.models.database import Database
from desktop.services.contacts.contacts import contacts_in
from desktop.services.rule_settings import rule_settings_in

LONGEST_NOTE = 1000
"""The longest note of a check, in characters."""

_STATES = (RightState.ENDING, RightState.VALID, RightState.COMING, RightState.ENDED)
_SUBJECTS = {Roster.CONTACTS: "Kontaktförteckningen", Roster.ORDERERS: "Behöriga beställare"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRight:
    """A right to order with the person who has it, and where it is in its time.

    Attributes:
        needs_attention: Whether it runs out, or has, and nothing follows it.
    """

    contact: Contact
    right: AuthorisedOrderer
    state: RightState
    needs_attention: bool

    def days_left(self, day: date) -> int | None:
        """How many days it still holds after this one; nothing where it has no end."""
        return None if self.right.ends_on is None else (self.right.ends_on - day).days


class RosterChecks:
    """Says which checks are due and which rights run out, and keeps what was checked.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def expectations(self, day: date) -> tuple[Expectation, ...]:
        """The half-yearly checks of either list that were and are expected, from when the register knew contacts."""
        with self._database.reading() as session:
            return expectations_in(session, day)

    def checks(self, roster: Roster) -> tuple[RosterCheck, ...]:
        """Every check of a list, the latest first."""
        with self._database.reading() as session:
            return _checks_in(session, roster)

    def rights(self, day: date) -> tuple[HeldRight, ...]:
        """Every right to order: those that need attention first, then in force, coming and ended, each by name."""
        with self._database.reading() as session:
            return rights_in(session, day)

    def expiring(self, day: date) -> tuple[HeldRight, ...]:
        """The rights that run out within the days set, or have run out, and that nothing follows."""
        return tuple(held for held in self.rights(day) if held.needs_attention)

    def record(self, roster: Roster, day: date, note: str = "") -> UUID:
        """Keep that a list was gone through that day.

        Raises:
            InputError: The day is still to come, or the note is too long.
        """
        if day > self._today():
            raise InputError("Den dagen har inte varit än.", "Skriv dagen då kontrollen gjordes.")
        if len(note) > LONGEST_NOTE:
            raise InputError(f"Noteringen får ha högst {LONGEST_NOTE} tecken.")
        check = RosterCheck(
            id=new_id(), roster=roster, checked_on=day, checked_by=self._database.who, note=note.strip()
        )
        with self._database.writing(Act("roster.check", _SUBJECTS[roster])) as session:
            session.add(RosterCheckRecord.of(check))
        return check.id


def latest_check_in(session: Session, roster: Roster) -> RosterCheck | None:
    """The latest check of a list, as this session sees it."""
    return next(iter(_checks_in(session, roster)), None)


def expectations_in(session: Session, day: date) -> tuple[Expectation, ...]:
    """The checks that were and are expected, as this session sees them; none while there are no contacts."""
    first = _first_day_in(session)
    if first is None:
        return ()
    checks = [record.to_value() for record in session.scalars(select(RosterCheckRecord))]
    return tuple(expectation for roster in Roster for expectation in roster_expectations(roster, checks, first, day))


def rights_in(session: Session, day: date) -> tuple[HeldRight, ...]:
    """Every right to order with its state, as this session sees them."""
    days = rule_settings_in(session).right_warning_days
    checked = latest_check_in(session, Roster.ORDERERS)
    checked_on = checked.checked_on if checked else None
    holders = contacts_in(session, set(session.scalars(select(AuthorisedOrdererRecord.contact_id))))
    held = [
        HeldRight(
            contact=contact,
            right=right,
            state=right_state(right, day, days),
            needs_attention=needs_attention(contact, right, day, days, checked_on),
        )
        for contact in holders
        for right in contact.orderer_rights
    ]
    return tuple(sorted(held, key=_most_urgent_first))


def _most_urgent_first(held: HeldRight) -> tuple[int, date]:
    """What needs attention by its end, then the rest by its state; equals stay in the order they were read in."""
    if held.needs_attention:
        return 0, held.right.ends_on or date.max
    return 1 + _STATES.index(held.state), date.max


def _checks_in(session: Session, roster: Roster) -> tuple[RosterCheck, ...]:
    records = session.scalars(
        select(RosterCheckRecord)
        .where(RosterCheckRecord.roster == roster)
        .order_by(RosterCheckRecord.checked_on.desc(), RosterCheckRecord.id.desc())
    )
    return tuple(record.to_value() for record in records)


def _first_day_in(session: Session) -> date | None:
    """When the first of the contacts came into the register; the model says nothing of the time before.

    Keys are made in the order of time, so the least one is the first; history knows its day.
    """
    first = select(func.min(ContactRecord.id)).scalar_subquery()
    moment = session.scalar(
        select(func.min(ChangeRecord.at))
        .join(ChangeFieldRecord, ChangeFieldRecord.change_id == ChangeRecord.id)
        .where(ChangeFieldRecord.record_id == first)
    )
    return None if moment is None else moment.astimezone(SWEDEN).date()
