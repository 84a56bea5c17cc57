"""Notices of changed contacts as one session sees them: how far each has come, and where it can be announced (R18).

That a notice is planned is told by the agendas alone: an item that comes from it, or that goes on with such an item
at a later meeting. So a plan that falls with its meeting or its item leaves nothing behind.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_notice import ContactNotice, NoticePlace, NoticeRow, NoticeState
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import AgendaItem, ItemState, SourceKind
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.models.agenda import AgendaItemRecord
from desktop.models.contact_list import ContactNoticeRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in
from desktop.services.contacts.contacts import contacts_in

_TAKEN_UP = {ItemState.OPEN, ItemState.DEALT_WITH}
_STILL_TO_COME = {MeetingState.PLANNED, MeetingState.CONVENED, MeetingState.AGENDA_AVAILABLE}


def open_notices_in(session: Session) -> tuple[ContactNotice, ...]:
    """The notices that remain to be announced, the change that holds first before others."""
    wanted = select(ContactNoticeRecord).where(ContactNoticeRecord.announced_on.is_(None))
    found = session.scalars(wanted.order_by(ContactNoticeRecord.effective_on, ContactNoticeRecord.id))
    return tuple(record.to_value() for record in found)


def rows_in(session: Session, notices: Sequence[ContactNotice], day: date) -> tuple[NoticeRow, ...]:
    """Notices with everything a list says of them, in the order they are given."""
    if not notices:
        return ()
    people = _people(session, notices)
    places = _places(session, notices)
    meetings = {meeting.id: meeting for meeting in _meetings(session, notices, places.values())}
    coming = coming_meetings_in(session, day)
    return tuple(
        NoticeRow(
            notice=notice,
            state=state,
            name=people[notice.contact_id].name if notice.contact_id in people else "",
            successor=people[notice.successor_id].name if notice.successor_id in people else "",
            place=place_of_meeting(at) if at else None,
            next_forum=_next_forum(notice, people, coming) if notice.is_open else None,
        )
        for notice in notices
        for state, at in (_stands(notice, places, meetings, day),)
    )


def unplanned_in(session: Session, day: date) -> tuple[ContactNotice, ...]:
    """The notices that remain to be announced and that no agenda takes up, as of a day."""
    notices = open_notices_in(session)
    places = _places(session, notices)
    meetings = {meeting.id: meeting for meeting in _meetings(session, notices, places.values())}
    return tuple(notice for notice in notices if _stands(notice, places, meetings, day)[0] is NoticeState.OPEN)


def coming_meetings_in(session: Session, day: date) -> tuple[tuple[Meeting, frozenset[Level]], ...]:
    """The meetings of the forums from a day on that can take up another item, the nearest first, with their levels."""
    wanted = select(MeetingRecord).where(MeetingRecord.state.in_(_STILL_TO_COME), MeetingRecord.is_council.is_(False))
    agreement = agreement_in(session)
    found = (record.to_value() for record in session.scalars(wanted.order_by(MeetingRecord.starts_at)))
    return tuple((meeting, meeting.forum_under(agreement).levels) for meeting in found if meeting.day >= day)


def place_of_meeting(meeting: Meeting) -> NoticePlace:
    """A meeting as a place to announce at."""
    return NoticePlace(meeting.id, meeting.title, meeting.day)


def item_of_notice_in(session: Session, notice_id: UUID) -> AgendaItem | None:
    """The latest agenda item that comes from a notice, if there is one."""
    items = _items(session, [notice_id]).get(notice_id, [])
    return items[-1] if items else None


def _next_forum(
    notice: ContactNotice, people: Mapping[UUID | None, Contact], coming: Sequence[tuple[Meeting, frozenset[Level]]]
) -> NoticePlace | None:
    """The next meeting of a level that the persons of the notice have or had a role at, else the next of all."""
    concerned = [people[key] for key in (notice.contact_id, notice.successor_id) if key in people]
    levels = {role.level for person in concerned for role in person.assignments if role.level}
    fitting = [meeting for meeting, held in coming if held & levels] or [meeting for meeting, _ in coming]
    return place_of_meeting(fitting[0]) if fitting else None


def _stands(
    notice: ContactNotice, places: Mapping[UUID, AgendaItem], meetings: Mapping[UUID, Meeting], day: date
) -> tuple[NoticeState, Meeting | None]:
    if not notice.is_open:
        return NoticeState.ANNOUNCED, meetings.get(notice.meeting_id) if notice.meeting_id else None
    item = places.get(notice.id)
    meeting = meetings.get(item.meeting_id) if item and item.state in _TAKEN_UP else None
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        return NoticeState.OPEN, None
    been = meeting.day < day or meeting.state not in _STILL_TO_COME
    return (NoticeState.PASSED if been else NoticeState.PLANNED), meeting


def _places(session: Session, notices: Sequence[ContactNotice]) -> dict[UUID, AgendaItem]:
    return {key: items[-1] for key, items in _items(session, [notice.id for notice in notices]).items() if items}


def _items(session: Session, notice_ids: Sequence[UUID]) -> dict[UUID, list[AgendaItem]]:
    """The items that come from each notice, the oldest first; one that goes on with another follows it."""
    wanted = select(AgendaItemRecord).where(
        AgendaItemRecord.source_kind == SourceKind.CONTACTS, AgendaItemRecord.source_id.in_(notice_ids)
    )
    found = [record.to_value() for record in session.scalars(wanted.order_by(AgendaItemRecord.id))]
    items: dict[UUID, list[AgendaItem]] = {key: [] for key in notice_ids}
    source = {item.id: item.source.id for item in found if item.source.id}
    while found:
        for item in found:
            items[source[item.id]].append(item)
        later = select(AgendaItemRecord).where(AgendaItemRecord.carried_from.in_([item.id for item in found]))
        found = [record.to_value() for record in session.scalars(later.order_by(AgendaItemRecord.id))]
        source |= {item.id: source[item.carried_from] for item in found if item.carried_from}
    return items


def _people(session: Session, notices: Sequence[ContactNotice]) -> dict[UUID | None, Contact]:
    keys = {key for notice in notices for key in (notice.contact_id, notice.successor_id) if key}
    return {contact.id: contact for contact in contacts_in(session, keys)}


def _meetings(session: Session, notices: Sequence[ContactNotice], items: Iterable[AgendaItem]) -> Iterable[Meeting]:
    keys = {notice.meeting_id for notice in notices if notice.meeting_id} | {item.meeting_id for item in items}
    return (record.to_value() for record in session.scalars(select(MeetingRecord).where(MeetingRecord.id.in_(keys))))
