"""By what a contact of the register is known again in a list: the surest sign first (R17)."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from desktop.domain.contact import Contact, comparable_email, comparable_name
from desktop.domain.contact_list import ListedContact

Who = ListedContact | Contact
_SURE_SIGNS: tuple[Callable[[Who], tuple[str, ...]], ...] = (
    lambda one: (one.party, comparable_email(one.email), name_of(one)),
    lambda one: (comparable_email(one.email),) if one.email else (),
)
"""By what a contact is known again, the surest first; an empty sign is none."""


class KnownAgain:
    """Finds the contact of the register that a listed contact is; nobody is found twice, nobody anonymised at all.

    Surer signs go first for the whole list, so that a namesake cannot take someone whose address is in it too.
    """

    def __init__(self, contacts: Iterable[Contact], wanted: Iterable[ListedContact]) -> None:
        free = [contact for contact in contacts if contact.anonymised_on is None]
        left = list(wanted)
        self._found: dict[tuple[int, ...], Contact] = {}
        for sign in _SURE_SIGNS:
            by_sign: dict[tuple[str, ...], list[Contact]] = defaultdict(list)
            for contact in free:
                by_sign[sign(contact)].append(contact)
            for one in left:
                if sign(one) and by_sign[sign(one)]:
                    self._found[one.rows] = by_sign[sign(one)].pop(0)
            left = [one for one in left if one.rows not in self._found]
            taken = {contact.id for contact in self._found.values()}
            free = [contact for contact in free if contact.id not in taken]
        self._namesakes: dict[tuple[str, str], list[Contact]] = defaultdict(list)
        for contact in free:
            self._namesakes[contact.party, name_of(contact)].append(contact)

    def find(self, one: ListedContact) -> tuple[Contact | None, int]:
        """The contact; else none, and how many have the same name when more than one does."""
        if contact := self._found.get(one.rows):
            return contact, 0
        namesakes = self._namesakes[one.party, name_of(one)] if name_of(one) else []
        return (namesakes.pop(), 0) if len(namesakes) == 1 else (None, len(namesakes))


def name_of(one: Who) -> str:
    """The name as compared."""
    return comparable_name(one.given_name, one.family_name)
