"""Files that are kept with a record: copied into the register, with hash, origin and date."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class AttachmentPurpose(StrEnum):
    """What an attached file is for."""

    AGENDA = "agenda"
    NOTES = "notes"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a meeting; its bytes are kept under ``digest``, their SHA-256 in hexadecimal.

    Attributes:
        size: In bytes.
        received: Whether it came from somebody else, rather than being our own.
        sender: Who it came from.
        dated_on: The day it was received or made.
        replaced_by: The newer version of it, if there is one.
    """

    id: UUID
    meeting_id: UUID | None
    name: str
    size: int
    digest: str
    added_at: datetime
    dated_on: date
    purpose: AttachmentPurpose = AttachmentPurpose.OTHER
    received: bool = False
    sender: str = ""
    replaced_by: UUID | None = None
