"""What is connected to a contact: meetings, items, actions, decisions, notices, notes and other contacts."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import FUNCTIONS, Contact
from desktop.domain.contacts.contact_connections import Attended, Called, Connections, NamedInNotes, Presented
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.contacts.disposal import Disposal
from desktop.domain.dates import SWEDEN, now
from desktop.domain.history import HistoryEntry
from desktop.domain.level import Party
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import by_urgency
from desktop.domain.meetings.meeting import Meeting, Participant
from desktop.domain.swedish_order import sort_key
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.contact_list import ContactNoticeRecord, DisposalRecord
from desktop.models.database import Database
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.notes import NotesVersionRecord
from desktop.services.contacts.contacts import contact_in, contacts_in
from desktop.services.history import history_in


@dataclass(frozen=True, slots=True)
class _Person:
    """A contact with those merged into it: one person under all their keys and names."""

    contact: Contact
    merged: tuple[Contact, ...]
    ids: tuple[UUID, ...]
    called: Called


class ContactConnections:
    """Finds what is connected to a contact. Private preparation is never read here (R11).

    Args:
        database: The open register.
        clock: Says what time it is.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def of(self, contact_id: UUID) -> Connections:
        """Everything connected to a contact and to those who have been merged into it.

        Raises:
            InputError: The contact is not in the register any more.
        """
        moment = self._clock()
        with self._database.reading() as session:
            person = _person_in(session, contact_id)
            return Connections(
                deputy=_deputy(session, person.contact),
                deputy_for=_deputy_for(session, person),
                merged=person.merged,
                meetings=_meetings(session, person, moment),
                items=_items(session, person),
                actions=_actions(session, person),
                decisions=_decisions(session, person),
                notices=_notices(session, person),
                notes=tuple(_notes(session, person)),
                disposals=_disposals(session, person),
            )

    def history(self, contact_id: UUID) -> tuple[HistoryEntry, ...]:
        """What happened to a contact and to those who have been merged into it, newest first.

        Raises:
            InputError: The contact is not in the register any more.
        """
        with self._database.reading() as session:
            return history_in(session, *_person_in(session, contact_id).ids)

    def deputies(self, party: Party) -> tuple[Contact, ...]:
        """Those of a party who can answer for another, in Swedish order; their roles and rights are not read."""
        wanted = (
            select(ContactRecord)
            .where(ContactRecord.party == party, ContactRecord.merged_into.is_(None))
            .where(ContactRecord.ended_on.is_(None), ContactRecord.anonymised_on.is_(None))
            .order_by(ContactRecord.sort_key, ContactRecord.id)
        )
        with self._database.reading() as session:
            return tuple(contact for record in session.scalars(wanted) if (contact := record.to_value()).name)

    def functions(self) -> tuple[str, ...]:
        """The functions that the model names, then those that somebody holds besides, in Swedish order (R16)."""
        wanted = select(AssignmentRecord.function).where(AssignmentRecord.function != "").distinct()
        with self._database.reading() as session:
            found = sorted(session.scalars(wanted), key=sort_key)
        known = {function.casefold() for function in FUNCTIONS}
        return (*FUNCTIONS, *(function for function in found if function.casefold() not in known))


def _person_in(session: Session, contact_id: UUID) -> _Person:
    contact = contact_in(session, contact_id)
    merged: list[Contact] = []
    waiting = [contact.id]
    while waiting:
        found = session.scalars(select(ContactRecord).where(ContactRecord.merged_into.in_(waiting)))
        latest = [record.to_value() for record in found]
        merged += latest
        waiting = [one.id for one in latest]
    everyone = (contact, *merged)
    return _Person(contact, tuple(merged), tuple(one.id for one in everyone), Called(everyone))


def _deputy(session: Session, contact: Contact) -> Contact | None:
    found = contacts_in(session, [contact.deputy_id]) if contact.deputy_id is not None else ()
    return found[0] if found else None


def _deputy_for(session: Session, person: _Person) -> tuple[Contact, ...]:
    wanted = select(ContactRecord.id).where(ContactRecord.deputy_id.in_(person.ids))
    return contacts_in(session, [key for key in session.scalars(wanted) if key not in person.ids])


def _meetings(session: Session, person: _Person, moment: datetime) -> tuple[Attended, ...]:
    wanted = (
        select(ParticipantRecord, MeetingRecord, AgendaItemRecord.title)
        .join(MeetingRecord, MeetingRecord.id == ParticipantRecord.meeting_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == ParticipantRecord.item_id)
        .where(or_(ParticipantRecord.contact_id.in_(person.ids), ParticipantRecord.replaced_by != ""))
        .order_by(MeetingRecord.starts_at)
    )
    found: list[Attended] = []
    for invited, record, item in session.execute(wanted):
        one = invited.to_value()
        if one.contact_id in person.ids or _came_instead(one, person):
            found.append(_attended(one, record.to_value(), item or "", moment, invited=one.contact_id in person.ids))
    coming = [each for each in found if each.is_coming]
    return (*coming, *reversed([each for each in found if not each.is_coming]))


