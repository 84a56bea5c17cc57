"""Which items of earlier and later meetings are about the same topic, and what was said each time (R10)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.domain.meetings.closing import deferred_key
from desktop.domain.meetings.journey import Journey, Stop, in_time
from desktop.domain.meetings.meeting import MeetingState
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.services.forums import forum_in
from desktop.services.meetings.carrying import item_in
from desktop.services.meetings.earlier_items import ONE_SUBJECT, came_from
from desktop.services.meetings.notes import told_in


class Journeys:
    """Follows topics through the meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, item_id: UUID) -> Journey:
        """Every time the topic of an item was or is to be up, oldest first.

        Two items are about the same topic when one was carried from the other, was proposed because the other was
        deferred, or when both come from the same matter, action, order, decision or banked item. Items that only have
        the same title, as standing ones do, are not.

        Raises:
            InputError: The item is not in the register any more.
        """
        with self._database.reading() as session:
            items = _same_topic(session, item_in(session, item_id))
            return Journey(item_id=item_id, stops=in_time(_stop(session, item) for item in items))


def _same_topic(session: Session, item: AgendaItemRecord) -> Iterable[AgendaItemRecord]:
    """The item with all that are linked to it, directly or by way of others."""
    found, fresh = {item.id: item}, [item]
    while fresh:
        linked = session.scalars(select(AgendaItemRecord).where(_linked(fresh)))
        fresh = [other for other in linked if other.id not in found]
        found |= {other.id: other for other in fresh}
    return found.values()


def _linked(items: Sequence[AgendaItemRecord]) -> ColumnElement[bool]:
    """Whether an item goes on with one of these, is gone on with by one, or comes from the same record."""
    keys = [item.id for item in items]
    subjects = {(item.source_kind, item.source_id) for item in items if item.source_kind in ONE_SUBJECT}
    return or_(
        AgendaItemRecord.id.in_([key for key in map(came_from, items) if key]),
        AgendaItemRecord.carried_from.in_(keys),
        AgendaItemRecord.origin.in_([deferred_key(key) for key in keys]),
        *(
            and_(AgendaItemRecord.source_kind == kind, AgendaItemRecord.source_id == key)
            for kind, key in subjects
            if key
        ),
    )


def _stop(session: Session, item: AgendaItemRecord) -> Stop:
    meeting, told = session.get_one(MeetingRecord, item.meeting_id).to_value(), told_in(session, item)
    return Stop(
        item_id=item.id,
        meeting_id=meeting.id,
        starts_at=meeting.starts_at,
        day=meeting.day,
        forum=forum_in(session, meeting),
        title=item.title,
        position=item.position,
        cancelled=meeting.state is MeetingState.CANCELLED,
        state=item.state,
        deferrals=item.deferrals,
        text=told.text,
        outcomes=told.outcomes,
    )
