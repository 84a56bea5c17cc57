"""When two contacts look like one person: by which signs, and how strongly."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import combinations
from typing import Self
from uuid import UUID

from desktop.domain.contacts.contact import Contact, comparable_email, comparable_phone
from desktop.domain.contacts.name_likeness import ComparedName, NameSign, groups_of_typos, name_sign

SHARED_FROM = 3
"""An address or a number that so many contacts have is a shared one, such as a switchboard: no sign on its own."""
_CROWD = 40
"""A key that more contacts than this share brings nobody together; a surer one still may."""
_SHORTEST_NUMBER = 6
"""A phone number with fewer digits is an extension and no sign."""
_ENOUGH = 2
_LIKELY_FROM, _SURE_FROM = 4, 7
_OTHER_PARTY, _OTHER_NAME, _OTHER_ADDRESS = -3, -1, -1


class LikeSign(StrEnum):
    """What makes two contacts look like one person; the words of names are those of ``NameSign``."""

    EMAIL = "email"
    PHONE = "phone"
    SAME = "same"
    ACCENTS = "accents"
    SWAPPED = "swapped"
    PARTS = "parts"
    INITIALS = "initials"
    TYPO = "typo"


_WEIGHTS: Mapping[LikeSign, int] = {
    LikeSign.EMAIL: 6,
    LikeSign.PHONE: 3,
    LikeSign.SAME: 4,
    LikeSign.ACCENTS: 4,
    LikeSign.SWAPPED: 3,
    LikeSign.PARTS: 3,
    LikeSign.INITIALS: 2,
    LikeSign.TYPO: 2,
}


class Strength(IntEnum):
    """How sure it is that two contacts are one person."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two contacts that look like one person. ``first_id`` is the smaller key; ``points`` orders by strength."""

    first_id: UUID
    second_id: UUID
    signs: tuple[LikeSign, ...]
    points: int

    @property
    def strength(self) -> Strength:
        """The strength in three steps."""
        if self.points >= _SURE_FROM:
            return Strength.SURE
        return Strength.LIKELY if self.points >= _LIKELY_FROM else Strength.POSSIBLE

    @property
    def pair(self) -> frozenset[UUID]:
        """The two keys, whichever comes first."""
        return frozenset((self.first_id, self.second_id))


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a contact, made ready to be compared with many."""

    id: UUID
    party: str
    name: ComparedName
    email: str
    numbers: frozenset[str]

    @classmethod
    def of(cls, contact: Contact) -> Self:
        """The traits of a contact."""
        written = (comparable_phone(number) for number in (contact.phone, contact.mobile))
        numbers = frozenset(number for number in written if len(number) >= _SHORTEST_NUMBER)
        name = ComparedName.of(contact.given_name, contact.family_name)
        return cls(contact.id, contact.party, name, comparable_email(contact.email), numbers)

    def ways(self) -> Iterator[str]:
        """The address and the numbers, as they can be shared."""
        if self.email:
            yield f"@{self.email}"
        yield from sorted(self.numbers)


Crowd = AbstractSet[str]
"""The addresses and numbers that too many have to be a sign of one person."""


def shared_ways(everyone: Iterable[Traits]) -> frozenset[str]:
    """The addresses and numbers that several contacts share."""
    held = Counter(way for traits in everyone for way in traits.ways())
    return frozenset(way for way, times in held.items() if times >= SHARED_FROM)


def likeness(first: Traits, second: Traits, crowd: Crowd = frozenset()) -> Likeness | None:
    """How two contacts look like one person, or nothing where they do not.

    At different parties only the address counts in full: names and numbers have to come together.
    """
    found = name_sign(first.name, second.name)
    signs = [*_shared(first, second)]
    alone = all(way in crowd for _, way in signs)
    if not found and alone:
        return None
    points = sum(_weight(sign, way, crowd) for sign, way in signs) + _points_of_names(first, second, found)
    points += 0 if first.party == second.party else _OTHER_PARTY
    if points < _ENOUGH:
        return None
    named = [LikeSign(found)] if found else []
    lower, higher = sorted((first.id, second.id))
    return Likeness(
        first_id=lower,
        second_id=higher,
        signs=tuple(dict.fromkeys([*(sign for sign, _ in signs), *named])),
        points=points,
    )


def like(
    one: Traits, everyone: Iterable[Traits], apart: AbstractSet[frozenset[UUID]] = frozenset()
) -> tuple[Likeness, ...]:
    """Those who look like one contact, the surest first; neither itself nor anyone it has been told apart from."""
    others = [other for other in everyone if other.id != one.id]
    crowd = shared_ways([one, *others])
    found = (likeness(one, other, crowd) for other in others if frozenset((one.id, other.id)) not in apart)
    return _surest_first(each for each in found if each)


def all_alike(everyone: Iterable[Traits], apart: AbstractSet[frozenset[UUID]] = frozenset()) -> tuple[Likeness, ...]:
    """Every pair that looks like one person and has not been told apart, the surest first.

    Only those who share a key are compared, so that the work grows with the list and not with its square.
    """
    known = {traits.id: traits for traits in everyone}
    crowd = shared_ways(known.values())
    found = (likeness(known[a], known[b], crowd) for a, b in candidates(known.values()) if {a, b} not in apart)
    return _surest_first(each for each in found if each)


def candidates(everyone: Iterable[Traits]) -> frozenset[tuple[UUID, UUID]]:
    """The pairs worth comparing: those who share an address, a number or a key of their names, or nearly a name."""
    holders: dict[str, list[UUID]] = defaultdict(list)
    spelled_out: dict[str, list[UUID]] = defaultdict(list)
    named: dict[str, list[UUID]] = defaultdict(list)
    for traits in everyone:
        for key in {*traits.ways(), *traits.name.keys()}:
            holders[key].append(traits.id)
        spelled_out[traits.name.initial_key()].append(traits.id)
        named[traits.name.joined].append(traits.id)
    groups = list(holders.values())
    groups += [[*holders[key], *ids] for key, ids in spelled_out.items() if key and key in holders]
    groups += [[one for name in names for one in named[name]] for names in groups_of_typos(named)]
    return frozenset(pair for group in groups for pair in _pairs_of(group))


def _pairs_of(group: Collection[UUID]) -> Iterator[tuple[UUID, UUID]]:
    if 1 < len(group) <= _CROWD:
        yield from combinations(sorted(set(group)), 2)


def _shared(first: Traits, second: Traits) -> Iterator[tuple[LikeSign, str]]:
    if first.email and first.email == second.email:
        yield LikeSign.EMAIL, f"@{first.email}"
    yield from ((LikeSign.PHONE, number) for number in sorted(first.numbers & second.numbers))


def _weight(sign: LikeSign, way: str, crowd: Crowd) -> int:
    return 1 if way in crowd else _WEIGHTS[sign]


def _points_of_names(first: Traits, second: Traits, found: NameSign | None) -> int:
    """What the names say for it, or against: another name, or an address each at the same place."""
    points = _WEIGHTS[LikeSign(found)] if found else 0
    if not found and first.name.joined and second.name.joined:
        points += _OTHER_NAME
    if first.email and second.email and first.email != second.email and _place(first) == _place(second):
        points += _OTHER_ADDRESS
    return points


def _place(traits: Traits) -> str:
    return traits.email.rpartition("@")[2]


def _surest_first(found: Iterable[Likeness]) -> tuple[Likeness, ...]:
    return tuple(sorted(found, key=lambda each: (-each.points, each.first_id, each.second_id)))
