"""Measures against a risk, an incident or a deficiency, and whether they had the effect they were meant to have."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.level import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something to do about a matter, by whom and when, and who saw that it worked."""

    id: UUID
    matter_id: UUID
    text: str
    party: Party
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    effect: str = ""
    verified_on: date | None = None
    verified_by: str = ""
