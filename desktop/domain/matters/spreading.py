"""Information that has to reach those concerned: in the agency, or at SSC (R25, section 3.5)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.level import Channel, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreading:
    """What came, who must know it, and how and when they were told.

    Attributes:
        source: The party it came from; those at the other side must know.
        audience: Who must know.
        due_on: By when.
        channel: How it was sent; ``sent_on`` when.
        done_on: When everyone concerned had it.
        information_id: What a meeting wrote down, if it came from there.
    """

    id: UUID
    text: str
    source: Party
    came_on: date
    audience: str = ""
    due_on: date | None = None
    channel: Channel | None = None
    sent_on: date | None = None
    done_on: date | None = None
    note: str = ""
    matter_id: UUID | None = None
    meeting_id: UUID | None = None
    information_id: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody remains to be told."""
        return self.done_on is None
