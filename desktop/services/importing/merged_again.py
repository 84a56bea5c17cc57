"""Contacts that were merged and stand in a list again: one person there too, as the register has them (R17)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.domain.contacts.contact import Contact, comparable_email, comparable_phone
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.contacts.known_again import KnownAgain, name_of

_FIELDS: Mapping[str, Callable[[str], str]] = {
    "title": str.strip,
    "phone": comparable_phone,
    "mobile": comparable_phone,
    "email": comparable_email,
    "function_email": comparable_email,
}
"""What a list says of a contact in one field, and how it is compared."""


def as_one(file: ContactList, contacts: Iterable[Contact]) -> ContactList:
    """The list with those who have become one contact of the register as one person, with what all their rows said."""
    people = list(contacts)
    if not any(contact.former for contact in people):
        return file
    known = KnownAgain(people, file.contacts)
    places = dict[UUID, int]()
    left = list[ListedContact]()
    moved = dict[int, int]()
    for old_place, (one, (contact, _namesakes)) in enumerate([(one, known.find(one)) for one in file.contacts]):
        same = contact or known.again(one)
        place = places.setdefault(same.id, len(left)) if same else len(left)
        moved[old_place] = place
        if place == len(left):
            left.append(one)
        else:
            left[place] = _joined(left[place], one)
    led = (one if one.deputy is None else replace(one, deputy=moved[one.deputy]) for one in left)
    return replace(file, contacts=tuple(led))


def as_chosen(file: ContactList, contacts: Iterable[Contact]) -> ContactList:
    """The list with what was chosen away when contacts were merged as it was chosen: an old list turns nothing back."""
    people = list(contacts)
    known = KnownAgain(people, file.contacts)
    found = [(one, known.find(one)[0]) for one in file.contacts]
    return replace(file, contacts=tuple(_chosen(one, contact) if contact else one for one, contact in found))


def _joined(first: ListedContact, second: ListedContact) -> ListedContact:
    """One person of two rows: what the first says, filled with what only the second does."""
    filled: dict[str, Any] = {name: getattr(first, name) or getattr(second, name) for name in _FIELDS}
    return replace(
        first,
        **filled,
        rows=(*first.rows, *second.rows),
        roles=(*first.roles, *second.roles),
        rights=(*first.rights, *second.rights),
    )


def _chosen(one: ListedContact, contact: Contact) -> ListedContact:
    """What a list says, but for what it says of someone who was merged into the contact: that has been decided."""
    changes: dict[str, Any] = {}
    for old in contact.former:
        if name_of(one) and name_of(one) == name_of(old):
            changes |= {"given_name": contact.given_name, "family_name": contact.family_name}
        if one.party is old.party:
            changes["party"] = contact.party
        for name, comparable in _FIELDS.items():
            said = comparable(getattr(one, name))
            if said and said == comparable(getattr(old, name)):
                changes[name] = getattr(contact, name)
    return replace(one, **changes)