def _came_instead(one: Participant, person: _Person) -> bool:
    return one.party is person.contact.party and person.called.is_name(one.replaced_by)


def _attended(one: Participant, meeting: Meeting, item: str, moment: datetime, *, invited: bool) -> Attended:
    return Attended(
        meeting_id=meeting.id,
        title=meeting.title,
        day=meeting.day,
        level=meeting.level,
        is_coming=meeting.ends_at >= moment,
        attendance=one.attendance,
        item=item,
        replaced_by=one.replaced_by if invited else "",
        instead_of="" if invited else one.name,
    )


def _items(session: Session, person: _Person) -> tuple[Presented, ...]:
    wanted = (
        select(AgendaItemRecord, MeetingRecord.title, MeetingRecord.starts_at)
        .join(MeetingRecord, MeetingRecord.id == AgendaItemRecord.meeting_id)
        .where(AgendaItemRecord.presenter_id.in_(person.ids))
        .order_by(MeetingRecord.starts_at.desc(), AgendaItemRecord.position)
    )
    return tuple(
        Presented(
            item_id=item.id,
            meeting_id=item.meeting_id,
            title=item.title,
            meeting_title=title,
            day=starts_at.astimezone(SWEDEN).date(),
            state=item.state,
        )
        for item, title, starts_at in session.execute(wanted)
    )


def _actions(session: Session, person: _Person) -> tuple[Action, ...]:
    """The owner of an action is written, not pointed out: it is theirs if it is their name, at their party."""
    named = select(ActionRecord.id, ActionRecord.owner).where(
        ActionRecord.party == person.contact.party, ActionRecord.owner != ""
    )
    theirs = [key for key, owner in session.execute(named) if person.called.is_name(owner)]
    found = [record.to_value() for record in session.scalars(select(ActionRecord).where(ActionRecord.id.in_(theirs)))]
    done = sorted((each for each in found if each.done_on), key=lambda each: each.done_on or date.min, reverse=True)
    return (*by_urgency(each for each in found if each.done_on is None), *done)


def _decisions(session: Session, person: _Person) -> tuple[Decision, ...]:
    wanted = (
        select(DecisionRecord)
        .where(DecisionRecord.decided_by != "")
        .order_by(DecisionRecord.decided_on.desc(), DecisionRecord.id)
    )
    found = (record for record in session.scalars(wanted) if person.called.is_named_in(record.decided_by))
    return tuple(record.to_value() for record in found)


def _notices(session: Session, person: _Person) -> tuple[ContactNotice, ...]:
    concerned = or_(ContactNoticeRecord.contact_id.in_(person.ids), ContactNoticeRecord.successor_id.in_(person.ids))
    wanted = select(ContactNoticeRecord).where(concerned).order_by(ContactNoticeRecord.effective_on.desc())
    return tuple(record.to_value() for record in session.scalars(wanted))


def _notes(session: Session, person: _Person) -> Iterator[NamedInNotes]:
    wanted = (
        select(NotesVersionRecord, MeetingRecord.title, MeetingRecord.starts_at)
        .join(MeetingRecord, MeetingRecord.id == NotesVersionRecord.meeting_id)
        .where(NotesVersionRecord.reopened_at.is_(None))
        .order_by(MeetingRecord.starts_at.desc())
    )
    for version, title, starts_at in session.execute(wanted):
        if any(person.called.is_named_in(text) for text in _texts(json.loads(version.content))):
            day = starts_at.astimezone(SWEDEN).date()
            yield NamedInNotes(meeting_id=version.meeting_id, title=title, day=day, number=version.number)


def _texts(kept: object) -> Iterator[str]:
    """Every text that stands anywhere in fixed notes."""
    if isinstance(kept, str):
        yield kept
    elif isinstance(kept, dict):
        yield from _texts([*cast("dict[str, object]", kept).values()])
    elif isinstance(kept, list):
        for each in cast("list[object]", kept):
            yield from _texts(each)


def _disposals(session: Session, person: _Person) -> tuple[Disposal, ...]:
    wanted = select(DisposalRecord).where(DisposalRecord.contact_id.in_(person.ids))
    return tuple(record.to_value() for record in session.scalars(wanted.order_by(DisposalRecord.made_on.desc())))
