"""What tells that a text is about a person: names, addresses and numbers, now and earlier."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.domain.contacts.contact import Contact, comparable_email, comparable_name, comparable_phone
from desktop.domain.contacts.disposal import ANONYMOUS
from desktop.domain.contacts.reach import numbers_in

_FEWEST_DIGITS = 6


def names_of(people: Iterable[Contact]) -> tuple[str, ...]:
    """The whole names of persons, each once, as written; a mailbox has none."""
    named = (" ".join(f"{one.given_name} {one.family_name}".split()) for one in people)
    return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one person, compared as the register compares them.

    Attributes:
        names: Whole names, comparable; a given name alone is nobody's mark.
        addresses: Addresses, comparable.
        numbers: Phone numbers, comparable.
    """

    names: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    _anywhere: re.Pattern[str] | None = field(default=None)

    @classmethod
    def of(cls, people: Iterable[Contact]) -> "Marks":
        """The marks of a person under all the particulars they have or had."""
        everyone = list(people)
        names = frozenset(comparable_name(name, "") for name in names_of(everyone))
        addresses = frozenset(comparable_email(one.email) for one in everyone if one.email.strip())
        numbers = frozenset(
            comparable_phone(number)
            for one in everyone
            for written in (one.phone, one.mobile)
            for number in numbers_in(written)
            if len(comparable_phone(number)) >= _FEWEST_DIGITS
        )
        return cls(names, addresses, numbers, _finder({*names, *addresses}))

    def is_name(self, written: str) -> bool:
        """Whether a text is the person's name and nothing else."""
        return comparable_name(written, "") in self.names

    def is_address(self, written: str) -> bool:
        """Whether a text is an address of the person."""
        return comparable_email(written) in self.addresses

    def is_number(self, written: str) -> bool:
        """Whether a text is a number of the person."""
        return any(comparable_phone(number) in self.numbers for number in numbers_in(written))

    def is_any(self, written: str) -> bool:
        """Whether a text is a name, an address or a number of the person and nothing else."""
        return self.is_name(written) or self.is_address(written) or self.is_number(written)

    def stands_in(self, text: str) -> bool:
        """Whether a name or an address stands somewhere in a text."""
        return self._anywhere is not None and self._anywhere.search(text) is not None

    def without(self, text: str) -> str:
        """The text with whole names and addresses replaced."""
        return text if self._anywhere is None else self._anywhere.sub(ANONYMOUS, text)


def _finder(marks: Iterable[str]) -> re.Pattern[str] | None:
    """Finds marks anywhere in a text, in any case and however the words are spaced, the longest first."""
    written = sorted((mark for mark in marks if mark), key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in mark.split()) for mark in written)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
