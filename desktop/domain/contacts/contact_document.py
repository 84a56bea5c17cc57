"""What the printed contact list says: frozen values with everything shown and nothing more (R15, R16, R32, R37)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.meetings.followup_document import ListHead


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person as printed under a level or among the functions.

    Args:
        name: The name.
        about: What they answer for: service areas under a level, else the functions, each on a line.
        title: Their title.
        phones: Telephone and mobile as written.
        emails: Their own address and that of the function.
        deputy: Who answers when they cannot.
    """

    name: str
    about: tuple[str, ...] = ()
    title: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    deputy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPeople:
    """The people of one side."""

    party: str
    people: tuple[PersonLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPeople:
    """A level with both sides; a side without people shows a gap (R15)."""

    level: str
    parties: tuple[PartyPeople, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdererLine:
    """One right to order as printed (R32); empty words for what is not limited stand written out."""

    name: str
    area: str
    kind: str
    limit: str
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactListDocument:
    """The contact list, ready to be printed.

    Args:
        head: Whose it is, of which day and which version.
        scope: What part of the list it is.
        levels: The levels, from the top.
        functions: Those outside the levels, by party; empty when the document is about one level.
        orderers: The rights to order that hold that day, or nothing when the document is about one level.
    """

    head: ListHead
    scope: str
    levels: tuple[LevelPeople, ...]
    functions: tuple[PartyPeople, ...] = ()
    orderers: tuple[OrdererLine, ...] | None = None
