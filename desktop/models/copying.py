"""Copies of the register, encrypted as it is itself, that are whole or not there."""

from pathlib import Path

from desktop.errors import StoreError
from desktop.models import cipher
from desktop.models.durable import part_of, put_in_place
from desktop.models.faults import told_in_words
from desktop.paths import private_folder


def copy_register(source: cipher.Connection, key: bytes, target: Path) -> None:
    """Copy an open register, other than ``cp`` with what still lies in the write-ahead log, and make sure it opens.

    Args:
        source: A connection with no transaction.
        key: The register's key, which is the copy's as well.
        target: The file to make; its folder is made if missing.

    Raises:
        StoreError: The copy could not be made or does not open; nothing is left of it.
    """
    private_folder(target.parent)
    part = part_of(target)
    part.unlink(missing_ok=True)
    try:
        part.touch(0o600)  # SQLite fills an empty file, and keeps its rights
        with told_in_words():
            source.execute("VACUUM INTO ?", (str(part),))
            _verify(part, key)
        put_in_place(part, target)
    except OSError as error:
        raise StoreError("Säkerhetskopian kunde inte sparas.", "Kontrollera att disken har plats.") from error
    finally:
        part.unlink(missing_ok=True)


def _verify(path: Path, key: bytes) -> None:
    """Make sure that a copy opens and is whole; its damage is not the register's."""
    try:
        copy = cipher.connect(path, key)
    except cipher.DRIVER.DatabaseError as error:
        raise _broken() from error
    try:
        damaged = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        if damaged or copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise _broken()
        copy.execute("PRAGMA journal_mode = delete")  # a copy is one file
    finally:
        copy.close()


def _broken() -> StoreError:
    return StoreError("Säkerhetskopian blev inte hel.", "Försök igen, och kontrollera disken.")
