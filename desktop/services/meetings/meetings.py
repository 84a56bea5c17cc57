"""Meetings, their participants and what SSC sent for them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.agreement import REGISTRY_NUMBER_LENGTH, Agreement
from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import now, today
from desktop.domain.forum import Forum
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingRow, MeetingState, Participant, coming_first
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord, ReceivedPointRecord
from desktop.models.removal import remove
from desktop.models.series import SeriesRecord
from desktop.services.agreements import agreement_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.meetings.fixed_notes import check_open, check_removable
from desktop.services.meetings.lives import take_in
from desktop.services.meetings.templates import fill_from_template_in

LONGEST_MINUTES = 24 * 60
_NOT_IN_NOTES = frozenset({"state", "calendar_uid", "calendar_sequence", "invitation", "series_id", "series_day"})
"""Fields of a meeting that its notes do not tell, so that finalised notes do not fix them (R12)."""


class Meetings:
    """Reads, plans and changes meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, *, forum: Forum | None = None) -> tuple[MeetingRow, ...]:
        """The list of meetings: coming ones, the nearest first, then past ones, the latest first.

        Those of a forum are those of its levels too, from before and after a decision on the levels (R1).
        """
        with self._database.reading() as session:
            sums = _agenda_sums(session)
            agreement = agreement_in(session)
            records = session.scalars(select(MeetingRecord))
            rows = [_row(record.to_value(), agreement, *sums.get(record.id, (0, 0))) for record in records]
        return coming_first((row for row in rows if forum is None or forum.shares_with(row.forum)), now())

    def coming_count(self) -> int:
        """How many meetings are still to come."""
        wanted = select(func.count(MeetingRecord.id)).where(
            MeetingRecord.ends_at >= now(), MeetingRecord.state != MeetingState.CANCELLED
        )
        with self._database.reading() as session:
            return session.scalar(wanted) or 0

    def get(self, meeting_id: UUID) -> MeetingFile:
        """A meeting with its participants and the points SSC sent.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            return meeting_file_in(session, meeting_id)

    def create(self, meeting: Meeting, template_id: UUID | None = None) -> UUID:
        """Plan a meeting; those who hold its level's roles that day become its participants (R7).

        Registry numbers that are empty are taken from the agreement (R37).

        Args:
            meeting: What is planned.
            template_id: The template its agenda begins with; without one it is empty.

        Raises:
            InputError: The meeting has no title, ends before it begins, or a registry number is too long; or the
                template is gone.
        """
        _check(meeting)
        with self._database.writing(Act("meeting.create", meeting.title)) as session:
            add_meeting_in(session, meeting)
            if template_id is not None:
                fill_from_template_in(session, meeting, template_id)
        return meeting.id

    def change(self, meeting_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a meeting a new content, by the names ``Meeting`` has for them.

        Raises:
            InputError: The meeting is gone, its notes are finalised (R12), or it would have no title, end before it
                begins, or the like.
        """
        changed = replace(self.get(meeting_id).meeting, **fields)
        _check(changed)
        with self._database.writing(Act("meeting.change", changed.title), group=group) as session:
            if fields.keys() - _NOT_IN_NOTES:
                check_open(session, meeting_id)
            _known(session, meeting_id).change(**fields)

    def remove(self, meeting_id: UUID) -> None:
        """Remove a meeting with everything that belongs to it; undo brings it all back.

        Raises:
            InputError: The meeting is not in the register any more, or has finalised notes (R39).
        """
        title = self.get(meeting_id).meeting.title
        with self._database.writing(Act("meeting.remove", title)) as session:
            check_removable(session, meeting_id)
            remove(session, _known(session, meeting_id))


def meeting_file_in(session: Session, meeting_id: UUID) -> MeetingFile:
    """A meeting with what belongs to it, as this session sees it.

    Raises:
        InputError: The meeting is not in the register any more.
    """
    record = _known(session, meeting_id)
    participants = select(ParticipantRecord).where(ParticipantRecord.meeting_id == meeting_id)
    received = select(ReceivedPointRecord).where(ReceivedPointRecord.meeting_id == meeting_id)
    steps = select(MeetingStepRecord).where(MeetingStepRecord.meeting_id == meeting_id)
    area = session.get(ServiceAreaRecord, record.area_id) if record.area_id else None
    series = session.get(SeriesRecord, record.series_id) if record.series_id else None
    meeting = record.to_value()
    return MeetingFile(
        meeting=meeting,
        forum=meeting.forum_under(agreement_in(session)),
        area_name=area.name if area else "",
        series_title=series.title if series else "",
        participants=tuple(r.to_value() for r in session.scalars(participants.order_by(ParticipantRecord.id))),
        received=tuple(r.to_value() for r in session.scalars(received.order_by(ReceivedPointRecord.number))),
        steps=tuple(r.to_value() for r in session.scalars(steps.order_by(MeetingStepRecord.id))),
    )


