"""Meetings on their way to other people's calendars, and to one's own (RFC 5545, RFC 5546).

Every invitation and every cancellation that is made gets a sequence of its own, one higher than any the meeting has
had. RFC 5546 (section 2.1.4) asks for a rise when times change and when a meeting is cancelled and allows it else;
rising always means that a calendar never takes an older file for the newer. History remembers the numbers that an undo
took back, since files made with them may have been sent. An entry for one's own calendar tells the meeting as it stands
and spends no number.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import SWEDEN, now
from desktop.domain.file_names import file_name
from desktop.domain.history import Act
from desktop.domain.level import Party
from desktop.domain.meetings.calendar_file import CalendarFile, CalendarKind
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState, Participant
from desktop.errors import InputError
from desktop.exchange.calendar_out import (
    Organiser,
    cancellation_ics,
    entry_ics,
    invitation_ics,
    meeting_uid,
)
from desktop.exchange.mail_draft import is_address
from desktop.models.change import ChangeFieldRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.types import to_text
from desktop.services.meetings.lives import take_in
from desktop.services.meetings.meetings import meeting_file_in


class Calendars:
    """Makes calendar files of meetings.

    Args:
        database: The open register.
        clock: Says what time it is; the files are stamped with it.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def name(self, meeting_id: UUID, kind: CalendarKind) -> str:
        """What the file would be called; it is not made, so that nothing is spent until its place is chosen.

        Raises:
            InputError: The file cannot be made; the sentence says why.
        """
        return _named(kind, self._file(meeting_id, kind).meeting)

    def make(self, meeting_id: UUID, kind: CalendarKind) -> CalendarFile:
        """The file of that kind.

        Raises:
            InputError: The file cannot be made; the sentence says why.
        """
        if kind is CalendarKind.ENTRY:
            return self.entry(meeting_id)
        return self.invitation(meeting_id) if kind is CalendarKind.INVITATION else self.cancellation(meeting_id)

    def invitation(self, meeting_id: UUID, organiser_id: UUID | None = None) -> CalendarFile:
        """An invitation to everyone who takes part; the meeting is convened and keeps the sequence that went out.

        Args:
            meeting_id: The meeting.
            organiser_id: The participant who invites; else the first of ours with an address.

        Raises:
            InputError: The meeting is gone or cancelled, SSC convenes it (R5), or none of ours has an address.
        """
        file = self._file(meeting_id, CalendarKind.INVITATION)
        organiser = _organiser(file, organiser_id)
        meeting = self._number(file.meeting, MeetingState.CONVENED, Act("meeting.convene", file.meeting.title))
        content = invitation_ics(
            meeting,
            file.participants,
            organiser=organiser,
            sequence=meeting.calendar_sequence,
            stamp=self._clock(),
        )
        return CalendarFile(file_name=_named(CalendarKind.INVITATION, meeting), content=content)

    def cancellation(self, meeting_id: UUID, organiser_id: UUID | None = None) -> CalendarFile:
        """Cancel the meeting, which undo takes back, and make the file that takes it out of the calendars.

        Args:
            meeting_id: The meeting.
            organiser_id: The participant who had invited; else the first of ours with an address.

        Raises:
            InputError: The meeting is gone, SSC convenes it (R5), or none of ours has an address.
        """
        file = self._file(meeting_id, CalendarKind.CANCELLATION)
        organiser = _organiser(file, organiser_id)
        meeting = self._number(file.meeting, MeetingState.CANCELLED, Act("meeting.cancel", file.meeting.title))
        content = cancellation_ics(
            meeting,
            file.participants,
            organiser=organiser,
            sequence=meeting.calendar_sequence,
            stamp=self._clock(),
        )
        return CalendarFile(file_name=_named(CalendarKind.CANCELLATION, meeting), content=content)

    def entry(self, meeting_id: UUID) -> CalendarFile:
        """The meeting for one's own calendar, whoever convenes it; nothing in the register changes.

        Raises:
            InputError: The meeting is gone.
        """
        with self._database.reading() as session:
            meeting = meeting_file_in(session, meeting_id).meeting
        content = entry_ics(meeting, sequence=meeting.calendar_sequence, stamp=self._clock())
        return CalendarFile(file_name=_named(CalendarKind.ENTRY, meeting), content=content)

    def _file(self, meeting_id: UUID, kind: CalendarKind) -> MeetingFile:
        """The meeting, if such a file can be made of it."""
        with self._database.reading() as session:
            file = meeting_file_in(session, meeting_id)
        if kind is not CalendarKind.ENTRY:
            _organiser(file, None)
        if kind is CalendarKind.INVITATION and file.meeting.state is MeetingState.CANCELLED:
            raise InputError("Mötet är inställt, så ingen kan kallas till det.", "Ta upp det igen först.")
        return file

    def _number(self, meeting: Meeting, step: MeetingState, act: Act) -> Meeting:
        """Take the step, unless it was taken, and keep the identity and a sequence that nothing sent has had (R5)."""
        today = self._clock().astimezone(SWEDEN).date()
        with self._database.writing(act) as session:
            record = session.get(MeetingRecord, meeting.id)
            if record is None:
                raise InputError("Mötet finns inte längre i registret.")
            if not _has_taken(meeting, step):
                take_in(session, meeting.id, step, today, party=Party.AGENCY)
            record.change(calendar_uid=meeting_uid(meeting), calendar_sequence=_next_sequence(session, meeting))
            return record.to_value()


