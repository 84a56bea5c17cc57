"""Calendar files that go out: invitation, cancellation and a copy for one's own calendar (RFC 5545, RFC 5546).

The same input gives the same bytes. Titles and names may come from strangers: they are made plain on one line, and
the calendar library escapes and folds what is left, so that no text can become a property of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.dates import SWEDEN
from desktop.domain.meetings.meeting import Meeting, MeetingState, Participant
from desktop.exchange.mail_draft import is_address
from desktop.exchange.plain_text import LINE_LENGTH, plain_line

_PRODUCT = "-//Samverkan//Samverkan//SV"
_ZONE = "Europe/Stockholm"


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who sends the invitation and gets the answers; the address is one plain mail address."""

    name: str
    email: str


def meeting_uid(meeting: Meeting) -> str:
    """The meeting's identity in every calendar: the one it came with, else one of its own that never changes."""
    return plain_line(meeting.calendar_uid) or f"{meeting.id}@samverkan.invalid"


def invitation_ics(
    meeting: Meeting,
    participants: Sequence[Participant],
    *,
    organiser: Organiser,
    sequence: int,
    stamp: datetime,
) -> bytes:
    """An invitation, ``METHOD:REQUEST``, to everyone who has an address (RFC 5546, section 3.2.2).

    Args:
        meeting: What to invite to.
        participants: Whom to invite; those without one plain address, and the organiser's own, are left out.
        organiser: Who invites.
        sequence: The revision, from 0; it rises with every one that goes out.
        stamp: When this was made.

    Raises:
        ValueError: The organiser has no plain address, or the sequence is negative.
    """
    event = _event(meeting, sequence, stamp, "CONFIRMED")
    _add_people(event, participants, organiser, asked=True)
    return _bytes("REQUEST", event)


def cancellation_ics(
    meeting: Meeting,
    participants: Sequence[Participant],
    *,
    organiser: Organiser,
    sequence: int,
    stamp: datetime,
) -> bytes:
    """A cancellation, ``METHOD:CANCEL``, of the whole meeting for everyone (RFC 5546, section 3.2.5).

    Args:
        meeting: What will not take place.
        participants: Who had been invited.
        organiser: Who had invited.
        sequence: Higher than that of the latest invitation.
        stamp: When this was made.

    Raises:
        ValueError: The organiser has no plain address, or the sequence is negative.
    """
    event = _event(meeting, sequence, stamp, "CANCELLED")
    _add_people(event, participants, organiser, asked=False)
    return _bytes("CANCEL", event)


def entry_ics(meeting: Meeting, *, sequence: int, stamp: datetime) -> bytes:
    """The meeting for one's own calendar, ``METHOD:PUBLISH``: nobody is invited, nobody answers.

    One that is cancelled stands there as cancelled.

    Raises:
        ValueError: The sequence is negative.
    """
    status = "CANCELLED" if meeting.state is MeetingState.CANCELLED else "CONFIRMED"
    return _bytes("PUBLISH", _event(meeting, sequence, stamp, status))


def _event(meeting: Meeting, sequence: int, stamp: datetime, status: str) -> Any:
    from icalendar import Event

    if sequence < 0:
        raise ValueError("the sequence of a calendar entry begins at 0")
    event: Any = Event()
    event.add("uid", meeting_uid(meeting))
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", meeting.starts_at.astimezone(SWEDEN))
    event.add("dtend", meeting.ends_at.astimezone(SWEDEN))
    event.add("summary", plain_line(meeting.title)[:LINE_LENGTH])
    if place := plain_line(meeting.place)[:LINE_LENGTH]:
        event.add("location", place)
    event.add("status", status)
    return event


def _add_people(event: Any, participants: Sequence[Participant], organiser: Organiser, *, asked: bool) -> None:
    if not is_address(organiser.email):
        raise ValueError("an organiser is known by one plain mail address")
    event.add("organizer", _address(organiser.name, organiser.email), encode=0)
    listed = {organiser.email.casefold()}
    for person in participants:
        if not is_address(person.email) or person.email.casefold() in listed:
            continue
        listed.add(person.email.casefold())
        attendee = _address(person.name, person.email)
        attendee.params["ROLE"] = "REQ-PARTICIPANT" if person.required else "OPT-PARTICIPANT"
        if asked:
            attendee.params["PARTSTAT"] = "NEEDS-ACTION"
            attendee.params["RSVP"] = "TRUE"
        event.add("attendee", attendee, encode=0)


def _address(name: str, email: str) -> Any:
    """A calendar address; a parameter can hold no double quote (RFC 5545, section 3.2), so it becomes a single one."""
    from icalendar import vCalAddress

    address: Any = vCalAddress(f"mailto:{email}")
    if shown := plain_line(name)[:LINE_LENGTH].replace('"', "'"):
        address.params["CN"] = shown
    return address


def _bytes(method: str, event: Any) -> bytes:
    from icalendar import Calendar

    calendar: Any = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_zone())
    calendar.add_component(event)
    return calendar.to_ical(sorted=True)


def _zone() -> Any:
    """Swedish time since 1996: changed at 1.00 UTC, the last Sunday of March and of October (2000/84/EG)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone: Any = Timezone()
    zone.add("tzid", _ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for kind, name, starts, before, after in (
        (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), winter, summer),  # noqa: DTZ001 - a rule is in local time
        (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), summer, winter),  # noqa: DTZ001 - the same
    ):
        part: Any = kind()
        part.add("tzname", name)
        part.add("dtstart", starts)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": starts.month, "byday": "-1su"})
        zone.add_component(part)
    return zone
