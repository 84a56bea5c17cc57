"""The timeline of a matter: every contact made in it, and who has to act next (R19)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.domain.level import Channel, Level, Party


class Holder(StrEnum):
    """Who has the ball."""

    AGENCY = "agency"
    SSC = "ssc"
    OTHER = "other"


class Trend(StrEnum):
    """How a matter goes, as a forum saw it."""

    BETTER = "better"
    UNCHANGED = "unchanged"
    WORSE = "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterEntry:
    """One entry. Entries are added, and corrected by a new entry; none is ever rewritten.

    Attributes:
        happened_at: When the contact was made, which may be before it was written down.
        written_at: When it was written down.
        written_by: By whom.
        party: Who it was with or from; nothing for a note of our own.
        is_internal: For our own eyes: never in a document (R11).
        corrects_id: The entry that this one puts right.
        passes_to: Who has the ball from then on; nothing when it stays where it was.
        passes_until: The day by which they should have acted.
        meeting_id: The meeting where it was said.
    """

    id: UUID
    matter_id: UUID
    happened_at: datetime
    written_at: datetime
    text: str
    written_by: str = ""
    channel: Channel | None = None
    party: Party | None = None
    person: str = ""
    level: Level | None = None
    is_internal: bool = False
    corrects_id: UUID | None = None
    passes_to: Holder | None = None
    passes_until: date | None = None
    trend: Trend | None = None
    meeting_id: UUID | None = None
