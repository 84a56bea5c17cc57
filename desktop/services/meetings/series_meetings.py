"""The meetings of a series as one session sees them: which nobody has touched, and how they follow the series (R4)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desktop.domain.agreement import Agreement
from desktop.domain.dates import now
from desktop.domain.holidays import next_working_day
from desktop.domain.identity import new_id
from desktop.domain.meetings.meeting import Attendance, Meeting, MeetingState
from desktop.domain.meetings.series import Series
from desktop.domain.meetings.series_file import SeriesOutcome
from desktop.domain.meetings.series_rules import half_interval, hours_on
from desktop.models.agenda import AgendaItemRecord
from desktop.models.base import Record
from desktop.models.meeting import MeetingRecord, MeetingStepRecord, ParticipantRecord
from desktop.models.records import RECORDS
from desktop.models.removal import remove
from desktop.models.series import SeriesRecord
from desktop.services.agreements import agreement_in
from desktop.services.forums import forum_in
from desktop.services.meetings.meetings import add_meeting_in, as_participant, role_holders_in, role_holders_under
from desktop.services.meetings.templates import fill_from_template_in, is_as_filled_in

Places = Mapping[date, date]
"""On which day to meet instead of a day of the series."""

_SHARED = ("title", "level", "is_council", "area_id", "place", "convener", "notes_by")
"""What a meeting has from its series."""
_JUDGED = {MeetingRecord, ParticipantRecord, AgendaItemRecord, MeetingStepRecord}
_OF_WORK: tuple[type[Record], ...] = tuple(
    kind for kind in RECORDS if "meeting_id" in kind.__table__.columns and kind not in _JUDGED
)
"""What belongs to a meeting only once someone has worked with it."""
_OF_ITEMS: tuple[Any, ...] = tuple(
    kind for kind in RECORDS if "item_id" in kind.__table__.columns and "meeting_id" not in kind.__table__.columns
)
"""The same of an item."""


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """A series as it was and as it is to be, and where its meetings are placed instead of its days."""

    before: Series
    after: Series
    places: Places


def meetings_in(session: Session, series_id: UUID) -> list[MeetingRecord]:
    """The meetings of a series in time."""
    wanted = select(MeetingRecord).where(MeetingRecord.series_id == series_id).order_by(MeetingRecord.starts_at)
    return list(session.scalars(wanted))


def add_meeting_on(session: Session, series: Series, day: date, places: Places) -> None:
    """Plan the meeting of a day of the series, on that day or where it is placed instead."""
    begins, ends = hours_on(series, places.get(day, day))
    given = {name: getattr(series, name) for name in _SHARED}
    meeting = Meeting(id=new_id(), starts_at=begins, ends_at=ends, series_id=series.id, series_day=day, **given)
    add_meeting_in(session, meeting)
    fill_from_template_in(session, meeting, series.template_id)


def take_in(session: Session, series: Series, days: Iterable[date], places: Places) -> set[date]:
    """Let meetings of the forum that lie on days of the series already become part of it; returns those days."""
    alone = _alone_in(session, series)
    taken: set[date] = set()
    for day in days:
        for actual in (places.get(day, day), day):
            record = alone.pop(actual, None)
            if record is not None:
                record.change(series_id=series.id, series_day=day)
                taken.add(day)
                break
    return taken


def untouched_in(session: Session, series: Series, records: Sequence[MeetingRecord]) -> list[MeetingRecord]:
    """Those that are as the series made them: planned, neither convened nor moved, and without work of anyone's."""
    as_made = [
        record
        for record in records
        if _is_as_made(series, record.to_value()) and _has_agenda_as_made(session, series, record.to_value())
    ]
    keys = [record.id for record in as_made]
    worked = {key for kind, also in _signs_of_work() for key in _keys(session, kind, keys, also)}
    worked |= {key for kind in _OF_ITEMS for key in _keys_of_items(session, kind, keys)}
    return [record for record in as_made if record.id not in worked]


