"""Which actions and decisions the page shows, and how they are found in the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.level import ALL_LEVELS, Level
from desktop.domain.meetings.followup_list import replacements

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from desktop.domain.level import Party
    from desktop.domain.meetings.followup import Action, Decision
    from desktop.domain.meetings.followup_list import Origin
    from desktop.services.meetings.followups import Followups


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the lists are narrowed to; ``review_first`` orders the decisions only."""

    party: Party | None = None
    open_only: bool = True
    levels: frozenset[Level] = ALL_LEVELS
    review_first: bool = False

    @property
    def level_of_new(self) -> Level:
        """The level of what is added to the lists: the one they show, the tactical one where they show several."""
        return next(iter(self.levels)) if len(self.levels) == 1 else Level.TACTICAL


@dataclass(frozen=True, slots=True)
class Found:
    """The entries of a narrowing, the meetings they come from, and whether the register has any entries at all.

    ``replaced`` has the successor of each decision that has one; ``every_decision`` is what a decision may replace.
    """

    narrowing: Narrowing
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]
    origins: Mapping[UUID, Origin]
    any_actions: bool
    any_decisions: bool
    replaced: Mapping[UUID, Decision]
    every_decision: tuple[Decision, ...]


def find(narrowing: Narrowing, followups: Followups) -> Found:
    """Read the entries of a narrowing from the register."""
    levels = narrowing.levels
    actions = followups.actions(party=narrowing.party, open_only=narrowing.open_only, levels=levels)
    decisions = followups.decisions(levels=levels, review_first=narrowing.review_first)
    every_decision = followups.decisions()
    return Found(
        narrowing,
        actions,
        decisions,
        followups.origins(),
        bool(actions or followups.actions(open_only=False)),
        bool(every_decision),
        replacements(every_decision),
        every_decision,
    )
