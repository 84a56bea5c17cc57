"""Removes a record with what is part of it, so that history sees every row that goes."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from desktop.models.base import Record
from desktop.models.records import RECORDS, columns_of


def remove(session: Session, record: Record) -> None:
    """Remove a record and, first, what is part of it; what only refers to it is kept and refers to nothing.

    Raises:
        ValueError: Another record cannot do without the one that is to go.
    """
    for kind, column in referring_to(record.__tablename__):
        for other in session.scalars(select(kind).where(column == record.id)):
            if column.key == kind.parent:
                remove(session, other)
            elif column.nullable:
                setattr(other, column.key, None)
            else:
                raise ValueError(f"{kind.__tablename__}.{column.key} needs its {record.__tablename__}")
    session.delete(record)


def referring_to(table_name: str) -> Iterator[tuple[type[Record], Column[Any]]]:
    """The kinds of record that refer to those of a table, and the columns where they do."""
    for kind in RECORDS:
        for column in columns_of(kind):
            if any(key.column.table.name == table_name for key in column.foreign_keys):
                yield kind, column