def add_meeting_in(session: Session, meeting: Meeting) -> None:
    """Keep a new meeting with the agreement's registry numbers (R37) and those who take part by their role (R7).

    That it is planned from today on is its first step (R5).
    """
    session.add(MeetingRecord.of(with_registry_numbers(session, meeting)))
    take_in(session, meeting.id, MeetingState.PLANNED, today())
    session.add_all(ParticipantRecord.of(as_participant(meeting.id, one)) for one in role_holders_in(session, meeting))


def role_holders_in(session: Session, meeting: Meeting) -> tuple[Contact, ...]:
    """Those of both parties who hold a role of the forum's levels, and of its area if it has one, that day (R7)."""
    return role_holders_under(session, meeting, agreement_in(session))


def role_holders_under(session: Session, meeting: Meeting, agreement: Agreement | None) -> tuple[Contact, ...]:
    """The same by what the parties have decided on the levels in an agreement, which need not be the one kept (R1)."""
    levels = agreement.levels_of_forum(meeting.level, meeting.day) if agreement else frozenset({meeting.level})

    def takes_part(contact: Contact) -> bool:
        return any(
            role.level in levels
            and role.held_on(meeting.day)
            and (meeting.area_id is None or role.area_id in {None, meeting.area_id})
            for role in contact.assignments
        )

    return tuple(contact for contact in contacts_in(session) if takes_part(contact))


def with_registry_numbers(session: Session, meeting: Meeting) -> Meeting:
    """The meeting with the agreement's registry numbers where it has none of its own (R37)."""
    agreement = agreement_in(session)
    if agreement is None:
        return meeting
    return replace(
        meeting,
        own_registry_number=meeting.own_registry_number or agreement.own_registry_number,
        ssc_registry_number=meeting.ssc_registry_number or agreement.ssc_registry_number,
    )


def as_participant(meeting_id: UUID, contact: Contact) -> Participant:
    """A contact as one of those invited to a meeting."""
    return Participant(
        id=new_id(),
        meeting_id=meeting_id,
        contact_id=contact.id,
        name=contact.name,
        email=contact.email,
        party=contact.party,
        title=contact.title,
    )


def _known(session: Session, meeting_id: UUID) -> MeetingRecord:
    record = session.get(MeetingRecord, meeting_id)
    if record is None:
        raise InputError("Mötet finns inte längre i registret.")
    return record


def _agenda_sums(session: Session) -> dict[UUID, tuple[int, int]]:
    """How many items each meeting has, and their minutes."""
    wanted = select(
        AgendaItemRecord.meeting_id, func.count(AgendaItemRecord.id), func.sum(AgendaItemRecord.minutes)
    ).group_by(AgendaItemRecord.meeting_id)
    return {meeting_id: (count, minutes) for meeting_id, count, minutes in session.execute(wanted)}


def _row(meeting: Meeting, agreement: Agreement | None, items: int, minutes: int) -> MeetingRow:
    return MeetingRow(
        id=meeting.id,
        title=meeting.title,
        level=meeting.level,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        is_council=meeting.is_council,
        area_id=meeting.area_id,
        series_id=meeting.series_id,
        forum=meeting.forum_under(agreement),
        state=meeting.state,
        items=items,
        planned_minutes=minutes,
    )


def _check(meeting: Meeting) -> None:
    if not meeting.title.strip():
        raise InputError("Mötet saknar rubrik.")
    if meeting.ends_at <= meeting.starts_at:
        raise InputError("Mötet slutar innan det börjar.", "Rätta tiderna.")
    if meeting.minutes > LONGEST_MINUTES:
        raise InputError("Mötet är längre än ett dygn.", "Rätta tiderna.")
    if max(len(meeting.own_registry_number), len(meeting.ssc_registry_number)) > REGISTRY_NUMBER_LENGTH:
        raise InputError(f"Ett diarienummer får ha högst {REGISTRY_NUMBER_LENGTH} tecken.", "Korta det.")
