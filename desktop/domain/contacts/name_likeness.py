"""How near two names are to each other: the ways in which one person comes to be written as two."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Self

_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "æ": "a", "ł": "l", "ß": "ss", "ı": "i"})
"""Letters that do not come apart into a letter and its mark."""
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_BETWEEN = re.compile(r"[\W_]+")
_MOST_PARTS = 6
"""How many parts of a given or family name are compared one by one."""
_SHORTEST, _LONGEST = 5, 60
"""The length of a whole name, in letters, within which one wrong letter is looked for."""


class NameSign(StrEnum):
    """In what way two names are near, the surest first."""

    SAME = "same"
    ACCENTS = "accents"
    SWAPPED = "swapped"
    PARTS = "parts"
    INITIALS = "initials"
    TYPO = "typo"


def plain(written: str) -> str:
    """The name without accents, apostrophes and case: ``Nguyễn`` as ``nguyen``, ``Åsa`` as ``asa``."""
    if written.isascii():
        return _APOSTROPHES.sub("", written).casefold()
    apart = unicodedata.normalize("NFD", _APOSTROPHES.sub("", written).casefold().translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name made ready to be compared with many.

    Attributes:
        exact: The name with folded case, single spaces and composed letters; empty where there is no name.
        given: The parts of the given name, plain.
        family: The parts of the family name, plain.
        joined: All letters in one word, plain.
    """

    exact: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    joined: str

    @classmethod
    def of(cls, given_name: str, family_name: str) -> Self:
        """The name as written in its two fields."""
        given, family = _parts(given_name), _parts(family_name)
        exact = unicodedata.normalize("NFC", " ".join(f"{given_name} {family_name}".casefold().split()))
        return cls(exact, given, family, "".join((*given, *family)))

    def keys(self) -> Iterator[str]:
        """Names that are near in another way than by a letter share at least one of these."""
        if not self.joined:
            return
        yield " ".join(sorted((*self.given, *self.family)))
        for given, family in product(self.given[:_MOST_PARTS], self.family[:_MOST_PARTS]):
            yield f"{given}, {family}"
        if self.given and len(self.given[0]) == 1:
            yield f"{self.given[0]}. {''.join(self.family)}"

    def initial_key(self) -> str:
        """The key under which somebody is found who is written with an initial; empty where there is none."""
        return f"{self.given[0][0]}. {''.join(self.family)}" if self.given and self.family else ""


def name_sign(first: ComparedName, second: ComparedName) -> NameSign | None:
    """In what way two names are near; nothing where they are not, or where one of them is missing."""
    if not (first.joined and second.joined):
        return None
    return next((sign for sign, near in _WAYS if near(first, second)), None)


def groups_of_typos(names: Iterable[str]) -> Iterator[Sequence[str]]:
    """The joined names among which one letter may be wrong: those that are the same without one of their letters."""
    first: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for name in set(names):
        if _SHORTEST <= len(name) <= _LONGEST:
            for key in {name, *(name[:place] + name[place + 1 :] for place in range(len(name)))}:
                other = first.setdefault(key, name)
                if other is not name:
                    groups.setdefault(key, [other]).append(name)
    yield from groups.values()


def one_edit_apart(first: str, second: str) -> bool:
    """Whether one letter too many, too few or wrong, or two that changed places, is all that differs."""
    if abs(len(first) - len(second)) > 1:
        return False
    start = _shared_start(first, second)
    left, right = first[start:], second[start:]
    if len(left) == len(right):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
        return left[1:] == right[1:] or swapped
    return left[1:] == right or left == right[1:]


def _parts(written: str) -> tuple[str, ...]:
    return tuple(part for part in _BETWEEN.split(plain(written)) if part)


def _words(name: ComparedName) -> list[str]:
    return sorted((*name.given, *name.family))


def _shares_parts(first: ComparedName, second: ComparedName) -> bool:
    return _has_parts_of(first, second) or _has_parts_of(second, first)


def _has_parts_of(whole: ComparedName, part: ComparedName) -> bool:
    """Whether a name is the other with something left out of a double name: a part of either field at least is left."""
    return (
        bool(part.given and part.family)
        and set(part.given) <= set(whole.given)
        and set(part.family) <= set(whole.family)
    )


def _abbreviates(first: ComparedName, second: ComparedName) -> bool:
    """Whether family names are the same, and given names agree where at least one is an initial."""
    pairs = list(zip(first.given, second.given, strict=False))
    agree = all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in pairs)
    return bool(pairs and first.family) and first.family == second.family and agree


def _is_typo(first: ComparedName, second: ComparedName) -> bool:
    lengths = (len(first.joined), len(second.joined))
    return min(lengths) >= _SHORTEST and max(lengths) <= _LONGEST and one_edit_apart(first.joined, second.joined)


def _shared_start(first: str, second: str) -> int:
    for place, (a, b) in enumerate(zip(first, second, strict=False)):
        if a != b:
            return place
    return min(len(first), len(second))


_WAYS: tuple[tuple[NameSign, Callable[[ComparedName, ComparedName], bool]], ...] = (
    (NameSign.SAME, lambda first, second: first.exact == second.exact),
    (NameSign.ACCENTS, lambda first, second: first.joined == second.joined),
    (NameSign.SWAPPED, lambda first, second: _words(first) == _words(second)),
    (NameSign.PARTS, _shares_parts),
    (NameSign.INITIALS, _abbreviates),
    (NameSign.TYPO, _is_typo),
)
