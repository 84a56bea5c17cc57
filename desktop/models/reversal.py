"""Takes changes back: gives records the content they had before, if they still are as the changes left them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError
from desktop.models.base import Record
from desktop.models.change import ChangeFieldRecord
from desktop.models.field_names import field_name, record_name
from desktop.models.records import columns_of, record_type
from desktop.models.types import from_json, to_json

_REMEDY = "Öppna posten och ändra den för hand."


@dataclass(slots=True)
class _Net:
    """What some changes together did to one record: fields before and after, as JSON."""

    kind: type[Record]
    record_id: UUID
    before: dict[str, str | None] = field(default_factory=dict[str, str | None])
    after: dict[str, str | None] = field(default_factory=dict[str, str | None])

    @property
    def came(self) -> bool:
        """Whether the record came to be."""
        return self.after.get("id") is not None and self.before["id"] is None

    @property
    def went(self) -> bool:
        """Whether the record went away."""
        return self.before.get("id") is not None and self.after["id"] is None

    @property
    def came_and_went(self) -> bool:
        """Whether nothing is left of it on either side."""
        return "id" in self.before and self.before["id"] is None and self.after["id"] is None


def reverse(session: Session, change_ids: Sequence[UUID]) -> None:
    """Take back changes as one; the oldest comes first in ``change_ids``.

    Raises:
        ConflictError: A record is no longer as the changes left it; the sentence says what differs.
    """
    for net in _nets(session, change_ids):
        if net.came_and_went:
            continue
        if net.went:
            _bring_back(session, net)
        elif net.came:
            _take_away(session, net)
        else:
            _give_back(session, net)


def _nets(session: Session, change_ids: Sequence[UUID]) -> Iterator[_Net]:
    nets: dict[tuple[str, UUID], _Net] = {}
    for change_id in change_ids:
        rows = select(ChangeFieldRecord).where(ChangeFieldRecord.change_id == change_id)
        for row in session.scalars(rows.order_by(ChangeFieldRecord.position)):
            key = (row.table_name, row.record_id)
            net = nets.setdefault(key, _Net(record_type(row.table_name), row.record_id))
            net.before.setdefault(row.field, row.old)
            net.after[row.field] = row.new
    yield from nets.values()


def _give_back(session: Session, net: _Net) -> None:
    record = session.get(net.kind, net.record_id)
    if record is None:
        raise ConflictError(_sentence(net.kind, "finns inte kvar"), _REMEDY)
    columns = [column for column in columns_of(net.kind) if column.key in net.after]
    _expect(record, columns, net.after)
    for column in columns:
        setattr(record, column.key, _content(column, net.before[column.key]))


def _take_away(session: Session, net: _Net) -> None:
    record = session.get(net.kind, net.record_id)
    if record is not None:
        _expect(record, columns_of(net.kind), net.after)
        session.delete(record)


def _bring_back(session: Session, net: _Net) -> None:
    if session.get(net.kind, net.record_id) is not None:
        raise ConflictError(_sentence(net.kind, "finns redan igen"), _REMEDY)
    columns = columns_of(net.kind)
    session.add(net.kind(**{column.key: _content(column, net.before.get(column.key)) for column in columns}))


def _expect(record: Record, columns: Sequence[Column[Any]], after: dict[str, str | None]) -> None:
    differing = [column.key for column in columns if _differs(record, column, after.get(column.key))]
    if differing:
        names = ", ".join(field_name(name) for name in differing)
        raise ConflictError(_sentence(type(record), f"har ändrats sedan dess ({names})"), _REMEDY)


def _sentence(kind: type[Record], what: str) -> str:
    name = record_name(kind)
    return f"{name[0].upper()}{name[1:]} {what}, så det går inte att ångra eller göra om."


def _differs(record: Record, column: Column[Any], kept: str | None) -> bool:
    return to_json(getattr(record, column.key)) != to_json(_content(column, kept))


def _content(column: Column[Any], kept: str | None) -> Any:
    """What a column holds for what history kept: history has nothing where a required text is empty."""
    if kept is None and not column.nullable and column.type.python_type is str:
        return ""
    return from_json(column, kept)
