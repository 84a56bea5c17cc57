"""Everything open that may belong on the agenda of one meeting, read from the register (R8)."""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.forum import Forum
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import DeficiencyMark, Matter, MatterKind, MatterStatus
from desktop.domain.meetings.agenda import AgendaItem, BankedItem, ItemState, SourceKind
from desktop.domain.meetings.closing import deferred_item
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.followup_list import by_day, due_for_review, replacements
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.proposal import Situation
from desktop.domain.order import Order, OrderState
from desktop.models.agenda import AgendaItemRecord, DismissalRecord
from desktop.models.followup import ActionRecord, DecisionRecord
from desktop.models.matter import MatterRecord
from desktop.models.meeting import MeetingRecord
from desktop.models.order import OrderRecord
from desktop.services.agreements import areas_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.contacts.notice_rows import unplanned_in
from desktop.services.forums import is_of
from desktop.services.matters.matters import repetitions_in
from desktop.services.meetings.item_bank import waiting_in
from desktop.services.meetings.meetings import meeting_file_in

_PAST_FORUMS = (OrderState.APPROVED, OrderState.IN_FORCE, OrderState.DECLINED, OrderState.CANCELLED)
_ONLY_THERE = (SourceKind.OWN, SourceKind.ITEM, SourceKind.BANK)
"""Sources of items that nothing else would propose again."""


def situation_in(session: Session, meeting_id: UUID) -> Situation:
    """What the agenda of a meeting could take up, as this session sees it.

    Raises:
        InputError: The meeting is not in the register any more.
    """
    file = meeting_file_in(session, meeting_id)
    meeting = file.meeting
    levels = file.forum.levels
    previous = _previous(session, meeting, file.forum)
    dismissed = select(DismissalRecord.key).where(DismissalRecord.meeting_id == meeting_id)
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    items = tuple(record.to_value() for record in session.scalars(wanted.order_by(AgendaItemRecord.position)))
    deferred = _deferred(session, meeting, file.forum)
    return Situation(
        meeting=meeting,
        levels=levels,
        items=items,
        dismissed=frozenset(session.scalars(dismissed)),
        carried=_carried(session, items),
        received=file.received,
        matters=_matters(session, meeting, levels),
        repeated=_repetitions(session, meeting),
        actions=_actions(session, levels),
        deferred=deferred,
        decisions=_decisions_to_review(session, meeting, levels),
        banked=_banked(session, meeting, levels),
        orders=_orders(session, meeting),
        our_contacts=tuple(contact for contact in contacts_in(session) if contact.party is Party.AGENCY),
        notices=_notices(session, meeting, {item.source.id for item in deferred}),
        area_names={area.id: area.name for area in areas_in(session)},
        previous_on=previous.day if previous else None,
    )


def _matters(session: Session, meeting: Meeting, levels: frozenset[Level]) -> tuple[Matter, ...]:
    """Open matters of the forum's levels and, for the operational and tactical ones, every open risk (R24)."""
    belongs = MatterRecord.level.in_(levels)
    if levels & {Level.OPERATIONAL, Level.TACTICAL}:
        belongs = or_(belongs, MatterRecord.kind == MatterKind.RISK)
    wanted = select(MatterRecord).where(MatterRecord.status == MatterStatus.OPEN, belongs)
    if meeting.area_id:
        wanted = wanted.where(or_(MatterRecord.area_id == meeting.area_id, MatterRecord.area_id.is_(None)))
    return tuple(record.to_value() for record in session.scalars(wanted))


def _repetitions(session: Session, meeting: Meeting) -> tuple[tuple[DeficiencyMark, ...], ...]:
    return tuple(
        group
        for group in repetitions_in(session, meeting.day)
        if meeting.area_id is None or group[-1].area_id == meeting.area_id
    )


def _actions(session: Session, levels: frozenset[Level]) -> tuple[Action, ...]:
    wanted = select(ActionRecord).where(ActionRecord.done_on.is_(None), ActionRecord.level.in_(levels))
    return tuple(record.to_value() for record in session.scalars(wanted.order_by(ActionRecord.due_on)))


