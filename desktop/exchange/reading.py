"""What can go wrong while a file is read, told as sentences."""

from collections.abc import Generator
from contextlib import contextmanager

from desktop.errors import FileError


@contextmanager
def told_in_words(name: str) -> Generator[None]:
    """Turn what the system raises inside into sentences.

    Raises:
        FileError: The file is gone, may not be read or cannot be read.
    """
    try:
        yield
    except FileNotFoundError:
        raise FileError(
            f"Filen {name} finns inte längre.", "Kontrollera var den ligger och välj den på nytt."
        ) from None
    except PermissionError:
        raise FileError(
            f"Filen {name} får inte läsas.", "Stäng den i andra program och kontrollera dina rättigheter."
        ) from None
    except (OSError, ValueError):
        raise FileError(
            f"Filen {name} gick inte att läsa.", "Kopiera den till den egna datorn och försök igen."
        ) from None
