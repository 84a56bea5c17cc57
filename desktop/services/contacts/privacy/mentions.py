"""Where the name of a person stands in what others have written, private preparation left out (R11)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, String, Text, or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact_connections import Called
from desktop.domain.dates import SWEDEN
from desktop.models.agenda import AgendaItemRecord, BankedItemRecord, DismissalRecord, PreparationRecord
from desktop.models.base import Record
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.contact_list import (
    ColumnMappingRecord,
    ContactNoticeRecord,
    DisposalRecord,
    DistinctPairRecord,
    ReceivedListRecord,
    RuleSettingRecord,
)
from desktop.models.field_names import field_name, record_name
from desktop.models.meeting import MeetingRecord, ParticipantRecord
from desktop.models.notes import EvaluationRecord, NotesVersionRecord, SurveyRecord
from desktop.models.records import RECORDS, columns_of

PRIVATE = (PreparationRecord, BankedItemRecord, EvaluationRecord, SurveyRecord, DismissalRecord)
"""What is kept for ourselves (R11)."""

_TOLD_ELSEWHERE = (
    ContactRecord,
    AssignmentRecord,
    AuthorisedOrdererRecord,
    ContactNoticeRecord,
    ReceivedListRecord,
    ColumnMappingRecord,
    DistinctPairRecord,
    DisposalRecord,
    RuleSettingRecord,
    NotesVersionRecord,
    ParticipantRecord,
)
_WRITTEN_NAMES = {("action", "owner"), ("agenda_item", "presenter_name"), ("decision", "decided_by")}
"""Fields that hold a name and are told with what the person has undertaken."""

_DATES = (
    "decided_on",
    "checked_on",
    "due_on",
    "reported_on",
    "dated_on",
    "made_on",
    "taken_on",
    "starts_on",
    "starts_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text that names the person: in which record and field, of which day if it has one."""

    kind: type[Record]
    record_id: UUID
    field: str
    text: str
    day: date | None
    meeting_id: UUID | None

    @property
    def where(self) -> str:
        """The kind of record and the field: "Ärendet, beskrivning"."""
        name = record_name(self.kind)
        return f"{name[:1].upper()}{name[1:]}, {field_name(self.field)}"


def mentions_in(
    session: Session, called: Called, names: tuple[str, ...], kinds: Iterable[type[Record]] = ()
) -> Iterator[Mention]:
    """Every text that names a person, but for the fields that hold names and what is told elsewhere.

    Args:
        session: The session that reads.
        called: Tells the whole name in a text.
        names: The name, or names, as written; what does not hold them all but for case is not read.
        kinds: Which records to read; all but private ones if none are given.
    """
    for kind in tuple(kinds) or RECORDS:
        if kinds or (kind not in PRIVATE and kind not in _TOLD_ELSEWHERE):
            yield from _in_table(session, kind, called, names)


def text_columns(kind: type[Record]) -> list[Column[Any]]:
    """The columns of a record that hold text that somebody wrote."""
    return [column for column in columns_of(kind) if type(column.type) in {String, Text}]


def meeting_of(session: Session, record: Record) -> UUID | None:
    """The meeting a record belongs to, if any: its own, or that of its item."""
    if isinstance(record, MeetingRecord):
        return record.id
    found: UUID | None = getattr(record, "meeting_id", None)
    item_id: UUID | None = getattr(record, "item_id", None)
    if found is None and item_id is not None:
        return session.scalar(select(AgendaItemRecord.meeting_id).where(AgendaItemRecord.id == item_id))
    return found


def _in_table(session: Session, kind: type[Record], called: Called, names: tuple[str, ...]) -> Iterator[Mention]:
    columns = [each for each in text_columns(kind) if (kind.__tablename__, each.key) not in _WRITTEN_NAMES]
    patterns = [_pattern(name) for name in names]
    if not columns or not patterns:
        return
    wanted = select(kind).where(or_(*(column.like(each, escape="\\") for column in columns for each in patterns)))
    for record in session.scalars(wanted.order_by(kind.id)):
        for column in columns:
            text = getattr(record, column.key)
            if called.is_named_in(text):
                yield Mention(
                    kind=kind,
                    record_id=record.id,
                    field=column.key,
                    text=text,
                    day=_day(session, record),
                    meeting_id=meeting_of(session, record),
                )


def _pattern(name: str) -> str:
    """What finds at least every text with the name: letters that SQLite cannot fold may be any, as may the spaces."""
    signs = ("%" if sign.isspace() else sign if sign.isascii() and sign.isalnum() else "_" for sign in name)
    return f"%{''.join(signs)}%"


def _day(session: Session, record: Record) -> date | None:
    found = next((day for name in _DATES if (day := getattr(record, name, None))), None)
    meeting_id = meeting_of(session, record) if found is None else None
    if meeting_id is not None:
        found = session.scalar(select(MeetingRecord.starts_at).where(MeetingRecord.id == meeting_id))
    return found.astimezone(SWEDEN).date() if isinstance(found, datetime) else found
