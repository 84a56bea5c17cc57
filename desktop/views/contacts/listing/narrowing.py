"""What the list is narrowed to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.contacts.contact import comparable_phone
from desktop.domain.swedish_order import folded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from desktop.domain.level import Level, Party
    from desktop.views.contacts.listing.listed import Listed

_NUMBER = re.compile(r"[\d+()/-]*\d{2}[\d+()/-]*")


class Standing(StrEnum):
    """Which contacts are listed, by how they stand."""

    CURRENT = "current"
    WITH_ROLE = "with_role"
    WITHOUT_ROLE = "without_role"
    STALE = "stale"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What is wanted of the list; nothing narrows it at first but that contacts who have been ended stay out.

    Attributes:
        words: Every one of them has to be found in a line.
        levels: One of them has to be held; empty for any.
        area_id: The service area that has to be answered for, with others or alone.
    """

    words: str = ""
    party: Party | None = None
    levels: frozenset[Level] = frozenset()
    area_id: UUID | None = None
    standing: Standing = Standing.CURRENT

    def of(self, lines: Iterable[Listed]) -> list[Listed]:
        """The lines that are wanted, in the order they come."""
        return self.found_in(self.standing_in(lines))

    def standing_in(self, lines: Iterable[Listed]) -> list[Listed]:
        """The lines that are wanted whatever the words say."""
        return [line for line in lines if self._is_wanted(line)]

    def found_in(self, lines: Iterable[Listed]) -> list[Listed]:
        """The lines in which every word is found."""
        found = list(lines)
        for word in self.words.split():
            either, number = folded(word), comparable_phone(word) if _NUMBER.fullmatch(word) else ""
            if number and number != either:
                found = [line for line in found if either in line.text or number in line.text]
            else:
                found = [line for line in found if either in line.text]
        return found

    def _is_wanted(self, line: Listed) -> bool:
        return (
            line.is_ended is (self.standing is Standing.ENDED)
            and (self.party is None or line.contact.party is self.party)
            and (not self.levels or bool(self.levels & line.levels))
            and (self.area_id is None or bool(line.area_ids & {None, self.area_id}))
            and self._stands_so(line)
        )

    def _stands_so(self, line: Listed) -> bool:
        match self.standing:
            case Standing.WITH_ROLE:
                return line.has_role
            case Standing.WITHOUT_ROLE:
                return not line.has_role
            case Standing.STALE:
                return line.is_stale
            case _:
                return True
