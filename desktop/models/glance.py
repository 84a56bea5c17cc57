"""The first screen, read with the plain driver: it is shown while the mapping layer is still being loaded.

This knows the columns a second time; ``tests/models/test_glance.py`` holds it to what the services say.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID

from desktop.domain.agreement import Agreement, LevelChoice
from desktop.domain.dates import SWEDEN, now, today
from desktop.domain.forum import forum_of, forums_on
from desktop.domain.glance import Glance
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import (
    AgendaItem,
    ItemKind,
    ItemState,
    Presenter,
    PresenterRole,
    SentState,
    Source,
    SourceKind,
)
from desktop.domain.meetings.meeting import (
    Meeting,
    MeetingFile,
    MeetingRow,
    MeetingStep,
    Participant,
    ReceivedPoint,
    SecrecyMarking,
    coming_first,
)
from desktop.models import cipher
from desktop.models.revision import HEAD

_Value = TypeVar("_Value")
_Row = dict[str, Any]

_SUMS = """SELECT meeting.*, count(agenda_item.id) AS items, coalesce(sum(agenda_item.minutes), 0) AS planned_minutes
FROM meeting LEFT JOIN agenda_item ON agenda_item.meeting_id = meeting.id GROUP BY meeting.id"""


def glance(path: Path, key: bytes) -> Glance | None:
    """The first screen of a register, or None where the engine has to look first: a new file, or one of another shape.

    Nothing is written and nothing is reported: whatever is wrong with the file, the engine says it in words.
    """
    if not path.exists():
        return None
    try:
        connection = cipher.connect(path, key)
        try:
            return _read(connection) if _is_current(connection) else None
        finally:
            connection.close()
    except Exception:  # noqa: BLE001 -- the driver has its own kinds, and the engine meets the same fault next
        return None


def _is_current(connection: cipher.Connection) -> bool:
    return [row["version_num"] for row in _rows(connection, "SELECT version_num FROM alembic_version")] == [HEAD]


def _read(connection: cipher.Connection) -> Glance:
    found = {row["id"]: row for row in _rows(connection, _SUMS)}
    agreement = _agreement(connection)
    rows = coming_first((_row(row, agreement) for row in found.values()), now())
    forums = forums_on(today(), agreement)
    if not rows:
        return Glance(agency_name=agreement.agency_name, forums=forums, rows=())
    first = rows[0].id.hex
    return Glance(
        agency_name=agreement.agency_name,
        forums=forums,
        rows=rows,
        first=_file(connection, found[first], agreement),
        items=tuple(_item(row) for row in _of_meeting(connection, "agenda_item", first, "position, id")),
    )


def _agreement(connection: cipher.Connection) -> Agreement:
    """What the first screen needs of the agreement: its name and the decisions on the levels (R1)."""
    agency = next(iter(_rows(connection, "SELECT agency_name FROM agreement")), {"agency_name": ""})
    choices = (_value(LevelChoice, row) for row in _rows(connection, "SELECT * FROM level_choice"))
    return Agreement(agency_name=agency["agency_name"], choices=tuple(choices))


def _row(row: _Row, agreement: Agreement) -> MeetingRow:
    day = _typed(datetime, row["starts_at"]).astimezone(SWEDEN).date()
    forum = forum_of(Level(row["level"]), bool(row["is_council"]), day, agreement)
    return _value(MeetingRow, row | {"forum": forum})


def _file(connection: cipher.Connection, row: _Row, agreement: Agreement) -> MeetingFile:
    marked_on = row["secrecy_marked_on"]
    secrecy = None
    if marked_on is not None:
        secrecy = SecrecyMarking(
            provision=row["secrecy_provision"],
            marked_on=date.fromisoformat(marked_on),
            authority=row["secrecy_authority"],
        )
    meeting = _value(Meeting, row | {"secrecy": secrecy})
    return MeetingFile(
        meeting=meeting,
        forum=meeting.forum_under(agreement),
        area_name=_word(connection, "SELECT name FROM service_area WHERE id = ?", row["area_id"]),
        series_title=_word(connection, "SELECT title FROM series WHERE id = ?", row["series_id"]),
        participants=tuple(
            _value(Participant, found) for found in _of_meeting(connection, "participant", row["id"], "id")
        ),
        received=tuple(
            _value(ReceivedPoint, found) for found in _of_meeting(connection, "received_point", row["id"], "number")
        ),
        steps=tuple(_value(MeetingStep, found) for found in _of_meeting(connection, "meeting_step", row["id"], "id")),
    )


def _item(row: _Row) -> AgendaItem:
    return AgendaItem(
        id=UUID(row["id"]),
        meeting_id=UUID(row["meeting_id"]),
        position=row["position"],
        title=row["title"],
        kind=ItemKind(row["kind"]),
        presenter=Presenter(PresenterRole(row["presenter_role"]), _key(row["presenter_id"]), row["presenter_name"]),
        minutes=row["minutes"],
        wanted_outcome=row["wanted_outcome"],
        source=Source(SourceKind(row["source_kind"]), _key(row["source_id"]), row["source_label"]),
        origin=row["origin"],
        state=ItemState(row["state"]),
        deferrals=row["deferrals"],
        section=row["section"],
        sent=SentState(row["sent"]),
        sent_on=_typed(date, row["sent_on"]),
        carried_from=_key(row["carried_from"]),
    )


def _word(connection: cipher.Connection, query: str, key: str | None) -> str:
    """What another record is called; empty where none is referred to."""
    return next((str(word) for row in _rows(connection, query, (key,)) for word in row.values()), "")


def _of_meeting(connection: cipher.Connection, table: str, meeting: str, order: str) -> Iterator[_Row]:
    return _rows(connection, f"SELECT * FROM {table} WHERE meeting_id = ? ORDER BY {order}", (meeting,))  # noqa: S608


def _rows(connection: cipher.Connection, query: str, values: tuple[Any, ...] = ()) -> Iterator[_Row]:
    cursor: Any = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        yield dict(zip(names, row, strict=True))


def _value(kind: type[_Value], row: _Row) -> _Value:
    """A value whose fields are columns of the same names."""
    hints = get_type_hints(kind)
    return kind(**{name: _typed(hints[name], row[name]) for name in (f.name for f in fields(kind))})  # type: ignore[arg-type]


def _typed(hint: Any, stored: Any) -> Any:
    if isinstance(hint, UnionType):
        if stored is None:
            return None
        hint = next(kind for kind in get_args(hint) if kind is not NoneType)
    if hint is UUID:
        return UUID(stored)
    if hint is datetime:
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    if hint is date:
        return date.fromisoformat(stored) if stored else None
    return hint(stored) if isinstance(hint, type) and issubclass(hint, Enum | bool) else stored


def _key(stored: str | None) -> UUID | None:
    return UUID(stored) if stored else None