def _has_taken(meeting: Meeting, step: MeetingState) -> bool:
    """Whether a meeting is cancelled already, or was convened before, in which case the first time counts."""
    return meeting.state is step if step is MeetingState.CANCELLED else meeting.state is not MeetingState.PLANNED


def _next_sequence(session: Session, meeting: Meeting) -> int:
    """0 for what was never in a calendar, else one more than the highest the meeting has ever had."""
    fields = select(ChangeFieldRecord).where(
        ChangeFieldRecord.record_id == meeting.id,
        ChangeFieldRecord.field.in_(("calendar_uid", "calendar_sequence")),
    )
    kept = [(row.field, text) for row in session.scalars(fields) for text in (to_text(row.old), to_text(row.new))]
    known = meeting.calendar_uid or any(text for field, text in kept if field == "calendar_uid")
    if not known:
        return 0
    spent = [int(text) for field, text in kept if field == "calendar_sequence" and text]
    return max(meeting.calendar_sequence, *spent, 0) + 1


def _organiser(file: MeetingFile, organiser_id: UUID | None) -> Organiser:
    """Who of ours sends what goes out; only the one who convenes may (RFC 5546, section 1.4; R5)."""
    if file.meeting.convener is not Party.AGENCY:
        raise InputError(
            "Statens servicecenter kallar till mötet, så kallelse och återbud kommer därifrån.",
            "Lägg mötet i den egna kalendern, eller ändra vem som kallar.",
        )
    found = next((person for person in _ours(file.participants) if organiser_id in {None, person.id}), None)
    if found is None:
        raise InputError(
            "Kallelsen behöver en avsändare, och ingen av våra deltagare har en e-postadress.",
            "Lägg till dig själv som deltagare med e-postadress.",
        )
    return Organiser(found.name, found.email)


def _ours(participants: Sequence[Participant]) -> list[Participant]:
    """Our side's participants who can be written to, those who are needed first."""
    ours = (person for person in participants if person.party is Party.AGENCY and is_address(person.email))
    return sorted(ours, key=lambda person: not person.required)


def _named(kind: CalendarKind, meeting: Meeting) -> str:
    word = {CalendarKind.ENTRY: "Möte", CalendarKind.INVITATION: "Kallelse", CalendarKind.CANCELLATION: "Återbud"}[kind]
    return f"{file_name(f'{word} {meeting.day} {meeting.title}')}.ics"
