"""What the driver's errors mean to the user."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from desktop.errors import ConflictError, StoreError
from desktop.models.cipher import DRIVER

_PRIMARY_CODE = 0xFF
_SENTENCES = {
    5: ("Registret används just nu av ett annat fönster eller en säkerhetskopiering.", "Försök igen om en stund."),
    6: ("Registret används just nu av ett annat fönster.", "Försök igen om en stund."),
    8: ("Registret är skrivskyddat.", "Kontrollera dina rättigheter till mappen."),
    10: ("Registret kunde inte läsas eller skrivas på disken.", "Kontrollera att disken fungerar och har plats."),
    11: ("Registret är skadat.", "Återställ den senaste säkerhetskopian."),
    13: ("Disken är full, så inget sparades.", "Frigör plats på disken och försök igen."),
    14: ("Registret kunde inte öppnas.", "Kontrollera att mappen finns och att du har rättigheter till den."),
    23: ("Registret kunde inte öppnas.", "Kontrollera dina rättigheter till mappen."),
    26: ("Registret kunde inte läsas: nyckeln är fel eller filen är skadad.", "Återställ den senaste säkerhetskopian."),
}
"""By SQLite's primary result code: busy, locked, readonly, ioerr, corrupt, full, cantopen, auth, notadb."""


def told(error: BaseException) -> StoreError | None:
    """The error as a sentence, or None when it is a bug rather than a circumstance."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if not isinstance(code, int) or code & _PRIMARY_CODE not in _SENTENCES:
        return None
    return StoreError(*_SENTENCES[code & _PRIMARY_CODE])


@contextmanager
def told_in_words() -> Generator[None]:
    """Turn what the driver raises inside into sentences.

    Raises:
        StoreError: The register is locked, full, damaged, read-only or cannot be opened.
        ConflictError: A row was changed by someone else since it was read.
    """
    try:
        yield
    except StaleDataError as error:
        raise ConflictError(
            "Posten har ändrats av någon annan sedan du läste den.", "Läs in den igen och gör om din ändring."
        ) from error
    except (DBAPIError, DRIVER.Error) as error:
        sentence = told(error)
        if sentence is None:
            raise
        raise sentence from error
