"""Writing a finished document where the user wants it, whole or not at all."""

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.document import FinishedDocument
from desktop.errors import FileError


def write_document(document: FinishedDocument, path: Path) -> Path:
    """Write a document where the user wants it.

    Raises:
        FileError: The folder or the file cannot be written.
    """
    return write_whole(document.pdf, path)


def write_whole(content: bytes, path: Path) -> Path:
    """Write a file beside its place and move it there, so that a failure never leaves half of it.

    Raises:
        FileError: The folder or the file cannot be written, for instance because another program has it open.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise FileError(
            QCoreApplication.translate("Documents", "Det gick inte att spara ”{name}” i mappen ”{folder}”.").format(
                name=path.name, folder=path.parent.name or path.parent
            ),
            QCoreApplication.translate(
                "Documents",
                "Stäng filen om den är öppen i ett annat program, eller välj en mapp som du får skriva i.",
            ),
        ) from error
    return path


def with_suffix(chosen: str) -> Path:
    """The path that was chosen, ending in ``.pdf`` also where the user did not write it."""
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
