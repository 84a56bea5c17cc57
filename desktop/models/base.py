"""What every mapped record has: its key, its version, its kind and the way to its value."""

from dataclasses import fields, replace
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast
from uuid import UUID

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

from desktop.domain.identity import new_id
from desktop.models.types import TEXT_ENUM, UtcDateTime

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    ValueT = TypeVar("ValueT", bound=DataclassInstance)
else:
    ValueT = TypeVar("ValueT")

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(DeclarativeBase):
    """A row of the register.

    Attributes:
        news: The kind of thing it belongs to, as told in the news of a change.
        parent: The column with the key of the record it is part of, if any: history shows it there too, and it
            goes away with it.
        derived: Columns computed from others; history leaves them out.
    """

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime(), Enum: TEXT_ENUM}

    news: ClassVar[str]
    parent: ClassVar[str | None] = None
    derived: ClassVar[frozenset[str]] = frozenset()

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-1)
    version: Mapped[int] = mapped_column(sort_order=100)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 -- SQLAlchemy's name
        """Two writers of the same row are told apart by its version."""
        return {"version_id_col": cls.version}

    def derive(self) -> None:
        """Compute the derived columns; called before the record is written."""


class Kept(Generic[ValueT]):
    """A record that keeps a value of the domain: ``of`` and ``take`` read it in, ``to_value`` gives it back."""

    @classmethod
    def of(cls, value: ValueT) -> Self:
        """A new record that keeps the value."""
        record = cls()
        record.take(value)
        return record

    def take(self, value: ValueT) -> None:
        """Keep this value from now on; only what differs is written."""
        for name in shared(cast("type[Record]", type(self)), type(value)):
            setattr(self, name, getattr(value, name))

    def to_value(self) -> ValueT:
        """The value that is kept, free of the session."""
        raise NotImplementedError

    def change(self, **changes: Any) -> None:
        """Give fields of the value a new content, by the names the value has for them.

        Raises:
            TypeError: The value has no such field.
        """
        self.take(replace(self.to_value(), **changes))

    def same(self, value_type: type[ValueT]) -> dict[str, Any]:
        """The fields that record and value have under the same name."""
        return {name: getattr(self, name) for name in shared(cast("type[Record]", type(self)), value_type)}


@lru_cache
def shared(record_type: type[Record], value_type: "type[DataclassInstance]") -> tuple[str, ...]:
    """The names that are a column of the record and a field of the value alike."""
    columns = record_type.__table__.columns
    return tuple(field.name for field in fields(value_type) if field.name in columns)


def refers_to(target: str, *, index: bool = True, unique: bool = False) -> MappedColumn[Any]:
    """A column with the key of another record, such as ``"meeting.id"``.

    It is checked at commit, so that records may be written in any order. Nothing is deleted or emptied by the
    database itself, because history would not see it; see ``desktop.models.removal``.
    """
    return mapped_column(
        ForeignKey(target, deferrable=True, initially="DEFERRED"), index=index and not unique, unique=unique
    )
