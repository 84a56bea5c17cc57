"""The contact list in the order it is read: party by party, the levels from the top, then the functions (R15, R16)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.contact import Assignment, Contact
from desktop.domain.level import Level, Party
from desktop.views.contacts.words import AreaNames, gap_words, level_noun, party_name, period_words

_TOP_DOWN = (Level.STRATEGIC, Level.TACTICAL, Level.OPERATIONAL)


class EntryKind(Enum):
    """What a row of the register is."""

    PARTY = auto()
    LEVEL = auto()
    GROUP = auto()
    PERSON = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: a heading, a person, or the news that a role is vacant. ``place`` says whose and where it stands."""

    kind: EntryKind
    title: str
    note: str = ""
    place: str = ""
    level: Level | None = None
    contact: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What the contact list is made of.

    Args:
        contacts: Everyone, in Swedish order.
        agency: The name of our side.
        areas: The names of the service areas.
        day: The day whose role holders are shown; roles to come are shown too.
    """

    contacts: Sequence[Contact]
    agency: str
    areas: AreaNames
    day: date

    def entries(self, search: str = "") -> tuple[Entry, ...]:
        """The rows; with a search only those persons that have every word of it, and no vacancies."""
        words = search.casefold().split()
        return tuple(entry for party in Party for entry in self._of_party(party, words))

    def _of_party(self, party: Party, words: list[str]) -> Iterator[Entry]:
        name = party_name(party, self.agency)
        people = [contact for contact in self.contacts if contact.party is party and self._matches(contact, words)]
        rows: list[Entry] = []
        for level in _TOP_DOWN:
            rows += self._of_level(level, party, people, searching=bool(words))
        rows += self._functions(people, name)
        rows += self._others(people, name)
        if rows:
            yield Entry(kind=EntryKind.PARTY, title=name)
            yield from rows

    def _of_level(self, level: Level, party: Party, people: list[Contact], *, searching: bool) -> Iterator[Entry]:
        place = f"{level_noun(level)}, {party_name(party, self.agency)}"
        holders = [
            (person, roles)
            for person in people
            if (roles := [role for role in person.assignments if role.level is level and self._holds(role)])
        ]
        vacant = not any(role.held_on(self.day) for _, roles in holders for role in roles)
        if searching and not holders:
            return
        yield Entry(kind=EntryKind.LEVEL, title=level_noun(level), place=place, level=level)
        for person, roles in holders:
            yield self._person(person, place, self._role_note(roles))
        if vacant and not searching:
            yield Entry(kind=EntryKind.GAP, title=gap_words(level, party), place=place, level=level)

    def _functions(self, people: list[Contact], party: str) -> Iterator[Entry]:
        holders = [
            (person, ", ".join(dict.fromkeys(functions)))
            for person in people
            if (functions := [role.function for role in person.assignments if role.function and self._holds(role)])
        ]
        if holders:
            heading = QCoreApplication.translate("Contacts", "Särskilda funktioner")
            yield Entry(kind=EntryKind.GROUP, title=heading)
            for person, functions in holders:
                yield self._person(
                    person, f"{heading}, {party}", functions if functions not in {person.name, person.title} else ""
                )

    def _others(self, people: list[Contact], party: str) -> Iterator[Entry]:
        others = [person for person in people if not any(self._holds(role) for role in person.assignments)]
        if others:
            heading = QCoreApplication.translate("Contacts", "Utan uppdrag nu")
            yield Entry(kind=EntryKind.GROUP, title=heading)
            for person in others:
                yield self._person(person, f"{heading}, {party}", "")

    def _person(self, person: Contact, place: str, note: str) -> Entry:
        title = person.title if person.title != person.name else ""
        orderer = ""
        if any(right.valid_on(self.day) for right in person.orderer_rights):
            orderer = QCoreApplication.translate("Contacts", "behörig beställare")
        line = " · ".join(part for part in (title, note, orderer) if part) or person.email
        return Entry(kind=EntryKind.PERSON, title=person.name, note=line, place=place, contact=person)

    def _role_note(self, roles: list[Assignment]) -> str:
        names = [self.areas[role.area_id] for role in roles if role.area_id and role.area_id in self.areas]
        coming = [role for role in roles if not role.held_on(self.day)]
        leaving = [role for role in roles if role.ends_on and role not in coming]
        period = ""
        if coming and len(coming) == len(roles):
            period = period_words(coming[0].starts_on, None)
        elif leaving and len(leaving) == len(roles):
            period = period_words(None, max(role.ends_on for role in leaving if role.ends_on))
        return " · ".join(part for part in (", ".join(dict.fromkeys(names)), period) if part)

    def _holds(self, role: Assignment) -> bool:
        """Whether the role has not ended: it is held now, or will be."""
        return role.ends_on is None or role.ends_on >= self.day

    def _matches(self, contact: Contact, words: list[str]) -> bool:
        said = [contact.name, contact.title, contact.email, contact.phone]
        for role in contact.assignments:
            said += [role.function, level_noun(role.level) if role.level else ""]
            said.append(self.areas.get(role.area_id, "") if role.area_id else "")
        text = " ".join(said).casefold()
        return all(word in text for word in words)
