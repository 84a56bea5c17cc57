"""Column types that keep what the database alone would lose: time zones and the members of enumerations."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, DateTime, Dialect
from sqlalchemy import Enum as EnumType
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored in UTC; the plain type would silently drop the zone in SQLite."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What the column holds; the base class does not know."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To the database: UTC without zone.

        Raises:
            ValueError: The instant has no zone, so nobody knows which one it is.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database: an instant in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def _values(members: Iterable[Enum]) -> list[str]:
    return [member.value for member in members]


TEXT_ENUM = EnumType(
    Enum,
    native_enum=False,
    create_constraint=True,
    validate_strings=True,
    length=32,
    values_callable=_values,
)
"""An enumeration as its values in text; a CHECK keeps anything else out."""


def to_json(value: object) -> str | None:
    """A column's value as history keeps it; None stays None."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return json.dumps(value.astimezone(UTC).isoformat())
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    return json.dumps(str(value) if isinstance(value, UUID) else value, ensure_ascii=False)


def from_json(column: Column[Any], kept: str | None) -> Any:
    """The value of a column from what ``to_json`` made of it."""
    if kept is None:
        return None
    value = json.loads(kept)
    kind = column.type.python_type
    if issubclass(kind, (datetime, date)):
        return kind.fromisoformat(value)
    return kind(value)


def to_text(kept: str | None) -> str:
    """What ``to_json`` made, for people to read; nothing is an empty text."""
    value = None if kept is None else json.loads(kept)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return "" if value is None else str(value)
