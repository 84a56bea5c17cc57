"""How changes are kept: who did what and when, and every field before and after."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.models.base import Record


class History(DeclarativeBase):
    """What is only ever added to: triggers refuse to change or remove it."""

    metadata = Record.metadata
    type_annotation_map = Record.type_annotation_map


class ChangeRecord(History):
    """One thing a user did; ``undoes`` is the change it took back, ``group_id`` the editing session it is part of."""

    __tablename__ = "change"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    who: Mapped[str]
    verb: Mapped[str]
    subject: Mapped[str]
    group_id: Mapped[UUID | None]
    undoes: Mapped[UUID | None] = mapped_column(ForeignKey("change.id"))


class ChangeFieldRecord(History):
    """One field of one record, before and after, as JSON; NULL stands for nothing.

    The field ``id`` tells of the record itself: it came to be when there is no ``old`` key, it went away when there
    is no ``new`` one.
    """

    __tablename__ = "change_field"
    __table_args__ = (Index(None, "record_id"), Index(None, "parent_id"))

    change_id: Mapped[UUID] = mapped_column(ForeignKey("change.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    table_name: Mapped[str]
    record_id: Mapped[UUID]
    parent_id: Mapped[UUID | None]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]


TRIGGERS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
    for table in (ChangeRecord.__tablename__, ChangeFieldRecord.__tablename__)
    for verb in ("update", "delete")
)
"""What keeps history append-only. A rebuilt table loses its triggers, so they are made again after migrations."""
