"""How fresh the contact list is: who was confirmed when, and who needs to be asked again (R17)."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.roster_check import RosterCheck
from desktop.domain.dates import add_months
from desktop.domain.level import Level, LevelModel, Party
from desktop.domain.swedish_order import sort_key


def months_since(earlier: date, day: date) -> int:
    """How many whole months have passed; none for a day to come.

    A month has passed on the same day of the next one, or on its last day if it is shorter.
    """
    months = (day.year - earlier.year) * 12 + day.month - earlier.month
    if add_months(earlier, months) > day:
        months -= 1
    return max(0, months)


def last_stale_day(day: date, months: int) -> date:
    """The latest day of a confirmation that is too old: so many months, or more, have passed since.

    Where months are of different length several days can fall due together: who was confirmed on 28 or 29 February
    2024 is due for a year's confirmation on 28 February 2025.
    """
    found = add_months(day, -months)
    while add_months(found + timedelta(days=1), months) <= day:
        found += timedelta(days=1)
    return found


def is_listed(contact: Contact, day: date) -> bool:
    """Whether the list has to be right about someone: they hold a role or a right, or will, and are not gone."""
    if contact.anonymised_on is not None or contact.merged_into is not None:
        return False
    if contact.ended_on is not None and contact.ended_on < day:
        return False
    return any(held.ends_on is None or held.ends_on >= day for held in (*contact.assignments, *contact.orderer_rights))


def is_stale(contact: Contact, day: date, months: int) -> bool:
    """Whether a contact needs to be confirmed again: never confirmed, or so many months ago or more (R17)."""
    if not is_listed(contact, day):
        return False
    return contact.confirmed_on is None or contact.confirmed_on <= last_stale_day(day, months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """When a contact was last confirmed, seen from one day.

    Attributes:
        months: How many whole months ago; nothing where nobody ever has.
    """

    contact: Contact
    months: int | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFreshness:
    """Everyone of one party that the list has to be right about, those who need to be asked most first.

    Attributes:
        name: What the party is called; empty for our side while it has no name.
    """

    party: Party
    name: str
    confirmations: tuple[Confirmation, ...]

    @property
    def stale(self) -> int:
        """How many need to be confirmed again."""
        return sum(each.is_stale for each in self.confirmations)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFreshness:
    """How fresh the whole list is.

    Attributes:
        gone_through: The latest time that somebody went through the list, if it is kept.
        stale_after_months: After how many months a contact needs to be confirmed again.
    """

    parties: tuple[PartyFreshness, ...]
    stale_after_months: int
    gone_through: RosterCheck | None = None

    @property
    def stale(self) -> int:
        """How many need to be confirmed again, at both parties."""
        return sum(party.stale for party in self.parties)

    @property
    def confirmed_since(self) -> date | None:
        """The day since which everyone has been confirmed: that of the oldest; nothing if somebody never was."""
        return confirmed_since(each.contact for party in self.parties for each in party.confirmations)


def confirmed_since(listed: Iterable[Contact]) -> date | None:
    """The day since which all of these have been confirmed; nothing if somebody never was, or for nobody."""
    days = [each.confirmed_on for each in listed]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def confirmations(contacts: Iterable[Contact], day: date, months: int) -> tuple[Confirmation, ...]:
    """Everyone the list has to be right about: the never confirmed first, then those confirmed longest ago."""
    listed = sorted((each for each in contacts if is_listed(each, day)), key=_worst_first)
    return tuple(
        Confirmation(
            contact=each,
            months=None if each.confirmed_on is None else months_since(each.confirmed_on, day),
            is_stale=is_stale(each, day, months),
        )
        for each in listed
    )


def _worst_first(contact: Contact) -> tuple[date, str]:
    return contact.confirmed_on or date.min, sort_key(contact.family_name or contact.name, contact.given_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAttention:
    """How much about the contacts asks for attention.

    Attributes:
        notices: Changes that SSC has not been told, without those planned for a meeting to come (R18).
        rights: Rights to order that run out, or have, and that nothing follows (R32).
        checks: Half-yearly checks that are late or have to be done soon (R29).
        vacancies: Levels that nobody holds at a party that has contacts (R15).
        stale: Contacts to confirm again (R17).
    """

    notices: int = 0
    rights: int = 0
    checks: int = 0
    vacancies: int = 0
    stale: int = 0

    @property
    def count(self) -> int:
        """How many things there are to do; all stale contacts are one, since one letter asks them all."""
        return self.notices + self.rights + self.checks + self.vacancies + bool(self.stale)


def vacant_forums(held: AbstractSet[Level], model: LevelModel) -> int:
    """How many levels nobody holds; where two share a forum (R1), who holds either answers for both."""
    shared = {Level.OPERATIONAL, Level.TACTICAL}
    groups = [shared, {Level.STRATEGIC}] if model is LevelModel.TWO else [{level} for level in Level]
    return sum(not group & held for group in groups)
