"""What becomes of items, and how deferred ones come to a later meeting (R10)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.dates import in_prose
from desktop.domain.meetings.agenda import AgendaItem, ItemState, Preparation
from desktop.domain.meetings.agenda_rules import place_for, proposal_of_deferred
from desktop.domain.meetings.closing import CLOSING, Carry, LaterMeeting, carried, with_outcome
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, PreparationRecord
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord
from desktop.models.notes import ItemNoteRecord, NotesCheckRecord
from desktop.services.agreements import agreement_in
from desktop.services.meetings.fixed_notes import check_open, check_takes_items, is_closed_in
from desktop.services.meetings.situation import taken_up_in


def settle_in(session: Session, item_id: UUID, outcome: ItemState) -> None:
    """Say what became of an item; deferring it counts once (R10).

    Raises:
        InputError: The item is gone, the notes are finalised, the meeting is closed and the item would be open, or it
            is or would be deferred and a later agenda has taken it up.
    """
    record = item_in(session, item_id)
    check_open(session, record.meeting_id)
    if outcome is record.state:
        return
    if outcome is ItemState.OPEN and is_closed_in(session, record.meeting_id):
        raise InputError("Mötet är avslutat, så punkten behöver ett utfall.", "Öppna mötet igen först.")
    if ItemState.DEFERRED in {record.state, outcome}:
        _check_not_taken_up(session, item_id)
    record.take(with_outcome(record.to_value(), outcome))


def carry_in(session: Session, item_id: UUID, target_id: UUID, way: Carry) -> UUID:
    """Take a deferred item up at a later meeting (R10).

    Raises:
        InputError: Something stands in the way; the sentence says what.

    Returns:
        The key of the item there.
    """
    record = item_in(session, item_id)
    item = record.to_value()
    source, target = (_meeting(session, key) for key in (item.meeting_id, target_id))
    if item.state is not ItemState.DEFERRED:
        raise InputError("Punkten är inte bordlagd.", "Bordlägg den först.")
    if target.starts_at <= source.starts_at or target.state is MeetingState.CANCELLED:
        raise InputError("Punkten kan bara tas upp på ett senare möte som blir av.", "Välj ett annat möte.")
    check_takes_items(session, target_id)
    _check_not_taken_up(session, item_id)
    coming = carried(item, target_id, way)
    if way is Carry.MOVE:
        _check_can_leave(session, item)
        _leave(session, record)
    else:
        _copy_preparation(session, item_id, coming.id)
    _arrive(session, record if way is Carry.MOVE else AgendaItemRecord(), coming, target)
    return coming.id


def targets_in(session: Session, meeting: Meeting) -> tuple[LaterMeeting, ...]:
    """The later meetings of the same forum and area that deferred items can be taken up at, the nearest first."""
    agreement = agreement_in(session)
    forum = meeting.forum_under(agreement)
    later = select(MeetingRecord).where(
        MeetingRecord.starts_at > meeting.starts_at,
        MeetingRecord.state != MeetingState.CANCELLED,
        MeetingRecord.id.not_in(select(MeetingStepRecord.meeting_id).where(MeetingStepRecord.state == CLOSING)),
    )
    if meeting.area_id:
        later = later.where(or_(MeetingRecord.area_id == meeting.area_id, MeetingRecord.area_id.is_(None)))
    found = (record.to_value() for record in session.scalars(later.order_by(MeetingRecord.starts_at)))
    return tuple(_later(one) for one in found if one.forum_under(agreement).shares_with(forum))


def taken_up_at(session: Session, items: Sequence[AgendaItem]) -> dict[UUID, LaterMeeting]:
    """The later meeting where each of these items is on the agenda already."""
    takers = taken_up_in(session)
    return {item.id: _later(_meeting(session, takers[item.id])) for item in items if item.id in takers}


def ordered_in(session: Session, meeting_id: UUID) -> list[AgendaItemRecord]:
    """The items of a meeting in order."""
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    return list(session.scalars(wanted.order_by(AgendaItemRecord.position, AgendaItemRecord.id)))


def item_in(session: Session, item_id: UUID) -> AgendaItemRecord:
    """An item.

    Raises:
        InputError: It is not in the register any more.
    """
    record = session.get(AgendaItemRecord, item_id)
    if record is None:
        raise InputError("Punkten finns inte längre på dagordningen.")
    return record


def _check_not_taken_up(session: Session, item_id: UUID) -> None:
    taker = taken_up_in(session).get(item_id)
    if taker is not None:
        there = _meeting(session, taker)
        raise InputError(
            f"Punkten är redan upptagen på {there.title[:1].lower()}{there.title[1:]} {in_prose(there.day)}.",
            "Ta bort den där först.",
        )


def _check_can_leave(session: Session, item: AgendaItem) -> None:
    """What was said and agreed under an item belongs to the notes of its meeting, so the item has to stay there."""
    check_open(session, item.meeting_id)
    noted = session.scalars(select(ItemNoteRecord.text).where(ItemNoteRecord.item_id == item.id)).one_or_none()
    kinds = (DecisionRecord, ActionRecord, InformationRecord, NotesCheckRecord)
    if noted or any(session.scalars(select(kind.id).where(kind.item_id == item.id).limit(1)).all() for kind in kinds):
        raise InputError("Punkten har anteckningar från det här mötet.", "Kopiera den i stället, så blir de kvar här.")


def _leave(session: Session, record: AgendaItemRecord) -> None:
    """Close the gap that an item leaves; an expert who was invited to it is invited to the meeting without it."""
    for position, other in enumerate(one for one in ordered_in(session, record.meeting_id) if one is not record):
        other.position = position
    for expert in session.scalars(select(ParticipantRecord).where(ParticipantRecord.item_id == record.id)):
        expert.item_id = None


def _copy_preparation(session: Session, item_id: UUID, copy_id: UUID) -> None:
    """What we have prepared for ourselves is of use at the later meeting too (R11)."""
    for kept in session.scalars(select(PreparationRecord).where(PreparationRecord.item_id == item_id)):
        session.add(PreparationRecord.of(Preparation(item_id=copy_id, text=kept.text)))


def _arrive(session: Session, record: AgendaItemRecord, item: AgendaItem, meeting: Meeting) -> None:
    """Put an item where a proposal of it would go: after the opening ones, before the closing ones."""
    there = ordered_in(session, meeting.id)
    proposal = proposal_of_deferred(item, frozenset({meeting.level}))
    there.insert(place_for(proposal, [one.to_value() for one in there]), record)
    record.take(item)
    session.add(record)
    for position, one in enumerate(there):
        one.position = position


def _meeting(session: Session, meeting_id: UUID) -> Meeting:
    record = session.get(MeetingRecord, meeting_id)
    if record is None:
        raise InputError("Mötet finns inte längre i registret.")
    return record.to_value()


def _later(meeting: Meeting) -> LaterMeeting:
    return LaterMeeting(id=meeting.id, title=meeting.title, day=meeting.day)
