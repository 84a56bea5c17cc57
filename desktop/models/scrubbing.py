"""The one narrow way to take a person's data out of history, which is otherwise only ever added to (R39).

Texts are replaced by other texts, in fields that hold a person's particulars, and in what a change was said to be
about. What was done, when, by whom and to which record stays; nothing that was empty is filled, and nothing else can be
reached from here.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, event, select, tuple_, update
from sqlalchemy.orm import Session

from desktop.models.change import TRIGGERS, ChangeFieldRecord, ChangeRecord

PERSONAL = {
    "contact": ("given_name", "family_name", "title", "phone", "mobile", "email", "function_email", "notes"),
    "authorised_orderer": ("evidence",),
    "participant": ("name", "email", "title", "replaced_by"),
    "agenda_item": ("presenter_name",),
    "action": ("owner",),
    "decision": ("decided_by",),
    "contact_notice": ("title", "body", "reference", "known"),
    "received_list": ("content",),
}
"""The fields, by table, that can hold the particulars of a person; texts in no others can be replaced."""

_LIFTED = tuple(f"{table}_no_update" for table in (ChangeRecord.__tablename__, ChangeFieldRecord.__tablename__))


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that history keeps: of which field of which record, and of which record that one is part."""

    table: str
    record_id: UUID
    parent_id: UUID | None
    field: str
    text: str


def scrub_at_commit(session: Session, told: Callable[[KeptText], str], subject: Callable[[str], str]) -> None:
    """Have history tell other texts from the moment the running change is kept, that change's own among them.

    It is done in the same transaction, after the change itself has been written down: either all of it holds or
    nothing does.

    Args:
        session: The writing session of the change.
        told: What stands instead of a text that history keeps; the same text leaves it as it is.
        subject: The same for what a change was about.
    """
    session.connection().exec_driver_sql("PRAGMA secure_delete = on")

    def scrub(committing: Session) -> None:
        connection = committing.connection()
        for trigger in _LIFTED:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        _scrub_fields(connection, told)
        _scrub_subjects(connection, subject)
        for statement in TRIGGERS:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("PRAGMA secure_delete = fast")

    event.listen(session, "before_commit", scrub, once=True)


def _scrub_fields(connection: Connection, told: Callable[[KeptText], str]) -> None:
    table = cast("Table", ChangeFieldRecord.__table__)
    personal = [(name, field) for name, fields in PERSONAL.items() for field in fields]
    rows = connection.execute(select(table).where(tuple_(table.c.table_name, table.c.field).in_(personal))).all()
    changed: list[dict[str, object]] = []
    for row in rows:
        about = (row.table_name, row.record_id, row.parent_id, row.field)
        old, new = (
            None if kept is None else _scrubbed(kept, lambda text, about=about: told(KeptText(*about, text)))
            for kept in (row.old, row.new)
        )
        if (old, new) != (row.old, row.new):
            changed.append({"of": row.change_id, "place": row.position, "before": old, "after": new})
    if changed:
        at = (table.c.change_id == bindparam("of")) & (table.c.position == bindparam("place"))
        connection.execute(update(table).where(at).values(old=bindparam("before"), new=bindparam("after")), changed)


def _scrub_subjects(connection: Connection, subject: Callable[[str], str]) -> None:
    table = cast("Table", ChangeRecord.__table__)
    rows = connection.execute(select(table.c.id, table.c.subject).where(table.c.subject != "")).all()
    changed = [{"of": key, "said": said} for key, about in rows if (said := subject(about)) != about]
    if changed:
        statement = update(table).where(table.c.id == bindparam("of")).values(subject=bindparam("said"))
        connection.execute(statement, changed)


def _scrubbed(kept: str, told: Callable[[str], str]) -> str:
    """What history keeps for a text once it has been replaced; what is no text stays."""
    text = json.loads(kept)
    return json.dumps(told(text), ensure_ascii=False) if isinstance(text, str) else kept
