"""Meetings of the forums, who takes part and what SSC's invitation said (R4–R7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desktop.domain.agreement import Agreement
from desktop.domain.dates import SWEDEN
from desktop.domain.forum import Forum, forum_of
from desktop.domain.level import Level, Party


class MeetingState(StrEnum):
    """How far a meeting has come; the steps run in this order (R5)."""

    PLANNED = "planned"
    CONVENED = "convened"
    AGENDA_AVAILABLE = "agenda_available"
    HELD = "held"
    NOTES_AWAITED = "notes_awaited"
    NOTES_RECEIVED = "notes_received"
    NOTES_CHECKED = "notes_checked"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """How someone took part in a meeting (R7)."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    REMOTE = "remote"
    ABSENT = "absent"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyMarking:
    """A note that information may be secret: provision, date and authority (R37)."""

    provision: str
    marked_on: date
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone invited to a meeting: a person of the register, or a name from an invitation (R7).

    ``item_id`` names the one item an expert is invited to; ``replaced_by`` who came instead.
    """

    id: UUID
    meeting_id: UUID
    contact_id: UUID | None = None
    name: str = ""
    email: str = ""
    party: Party | None = None
    title: str = ""
    required: bool = True
    item_id: UUID | None = None
    attendance: Attendance = Attendance.UNKNOWN
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPoint:
    """A point of SSC's own agenda, as it stood in what they sent."""

    id: UUID
    meeting_id: UUID
    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathering:
    """What, at which level and when, which is known of a meeting wherever it is shown. Instants are in UTC.

    ``is_council`` marks the yearly Kundråd, a forum beside the levels (R3); its level is the one whose questions it
    touches, the strategic one.
    """

    id: UUID
    title: str
    level: Level
    starts_at: datetime
    ends_at: datetime
    is_council: bool = False
    area_id: UUID | None = None
    series_id: UUID | None = None

    @property
    def day(self) -> date:
        """The date of the meeting in Sweden."""
        return self.starts_at.astimezone(SWEDEN).date()

    @property
    def minutes(self) -> int:
        """The length in minutes."""
        return round((self.ends_at - self.starts_at).total_seconds() / 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(_Gathering):
    """One meeting of a forum. Instants are in UTC; ``day`` is the date in Sweden.

    ``calendar_uid`` and ``calendar_sequence`` tie it to the invitation it came from (RFC 5545). ``notes_by`` is the
    party that writes the official notes (R5). ``series_day`` is the day its series had planned, wherever it was moved.
    """

    series_day: date | None = None
    place: str = ""
    convener: Party = Party.SSC
    notes_by: Party = Party.SSC
    state: MeetingState = MeetingState.PLANNED
    calendar_uid: str = ""
    calendar_sequence: int = 0
    invitation: str = ""
    own_registry_number: str = ""
    ssc_registry_number: str = ""
    secrecy: SecrecyMarking | None = None

    def forum_under(self, agreement: Agreement | None) -> Forum:
        """The forum it belongs to on its day, by what the parties have decided on the levels (R1, R3)."""
        return forum_of(self.level, self.is_council, self.day, agreement)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStep:
    """A step of a meeting's life that has been taken: which, when and by whom (R5)."""

    id: UUID
    meeting_id: UUID
    state: MeetingState
    taken_on: date
    party: Party
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow(_Gathering):
    """What the list of meetings shows of one; ``forum`` is the one it belongs to on its day (R1)."""

    forum: Forum
    state: MeetingState
    items: int
    planned_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFile:
    """A meeting with what belongs to it: its participants, the points SSC sent and the steps it has taken.

    ``forum`` is the one the meeting belongs to on its day (R1).
    """

    meeting: Meeting
    forum: Forum
    area_name: str = ""
    series_title: str = ""
    steps: tuple[MeetingStep, ...] = ()
    participants: tuple[Participant, ...] = ()
    received: tuple[ReceivedPoint, ...] = ()


def coming_first(rows: Iterable[MeetingRow], moment: datetime) -> tuple[MeetingRow, ...]:
    """Coming meetings, the nearest first, then past ones, the latest first."""
    known = list(rows)
    coming = sorted((row for row in known if row.ends_at >= moment), key=lambda row: row.starts_at)
    past = sorted((row for row in known if row.ends_at < moment), key=lambda row: row.starts_at, reverse=True)
    return (*coming, *past)
