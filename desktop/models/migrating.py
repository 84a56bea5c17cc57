"""Brings a register of an older version up to date; loaded only when there is one."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, TableClause, create_engine, event, func, select
from sqlalchemy.pool import StaticPool

from desktop.domain.dates import now
from desktop.errors import StoreError
from desktop.models import cipher, schema
from desktop.models.copying import copy_register
from desktop.models.faults import told_in_words

MIGRATIONS = Path(__file__).parent / "migrations"
"""The scripts, one for each revision of the schema."""


def migrate(path: Path, key: bytes, found: str, copies: Path) -> None:
    """Take a copy, then run the migrations that are missing; all of them or none.

    References are not checked meanwhile, because rebuilding a table would otherwise remove the rows that refer to
    it; instead rows are counted and references checked before anything is committed.

    Args:
        path: The register; nobody else has it open.
        key: Its key.
        found: The revision it has.
        copies: The folder for the copy.

    Raises:
        StoreError: The register was made by a newer version, or the copy or a migration failed; it is unchanged.
    """
    config = _configured()
    scripts = ScriptDirectory.from_config(config)
    if found not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError(
            "Registret är skapat av en nyare version av Samverkan.",
            "Installera den senaste versionen och öppna registret med den.",
        )
    with told_in_words():
        driver = cipher.connect(path, key, foreign_keys=False)
        try:
            copy_register(driver, key, copies / f"register-{found}-{now():%Y%m%dT%H%M%SZ}.db")
            _upgrade(driver, config)
        finally:
            driver.close()


def _configured() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(driver: cipher.Connection, config: Config) -> None:
    engine = create_engine(
        "sqlite://", creator=lambda: driver, module=cipher.DRIVER, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_alone)
    try:
        with engine.begin() as connection:
            before = _row_counts(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            schema.make_triggers(connection)
            _check(connection, before)
    finally:
        engine.dispose()


def _begin_alone(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN EXCLUSIVE")


def _check(connection: Connection, before: dict[str, int]) -> None:
    """Make sure that no row was lost, that nothing refers to what is not there, and that the head was reached."""
    after = _row_counts(connection)
    lost = [table for table, count in before.items() if after.get(table, 0) < count]
    dangling: list[Any] = list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
    if lost or dangling or schema.revision(connection) != schema.HEAD:
        raise StoreError("Registret kunde inte uppdateras till den här versionen.", "Inget har ändrats i det.")


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return {table: _row_count(connection, table) for table in tables}


def _row_count(connection: Connection, table: str) -> int:
    return connection.execute(select(func.count()).select_from(TableClause(table))).scalar_one()
