"""Writes down what every session changes, field by field, in the same transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Column, event, insert, inspect
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from desktop.domain.dates import now
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.models.base import Record
from desktop.models.change import ChangeFieldRecord, ChangeRecord
from desktop.models.records import columns_of
from desktop.models.types import to_json


@dataclass(slots=True)
class Touched:
    """What happened to one record: its fields before and after, as JSON."""

    news: str
    parent_id: UUID | None
    fields: dict[str, tuple[str | None, str | None]] = field(default_factory=dict[str, tuple[str | None, str | None]])

    def add(self, name: str, old: str | None, new: str | None) -> None:
        """Follow a field; several steps within one change count as one."""
        first = self.fields[name][0] if name in self.fields else old
        self.fields[name] = (first, new)

    def net(self) -> dict[str, tuple[str | None, str | None]]:
        """The fields that ended otherwise than they began; none when the record came and went."""
        return {name: pair for name, pair in self.fields.items() if pair[0] != pair[1]}


class Recorder:
    """Listens to one writing session and keeps what it changes.

    Raises:
        RuntimeError: The session was asked for a bulk update, delete or insert, which history would not see.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: dict[tuple[str, UUID], Touched] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", refuse_bulk)

    def write(self, who: str, act: Act, group: UUID | None, undoes: UUID | None) -> tuple[UUID, frozenset[str]] | None:
        """Write the change down; None when nothing changed in the end. The session has to be flushed.

        Returns:
            The key of the change and the kinds of thing it touched.
        """
        change_id = new_id()
        rows = list(self._rows(change_id))
        if not rows:
            return None
        connection = self._session.connection()
        change = {
            "id": change_id,
            "at": now(),
            "who": who,
            "verb": act.verb,
            "subject": act.subject,
            "group_id": group,
            "undoes": undoes,
        }
        connection.execute(insert(ChangeRecord), [change])
        connection.execute(insert(ChangeFieldRecord), rows)
        return change_id, frozenset(row["kind"] for row in rows)

    def _rows(self, change_id: UUID) -> Iterator[dict[str, Any]]:
        position = 0
        for (table, record_id), touched in self._touched.items():
            for name, (old, new) in touched.net().items():
                yield {
                    "change_id": change_id,
                    "position": position,
                    "kind": touched.news,
                    "table_name": table,
                    "record_id": record_id,
                    "parent_id": touched.parent_id,
                    "field": name,
                    "old": old,
                    "new": new,
                }
                position += 1

    def _before_flush(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        """What is changed or removed; what a field was before is known only now."""
        for record in (*session.new, *session.dirty):
            cast("Record", record).derive()
        for record in cast("list[Record]", [*session.dirty]):
            for column in columns_of(type(record)):
                self._note_difference(record, column)
        for record in cast("list[Record]", [*session.deleted]):
            for column in columns_of(type(record)):
                self._note(record, column.key, _before(record, column), None)

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        """What is new; its defaults are known only now."""
        for record in cast("list[Record]", [*session.new]):
            for column in columns_of(type(record)):
                self._note(record, column.key, None, getattr(record, column.key))

    def _note_difference(self, record: Record, column: Column[Any]) -> None:
        history = inspect(record).attrs[column.key].load_history()
        if history.has_changes():
            old, new = ([*side] for side in (history.deleted or [None], history.added or [None]))
            self._note(record, column.key, old[0], new[0])

    def _note(self, record: Record, name: str, old: object, new: object) -> None:
        before, after = (to_json(None if value == "" else value) for value in (old, new))
        if before == after:
            return
        key = (record.__tablename__, record.id)
        if key not in self._touched:
            parent_id = getattr(record, record.parent) if record.parent else None
            self._touched[key] = Touched(record.news, parent_id)
        self._touched[key].add(name, before, after)


def _before(record: Record, column: Column[Any]) -> object:
    history = inspect(record).attrs[column.key].load_history()
    return history.deleted[0] if history.deleted else getattr(record, column.key)


def refuse_bulk(state: ORMExecuteState) -> None:
    """Refuse what changes rows past the session: history and versions would not see it.

    Raises:
        RuntimeError: Always, for such a statement.
    """
    if state.is_update or state.is_delete or state.is_insert:
        raise RuntimeError("rows are changed one by one through the session, so that history sees it")


def refuse_writing(_session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Refuse to write in a session that was opened for reading.

    Raises:
        RuntimeError: Always.
    """
    raise RuntimeError("this session is for reading; use Database.writing")
