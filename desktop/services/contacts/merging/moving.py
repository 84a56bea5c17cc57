"""Moves everything that belongs to one contact to another, so that no link is lost (R39)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.merged_seat import one_participant, renewed_seat
from desktop.domain.contacts.merging import Move, MoveKind, united
from desktop.domain.identity import new_id
from desktop.domain.meetings.meeting import MeetingState
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import DistinctPairRecord
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.removal import referring_to, remove
from desktop.services.meetings.fixed_notes import number_in_force

_KINDS = {
    "agenda_item.presenter_id": MoveKind.ITEMS,
    "assignment.contact_id": MoveKind.ROLES,
    "authorised_orderer.contact_id": MoveKind.RIGHTS,
    "contact.deputy_id": MoveKind.DEPUTIES,
    "contact.merged_into": MoveKind.MERGED,
    "contact_notice.contact_id": MoveKind.NOTICES,
    "contact_notice.successor_id": MoveKind.NOTICES,
    "disposal.contact_id": MoveKind.LOG,
    "participant.contact_id": MoveKind.MEETINGS,
}

_STILL_TO_COME = (MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE)

_Held = TypeVar("_Held", AssignmentRecord, AuthorisedOrdererRecord)


def moves_in(session: Session, kept_id: UUID, dropped_id: UUID) -> tuple[Move, ...]:
    """How much would move, and how much of it becomes one with what is there already."""
    found = {kind: Counter[UUID]() for kind in MoveKind}
    for table, column in _links():
        for record in _linked(session, table, column, dropped_id):
            found[_kind(column)][record.id] += 1
    joined = {
        MoveKind.ROLES: len(_united(session, AssignmentRecord, kept_id, dropped_id)[1]),
        MoveKind.RIGHTS: len(_united(session, AuthorisedOrdererRecord, kept_id, dropped_id)[1]),
        MoveKind.MEETINGS: len(list(_both_seated(session, kept_id, dropped_id))),
    }
    return tuple(Move(kind, len(ids), joined.get(kind, 0)) for kind, ids in found.items() if ids)


def move_everything(session: Session, kept_id: UUID, dropped_id: UUID) -> None:
    """Move every link of a contact to another; roles, rights and seats that are the same become one.

    What has been fixed stays as it is: where the notes of a meeting are finalised, both seats stay on its list (R12).
    """
    _join(session, AssignmentRecord, kept_id, dropped_id)
    _join(session, AuthorisedOrdererRecord, kept_id, dropped_id)
    for kept, other in list(_both_seated(session, kept_id, dropped_id)):
        kept.take(one_participant(kept.to_value(), other.to_value()))
        remove(session, other)
    session.flush()
    for table, column in _links():
        for record in _linked(session, table, column, dropped_id):
            setattr(record, column.key, None if record.id == kept_id else kept_id)
    _move_pairs(session, kept_id, dropped_id)


def renew_coming(session: Session, before: Sequence[Contact], now: Contact, today: date) -> None:
    """Call the merged contact by the new name at meetings to come; what has been stays as it was written (R12)."""
    wanted = select(MeetingRecord).where(MeetingRecord.state.in_(_STILL_TO_COME))
    coming = [record.id for record in session.scalars(wanted) if record.to_value().day >= today]
    seats = select(ParticipantRecord).where(
        ParticipantRecord.contact_id == now.id, ParticipantRecord.meeting_id.in_(coming)
    )
    for seat in session.scalars(seats):
        seat.take(renewed_seat(seat.to_value(), before, now))
    items = select(AgendaItemRecord).where(
        AgendaItemRecord.presenter_id == now.id, AgendaItemRecord.meeting_id.in_(coming)
    )
    for item in session.scalars(items):
        value = item.to_value()
        if value.presenter.name in {one.name for one in before}:
            item.take(replace(value, presenter=replace(value.presenter, name=now.name)))


def _links() -> Iterator[tuple[type[Record], Column[Any]]]:
    """Every column that leads to a contact, but for pairs that were told apart, which are two links in one."""
    for table, column in referring_to(ContactRecord.__tablename__):
        if table is not DistinctPairRecord:
            yield table, column


def _linked(session: Session, table: type[Record], column: Column[Any], contact_id: UUID) -> list[Record]:
    return list(session.scalars(select(table).where(column == contact_id)))


def _kind(column: Column[Any]) -> MoveKind:
    return _KINDS.get(f"{column.table.name}.{column.key}", MoveKind.OTHER)


def _held(session: Session, table: type[_Held], contact_id: UUID) -> list[_Held]:
    rows = select(table).where(table.contact_id == contact_id)
    return list(session.scalars(rows.order_by(table.starts_on, table.id)))


def _united(session: Session, table: type[_Held], kept_id: UUID, dropped_id: UUID) -> tuple[list[Any], list[UUID]]:
    kept, moved = ([record.to_value() for record in _held(session, table, each)] for each in (kept_id, dropped_id))
    return united(kept, moved, kept_id)  # pyright: ignore[reportArgumentType] - both lists are of one kind


def _join(session: Session, table: type[_Held], kept_id: UUID, dropped_id: UUID) -> None:
    left, gone = _united(session, table, kept_id, dropped_id)
    for value in left:
        session.get_one(table, value.id).take(value)
    for each in gone:
        remove(session, session.get_one(table, each))


def _both_seated(
    session: Session, kept_id: UUID, dropped_id: UUID
) -> Iterator[tuple[ParticipantRecord, ParticipantRecord]]:
    """The seats of both where both take part in a meeting whose notes are open."""
    seats = select(ParticipantRecord).order_by(ParticipantRecord.id)
    mine: dict[UUID, ParticipantRecord] = {}
    for record in session.scalars(seats.where(ParticipantRecord.contact_id == kept_id)):
        mine.setdefault(record.meeting_id, record)
    for record in session.scalars(seats.where(ParticipantRecord.contact_id == dropped_id)):
        if record.meeting_id in mine and number_in_force(session, record.meeting_id) is None:
            yield mine[record.meeting_id], record


def _move_pairs(session: Session, kept_id: UUID, dropped_id: UUID) -> None:
    """Whoever was told apart from the one is told apart from the other, once."""
    told = list(session.scalars(select(DistinctPairRecord).order_by(DistinctPairRecord.id)))
    apart = {frozenset((pair.first_id, pair.second_id)) for pair in told}
    for pair in told:
        both = {pair.first_id, pair.second_id}
        if dropped_id not in both:
            continue
        session.delete(pair)
        moved = (both - {dropped_id}) | {kept_id}
        if len(moved) > 1 and frozenset(moved) not in apart:
            first, second = sorted(moved)
            session.add(DistinctPairRecord(id=new_id(), first_id=first, second_id=second))
