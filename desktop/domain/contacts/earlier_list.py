"""SSC's last contact list, and what it said of a person (R17)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.contacts.contact import Contact, comparable_email
from desktop.domain.contacts.contact_list import ListedContact
from desktop.domain.contacts.known_again import KnownAgain, name_of
from desktop.domain.contacts.received_list import ReceivedList


@dataclass(frozen=True, slots=True)
class Earlier:
    """SSC's last list: what it was kept as, and whom it listed."""

    kept: ReceivedList
    contacts: tuple[ListedContact, ...]


class Before:
    """Finds what SSC's last list said of a person.

    Args:
        earlier: Whom it listed.
        contacts: Everyone of the register.
    """

    def __init__(self, earlier: Sequence[ListedContact], contacts: Sequence[Contact]) -> None:
        known = KnownAgain(contacts, earlier)
        self._of_contact: dict[object, ListedContact] = {}
        self._by_email: dict[str, ListedContact] = {}
        self._by_name: dict[tuple[str, str], ListedContact] = {}
        for one in earlier:
            contact, _namesakes = known.find(one)
            if contact is not None:
                self._of_contact[contact.id] = one
            else:
                self._by_email.setdefault(comparable_email(one.email), one)
                self._by_name.setdefault((one.party, name_of(one)), one)
        self._by_email.pop("", None)

    def of(self, contact: Contact | None, one: ListedContact | None) -> ListedContact | None:
        """By our contact, else by what the list says now."""
        if contact is not None and contact.id in self._of_contact:
            return self._of_contact[contact.id]
        if one is None:
            return None
        by_email = self._by_email.get(comparable_email(one.email))
        return by_email or (self._by_name.get((one.party, name_of(one))) if name_of(one) else None)
