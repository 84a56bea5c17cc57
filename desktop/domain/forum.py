"""The forums where the parties meet: one for each level, the one that two levels share, and Kundråd (R1, R3)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.level import ALL_LEVELS, Level, LevelModel

if TYPE_CHECKING:
    from desktop.domain.agreement import Agreement


class Forum(StrEnum):
    """A kind of meeting, in the order it is shown; the forum of a level bears the level's name."""

    OPERATIONAL = "operational"
    TACTICAL = "tactical"
    COMBINED = "combined"
    STRATEGIC = "strategic"
    COUNCIL = "council"

    @property
    def rank(self) -> int:
        """0 for the operational forum, 4 for Kundråd."""
        return list(Forum).index(self)

    @property
    def level(self) -> Level:
        """The level a meeting of the forum is kept with: the tactical one where two share a forum (R1).

        Kundråd lies beside the levels and touches the questions of the strategic one (R3).
        """
        kept = {Forum.COMBINED: Level.TACTICAL, Forum.COUNCIL: Level.STRATEGIC}
        return kept.get(self) or Level(self.value)

    @property
    def levels(self) -> frozenset[Level]:
        """The levels whose questions belong to the forum; none for Kundråd, which is a forum and no level (R3)."""
        if self is Forum.COUNCIL:
            return frozenset()
        return _SHARED if self is Forum.COMBINED else frozenset({self.level})

    def shares_with(self, other: Forum) -> bool:
        """Whether a meeting of either takes up what belongs to the other: before and after a decision on levels."""
        return self is other or bool(self.levels & other.levels)

    @property
    def is_council(self) -> bool:
        """Whether it is the yearly Kundråd."""
        return self is Forum.COUNCIL


_SHARED = frozenset({Level.OPERATIONAL, Level.TACTICAL})


def forum_of(level: Level, is_council: bool, day: date, agreement: Agreement | None) -> Forum:
    """The forum that a meeting of a level belongs to on its day (R1, R3).

    Args:
        level: The level the meeting is kept with.
        is_council: Whether it is the yearly Kundråd.
        day: The meeting's date in Sweden; a joint decision on the levels holds from its own day on.
        agreement: The agreement with its decisions; without one there are three levels.
    """
    if is_council:
        return Forum.COUNCIL
    two = agreement is not None and agreement.model_on(day) is LevelModel.TWO
    return Forum.COMBINED if two and level in _SHARED else Forum(level.value)


def forums_for(level: Level, is_council: bool) -> tuple[Forum, ...]:
    """The forums that a meeting of a level can belong to, whatever the parties decide on the levels (R1, R3)."""
    if is_council:
        return (Forum.COUNCIL,)
    return (Forum(level.value), Forum.COMBINED) if level in _SHARED else (Forum(level.value),)


def levels_of(forum: Forum | None) -> frozenset[Level]:
    """The levels to show when a forum is filtered by; all of them for none and for Kundråd, which has none (R3)."""
    return forum.levels if forum and forum.levels else ALL_LEVELS


def forums_on(day: date, agreement: Agreement | None) -> tuple[Forum, ...]:
    """The forums that can meet on a day, in the order they are shown (R1, R3)."""
    found = {forum_of(level, False, day, agreement) for level in Level} | {Forum.COUNCIL}
    return tuple(sorted(found, key=lambda forum: forum.rank))


def spans_of(forum: Forum, first: date, last: date, agreement: Agreement | None) -> tuple[tuple[date, date], ...]:
    """When a forum can meet between two days, both included: from the day of a joint decision until the next (R1)."""
    decided = {choice.starts_on for choice in agreement.choices} if agreement else frozenset[date]()
    starts = sorted({first, *(day for day in decided if first < day <= last)})
    ends = [*(day - timedelta(days=1) for day in starts[1:]), last]
    found: list[tuple[date, date]] = []
    for start, end in zip(starts, ends, strict=True):
        if forum not in forums_on(start, agreement):
            continue
        if found and found[-1][1] + timedelta(days=1) == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
