"""Invitations to meetings, kallelser, read from calendar files and from mails that carry one (RFC 5545, RFC 5546)."""

import email
import email.policy
import re
import warnings
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from desktop.domain.contacts.personal_number import WARNING, mentions_personal_number
from desktop.domain.dates import SWEDEN
from desktop.domain.importing import Problem
from desktop.domain.meetings.invitation import Invitation, InvitedFile, InvitedMeeting, Invitee
from desktop.errors import FileError
from desktop.exchange.agenda_points import agenda_points
from desktop.exchange.contact_list import turned_name
from desktop.exchange.delimited import decode
from desktop.exchange.findings import quoted
from desktop.exchange.invited_files import event_files, mail_files
from desktop.exchange.plain_text import LINE_LENGTH, PASSAGE_LENGTH, plain_line, plain_passage
from desktop.exchange.swedish_words import level_in_title
from desktop.exchange.time_zones import without_rules, zone_named

LARGEST_CALENDAR = 2 * 1024 * 1024
"""The largest calendar that is read, in bytes."""
MOST_MEETINGS = 50
MOST_INVITEES = 300
_ATTACHED = "Bilaga"
_USUAL_LENGTH = timedelta(hours=1)
_LONGEST = timedelta(days=1)
_FOLD = re.compile(rb"\r?\n[ \t]")
_METHODS = {"", "REQUEST", "PUBLISH", "CANCEL", "ADD"}
_COUNCIL = re.compile(r"\bkundråd", re.IGNORECASE)
_YEARS = range(1990, 2200)


