"""Zip files looked at before anything in them is parsed: what they are, and whether they are safe to unpack.

Only the list of contents is read. Names in it are compared, never used as paths.
"""

import io
import zipfile
import zlib
from enum import Enum

from desktop.errors import FileError

MOST_ENTRIES = 2_000
LARGEST_UNPACKED = 64 * 1024 * 1024
"""The most a file may unpack to in all, in bytes."""
HIGHEST_RATIO = 300
"""How many times its packed size an entry may unpack to, when it is larger than a megabyte."""


class ZipForm(Enum):
    """What a zip file holds."""

    WORKBOOK = "workbook"
    BINARY_WORKBOOK = "binary workbook"
    DOCUMENT = "document"
    PRESENTATION = "presentation"
    OPEN_DOCUMENT = "open document"
    OTHER = "other"


def zip_form(data: bytes, name: str) -> ZipForm:
    """Tell what a zip file holds.

    Raises:
        FileError: It is damaged, locked, or unpacks to more than it should.
    """
    entries = _entries(data, name)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileError(f"Filen {name} är skyddad med lösenord.", "Ta bort lösenordet, spara och läs in filen igen.")
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_UNPACKED or any(map(_swells, entries)):
        raise FileError(
            f"Filen {name} packas upp till orimligt mycket och öppnades inte.",
            "Be avsändaren om en vanlig Excelfil, eller kopiera tabellen till en ny arbetsbok.",
        )
    return _form({entry.filename for entry in entries})


def _entries(data: bytes, name: str) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, OverflowError, IndexError):
        raise FileError(
            f"Filen {name} är skadad eller ofullständig.", "Hämta eller spara den på nytt och försök igen."
        ) from None


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > 1024 * 1024 and entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _form(names: set[str]) -> ZipForm:
    if "xl/workbook.bin" in names:
        return ZipForm.BINARY_WORKBOOK
    for folder, form in (
        ("xl/", ZipForm.WORKBOOK),
        ("word/", ZipForm.DOCUMENT),
        ("ppt/", ZipForm.PRESENTATION),
    ):
        if any(name.startswith(folder) for name in names):
            return form
    return ZipForm.OPEN_DOCUMENT if "content.xml" in names else ZipForm.OTHER