def follow(
    session: Session, change: SeriesChange, records: Sequence[MeetingRecord], days: Sequence[date]
) -> SeriesOutcome:
    """Lay untouched meetings on new days: those whose day stays first, then the rest in order.

    Meetings for which no day is left are removed, days for which no meeting is left get new ones.
    """
    planned = {record.series_day for record in records}
    free = [day for day in days if day not in planned]
    stay = [(record, day) for record in records if (day := record.series_day) is not None and day in days]
    rest = [record for record in records if record.series_day not in days]
    pairs = [*stay, *zip(rest, free, strict=False)]
    for record, day in pairs:
        _follow_one(session, change, record, day)
    for record in rest[len(free) :]:
        remove(session, record)
    for day in free[len(rest) :]:
        add_meeting_on(session, change.after, day, change.places)
    return SeriesOutcome(
        series_id=change.after.id,
        followed=len(pairs),
        removed=len(rest[len(free) :]),
        made=len(free[len(rest) :]),
    )


def follow_levels_in(session: Session, before: Agreement | None, clock: Callable[[], datetime] = now) -> None:
    """Let coming meetings of series that nobody has touched follow a decision on the levels: template and people (R1).

    Args:
        session: The one that has kept the decision.
        before: The agreement as it was.
        clock: Says what time it is.
    """
    wanted = select(MeetingRecord).where(MeetingRecord.series_id.is_not(None), MeetingRecord.starts_at >= clock())
    concerned: dict[UUID, list[MeetingRecord]] = defaultdict(list)
    for record in session.scalars(wanted):
        meeting = record.to_value()
        if meeting.series_id and forum_in(session, meeting) is not meeting.forum_under(before):
            concerned[meeting.series_id].append(record)
    for series_id, records in concerned.items():
        series = session.get_one(SeriesRecord, series_id).to_value()
        for record in untouched_in(session, series, records):
            meeting = record.to_value()
            holders = {contact.id for contact in role_holders_under(session, meeting, before)}
            _renew_participants(session, holders, meeting)
            if series.template_id is None and _items_of(session, meeting.id):
                _renew_agenda(session, meeting, series)


def without_those_covered(series: Series, days: Iterable[date], kept: Iterable[Meeting]) -> list[date]:
    """The days left when each meeting that stays has taken the one nearest to it, within half an interval."""
    left = list(days)
    for meeting in kept:
        own = meeting.series_day or meeting.day
        nearest = min(left, key=lambda day, own=own: abs(day - own), default=None)
        if nearest is not None and abs(nearest - own) < half_interval(series):
            left.remove(nearest)
    return left


def last_held_in(session: Session, series: Series, states: Iterable[MeetingState], moment: datetime) -> Meeting | None:
    """The latest meeting of the forum that took place, in the series or outside it."""
    wanted = (
        select(MeetingRecord)
        .where(or_(MeetingRecord.series_id == series.id, _of_forum(session, series, moment.date())))
        .where(MeetingRecord.state.in_(list(states)), MeetingRecord.starts_at <= moment)
        .order_by(MeetingRecord.starts_at.desc())
        .limit(1)
    )
    record = session.scalar(wanted)
    return record.to_value() if record else None


def _alone_in(session: Session, series: Series) -> dict[date, MeetingRecord]:
    """The meetings of the forum that belong to no series, by day."""
    wanted = select(MeetingRecord).where(
        MeetingRecord.series_id.is_(None),
        MeetingRecord.state != MeetingState.CANCELLED,
        _of_forum(session, series, series.starts_on),
    )
    return {record.to_value().day: record for record in session.scalars(wanted)}


def _of_forum(session: Session, series: Series, day: date) -> ColumnElement[bool]:
    """Whether a meeting is one of the series' forum, which may be shared by two levels (R1)."""
    agreement = agreement_in(session)
    levels = agreement.levels_of_forum(series.level, day) if agreement else {series.level}
    return (
        MeetingRecord.level.in_(list(levels))
        & (MeetingRecord.is_council == series.is_council)
        & (MeetingRecord.area_id.is_(None) if series.area_id is None else MeetingRecord.area_id == series.area_id)
    )