def read_mail(data: bytes, file_name: str) -> Invitation:
    """Read the invitation that a mail carries.

    Raises:
        FileError: The mail carries none, or one that cannot be read.
    """
    problems: list[Problem] = []
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        files = mail_files(message, lambda sentence: problems.append(Problem(None, _ATTACHED, sentence)))
        parts = [part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/calendar"]
    except Exception:  # noqa: BLE001 - whatever a hostile mail makes the parser raise, the user gets one sentence
        raise FileError(f"Mejlet {file_name} är skadat.", "Spara kallelsen som .ics och läs in den.") from None
    for part in parts:
        if isinstance(part, bytes):
            return _with_files(read_invitation(part, file_name), files, problems)
    raise FileError(f"Mejlet {file_name} innehåller ingen kallelse.", "Spara mötet som .ics och läs in det.")


def _with_files(invitation: Invitation, files: tuple[InvitedFile, ...], problems: list[Problem]) -> Invitation:
    """The files of the mail go with the first meeting of it, after those that the calendar itself holds."""
    first, *others = invitation.meetings
    with_files = replace(first, files=(*first.files, *files))
    return replace(invitation, meetings=(with_files, *others), problems=(*invitation.problems, *problems))


def read_invitation(data: bytes, file_name: str) -> Invitation:
    """Read a calendar file.

    Raises:
        FileError: It is damaged, too large, an answer, or holds no meeting.
    """
    if len(data) > LARGEST_CALENDAR:
        raise FileError(
            f"Kalenderfilen {file_name} är för stor för att vara en kallelse.", "Spara bara det möte som ska läsas in."
        )
    text, blocks = without_rules(_unfolded(data))
    calendar, events = _parsed(text, file_name)
    method = plain_line(str(calendar.get("METHOD", ""))).upper()
    if method not in _METHODS:
        raise FileError(f"Filen {file_name} är ett svar på en kallelse, inte en kallelse.", "Välj kallelsen från SSC.")
    if not events:
        raise FileError(f"Kalenderfilen {file_name} innehåller inget möte.", "Välj kallelsen till mötet.")
    if len(events) > MOST_MEETINGS:
        raise FileError(
            f"Kalenderfilen {file_name} innehåller {len(events)} möten; högst {MOST_MEETINGS} kan läsas in.",
            "Spara bara de möten som ska läsas in.",
        )
    reader = _Reader(blocks, cancelled=method == "CANCEL")
    try:
        meetings = _latest(meeting for event in events if (meeting := reader.meeting(event)))
    except Exception:  # noqa: BLE001 - property types of a hostile file have no end
        raise _damaged(file_name) from None
    if not meetings:
        raise FileError(f"Kallelsen {file_name} saknar tid för mötet.", "Be avsändaren om en ny kallelse.")
    return Invitation(file_name=file_name, meetings=meetings, problems=tuple(reader.problems))


def _unfolded(data: bytes) -> str:
    """Long lines put together before they are decoded, since a fold may split a letter (RFC 5545, section 3.1)."""
    wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    whole = decode(data).encode() if wide else data
    return decode(_FOLD.sub(b"", whole)).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _damaged(file_name: str) -> FileError:
    return FileError(f"Kalenderfilen {file_name} är skadad.", "Spara kallelsen på nytt som .ics och läs in den.")


def _parsed(text: str, file_name: str) -> tuple[Any, list[Any]]:
    import icalendar

    try:
        with warnings.catch_warnings():  # about names of time zones, which are read here instead
            warnings.simplefilter("ignore")
            calendars = cast("list[Any]", icalendar.Calendar.from_ical(text, multiple=True))
        events = [part for calendar in calendars for part in calendar.subcomponents if part.name == "VEVENT"]
        return calendars[0], events
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the parser raise, the user gets one sentence
        raise _damaged(file_name) from None


class _Reader:
    """Reads meetings, noting what was odd."""

    def __init__(self, blocks: dict[str, str], *, cancelled: bool) -> None:
        self._blocks = blocks
        self._cancelled = cancelled
        self.problems: list[Problem] = []

    def meeting(self, event: Any) -> InvitedMeeting | None:
        title = plain_line(_text(event, "SUMMARY"))[:LINE_LENGTH] or "Möte utan rubrik"
        times = self._times(event, title)
        if times is None:
            return None
        description = plain_passage(_text(event, "DESCRIPTION"))[:PASSAGE_LENGTH]
        if mentions_personal_number(f"{title}\n{description}"):
            self._note("Beskrivning", WARNING)
        if "RRULE" in event:
            self._note("Upprepning", f"{quoted(title)} upprepas; bara det första tillfället läses in.")
        return InvitedMeeting(
            uid=self._uid(event, title),
            sequence=_whole_number(event.get("SEQUENCE")),
            title=title,
            starts_at=times[0],
            ends_at=times[1],
            place=plain_line(_text(event, "LOCATION"))[:LINE_LENGTH],
            description=description,
            level=level_in_title(title),
            is_customer_council=_COUNCIL.search(title) is not None,
            cancelled=self._cancelled or _text(event, "STATUS").strip().upper() == "CANCELLED",
            invitees=_invitees(event),
            points=agenda_points(description),
            files=event_files(event, lambda sentence: self._note(_ATTACHED, sentence)),
        )

    def _note(self, column: str, sentence: str) -> None:
        self.problems.append(Problem(None, column, sentence))

    def _uid(self, event: Any, title: str) -> str:
        """The meeting's identity; one occasion of a repeated meeting has the date it replaces added."""
        uid = plain_line(_text(event, "UID"))
        if not uid:
            self._note("UID", f"{quoted(title)} saknar identitet, så en senare kallelse kan inte kännas igen.")
            return ""
        occasion = event.get("RECURRENCE-ID")
        return f"{uid}/{occasion.to_ical().decode()}" if hasattr(occasion, "to_ical") else uid

    def _times(self, event: Any, title: str) -> tuple[datetime, datetime] | None:
        starts = self._instant(event, "DTSTART")
        if starts is None:
            self._note("Tid", f"{quoted(title)} saknar giltig starttid och läses inte in.")
            return None
        ends = self._instant(event, "DTEND") or _end_by_duration(event, starts)
        if ends is None or ends <= starts:
            self._note("Tid", f"{quoted(title)} saknar giltig sluttid; mötet får längden en timme.")
            ends = starts + _USUAL_LENGTH
        if ends - starts > _LONGEST:
            self._note("Tid", f"{quoted(title)} är längre än ett dygn; sluttiden sätts till ett dygn efter starten.")
            ends = starts + _LONGEST
        return starts, ends

    def _instant(self, event: Any, name: str) -> datetime | None:
        written: Any = event.get(name)
        value = getattr(written, "dt", None)
        if not isinstance(value, date) or value.year not in _YEARS:
            return None
        if not isinstance(value, datetime):
            if name == "DTSTART":
                self._note("Tid", "Mötet är utlagt som heldag; klockslag saknas och tiden blir dygnets början.")
            return datetime.combine(value, time(), SWEDEN).astimezone(UTC)
        zone_name = str(written.params.get("TZID", ""))
        if not zone_name:
            return (value if value.tzinfo else value.replace(tzinfo=SWEDEN)).astimezone(UTC)
        zone = zone_named(zone_name, self._blocks)
        if zone is None:
            self._note("Tid", f"Tidszonen {quoted(zone_name)} är okänd; klockslaget läses som svensk tid.")
        return value.replace(tzinfo=zone or SWEDEN).astimezone(UTC)


def _latest(meetings: Iterable[InvitedMeeting]) -> tuple[InvitedMeeting, ...]:
    """Of several versions of the same meeting, the latest."""
    found: dict[object, InvitedMeeting] = {}
    for meeting in meetings:
        key = meeting.uid or (meeting.title, meeting.starts_at)
        if key not in found or found[key].sequence < meeting.sequence:
            found[key] = meeting
    return tuple(found.values())


def _end_by_duration(event: Any, starts: datetime) -> datetime | None:
    length = getattr(event.get("DURATION"), "dt", None)
    return starts + length if isinstance(length, timedelta) and length < timedelta(days=366) else None


def _text(event: Any, name: str) -> str:
    """A property's text; of several with the same name, the first."""
    values = _values(event, name)
    return str(values[0]) if values else ""


def _values(event: Any, name: str) -> list[Any]:
    """Every value of a property."""
    written: Any = event.get(name, [])
    return cast("list[Any]", written) if isinstance(written, list) else [written]


def _whole_number(value: object) -> int:
    written = str(value)
    return int(written) if re.fullmatch(r"\d{1,9}", written) else 0


def _invitees(event: Any) -> tuple[Invitee, ...]:
    """The organiser first, then those invited; the same address once. Rooms and other resources are left out."""
    found: dict[str, Invitee] = {}
    for name in ("ORGANIZER", "ATTENDEE"):
        for address in _values(event, name):
            invitee = _invitee(address, organises=name == "ORGANIZER")
            if invitee and len(found) < MOST_INVITEES:
                found.setdefault(invitee.email.lower() or invitee.name, invitee)
    return tuple(found.values())


def _invitee(address: Any, *, organises: bool) -> Invitee | None:
    params: Any = getattr(address, "params", {})
    if str(params.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}:
        return None
    scheme, _, rest = plain_line(str(address)).partition(":")
    mailbox = rest.partition("?")[0].strip()[:LINE_LENGTH] if scheme.lower() == "mailto" else ""
    shown = plain_line(str(params.get("CN", ""))).strip("\"' ")[:LINE_LENGTH]
    given, family = ("", "") if "@" in shown else turned_name(shown)
    if not (mailbox or given or family):
        return None
    role = str(params.get("ROLE", "")).upper()
    return Invitee(
        given_name=given,
        family_name=family,
        email=mailbox,
        required=role not in {"OPT-PARTICIPANT", "NON-PARTICIPANT"},
        organises=organises,
    )
