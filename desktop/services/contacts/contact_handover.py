"""What a change of contact touches in the register, and how it is written there (R7, R8, R15)."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact, comparable_email, comparable_name
from desktop.domain.contacts.contact_change import ChangeFacts, ChangeRequest, Follow, FollowKind, Outcome
from desktop.domain.contacts.contact_rules import check_deputy
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Presenter
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import Meeting, MeetingState, Participant
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.followup import ActionRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.removal import remove
from desktop.services.agreements import areas_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.merging.survivors import former_selves_in
from desktop.services.meetings.meetings import as_participant

T = TypeVar("T")

_STILL_TO_COME = (MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE)


def facts_in(session: Session, asked: ChangeRequest, today: date) -> ChangeFacts:
    """What the change may touch, as this session sees it.

    Raises:
        InputError: Who leaves or who comes is not in the register any more.
    """
    everyone = contacts_in(session)
    leaver = _one(everyone, asked.leaver_id)
    party = leaver.party if leaver else asked.party
    newcomer = replace(asked.newcomer, party=party) if asked.newcomer else None
    facts = ChangeFacts(
        day=asked.day,
        party=party,
        leaver=leaver,
        successor=newcomer or _one(everyone, asked.successor_id),
        people=tuple(one for one in everyone if one.party is party),
        areas=tuple(area.id for area in areas_in(session)),
    )
    if leaver is None:
        return facts
    coming = _coming(session, max(asked.day, today))
    return replace(
        facts,
        actions=_actions(session, leaver),
        presenting=_presenting(session, leaver, coming),
        seats=_seats(session, leaver, coming),
        deputy_of=tuple(one for one in everyone if one.deputy_id == leaver.id),
    )


def hand_over_in(session: Session, facts: ChangeFacts, after: Outcome, chosen: Iterable[Follow]) -> None:
    """Write what the change leads to, within a change that someone else began."""
    if after.successor is not None and session.get(ContactRecord, after.successor.id) is None:
        session.add(ContactRecord.of(after.successor))
    for before, now in ((facts.leaver, after.leaver), (facts.successor, after.successor)):
        if before is not None and now is not None:
            _rewrite(session, before, now)
    for follow in chosen:
        if follow.kind in _HANDING_OVER:
            _HANDING_OVER[follow.kind](session, UUID(follow.key.rpartition(":")[2]), after.successor)


def _rewrite(session: Session, before: Contact, now: Contact) -> None:
    """Write the roles and rights that differ."""
    kept = {one.id: one for one in (*now.assignments, *now.orderer_rights)}
    had = {one.id: one for one in (*before.assignments, *before.orderer_rights)}
    for role in before.assignments:
        _keep(session, session.get_one(AssignmentRecord, role.id), kept.get(role.id))
    for right in before.orderer_rights:
        _keep(session, session.get_one(AuthorisedOrdererRecord, right.id), kept.get(right.id))
    session.add_all(AssignmentRecord.of(role) for role in now.assignments if role.id not in had)
    session.add_all(AuthorisedOrdererRecord.of(right) for right in now.orderer_rights if right.id not in had)


def _keep(session: Session, record: Record, now: Assignment | AuthorisedOrderer | None) -> None:
    """Let a role or right end, or go away if it would never have begun."""
    if now is None:
        remove(session, record)
    elif isinstance(record, AssignmentRecord | AuthorisedOrdererRecord) and record.ends_on != now.ends_on:
        record.change(ends_on=now.ends_on)


def _hand_action(session: Session, action_id: UUID, successor: Contact | None) -> None:
    if successor is not None:
        session.get_one(ActionRecord, action_id).owner = successor.name


def _hand_item(session: Session, item_id: UUID, successor: Contact | None) -> None:
    """Have the one who comes present an item, or the party alone where nobody does."""
    item = session.get_one(AgendaItemRecord, item_id)
    presenter = Presenter(item.presenter_role)
    if successor is not None:
        presenter = replace(presenter, contact_id=successor.id, name=successor.name)
    item.take(replace(item.to_value(), presenter=presenter))


def _hand_seat(session: Session, seat_id: UUID, successor: Contact | None) -> None:
    """Invite the one who comes in the other's place; who is invited already is not invited twice."""
    seat = session.get_one(ParticipantRecord, seat_id)
    beside = select(ParticipantRecord).where(
        ParticipantRecord.meeting_id == seat.meeting_id, ParticipantRecord.id != seat.id
    )
    others = [record.to_value() for record in session.scalars(beside)]
    if successor is None or any(_is_invited(successor, one) for one in others):
        remove(session, seat)
        return
    coming = as_participant(seat.meeting_id, successor)
    seat.take(replace(coming, id=seat.id, required=seat.required, item_id=seat.item_id))


