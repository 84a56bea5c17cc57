"""Files to attach: looked at before they are read, read in pieces, and the same to the last byte or not at all."""

import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from desktop.domain.attachment import LARGEST_ATTACHMENT, size_words
from desktop.domain.file_names import kept_name
from desktop.errors import FileError
from desktop.exchange.plain_text import shown_name
from desktop.exchange.reading import told_in_words

PIECE = 1024 * 1024
"""How much of a file is in memory at a time, in bytes."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """An open file that may be attached: the name it can keep, its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    size: int
    digest: str
    _stream: BinaryIO

    def pieces(self) -> Iterator[bytes]:
        """What it holds, piece by piece.

        Raises:
            FileError: It has been changed since it was opened, or cannot be read any more.
        """
        seen = sha256()
        with told_in_words(self.name):
            self._stream.seek(0)
            while piece := self._stream.read(PIECE):
                seen.update(piece)
                yield piece
        if seen.hexdigest() != self.digest:
            raise _changed(self.name)


@contextmanager
def attached_file(path: Path) -> Generator[AttachedFile]:
    """Open a file to attach; its size is looked at before anything is read.

    Raises:
        FileError: It is too large, empty, a folder, gone, or may not be read.
    """
    shown = shown_name(path.name)
    with told_in_words(shown):
        _check(path.stat(), shown)
        stream = path.open("rb")
    with stream:
        with told_in_words(shown):
            size = _check(os.fstat(stream.fileno()), shown)
            digest, count = _digest(stream)
        if count != size:
            raise _changed(shown)
        yield AttachedFile(kept_name(path.name), size, digest, stream)


def _check(status: os.stat_result, name: str) -> int:
    if stat.S_ISDIR(status.st_mode):
        raise FileError(f"{name} är en mapp och kan inte bifogas.", "Bifoga filerna i mappen var för sig.")
    if not stat.S_ISREG(status.st_mode):
        raise FileError(f"{name} är ingen vanlig fil.", "Välj en fil på disken.")
    if status.st_size > LARGEST_ATTACHMENT:
        raise FileError(
            f"Filen {name} är för stor för att bifogas: {size_words(status.st_size)}.",
            f"Högst {LARGEST_ATTACHMENT // 1024 // 1024}\u00a0MB tas emot, så att registret går snabbt att kopiera. "
            "Dela upp filen, eller anteckna var den finns.",
        )
    if status.st_size == 0:
        raise FileError(f"Filen {name} är tom.", "Kontrollera att rätt fil är vald och att den har sparats.")
    return status.st_size


def _digest(stream: BinaryIO) -> tuple[str, int]:
    """The SHA-256 and the number of bytes, no further than a file may be long."""
    seen, count = sha256(), 0
    while count <= LARGEST_ATTACHMENT and (piece := stream.read(PIECE)):
        seen.update(piece)
        count += len(piece)
    return seen.hexdigest(), count


def _changed(name: str) -> FileError:
    return FileError(f"Filen {name} ändrades medan den lästes.", "Vänta tills den är färdigsparad och försök igen.")
