"""Which item of an earlier meeting an item goes on with (R10)."""

from contextlib import suppress
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desktop.domain.meetings.agenda import SourceKind
from desktop.domain.meetings.meeting import MeetingState
from desktop.domain.meetings.standing import topic_of
from desktop.models.agenda import AgendaItemRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.forums import forum_in, is_of

_ORIGIN = "item:"
ONE_SUBJECT = frozenset({
    SourceKind.MATTER, SourceKind.REPETITION, SourceKind.ACTION, SourceKind.ORDER, SourceKind.BANK, SourceKind.DECISION,
})  # fmt: skip
"""Sources whose record is one and the same subject wherever it is taken up."""


def earlier_in(session: Session, item: AgendaItemRecord) -> AgendaItemRecord | None:
    """The same item the last time it was up, or None.

    What it was carried from comes first, then the deferred item it was proposed from, then whatever came from the same
    record, and at last the item with the same title or topic at the forum's previous meeting.
    """
    return _carried(session, item) or _of_same_source(session, item) or _at_previous_meeting(session, item)


def came_from(item: AgendaItemRecord) -> UUID | None:
    """The item of an earlier meeting that an item was carried or proposed from, or None."""
    if item.carried_from is None and item.origin.startswith(_ORIGIN):
        with suppress(ValueError):
            return UUID(item.origin.removeprefix(_ORIGIN))
    return item.carried_from


def _carried(session: Session, item: AgendaItemRecord) -> AgendaItemRecord | None:
    key = came_from(item)
    return session.get(AgendaItemRecord, key) if key is not None else None


def _of_same_source(session: Session, item: AgendaItemRecord) -> AgendaItemRecord | None:
    if item.source_id is None or item.source_kind not in ONE_SUBJECT:
        return None
    meeting = session.get_one(MeetingRecord, item.meeting_id)
    wanted = (
        select(AgendaItemRecord)
        .join(MeetingRecord, MeetingRecord.id == AgendaItemRecord.meeting_id)
        .where(
            AgendaItemRecord.source_kind == item.source_kind,
            AgendaItemRecord.source_id == item.source_id,
            MeetingRecord.starts_at < meeting.starts_at,
        )
        .order_by(MeetingRecord.starts_at.desc(), AgendaItemRecord.position)
        .limit(1)
    )
    return session.scalars(wanted).one_or_none()


def _at_previous_meeting(session: Session, item: AgendaItemRecord) -> AgendaItemRecord | None:
    previous = session.scalars(_previous_meeting(session, item)).one_or_none()
    if previous is None:
        return None
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == previous.id)
    there = list(session.scalars(wanted.order_by(AgendaItemRecord.position)))
    title, topic = _plain(item.title), topic_of(item.title)
    same = next((other for other in there if _plain(other.title) == title), None)
    return same or next((other for other in there if topic is not None and topic_of(other.title) is topic), None)


def _previous_meeting(session: Session, item: AgendaItemRecord) -> Select[MeetingRecord]:
    """The last meeting of the same forum that was not cancelled and had an agenda."""
    meeting = session.get_one(MeetingRecord, item.meeting_id)
    wanted = select(MeetingRecord).where(
        is_of(forum_in(session, meeting.to_value())),
        MeetingRecord.starts_at < meeting.starts_at,
        MeetingRecord.state != MeetingState.CANCELLED,
        MeetingRecord.id.in_(select(AgendaItemRecord.meeting_id)),
    )
    if meeting.area_id is not None:
        wanted = wanted.where(or_(MeetingRecord.area_id == meeting.area_id, MeetingRecord.area_id.is_(None)))
    return wanted.order_by(MeetingRecord.starts_at.desc()).limit(1)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
