"""Which meeting of the register an invitation is about (R5, RFC 5545)."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from desktop.domain.agreement import Agreement
from desktop.domain.attachment import Attachment
from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import SWEDEN
from desktop.domain.forum import Forum, forum_of
from desktop.domain.meetings.invitation import InvitedMeeting
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the register knows that an invitation may concern; ``fixed`` are the meetings with finalised notes (R12)."""

    agreement: Agreement | None
    contacts: tuple[Contact, ...]
    meetings: tuple[MeetingFile, ...]
    attachments: tuple[Attachment, ...] = ()
    fixed: frozenset[UUID] = frozenset()
    _found: set[UUID] = field(default_factory=set[UUID])

    def find(self, one: InvitedMeeting, area_id: UUID | None = None) -> MeetingFile | None:
        """The meeting with the invitation's identity; else the one that was planned by hand for it.

        Args:
            one: The meeting as the invitation tells of it.
            area_id: The service area that its title names.
        """
        found = next((file for file in self.meetings if one.uid and file.meeting.calendar_uid == one.uid), None)
        if found is None and not one.uid:
            same = (one.title, one.starts_at)
            found = next((file for file in self.meetings if (file.meeting.title, file.meeting.starts_at) == same), None)
        if found is None:
            found = self._planned(one, area_id)
        if found is not None:
            self._found.add(found.meeting.id)
        return found

    def files_of(self, meeting: Meeting) -> list[Attachment]:
        """The files that the meeting has."""
        return [attachment for attachment in self.attachments if attachment.meeting_id == meeting.id]

    def _planned(self, one: InvitedMeeting, area_id: UUID | None) -> MeetingFile | None:
        """The meeting of the forum on that day that no invitation has been read for; a cancellation names its hour.

        A title that names no forum is of any, if the hour or the title is that of the meeting. Where several are, the
        one of the area comes first, then the one of the hour; without either none is taken.
        """
        forum = self._forum(one)

        def fits(meeting: Meeting) -> bool:
            if forum is not None:
                return meeting.forum_under(self.agreement) is forum
            same = meeting.starts_at == one.starts_at or meeting.title.casefold() == one.title.casefold()
            return same and not one.cancelled

        fitting = [
            file
            for file in self.meetings
            if file.meeting.id not in self._found
            and not file.meeting.calendar_uid
            and file.meeting.state is not MeetingState.CANCELLED
            and file.meeting.day == one.starts_at.astimezone(SWEDEN).date()
            and fits(file.meeting)
            and (area_id is None or file.meeting.area_id in {None, area_id})
            and (not one.cancelled or file.meeting.starts_at == one.starts_at)
        ]
        exact = [file for file in fitting if file.meeting.area_id == area_id] or fitting
        hour = [file for file in exact if file.meeting.starts_at == one.starts_at] or exact
        return hour[0] if len(hour) == 1 else None

    def _forum(self, one: InvitedMeeting) -> Forum | None:
        """The forum that the title names, or nothing."""
        if one.level is None and not one.is_customer_council:
            return None
        day = one.starts_at.astimezone(SWEDEN).date()
        return forum_of(one.level or Forum.COUNCIL.level, one.is_customer_council, day, self.agreement)


def days_of(one: InvitedMeeting) -> tuple[datetime, datetime]:
    """The Swedish day of a meeting as instants in UTC: its beginning, and that of the next."""
    day = one.starts_at.astimezone(SWEDEN).date()
    ends = datetime.combine(day + timedelta(days=1), time(), SWEDEN)
    return datetime.combine(day, time(), SWEDEN).astimezone(UTC), ends.astimezone(UTC)
