"""Files that are kept with a record: copied into the register, with hash, origin and date."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePath
from uuid import UUID

LARGEST_ATTACHMENT = 50 * 1024 * 1024
"""The largest file that can be attached, in bytes: a register full of larger ones would be slow to copy."""

_OPENED = frozenset({
    ".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".odt", ".ods", ".odp", ".rtf", ".txt", ".csv", ".md",
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".eml", ".msg", ".ics", ".vcf",
})  # fmt: skip


class AttachmentPurpose(StrEnum):
    """What an attached file is for."""

    AGENDA = "agenda"
    NOTES = "notes"
    OTHER = "other"


_BY_NAME = (
    (AttachmentPurpose.AGENDA, re.compile(r"dagordning|föredragningslista|agenda", re.IGNORECASE)),
    (AttachmentPurpose.NOTES, re.compile(r"anteckning|protokoll", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How a file is filed: what it is for, whether it came from somebody else, from whom, and its day."""

    purpose: AttachmentPurpose = AttachmentPurpose.OTHER
    received: bool = False
    sender: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a meeting; its bytes are kept under ``digest``, their SHA-256 in hexadecimal.

    Attributes:
        size: In bytes.
        received: Whether it came from somebody else, rather than being our own.
        sender: Who it came from.
        dated_on: The day it was received or made.
        replaced_by: The newest version of it, if there is one.
    """

    id: UUID
    meeting_id: UUID | None
    matter_id: UUID | None = None
    entry_id: UUID | None = None
    name: str
    size: int
    digest: str
    added_at: datetime
    dated_on: date
    purpose: AttachmentPurpose = AttachmentPurpose.OTHER
    received: bool = False
    sender: str = ""
    replaced_by: UUID | None = None

    @property
    def may_be_opened(self) -> bool:
        """Whether another program may show it at once: documents, pictures and mails, nothing that could be a program.

        Everything else can still be saved; whoever does so chooses what to do with it.
        """
        return PurePath(self.name).suffix.lower() in _OPENED


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """An attached file in its newest version, and the earlier versions of it, the latest first."""

    newest: Attachment
    earlier: tuple[Attachment, ...] = ()

    @property
    def number(self) -> int:
        """The number of the newest version, counted from 1."""
        return len(self.earlier) + 1


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of attaching some files: those that are kept, and a sentence for each that is not."""

    kept: tuple[Attachment, ...]
    refused: tuple[str, ...] = ()


def guessed_purpose(name: str) -> AttachmentPurpose:
    """What a file seems to be for, by its name."""
    for purpose, pattern in _BY_NAME:
        if pattern.search(name):
            return purpose
    return AttachmentPurpose.OTHER


def size_words(size: int) -> str:
    """A size in bytes as people read it: "900 byte", "12 kB" or "1,2 MB"."""
    if size < 1024:
        return f"{size}\u00a0byte"
    if size < 1024 * 1000:
        return f"{max(1, round(size / 1024))}\u00a0kB"
    return f"{size / 1024 / 1024:.1f}\u00a0MB".replace(".", ",")
