"""What the binder of a meeting says: a frozen value with everything shown and nothing more (R6, R11, R37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.attachment import Attachment, AttachmentPurpose
from desktop.domain.dates import SWEDEN, in_prose
from desktop.domain.meetings.agenda_document import AgendaLine
from desktop.domain.meetings.meeting_head import Fact, MeetingHead
from desktop.domain.meetings.notes_document import AttendanceLine, NotesLine


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderItem:
    """One item with all that belongs to it.

    There is deliberately no field for private preparation: what is not here cannot reach a document (R11).

    Attributes:
        line: The item as the agenda prints it.
        earlier: What was noted when an earlier meeting took it up, or an empty text.
        earlier_on: The day of that meeting.
        notes: What was noted and came of it, if anything was.
    """

    line: AgendaLine
    earlier: str = ""
    earlier_on: date | None = None
    notes: NotesLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderAttachment:
    """A file that belongs to the meeting, as it is listed.

    Attributes:
        origin: Who it comes from, in words.
        size: In bytes.
        digest: The SHA-256 of its bytes, in hexadecimal.
        late: Whether it came after the agenda was available.
    """

    number: int
    name: str
    dated_on: date
    origin: str
    size: int
    digest: str
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderDocument(MeetingHead):
    """Everything about one meeting between two covers, as it stands on ``as_of``.

    Attributes:
        available_on: When the agenda became available to all, if it has.
        participants: Those invited, and how they took part.
        items: The agenda.
        attachments: The files, those that came late last.
    """

    as_of: date
    available_on: date | None = None
    participants: tuple[AttendanceLine, ...] = ()
    items: tuple[BinderItem, ...] = ()
    attachments: tuple[BinderAttachment, ...] = ()

    def state(self) -> Iterator[Fact]:
        """How far the document has come, the day whose state it shows and when the agenda was there."""
        yield Fact("Status", self.status)
        yield Fact("Läget den", in_prose(self.as_of))
        yield Fact("Dagordning klar", in_prose(self.available_on) if self.available_on else "")


def came_late(attachment: Attachment, available_on: date | None, meeting_day: date) -> bool:
    """Whether a file was added for a meeting after its agenda was available; notes come afterwards and are not late."""
    if available_on is None or attachment.purpose is AttachmentPurpose.NOTES:
        return False
    return available_on < attachment.added_at.astimezone(SWEDEN).date() <= meeting_day
