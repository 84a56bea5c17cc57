"""By what a contact of the register is known again in a list: the surest sign first (R17)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from desktop.domain.contacts.contact import Contact, comparable_email, comparable_name
from desktop.domain.contacts.contact_list import ListedContact

Who = ListedContact | Contact


class KnownAgain:
    """Finds the contact of the register that a listed contact is; nobody is found twice, nobody anonymised at all.

    Surer signs go first for the whole list, so that a namesake cannot take someone whose address is in it too. Whoever
    was merged into a contact is known again as that one.
    """

    def __init__(self, contacts: Iterable[Contact], wanted: Iterable[ListedContact]) -> None:
        everyone = [contact for contact in contacts if contact.anonymised_on is None]
        left = list(wanted)
        self._taken = set[UUID]()
        self._found: dict[tuple[int, ...], Contact] = {}
        for sign in _SURE_SIGNS:
            by_sign = _by_sign(sign, everyone)
            for one in left:
                if sign(one) and (contact := self._free(by_sign[sign(one)])):
                    self._found[one.rows] = contact
                    self._taken.add(contact.id)
            left = [one for one in left if one.rows not in self._found]
        self._namesakes = _by_sign(_name_sign, everyone)
        joined = [contact for contact in everyone if contact.former]
        self._joined = (_by_sign(_email_sign, joined), _by_sign(_name_sign, joined))

    def find(self, one: ListedContact) -> tuple[Contact | None, int]:
        """The contact; else none, and how many have the same name when more than one does."""
        if contact := self._found.get(one.rows):
            return contact, 0
        namesakes = [each for each in self._namesakes[_name_sign(one)] if each.id not in self._taken]
        if not name_of(one) or len(namesakes) != 1:
            return None, len(namesakes) if name_of(one) else 0
        self._taken.add(namesakes[0].id)
        return namesakes[0], 0

    def again(self, one: ListedContact) -> Contact | None:
        """The contact that a listed one is too, where another row is that contact already: they were merged once."""
        by_email, by_name = self._joined
        found = by_email[_email_sign(one)] if one.email else by_name[_name_sign(one)] if name_of(one) else []
        return found[0] if len(found) == 1 else None

    def _free(self, contacts: Iterable[Contact]) -> Contact | None:
        return next((contact for contact in contacts if contact.id not in self._taken), None)


def _email_sign(one: Who) -> tuple[str, ...]:
    return (comparable_email(one.email),) if one.email else ()


def _name_sign(one: Who) -> tuple[str, ...]:
    return (one.party, name_of(one))


_SURE_SIGNS: tuple[Callable[[Who], tuple[str, ...]], ...] = (
    lambda one: (one.party, comparable_email(one.email), name_of(one)),
    _email_sign,
)
"""By what a contact is known again, the surest first; an empty sign is none."""


def _by_sign(
    sign: Callable[[Who], tuple[str, ...]], contacts: Iterable[Contact]
) -> defaultdict[tuple[str, ...], list[Contact]]:
    """The contacts under the signs that they have, and that those had who were merged into them."""
    found: defaultdict[tuple[str, ...], list[Contact]] = defaultdict(list)
    for contact in contacts:
        for key in dict.fromkeys(sign(one) for one in (contact, *contact.former)):
            if any(key):
                found[key].append(contact)
    return found


def name_of(one: Who) -> str:
    """The name as compared."""
    return comparable_name(one.given_name, one.family_name)
