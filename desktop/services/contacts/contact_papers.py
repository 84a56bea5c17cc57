"""The printed contact list: how what it says is read from contacts, roles and rights. Notes are not read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.contact_document import (
    ContactListDocument,
    LevelPeople,
    OrdererLine,
    PartyPeople,
    PersonLine,
)
from desktop.domain.contacts.contact_export import is_current
from desktop.domain.level import Level, Party
from desktop.domain.vocabulary import LEVEL, ORDER_KIND
from desktop.services.agreements import areas_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.heads import list_head_in

_TOP_DOWN = (Level.STRATEGIC, Level.TACTICAL, Level.OPERATIONAL)
_EVERY_AREA = "Alla tjänsteområden"


def contact_document_in(session: Session, level: Level | None, day: date) -> ContactListDocument:
    """The contact list of that day; with a level, that level alone. Its version is the day itself.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    head = list_head_in(session, day, f"Version {day.isoformat()}")
    names = {Party.AGENCY: head.agency.name, Party.SSC: head.counterpart.name}
    people = _People(contacts_in(session), {area.id: area.name for area in areas_in(session)}, names, day)
    if level is not None:
        return ContactListDocument(head=head, scope=LEVEL[level].capitalize(), levels=(people.of_level(level),))
    return ContactListDocument(
        head=head,
        scope="Båda parter, alla nivåer",
        levels=tuple(people.of_level(each) for each in _TOP_DOWN),
        functions=people.functions(),
        orderers=people.orderers(),
    )


class _People:
    """The contacts of a day, in the words of the printed list."""

    def __init__(
        self, contacts: Sequence[Contact], areas: Mapping[UUID, str], parties: Mapping[Party, str], day: date
    ) -> None:
        self._contacts = [contact for contact in contacts if is_current(contact, day)]
        self._names = {contact.id: contact.name for contact in self._contacts}
        self._areas = areas
        self._parties = parties
        self._day = day

    def of_level(self, level: Level) -> LevelPeople:
        """Both sides of a level."""
        parties = (self._party(party, lambda role: role.level is level) for party in self._parties)
        return LevelPeople(level=LEVEL[level].capitalize(), parties=tuple(parties))

    def functions(self) -> tuple[PartyPeople, ...]:
        """Those outside the levels."""
        return tuple(self._party(party, lambda role: role.level is None) for party in self._parties)

    def orderers(self) -> tuple[OrdererLine, ...]:
        """The rights to order that hold."""
        return tuple(
            OrdererLine(
                name=contact.name,
                area=self._area(right.area_id),
                kind=ORDER_KIND[right.kind] if right.kind else "Alla",
                limit=str(right.limit) if right.limit is not None else "Ingen gräns",
                ends_on=right.ends_on,
            )
            for contact in self._contacts
            for right in contact.orderer_rights
            if right.valid_on(self._day)
        )

    def _party(self, party: Party, wanted: Callable[[Assignment], bool]) -> PartyPeople:
        people: list[PersonLine] = []
        for contact in self._contacts:
            roles = [role for role in contact.assignments if wanted(role) and role.held_on(self._day)]
            if contact.party is party and roles:
                people.append(self._line(contact, roles))
        return PartyPeople(party=self._parties[party], people=tuple(people))

    def _line(self, contact: Contact, roles: Iterable[Assignment]) -> PersonLine:
        return PersonLine(
            name=contact.name,
            about=tuple(dict.fromkeys(self._about(role) for role in roles)),
            title=contact.title if contact.title != contact.name else "",
            phones=tuple(filter(None, (contact.phone, contact.mobile))),
            emails=tuple(dict.fromkeys(filter(None, (contact.email, contact.function_email)))),
            deputy=self._names.get(contact.deputy_id, "") if contact.deputy_id else "",
        )

    def _about(self, role: Assignment) -> str:
        area = self._area(role.area_id) if role.level or role.area_id else ""
        words = ", ".join(filter(None, (role.function, area)))
        return f"{words} t.o.m. {role.ends_on.isoformat()}" if role.ends_on else words

    def _area(self, area_id: UUID | None) -> str:
        return self._areas.get(area_id, "") if area_id else _EVERY_AREA
