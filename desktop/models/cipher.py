"""The door to SQLCipher: the only module that knows the driver. It has no types of its own, so they are given here."""

import os
from pathlib import Path
from typing import Any, Protocol, cast

from sqlcipher3 import dbapi2 as _driver  # pyright: ignore[reportMissingTypeStubs]  -- it ships none

from desktop.errors import StoreError
from desktop.models.local_disk import is_local
from desktop.paths import make_private, private_folder

DRIVER: Any = _driver
KEY_LENGTH = 32
_SQLITE_NEEDED = (3, 51, 3)  # earlier ones can lose commits when the write-ahead log is reset
_WAIT_SECONDS = 5.0
_CACHE_KIB = 64 * 1024


class Rows(Protocol):
    """What a statement gave."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, if any."""
        ...

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        ...


class Connection(Protocol):
    """As much of a driver connection as is used here."""

    def execute(self, statement: str, values: tuple[Any, ...] = ()) -> Rows:
        """Run one statement."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def connect(path: Path, key: bytes, *, foreign_keys: bool = True) -> Connection:
    """Open an encrypted file, made if missing, so that nothing committed is lost even when the power is.

    Args:
        path: The file; it, its side files and its folder are made open to the user alone.
        key: The 32 bytes that the content is encrypted with.
        foreign_keys: Whether references are checked; only migrations do without.

    Raises:
        ValueError: The key has another length.
        StoreError: The file or its folder cannot be made, or lies where it cannot be written safely.
        Exception: The driver's own errors; ``desktop.models.faults`` knows what they mean.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError(f"a key has {KEY_LENGTH} bytes")
    _make_private_file(path)
    connection = cast(
        "Connection",
        DRIVER.connect(str(path), isolation_level=None, check_same_thread=False, timeout=_WAIT_SECONDS),
    )
    try:
        _prepare(connection, key, foreign_keys=foreign_keys)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_private_file(path: Path) -> None:
    """The side files (-wal, -shm) get the rights of the file itself, so it has to exist with the right ones."""
    try:
        if not is_local(private_folder(path.parent)):
            raise _unsafe_place()
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        make_private(path)
    except OSError as error:
        raise StoreError(
            "Registret kunde inte öppnas.", "Kontrollera att mappen finns och att du har rättigheter till den."
        ) from error


def _unsafe_place() -> StoreError:
    return StoreError(
        "Registret ligger på en disk som inte klarar säker skrivning.", "Flytta det till en lokal disk i datorn."
    )


def _prepare(connection: Connection, key: bytes, *, foreign_keys: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")  # takes no bound parameter; hex cannot break out
    mode = connection.execute("PRAGMA journal_mode = wal").fetchone()
    if mode != ("wal",):
        raise _unsafe_place()
    connection.execute("PRAGMA synchronous = full")
    connection.execute(f"PRAGMA foreign_keys = {'on' if foreign_keys else 'off'}")
    connection.execute("PRAGMA secure_delete = fast")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def check_driver(connection: Connection) -> None:
    """Make sure that what is loaded is what the register relies on.

    Raises:
        RuntimeError: The installation is broken: too old an SQLite, or one without cipher or full-text search.
    """
    if DRIVER.sqlite_version_info < _SQLITE_NEEDED:
        raise RuntimeError(f"SQLite {DRIVER.sqlite_version} is older than {_SQLITE_NEEDED}")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("the SQLite that was loaded has no cipher")
    if connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone() != (1,):
        raise RuntimeError("the SQLite that was loaded has no full-text search")
