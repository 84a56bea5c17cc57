"""The persons of a list while it is read: what several rows or cards say about the same one is put together."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.contacts.contact import comparable_email, comparable_name
from desktop.domain.contacts.contact_list import ListedContact

if TYPE_CHECKING:
    from desktop.domain.level import Party

Note = Callable[[int, str], None]
"""Gets the row and a sentence about an address that could not tell two persons apart."""


class People:
    """The contacts so far; rows of the same person are put together.

    Args:
        note: Gets a sentence about every pair that looks alike and is not.
    """

    def __init__(self, note: Note) -> None:
        self._note = note
        self._contacts: list[ListedContact] = []
        self._by_email: dict[str, int] = {}
        self._by_name: dict[tuple[Party, str], int] = {}

    @property
    def contacts(self) -> tuple[ListedContact, ...]:
        """Everyone, in the order they first came."""
        return tuple(self._contacts)

    def add(self, new: ListedContact) -> None:
        """Take what a row or a card said."""
        place = self._same_person(new)
        if place is None:
            place = len(self._contacts)
            self._contacts.append(new)
        else:
            self._contacts[place] = joined(self._contacts[place], new)
        known = self._contacts[place]
        if known.email:
            self._by_email.setdefault(comparable_email(known.email), place)
        if _name(known):
            self._by_name.setdefault((known.party, _name(known)), place)

    def _same_person(self, new: ListedContact) -> int | None:
        """Same address and no other name, or same name at the same party and no other address."""
        by_email = self._by_email.get(comparable_email(new.email)) if new.email else None
        if by_email is not None:
            known = self._contacts[by_email]
            if not _name(new) or not _name(known) or _name(new) == _name(known):
                return by_email
            self._tell_apart(new, f"Samma e-postadress som rad {known.rows[0]} men annat namn")
        by_name = self._by_name.get((new.party, _name(new)))
        if by_name is not None:
            known = self._contacts[by_name]
            if not (new.email and known.email):
                return by_name
            self._tell_apart(new, f"Samma namn som rad {known.rows[0]} men annan e-postadress")
        return None

    def _tell_apart(self, new: ListedContact, sentence: str) -> None:
        self._note(new.rows[0], f"{sentence}; läses som två kontakter.")


def joined(known: ListedContact, new: ListedContact) -> ListedContact:
    """Both rows' roles; the first row's particulars, completed by the second's."""
    return replace(
        known,
        rows=known.rows + new.rows,
        given_name=known.given_name or new.given_name,
        family_name=known.family_name or new.family_name,
        title=known.title or new.title,
        phone=known.phone or new.phone,
        mobile=known.mobile or new.mobile,
        email=known.email or new.email,
        function_email=known.function_email or new.function_email,
        notes=known.notes or new.notes,
        confirmed_on=known.confirmed_on or new.confirmed_on,
        ended_on=known.ended_on or new.ended_on,
        roles=known.roles + tuple(role for role in new.roles if role not in known.roles),
        rights=known.rights + tuple(right for right in new.rights if right not in known.rights),
    )


def _name(contact: ListedContact) -> str:
    return comparable_name(contact.given_name, contact.family_name)
