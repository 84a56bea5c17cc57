"""Which actions and decisions the page shows, and how they are found in the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from desktop.domain.followup import Action, Decision
    from desktop.domain.followup_list import Origin
    from desktop.domain.level import Level, Party
    from desktop.services.followups import Followups


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the lists are narrowed to; ``review_first`` orders the decisions only."""

    party: Party | None = None
    open_only: bool = True
    level: Level | None = None
    review_first: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The entries of a narrowing, the meetings they come from, and whether the register has any entries at all."""

    narrowing: Narrowing
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]
    origins: Mapping[UUID, Origin]
    any_actions: bool
    any_decisions: bool


def find(narrowing: Narrowing, followups: Followups) -> Found:
    """Read the entries of a narrowing from the register."""
    level = narrowing.level
    actions = followups.actions(party=narrowing.party, open_only=narrowing.open_only, level=level)
    decisions = followups.decisions(level=level, review_first=narrowing.review_first)
    return Found(
        narrowing,
        actions,
        decisions,
        followups.origins(),
        bool(actions or followups.actions(open_only=False)),
        bool(decisions or followups.decisions()),
    )
