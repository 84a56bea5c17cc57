"""Documents: what can be made of a meeting, and finished ones on their way to screen, file, printer or mail."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Paper(StrEnum):
    """What document of a meeting, in the order they are offered: before it, during it and after it."""

    AGENDA = "agenda"
    BRIEF = "brief"
    PROPOSALS = "proposals"
    BINDER = "binder"
    NOTES = "notes"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    DIFFERENCES = "differences"

    @property
    def stays_inside(self) -> bool:
        """Whether it is for our own eyes, and therefore never put into a mail."""
        return self is Paper.BRIEF

    @property
    def is_for_counterpart(self) -> bool:
        """Whether it is written to SSC alone, and not to everyone who takes part."""
        return self in {Paper.PROPOSALS, Paper.DIFFERENCES}

    @property
    def can_be_edited(self) -> bool:
        """Whether it can also be had as a Word document."""
        return self in {Paper.AGENDA, Paper.NOTES}


class WayOut(StrEnum):
    """Which way a document is to go; a reminder asks SSC for theirs instead."""

    PREVIEW = "preview"
    SAVE = "save"
    MAIL = "mail"
    WORD = "word"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRequest:
    """A document of a meeting that is asked for.

    ``items`` are the keys of those it is to be about, where it can be about some of them; none means all. ``version``
    is the key of a finalised version of the notes; without one it is the version in force, or the draft.
    """

    paper: Paper
    meeting_id: UUID
    way: WayOut = WayOut.PREVIEW
    items: tuple[UUID, ...] = ()
    version: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedDocument:
    """A document as bytes, with the file name it is saved under, and what was asked for if it is one of a meeting."""

    file_name: str
    title: str
    pdf: bytes
    request: DocumentRequest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as it will look: ``pixels`` are rows of 4-byte BGRX, ``stride`` bytes each; ``text`` is what it reads."""

    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A mail ready to be looked through and sent by the user (RFC 5322).

    ``without_address`` names the participants who could not be addressed.
    """

    file_name: str
    content: bytes
    recipients: tuple[str, ...]
    without_address: tuple[str, ...] = ()
