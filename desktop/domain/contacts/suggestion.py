"""Contacts that may be one person, as they are shown to the user."""

from dataclasses import dataclass

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A contact of the register that may be who is being typed."""

    contact: Contact
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two contacts of the register that may be one person."""

    first: Contact
    second: Contact
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Search:
    """The pairs that were found, the surest first, among how many contacts."""

    pairs: tuple[LikePair, ...]
    searched: int
