"""Who takes part in a meeting: proposed, invited, to one item or all, and how they came (R7)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Contact, comparable_email
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.attendance import Missed, PastMeeting, Seat, often_missed, unanswered
from desktop.domain.meetings.meeting import Attendance, Meeting, MeetingState, Participant
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.removal import remove
from desktop.services.agreements import agreement_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.meetings.fixed_notes import check_open
from desktop.services.meetings.meetings import as_participant, meeting_file_in, role_holders_in

LONGEST_NAME = 200
"""The longest name of a participant or of who came instead, in characters."""
_ADDRESS = re.compile(r"[^\s@<>(),;:\"\\]+@[^\s@<>(),;:\"\\]+")
"""What can stand as one recipient: no space, no line break and none of the signs that divide recipients (RFC 5322)."""


class Participants:
    """Invites people to meetings and keeps how they took part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def propose(self, meeting_id: UUID) -> tuple[Contact, ...]:
        """Those of both parties who hold the level's roles on the meeting's day and are not listed yet (R7).

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            file = meeting_file_in(session, meeting_id)
            listed = {participant.contact_id for participant in file.participants}
            holders = role_holders_in(session, file.meeting)
            return tuple(contact for contact in holders if contact.id not in listed)

    def missed(self, meeting_id: UUID) -> tuple[Missed, ...]:
        """Whose contacts were missing at most of the forum's latest meetings before this one (R7).

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            meeting = meeting_file_in(session, meeting_id).meeting
            agreement = agreement_in(session)
            past = _past_meetings_in(session, meeting, agreement)
            return often_missed(past, meeting.forum_under(agreement).levels)

    def add(self, meeting_id: UUID, contact_id: UUID) -> None:
        """Invite someone of the register; nothing happens if they are listed already.

        Raises:
            InputError: The meeting or the contact is not in the register any more, or the notes are finalised (R12).
        """
        with self._database.reading() as session:
            listed = {participant.contact_id for participant in meeting_file_in(session, meeting_id).participants}
            contacts = contacts_in(session, [contact_id])
        if not contacts:
            raise InputError("Kontakten finns inte längre i registret.")
        if contact_id not in listed:
            with self._database.writing(Act("meeting.invite", contacts[0].name)) as session:
                check_open(session, meeting_id)
                session.add(ParticipantRecord.of(as_participant(meeting_id, contacts[0])))

    def add_guest(self, meeting_id: UUID, name: str, email: str, party: Party | None) -> None:
        """Invite someone who is not in the register, by name, address or both.

        Raises:
            InputError: The meeting is gone, its notes are finalised (R12), there is neither name nor address, what is
                given as an address is none, or someone with that address is listed already.
        """
        guest = Participant(id=new_id(), meeting_id=meeting_id, name=name, email=email, party=party)
        guest = _checked(guest)
        with self._database.writing(Act("meeting.invite", guest.name or guest.email)) as session:
            check_open(session, meeting_id)
            _check_address(guest, meeting_file_in(session, meeting_id).participants)
            session.add(ParticipantRecord.of(guest))

    def change(self, participant_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a participant a new content, by the names ``Participant`` has for them.

        Raises:
            InputError: The participant is gone, the notes are finalised (R12), the new content would be refused of a
                guest, or the item they are to be invited to is not on the meeting's agenda.
        """
        self._change("meeting.participant", participant_id, group, fields)

    def attend(
        self, participant_id: UUID, attendance: Attendance, replaced_by: str = "", *, group: UUID | None = None
    ) -> None:
        """Keep how someone took part, and who came instead of them.

        Raises:
            InputError: The participant is gone, the notes are finalised (R12), or someone came instead whose name is
                too long.
        """
        name = " ".join(replaced_by.split()) if attendance is Attendance.REPLACED else ""
        if len(name) > LONGEST_NAME:
            raise InputError(f"Ersättarens namn får ha högst {LONGEST_NAME} tecken.", "Korta det.")
        fields = {"attendance": attendance, "replaced_by": name}
        self._change("meeting.attend", participant_id, group, fields)

    def all_present(self, meeting_id: UUID) -> int:
        """Note as present everyone of whom nothing is noted yet; what is noted already stays.

        Returns:
            How many that were.

        Raises:
            InputError: The meeting is not in the register any more, or its notes are finalised (R12).
        """
        with self._database.reading() as session:
            open_ones = unanswered(meeting_file_in(session, meeting_id).participants)
        if open_ones:
            with self._database.writing(Act("meeting.all_present")) as session:
                check_open(session, meeting_id)
                for one in open_ones:
                    record = session.get(ParticipantRecord, one.id)
                    if record is not None:
                        record.attendance = Attendance.PRESENT
        return len(open_ones)

    def remove(self, participant_id: UUID) -> None:
        """Take someone off the list of participants; nothing happens if they are gone already.

        Raises:
            InputError: The notes of the meeting are finalised (R12).
        """
        with self._database.reading() as session:
            record = session.get(ParticipantRecord, participant_id)
            name = record.name if record else ""
        with self._database.writing(Act("meeting.uninvite", name)) as session:
            record = session.get(ParticipantRecord, participant_id)
            if record is not None:
                check_open(session, record.meeting_id)
                remove(session, record)

    def _change(self, verb: str, participant_id: UUID, group: UUID | None, fields: dict[str, Any]) -> None:
        with self._database.reading() as session:
            record = session.get(ParticipantRecord, participant_id)
            if record is None:
                raise InputError("Deltagaren finns inte längre på listan.")
            changed = _checked(replace(record.to_value(), **fields))
            if "email" in fields:
                _check_address(changed, meeting_file_in(session, changed.meeting_id).participants)
            if "item_id" in fields:
                _check_item(session, changed)
        with self._database.writing(Act(verb, changed.name or changed.email), group=group) as session:
            record = session.get(ParticipantRecord, participant_id)
            if record is not None:
                check_open(session, record.meeting_id)
                record.change(**{name: getattr(changed, name) for name in fields})


def _past_meetings_in(session: Session, meeting: Meeting, agreement: Agreement | None) -> list[PastMeeting]:
    """The meetings of the same forum and area before this one, with everyone who was invited."""
    wanted = select(MeetingRecord).where(
        MeetingRecord.area_id == meeting.area_id,
        MeetingRecord.starts_at < meeting.starts_at,
        MeetingRecord.state != MeetingState.CANCELLED,
    )
    forum = meeting.forum_under(agreement)
    earlier = (record.to_value() for record in session.scalars(wanted))
    found = [one for one in earlier if one.forum_under(agreement).shares_with(forum)]
    people = select(ParticipantRecord).where(ParticipantRecord.meeting_id.in_([one.id for one in found]))
    invited: dict[UUID, list[Participant]] = defaultdict(list)
    for record in session.scalars(people):
        invited[record.meeting_id].append(record.to_value())
    contacts = {contact.id: contact for contact in contacts_in(session)}
    return [
        PastMeeting(day=one.day, seats=tuple(_seat(person, contacts, one.day) for person in invited[one.id]))
        for one in found
    ]


def _seat(person: Participant, contacts: dict[UUID, Contact], day: date) -> Seat:
    contact = contacts.get(person.contact_id) if person.contact_id else None
    roles = contact.assignments if contact else ()
    held = frozenset(role.level for role in roles if role.level and role.held_on(day))
    return Seat(party=person.party, levels=held, attendance=person.attendance)


def _checked(one: Participant) -> Participant:
    """The participant with single spaces in the name and none around the address."""
    clean = replace(one, name=" ".join(one.name.split()), email=one.email.strip())
    if not (clean.name or clean.email):
        raise InputError("Deltagaren saknar namn.", "Skriv ett namn eller en e-postadress.")
    if clean.email and not _ADDRESS.fullmatch(clean.email):
        raise InputError("Det som står som e-post är ingen e-postadress.", "Skriv den som namn@myndighet.se.")
    return clean


def _check_address(one: Participant, listed: Iterable[Participant]) -> None:
    """Nobody stands twice in the list: an address belongs to one of those listed."""
    address = comparable_email(one.email)
    for other in listed:
        if address and other.id != one.id and comparable_email(other.email) == address:
            raise InputError(f"{other.name or other.email} står redan bland deltagarna.")


def _check_item(session: Session, one: Participant) -> None:
    """An expert is invited to an item of the same meeting."""
    if one.item_id is None:
        return
    item = session.get(AgendaItemRecord, one.item_id)
    if item is None or item.meeting_id != one.meeting_id:
        raise InputError("Punkten finns inte längre på dagordningen.")
