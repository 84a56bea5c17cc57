"""Our contact list beside SSC's, as it is now and as it was last, field by field, and what becomes of each (R17)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.importing import Problem
from desktop.domain.level import Level, Party
from desktop.domain.order import OrderKind
from desktop.domain.swedish_order import sort_key


class ListField(StrEnum):
    """What is compared of a person; ``PERSON`` is whether they are in the list at all."""

    PERSON = "person"
    PARTY = "party"
    NAME = "name"
    TITLE = "title"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    FUNCTION_EMAIL = "function_email"
    ROLE = "role"
    RIGHT = "right"


class Finding(StrEnum):
    """What the three ways say of a field.

    ``UNKNOWN`` differs, and no earlier list says who has changed it; ``NOT_LISTED`` is what the list merely lacks.
    """

    AGREES = "agrees"
    NOT_LISTED = "not_listed"
    THEY_CHANGED = "they_changed"
    WE_CHANGED = "we_changed"
    BOTH_CHANGED = "both_changed"
    UNKNOWN = "unknown"


class Choice(StrEnum):
    """What becomes of a difference: ours stays, and SSC is told about our own people; theirs is taken; ours stays."""

    OURS = "ours"
    THEIRS = "theirs"
    LEFT = "left"


class Standing(StrEnum):
    """Where a person stands: in both lists, in one of them, or no longer in SSC's."""

    BOTH = "both"
    ONLY_THEIRS = "only_theirs"
    ONLY_OURS = "only_ours"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Held:
    """That a role or right is held, and from when to when as far as that is known."""

    starts_on: date | None = None
    ends_on: date | None = None

    def fits(self, other: "Held") -> bool:
        """Whether nothing in the two speaks against their being the same; a date that is not known never does."""
        pairs = ((self.starts_on, other.starts_on), (self.ends_on, other.ends_on))
        return all(one is None or another is None or one == another for one, another in pairs)


@dataclass(frozen=True, slots=True)
class Term:
    """Which role or right: a level or a function, or a kind of order; in an area, or in every one."""

    level: Level | None = None
    function: str = ""
    kind: OrderKind | None = None
    area: str = ""


Told = str | Held | None
"""What one side says of a field: a text, or whether a role is held."""
LineKey = tuple[ListField, tuple[str, str, str, str]]
"""Which line of a person: the field, and which role or right if it is one."""
NO_TERM = ("", "", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field of one person in three ways.

    Attributes:
        before_known: Whether an earlier list says anything of this person; else ``before`` means nothing.
        can_accept: Whether SSC's can be taken; a list that merely lacks something empties nothing of ours.
        proposed: What the program proposes.
    """

    key: LineKey
    ours: Told
    theirs: Told
    before: Told = None
    before_known: bool = False
    finding: Finding
    can_accept: bool = True
    proposed: Choice = Choice.OURS
    term: Term | None = None

    @property
    def field(self) -> ListField:
        """Which field it is."""
        return self.key[0]

    @property
    def differs(self) -> bool:
        """Whether there is anything to decide."""
        return self.finding not in {Finding.AGREES, Finding.NOT_LISTED}


@dataclass(frozen=True, kw_only=True)
class ComparedPerson:
    """One person with every field that is known of them at either side.

    Attributes:
        key: Tells the person apart from others in this comparison.
        party: At which side they are; for SSC's own people SSC's list counts, for ours our register.
    """

    key: str
    name: str
    party: Party
    standing: Standing
    lines: tuple[Line, ...]
    contact: Contact | None = None
    listed: ListedContact | None = None
    earlier: ListedContact | None = None

    @cached_property
    def differences(self) -> tuple[Line, ...]:
        """The lines where there is something to decide."""
        return tuple(line for line in self.lines if line.differs)


Choices = Mapping[tuple[str, LineKey], Choice]
"""What was chosen, by the person's and the line's key; what is missing goes as proposed."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A whole list compared; nothing has been written.

    Attributes:
        earlier_on: When SSC's last list was compared, if one was.
        earlier_version: Which version that was.
        areas: Our service areas when it was compared.
        day: When it was compared.
    """

    file: ContactList
    areas: tuple[ServiceArea, ...] = ()
    day: date
    persons: tuple[ComparedPerson, ...]
    problems: tuple[Problem, ...] = ()
    earlier_on: date | None = None
    earlier_version: date | None = None

    @cached_property
    def in_order(self) -> tuple[ComparedPerson, ...]:
        """The persons as they are gone through: those with differences first, SSC's before ours, in Swedish order."""
        return tuple(sorted(self.persons, key=_place))

    @cached_property
    def different(self) -> tuple[ComparedPerson, ...]:
        """The persons with something to decide."""
        return tuple(person for person in self.persons if person.differences)

    @property
    def question(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """What the user is asked: two comparisons with the same question can be answered with the same choices."""
        return tuple((person.key, person.differences) for person in self.different)


def _place(person: ComparedPerson) -> tuple[bool, bool, str]:
    named = person.contact or person.listed
    family = named.family_name if named else ""
    return (not person.differences, person.party is Party.AGENCY, sort_key(family, person.name))


def chosen(person: ComparedPerson, line: Line, choices: Choices) -> Choice:
    """What becomes of a difference; what cannot be accepted is kept."""
    choice = choices.get((person.key, line.key), line.proposed)
    return Choice.OURS if choice is Choice.THEIRS and not line.can_accept else choice


def to_tell(person: ComparedPerson, choices: Choices) -> tuple[Line, ...]:
    """The differences of one of our people that SSC is to be told about (R17)."""
    if person.party is not Party.AGENCY:
        return ()
    return tuple(line for line in person.differences if chosen(person, line, choices) is Choice.OURS)


def is_settled(person: ComparedPerson, choices: Choices) -> bool:
    """Whether both lists say the same of a person once SSC's has been accepted where it was chosen."""
    return person.listed is not None and all(
        chosen(person, line, choices) is Choice.THEIRS for line in person.differences
    )


def accept_all_of_theirs(comparison: Comparison) -> dict[tuple[str, LineKey], Choice]:
    """SSC's word for everything about SSC's own people; whom a part of a list does not name, it says nothing of."""
    return {
        (person.key, line.key): Choice.THEIRS
        for person in comparison.different
        if person.party is Party.SSC
        for line in person.differences
        if line.can_accept and not (person.standing is Standing.GONE and line.proposed is Choice.OURS)
    }
