"""What is written down at a meeting, the fixed versions of it, and the check of SSC's notes (R11–R14)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNote:
    """What was said under an item; it is meant for documents, unlike private preparation (R11)."""

    item_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesVersion:
    """Finalised notes: a fixed version that stays when the notes are reopened (R12).

    Attributes:
        number: 1 for the first version of a meeting's notes.
        content: The notes as canonical JSON, exactly what ``digest`` is the SHA-256 of, in hexadecimal.
        reopened_at: When the notes were opened again, or nothing while this version is in force.
        reopened_reason: Why.
    """

    id: UUID
    meeting_id: UUID
    number: int
    finalised_at: datetime
    finalised_by: str
    content: str
    digest: str
    reopened_at: datetime | None = None
    reopened_reason: str = ""


class Verdict(StrEnum):
    """What SSC's notes say about an item, compared with ours (R13)."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesCheck:
    """The check of one item in SSC's notes; without an item it is about the notes as a whole (R13)."""

    id: UUID
    meeting_id: UUID
    item_id: UUID | None
    verdict: Verdict
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The liaison's own short evaluation of a meeting (R14): each answer 1 to 4, or 0 where none was given."""

    id: UUID
    meeting_id: UUID
    made_on: date
    purpose: int = 0
    preparation: int = 0
    outcome: int = 0
    time_well_spent: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A survey that SSC sent after a meeting: when it came and what was answered (R14)."""

    id: UUID
    meeting_id: UUID | None
    arrived_on: date
    answered_on: date | None = None
    answers: str = ""