def _hand_deputyship(session: Session, contact_id: UUID, successor: Contact | None) -> None:
    """Have the one who comes answer for someone, unless they would answer for themselves, at once or round about."""
    record = session.get_one(ContactRecord, contact_id)
    record.deputy_id = None
    if successor is None:
        return
    having = session.scalars(select(ContactRecord).where(ContactRecord.deputy_id.is_not(None)))
    with suppress(InputError):
        check_deputy(contact_id, successor.id, {one.id: one.deputy_id for one in having})
        record.deputy_id = successor.id


_HANDING_OVER: Mapping[FollowKind, Callable[[Session, UUID, Contact | None], None]] = {
    FollowKind.ACTION: _hand_action,
    FollowKind.PRESENTING: _hand_item,
    FollowKind.SEAT: _hand_seat,
    FollowKind.DEPUTY: _hand_deputyship,
}


def _is_invited(contact: Contact, one: Participant) -> bool:
    address = comparable_email(contact.email)
    return one.contact_id == contact.id or (bool(address) and comparable_email(one.email) == address)


def _one(everyone: Iterable[Contact], key: UUID | None) -> Contact | None:
    if key is None:
        return None
    for contact in everyone:
        if contact.id == key:
            return contact
    raise InputError("Kontakten finns inte längre i registret.", "Välj någon annan.")


def _coming(session: Session, day: date) -> dict[UUID, Meeting]:
    wanted = select(MeetingRecord).where(MeetingRecord.state.in_(_STILL_TO_COME)).order_by(MeetingRecord.starts_at)
    found = (record.to_value() for record in session.scalars(wanted))
    return {meeting.id: meeting for meeting in found if meeting.day >= day}


def _actions(session: Session, leaver: Contact) -> tuple[Action, ...]:
    """The open actions of their side that name them, however it is written, or whom they were before a merge."""
    selves = (leaver, *former_selves_in(session).get(leaver.id, ()))
    names = {comparable_name(one.given_name, one.family_name) for one in selves} - {""}
    wanted = select(ActionRecord).where(ActionRecord.done_on.is_(None), ActionRecord.party == leaver.party)
    found = (record.to_value() for record in session.scalars(wanted.order_by(ActionRecord.due_on, ActionRecord.id)))
    return tuple(action for action in found if comparable_name(action.owner, "") in names)


def _presenting(
    session: Session, leaver: Contact, coming: dict[UUID, Meeting]
) -> tuple[tuple[AgendaItem, Meeting], ...]:
    wanted = select(AgendaItemRecord).where(
        AgendaItemRecord.presenter_id == leaver.id, AgendaItemRecord.state == ItemState.OPEN
    )
    items = (record.to_value() for record in session.scalars(wanted.order_by(AgendaItemRecord.position)))
    return _in_time((item, coming[item.meeting_id]) for item in items if item.meeting_id in coming)


def _seats(session: Session, leaver: Contact, coming: dict[UUID, Meeting]) -> tuple[tuple[Participant, Meeting], ...]:
    wanted = select(ParticipantRecord).where(ParticipantRecord.meeting_id.in_(coming))
    seats = (record.to_value() for record in session.scalars(wanted))
    return _in_time(
        (one, coming[one.meeting_id]) for one in seats if one.meeting_id in coming and _is_invited(leaver, one)
    )


def _in_time(found: Iterable[tuple[T, Meeting]]) -> tuple[tuple[T, Meeting], ...]:
    return tuple(sorted(found, key=lambda pair: pair[1].starts_at))
