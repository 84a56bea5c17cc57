"""The roles and rights of a person as each side has them, under keys that both sides share (R15, R16, R32)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ListedContact, ListedRight, ListedRole
from desktop.domain.contacts.reconciling import Held, ListField, Term

TermKey = tuple[str, str, str, str]
"""Level, function, kind and area as compared; an area or kind that the list says nothing of is left empty."""
OurHeld = Assignment | AuthorisedOrderer
TheirHeld = ListedRole | ListedRight


@dataclass(frozen=True, slots=True)
class Reach:
    """What a list tells at all; of the rest, that something is missing in it says nothing.

    Attributes:
        fields: The texts that at least one person of the list has.
        roles: Whether it lists roles.
        rights: Whether it lists rights to order.
        areas: Whether it names service areas.
        kinds: Whether it names kinds of order.
    """

    fields: frozenset[ListField]
    roles: bool
    rights: bool
    areas: bool
    kinds: bool

    @classmethod
    def of(cls, listed: Iterable[ListedContact]) -> "Reach":
        """What these contacts tell."""
        people = list(listed)
        named = [field for field in TEXT_FIELDS if any(text_of(one, field) for one in people)]
        terms = [term for one in people for term in (*one.roles, *one.rights)]
        return cls(
            fields=frozenset(named),
            roles=any(one.roles for one in people),
            rights=any(one.rights for one in people),
            areas=any(term.area for term in terms),
            kinds=any(right.kind for one in people for right in one.rights),
        )

    def lists(self, field: ListField) -> bool:
        """Whether the list tells of roles, or of rights."""
        return self.roles if field is ListField.ROLE else self.rights


TEXT_FIELDS = (
    ListField.NAME,
    ListField.TITLE,
    ListField.PHONE,
    ListField.MOBILE,
    ListField.EMAIL,
    ListField.FUNCTION_EMAIL,
)


def text_of(one: ListedContact | Contact, field: ListField) -> str:
    """What one side says in a field of text."""
    if field is ListField.NAME:
        return f"{one.given_name} {one.family_name}".strip()
    return str(getattr(one, field.value)).strip()


@dataclass(frozen=True, slots=True)
class OurTerm:
    """The assignments, or rights, that one key stands for and that have not ended; the last is the one in force."""

    term: Term
    held: tuple[OurHeld, ...]

    def beside(self, theirs: Held | None) -> OurHeld:
        """The one to compare with theirs: one that fits it, else the one in force."""
        fitting = [one for one in self.held if theirs is not None and held_of(one).fits(theirs)]
        return (fitting or self.held)[-1]


def held_of(one: OurHeld | TheirHeld) -> Held:
    """From when to when."""
    return Held(one.starts_on, one.ends_on)


class Terms:
    """Gives roles and rights their keys.

    Args:
        areas: The names of our service areas.
        reach: What the list tells.
        day: What had ended before this day is not held any more.
    """

    def __init__(self, areas: Mapping[UUID, str], reach: Reach, day: date) -> None:
        self._areas = areas
        self._reach = reach
        self._day = day

    def ours(self, contact: Contact, field: ListField) -> dict[TermKey, OurTerm]:
        """What the register says is held, now or later."""
        held = contact.assignments if field is ListField.ROLE else contact.orderer_rights
        grouped: dict[TermKey, list[OurHeld]] = defaultdict(list)
        for one in sorted(held, key=lambda one: (one.starts_on or date.min, one.id)):
            if one.ends_on is None or one.ends_on >= self._day:
                grouped[self.key(self.our_term(one))].append(one)
        return {key: OurTerm(self.our_term(group[-1]), tuple(group)) for key, group in grouped.items()}

    def theirs(self, one: ListedContact | None, field: ListField) -> dict[TermKey, TheirHeld]:
        """What a list says is held; of several periods of the same the one that begins last."""
        if one is None:
            return {}
        listed: tuple[TheirHeld, ...] = one.roles if field is ListField.ROLE else one.rights
        current = [term for term in listed if term.ends_on is None or term.ends_on >= self._day]
        return {
            self.key(their_term(term)): term for term in sorted(current, key=lambda term: term.starts_on or date.min)
        }

    def our_term(self, one: OurHeld) -> Term:
        """Which role or right one of ours is."""
        area = self._areas.get(one.area_id, str(one.area_id)) if one.area_id else ""
        if isinstance(one, Assignment):
            return Term(level=one.level, function=one.function, area=area)
        return Term(kind=one.kind, area=area)

    def key(self, term: Term) -> TermKey:
        """The key that both sides share."""
        kind = term.kind.value if term.kind and self._reach.kinds else ""
        area = term.area.casefold() if self._reach.areas else ""
        return (term.level.value if term.level else "", term.function.casefold(), kind, area)


def their_term(one: TheirHeld) -> Term:
    """Which role or right one of a list is."""
    if isinstance(one, ListedRole):
        return Term(level=one.level, function=one.function, area=one.area)
    return Term(kind=one.kind, area=one.area)
