"""What a contact becomes when some of what SSC's list says is taken over (R17).

The same serves to tell what SSC has: our contact with what differs as their list says it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRight, ListedRole
from desktop.domain.contacts.listed_terms import OurHeld, OurTerm, Reach, TermKey, Terms, TheirHeld
from desktop.domain.contacts.reconciling import (
    Choice,
    Choices,
    ComparedPerson,
    Line,
    ListField,
    Standing,
    chosen,
    is_settled,
)
from desktop.domain.identity import new_id
from desktop.domain.level import Party


@dataclass(slots=True)
class AreaKeys:
    """The service areas by name; one that is missing is made when it is first asked for.

    Attributes:
        new: Those that were made.
    """

    known: dict[str, UUID]
    new: list[ServiceArea] = field(default_factory=list[ServiceArea])

    @classmethod
    def of(cls, areas: Iterable[ServiceArea]) -> "AreaKeys":
        """The areas of the register."""
        return cls({area.name.casefold(): area.id for area in areas})

    def id_of(self, name: str) -> UUID | None:
        """The key of an area; no name means every area."""
        if not name:
            return None
        if name.casefold() not in self.known:
            made = ServiceArea(id=new_id(), name=name)
            self.known[name.casefold()] = made.id
            self.new.append(made)
        return self.known[name.casefold()]


class TakingOver:
    """Takes over what a list says.

    Args:
        file: The list.
        areas: Our service areas.
        day: The day it is done.

    Attributes:
        areas: The areas, with those that the list brings.
    """

    def __init__(self, file: ContactList, areas: Sequence[ServiceArea], day: date) -> None:
        self._terms = Terms({area.id: area.name for area in areas}, Reach.of(file.contacts), day)
        self._evidence = file.evidence
        self._day = day
        self._as_of = min(file.version or day, day)
        self.areas = AreaKeys.of(areas)

    def accepted(self, person: ComparedPerson, choices: Choices) -> Contact | None:
        """What the register is to hold of a person afterwards; nobody if it holds nobody and nobody is added."""
        taken = [line for line in person.differences if chosen(person, line, choices) is Choice.THEIRS]
        if person.standing is Standing.ONLY_THEIRS:
            return self._new(person.listed) if taken and person.listed else None
        assert person.contact is not None
        after = self.with_theirs(person.contact, person.listed, taken)
        if not is_settled(person, choices):
            return after
        confirmed = max(after.confirmed_on or date.min, self._as_of)
        return replace(after, confirmed_on=confirmed)

    def with_theirs(self, contact: Contact, listed: ListedContact | None, lines: Iterable[Line]) -> Contact:
        """The contact with what the list says in these lines."""
        for line in lines:
            if line.field is ListField.NAME and listed is not None:
                contact = replace(contact, given_name=listed.given_name, family_name=listed.family_name)
            elif line.field is ListField.PARTY:
                contact = replace(contact, party=Party(str(line.theirs)))
            elif line.field in {ListField.ROLE, ListField.RIGHT}:
                contact = self._with_term(contact, listed, line)
            elif line.field is not ListField.PERSON:
                changes: dict[str, Any] = {line.field.value: line.theirs}
                contact = replace(contact, **changes)
        return contact

    def as_listed(self, one: ListedContact) -> Contact:
        """Someone who is only in the list, as a contact."""
        return self._new(one)

    def _new(self, one: ListedContact) -> Contact:
        contact = Contact(
            id=new_id(),
            party=one.party,
            given_name=one.given_name,
            family_name=one.family_name,
            title=one.title,
            phone=one.phone,
            mobile=one.mobile,
            email=one.email,
            function_email=one.function_email,
            confirmed_on=self._as_of,
        )
        roles = self._terms.theirs(one, ListField.ROLE).values()
        rights = self._terms.theirs(one, ListField.RIGHT).values()
        return replace(
            contact,
            assignments=tuple(self._assignment(contact.id, cast("ListedRole", role)) for role in roles),
            orderer_rights=tuple(self._right(contact.id, cast("ListedRight", right)) for right in rights),
        )

    # Roles and rights

    def _with_term(self, contact: Contact, listed: ListedContact | None, line: Line) -> Contact:
        key = line.key[1]
        ours = self._terms.ours(contact, line.field).get(key)
        theirs = self._terms.theirs(listed, line.field).get(key)
        if theirs is not None:
            return self._kept(contact, self._given(contact, line.field, key, ours, theirs))
        for one in ours.held if ours else ():
            contact = self._kept(contact, self._ended(one), of=one)
        return contact

    def _given(
        self, contact: Contact, which: ListField, key: TermKey, ours: OurTerm | None, theirs: TheirHeld
    ) -> OurHeld:
        """The role with the list's dates: the one that is held, one that had ended too early, or a new one."""
        held = ours.held[-1] if ours else self._ended_too_early(contact, which, key, theirs.starts_on)
        if held is None:
            made = self._assignment(contact.id, theirs) if isinstance(theirs, ListedRole) else None
            return made or self._right(contact.id, cast("ListedRight", theirs))
        starts = theirs.starts_on or held.starts_on
        ends = theirs.ends_on or (held.ends_on if ours else None)
        if starts and ends and ends < starts:
            ends = None
        return replace(held, starts_on=starts, ends_on=ends)

    def _ended_too_early(
        self, contact: Contact, which: ListField, key: TermKey, starts_on: date | None
    ) -> OurHeld | None:
        """The same role with an end that the list does not know of: it goes on, rather than overlapping itself."""
        held: tuple[OurHeld, ...] = contact.assignments if which is ListField.ROLE else contact.orderer_rights
        same = [one for one in held if self._terms.key(self._terms.our_term(one)) == key and one.ends_on]
        over = [one for one in same if starts_on is None or starts_on <= (one.ends_on or date.max)]
        return max(over, key=lambda one: (one.ends_on or date.max, one.id), default=None)

    def _ended(self, one: OurHeld) -> OurHeld | None:
        """The role ended the day before the list was made; nothing of it if it has not begun yet."""
        for day in (self._as_of, self._day):
            last = day - timedelta(days=1)
            if one.starts_on is None or one.starts_on <= last:
                return replace(one, ends_on=last)
        return None

    def _kept(self, contact: Contact, held: OurHeld | None, of: OurHeld | None = None) -> Contact:
        """The contact with a role or right put in, or taken out, in the place of the one with the same key."""
        wanted = held or of
        assert wanted is not None
        if isinstance(wanted, Assignment):
            roles = _replaced(contact.assignments, wanted.id, held)
            return replace(contact, assignments=cast("tuple[Assignment, ...]", roles))
        rights = _replaced(contact.orderer_rights, wanted.id, held)
        return replace(contact, orderer_rights=cast("tuple[AuthorisedOrderer, ...]", rights))

    def _assignment(self, contact_id: UUID, role: ListedRole) -> Assignment:
        return Assignment(
            id=new_id(),
            contact_id=contact_id,
            level=role.level,
            function=role.function,
            area_id=self.areas.id_of(role.area),
            starts_on=role.starts_on,
            ends_on=role.ends_on,
        )

    def _right(self, contact_id: UUID, right: ListedRight) -> AuthorisedOrderer:
        return AuthorisedOrderer(
            id=new_id(),
            contact_id=contact_id,
            area_id=self.areas.id_of(right.area),
            kind=right.kind,
            starts_on=right.starts_on,
            ends_on=right.ends_on,
            limit=right.limit,
            evidence=right.evidence or self._evidence,
        )


def _replaced(all_held: Sequence[OurHeld], key: UUID, held: OurHeld | None) -> tuple[OurHeld, ...]:
    others = [one for one in all_held if one.id != key]
    return (*others, held) if held else tuple(others)