def _is_as_made(series: Series, meeting: Meeting) -> bool:
    planned = meeting.series_day
    if planned is None or meeting.state is not MeetingState.PLANNED or meeting.calendar_uid or meeting.invitation:
        return False
    return (meeting.starts_at, meeting.ends_at) in {
        hours_on(series, day) for day in (planned, next_working_day(planned))
    }


def _has_agenda_as_made(session: Session, series: Series, meeting: Meeting) -> bool:
    """Whether the agenda is empty, or what the template of the series puts on it."""
    return not _items_of(session, meeting.id) or is_as_filled_in(session, meeting, series.template_id)


def _items_of(session: Session, meeting_id: UUID) -> list[AgendaItemRecord]:
    return list(session.scalars(select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)))


def _signs_of_work() -> list[tuple[Any, ColumnElement[bool] | None]]:
    """Records that only someone's work leaves at a meeting, and by what they are told where others are like them."""
    participant = or_(
        ParticipantRecord.contact_id.is_(None),
        ParticipantRecord.attendance != Attendance.UNKNOWN,
        ParticipantRecord.item_id.is_not(None),
    )
    return [
        *((kind, None) for kind in _OF_WORK),
        (ParticipantRecord, participant),
        (MeetingStepRecord, MeetingStepRecord.state != MeetingState.PLANNED),
    ]


def _keys(session: Session, kind: Any, keys: Sequence[UUID], also: ColumnElement[bool] | None) -> set[UUID]:
    """Which of the meetings have such a record."""
    wanted = select(kind.meeting_id).where(kind.meeting_id.in_(keys))
    return set(session.scalars(wanted if also is None else wanted.where(also)))


def _keys_of_items(session: Session, kind: Any, keys: Sequence[UUID]) -> set[UUID]:
    """Which of the meetings have such a record at an item."""
    wanted = select(AgendaItemRecord.meeting_id).join(kind, kind.item_id == AgendaItemRecord.id)
    return set(session.scalars(wanted.where(AgendaItemRecord.meeting_id.in_(keys))))


def _follow_one(session: Session, change: SeriesChange, record: MeetingRecord, day: date) -> None:
    """Give a meeting what has changed in its series; what is its own stays."""
    former, before, after = record.to_value(), change.before, change.after
    fields = {name: getattr(after, name) for name in _SHARED if getattr(former, name) == getattr(before, name)}
    begins, ends = hours_on(after, change.places.get(day, former.day if day == former.series_day else day))
    meeting = replace(former, series_day=day, starts_at=begins, ends_at=ends, **fields)
    former_holders = {contact.id for contact in role_holders_in(session, former)}
    record.take(meeting)
    _renew_participants(session, former_holders, meeting)
    if before.template_id != after.template_id or forum_in(session, former) is not forum_in(session, meeting):
        _renew_agenda(session, meeting, after)


def _renew_agenda(session: Session, meeting: Meeting, series: Series) -> None:
    """Begin the agenda anew from the template that it has now."""
    for record in _items_of(session, meeting.id):
        remove(session, record)
    session.flush()
    fill_from_template_in(session, meeting, series.template_id)


def _renew_participants(session: Session, before: set[UUID], meeting: Meeting) -> None:
    """Let those who take part by role be those of the new day and forum; what was changed by hand stays so (R7)."""
    after = {contact.id: contact for contact in role_holders_in(session, meeting)}
    listed = list(session.scalars(select(ParticipantRecord).where(ParticipantRecord.meeting_id == meeting.id)))
    for record in listed:
        if record.contact_id in before - after.keys():
            remove(session, record)
    known = before | {record.contact_id for record in listed}
    session.add_all(
        ParticipantRecord.of(as_participant(meeting.id, contact)) for key, contact in after.items() if key not in known
    )
