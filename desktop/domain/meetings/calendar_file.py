"""Files for calendars: one's own, and those of others (RFC 5545, RFC 5546)."""

from dataclasses import dataclass
from enum import StrEnum


class CalendarKind(StrEnum):
    """What a calendar does with the file."""

    ENTRY = "entry"
    """Keeps the meeting as an entry of its owner's; nobody is invited."""

    INVITATION = "invitation"
    """Asks those it names to come."""

    CANCELLATION = "cancellation"
    """Takes out the meeting that an invitation had put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar file as bytes, with the name it is saved under."""

    file_name: str
    content: bytes