def _decisions_to_review(session: Session, meeting: Meeting, levels: frozenset[Level]) -> tuple[Decision, ...]:
    """Decisions of these levels that are due for review by the day of the meeting and still hold then."""
    every = [record.to_value() for record in session.scalars(select(DecisionRecord))]
    replaced, day = replacements(every), meeting.day
    return tuple(
        decision
        for decision in by_day(every, day, review_first=True)
        if decision.level in levels and due_for_review(decision, replaced, day)
    )


def _banked(session: Session, meeting: Meeting, levels: frozenset[Level]) -> tuple[BankedItem, ...]:
    return tuple(
        item
        for item in waiting_in(session)
        if item.level in levels and (meeting.area_id is None or item.area_id in {None, meeting.area_id})
    )


def _notices(session: Session, meeting: Meeting, deferred: Collection[UUID | None]) -> tuple[ContactNotice, ...]:
    """Changes of contacts to announce: those on no agenda yet; a deferred item offers its own (R10, R18)."""
    return tuple(notice for notice in unplanned_in(session, meeting.day) if notice.id not in deferred)


def _deferred(session: Session, meeting: Meeting, forum: Forum) -> tuple[AgendaItem, ...]:
    """Items that wait for an agenda: earlier meetings of the forum deferred them, or were cancelled with them (R10).

    What a cancelled meeting had from a source that still is open is proposed by its source.
    """
    fell = and_(
        MeetingRecord.state == MeetingState.CANCELLED,
        AgendaItemRecord.state == ItemState.OPEN,
        or_(AgendaItemRecord.source_kind.in_(_ONLY_THERE), AgendaItemRecord.deferrals > 0),
    )
    earlier = (
        select(AgendaItemRecord)
        .join(MeetingRecord, MeetingRecord.id == AgendaItemRecord.meeting_id)
        .where(
            or_(AgendaItemRecord.state == ItemState.DEFERRED, fell),
            is_of(forum),
            MeetingRecord.starts_at < meeting.starts_at,
        )
        .order_by(MeetingRecord.starts_at.desc(), AgendaItemRecord.position)
    )
    if meeting.area_id:
        earlier = earlier.where(or_(MeetingRecord.area_id == meeting.area_id, MeetingRecord.area_id.is_(None)))
    gone = {key for key, taker in taken_up_in(session).items() if taker != meeting.id}
    return tuple(record.to_value() for record in session.scalars(earlier) if record.id not in gone)


def taken_up_in(session: Session) -> dict[UUID, UUID]:
    """The items that a later agenda has taken up, each with that meeting."""
    wanted = select(AgendaItemRecord.origin, AgendaItemRecord.meeting_id).where(
        AgendaItemRecord.origin.startswith("item:")
    )
    found = ((deferred_item(origin), meeting_id) for origin, meeting_id in session.execute(wanted))
    return {item_id: meeting_id for item_id, meeting_id in found if item_id is not None}


def _carried(session: Session, items: Iterable[AgendaItem]) -> frozenset[str]:
    """What carried items came from at the meetings they were first on, however often they have been carried."""
    origins: set[str] = set()
    earlier = {item.carried_from for item in items if item.carried_from}
    while earlier:
        found = session.execute(
            select(AgendaItemRecord.origin, AgendaItemRecord.carried_from).where(AgendaItemRecord.id.in_(earlier))
        ).all()
        origins |= {origin for origin, _ in found if origin}
        earlier = {key for _, key in found if key}
    return frozenset(origins)


def _orders(session: Session, meeting: Meeting) -> tuple[Order, ...]:
    wanted = select(OrderRecord).where(OrderRecord.state.not_in(_PAST_FORUMS)).order_by(OrderRecord.number)
    if meeting.area_id:
        wanted = wanted.where(or_(OrderRecord.area_id == meeting.area_id, OrderRecord.area_id.is_(None)))
    return tuple(record.to_value() for record in session.scalars(wanted))


def _previous(session: Session, meeting: Meeting, forum: Forum) -> Meeting | None:
    wanted = (
        select(MeetingRecord)
        .where(is_of(forum), MeetingRecord.starts_at < meeting.starts_at)
        .order_by(MeetingRecord.starts_at.desc())
        .limit(1)
    )
    record = session.scalars(wanted).one_or_none()
    return record.to_value() if record else None
