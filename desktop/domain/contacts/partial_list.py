"""Lists that are only a part of SSC's list: that most people are missing in them says nothing of those people (R17)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.contacts.reconciling import Choice, ComparedPerson, Standing
from desktop.domain.level import Party

FEWEST_MISSING = 3
"""So many of a side have to be missing before a list seems to be a part of one; a small side may change as a whole."""
_MISSING = frozenset({Standing.ONLY_OURS, Standing.GONE})


@dataclass(frozen=True, slots=True)
class Lack:
    """How many of a side the list could name, and how many of them are missing: most of them."""

    party: Party
    missing: int
    known: int


def lacks_of(persons: Sequence[ComparedPerson]) -> tuple[Lack, ...]:
    """The sides of which a list names less than half of those it could name."""
    found: list[Lack] = []
    for party in Party:
        side = [person for person in persons if person.party is party]
        missing = sum(map(is_missing, side))
        known = missing + sum(person.standing is Standing.BOTH for person in side)
        if missing >= FEWEST_MISSING and missing * 2 > known:
            found.append(Lack(party, missing, known))
    return tuple(found)


def is_missing(person: ComparedPerson) -> bool:
    """Whether it would have to be decided what it means that the list does not name somebody."""
    return person.standing in _MISSING and bool(person.differences)


def left_as_they_are(persons: Sequence[ComparedPerson], lacks: Sequence[Lack]) -> tuple[ComparedPerson, ...]:
    """The persons with the proposal that nobody who is missing is ended or told of; the user may still choose so."""
    sides = {lack.party for lack in lacks}
    return tuple(_left(person) if person.party in sides and is_missing(person) else person for person in persons)


def _left(person: ComparedPerson) -> ComparedPerson:
    stays = Choice.LEFT if person.party is Party.AGENCY else Choice.OURS
    return replace(person, lines=tuple(replace(line, proposed=stays) for line in person.lines))
