"""The shape of the register's file: which one is current, and how an empty file gets it."""

from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table, text

from desktop.models.change import TRIGGERS
from desktop.models.notes import FIXED_NOTES
from desktop.models.records import BESIDE, HISTORY, RECORDS
from desktop.models.revision import HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection

METADATA = RECORDS[0].metadata
_STAMP = MetaData()
_VERSION = Table(
    "alembic_version",
    _STAMP,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The same table as the migration tool makes, so that a new file needs not load the tool."""


def revision(connection: "Connection") -> str | None:
    """The revision of the file, or None when it is empty.

    Raises:
        LookupError: The file holds something, but not a register.
    """
    tables = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    if not tables:
        return None
    if _VERSION.name not in tables:
        raise LookupError("tables, but no revision")
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def create(connection: "Connection") -> None:
    """Give an empty file the current shape."""
    assert len(METADATA.tables) == len(RECORDS) + len(HISTORY) + len(BESIDE)
    METADATA.create_all(connection, checkfirst=False)
    _STAMP.create_all(connection, checkfirst=False)
    connection.execute(_VERSION.insert(), {"version_num": HEAD})
    make_triggers(connection)


def make_triggers(connection: "Connection") -> None:
    """Make the triggers that keep history append-only and finalised notes fixed, where they are missing."""
    for trigger in (*TRIGGERS, FIXED_NOTES):
        connection.exec_driver_sql(trigger)
