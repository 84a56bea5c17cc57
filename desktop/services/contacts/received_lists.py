"""SSC's last list and the meanings of columns, as one session sees and keeps them (R17)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.columns import Columns, columns_from, headings_text, meanings_text
from desktop.domain.contacts.earlier_list import Earlier
from desktop.domain.contacts.listed_json import from_json
from desktop.domain.contacts.received_list import ColumnMapping, ReceivedList
from desktop.domain.identity import new_id
from desktop.models.contact_list import ColumnMappingRecord, ReceivedListRecord


def last_list_in(session: Session) -> ReceivedList | None:
    """The list that was compared last."""
    latest = select(ReceivedListRecord).order_by(ReceivedListRecord.read_on.desc(), ReceivedListRecord.id.desc())
    record = session.scalars(latest.limit(1)).one_or_none()
    return record.to_value() if record else None


def earlier_in(session: Session) -> Earlier | None:
    """The list that was compared last, with whom it listed."""
    kept = last_list_in(session)
    return Earlier(kept, from_json(kept.content)) if kept else None


def columns_in(session: Session) -> Sequence[Columns]:
    """What the user has said about the columns of lists with headings of their own."""
    kept = session.scalars(select(ColumnMappingRecord).order_by(ColumnMappingRecord.id))
    return [columns_from(record.headings, record.columns) for record in kept]


def remember_list(session: Session, kept: ReceivedList) -> None:
    """Keep a list as the last one."""
    session.add(ReceivedListRecord.of(kept))


def remember_columns(session: Session, columns: Columns) -> None:
    """Keep what the columns under these headings mean, so that it need not be asked again."""
    headings, meanings = headings_text(columns.headings), meanings_text(columns.meanings)
    record = session.scalars(select(ColumnMappingRecord).where(ColumnMappingRecord.headings == headings)).one_or_none()
    if record is None:
        session.add(ColumnMappingRecord.of(ColumnMapping(id=new_id(), headings=headings, columns=meanings)))
    else:
        record.change(columns=meanings)
