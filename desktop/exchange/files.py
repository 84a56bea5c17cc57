"""What a file is, told by its content and never by its name; what cannot be used is refused with a sentence.

A file is read once and whole, after its size is known, so that what was judged is also what is parsed.
"""

import re
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from desktop.errors import FileError
from desktop.exchange.plain_text import shown_name
from desktop.exchange.reading import told_in_words
from desktop.exchange.zips import ZipForm, zip_form

LARGEST_FILE = 20 * 1024 * 1024
"""The largest file that is opened, in bytes."""
_READABLE = (
    "Det som kan läsas in är Excelfiler (.xlsx), textfiler med kolumner (.csv), visitkort (.vcf) och kallelser (.ics)."
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CALENDAR = re.compile(rb"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
_CARDS = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD\b", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

_PDF = b"%PDF-"
_OTHER_KINDS = (
    (re.compile(re.escape(_PDF)), "en PDF"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00{4}|II\*\x00|MM\x00\*|RIFF.{4}WEBP", re.DOTALL), "en bild"),
    (re.compile(rb"\{\\rtf"), "ett dokument i RTF-format"),
    (re.compile(rb"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE), "en webbsida"),
    (re.compile(rb"\s*<\?xml|\s*<svg", re.IGNORECASE), "ett XML-dokument"),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!|BZh|\xfd7zXZ"), "en packad fil"),
    (re.compile(rb"MZ|\x7fELF|#!"), "ett program"),
    (re.compile(rb"SQLite format 3"), "en databas"),
)
_OLE_KINDS = (
    (
        "__substg1.0_",
        "ett meddelande från Outlook (.msg)",
        "Spara mötet i Outlook som iCalendar (.ics) och läs in det.",
    ),
    ("WordDocument", "ett äldre Worddokument (.doc)", _READABLE),
    ("PowerPoint Document", "en äldre presentation (.ppt)", _READABLE),
    ("Workbook", "en äldre Excelfil (.xls)", "Öppna den i Excel, spara den som .xlsx och läs in den filen."),
    ("Book", "en äldre Excelfil (.xls)", "Öppna den i Excel, spara den som .xlsx och läs in den filen."),
)
_ZIP_KINDS = {
    ZipForm.DOCUMENT: "ett Worddokument (.docx)",
    ZipForm.PRESENTATION: "en presentation (.pptx)",
    ZipForm.BINARY_WORKBOOK: "en binär Excelfil (.xlsb)",
    ZipForm.OPEN_DOCUMENT: "ett dokument i OpenDocument-format (.ods, .odt)",
    ZipForm.OTHER: "en packad fil (.zip)",
}


class Form(Enum):
    """The forms that can be read further."""

    WORKBOOK = "workbook"
    TEXT = "text"
    CALENDAR = "calendar"
    CARDS = "cards"
    MAIL = "mail"
    PDF = "pdf"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file whose form is known: its name (without folder, fit for a sentence), its form and its bytes."""

    name: str
    form: Form
    data: bytes


def open_file(path: Path, *, also: frozenset[Form] = frozenset()) -> IncomingFile:
    """Read a file and tell its form by its content.

    Args:
        path: The file.
        also: Forms that are wanted here besides those that can be imported.

    Raises:
        FileError: It cannot be read, is empty, too large, locked by a password, damaged or of another kind.
    """
    name = shown_name(path.name)
    data = _read(path, name)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileError(f"Filen {name} är tom.", "Kontrollera att rätt fil är vald och att den har sparats.")
    if Form.PDF in also and data.startswith(_PDF):
        return IncomingFile(name, Form.PDF, data)
    if Form.DOCUMENT in also and data.startswith(b"PK") and zip_form(data, name) is ZipForm.DOCUMENT:
        return IncomingFile(name, Form.DOCUMENT, data)
    return IncomingFile(name, _form(data, name), data)


def _read(path: Path, name: str) -> bytes:
    with told_in_words(name):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError(f"{name} är en mapp, inte en fil.", "Välj en fil i mappen.")
        if not stat.S_ISREG(status.st_mode):
            raise FileError(f"{name} är ingen vanlig fil.", "Välj en fil på disken.")
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise FileError(
            f"Filen {name} är för stor: {max(status.st_size, len(data)) / 1024 / 1024:.0f} MB.",
            f"Högst {LARGEST_FILE // 1024 // 1024} MB kan läsas in. Dela upp filen eller ta bort det som inte behövs.",
        )
    return data


def _form(data: bytes, name: str) -> Form:
    if data.startswith(_OLE):
        raise _ole_error(data, name)
    if data.startswith(b"PK"):
        form = zip_form(data, name)
        if form is ZipForm.WORKBOOK:
            return Form.WORKBOOK
        raise _other_kind(name, _ZIP_KINDS[form])
    return _form_of_text(data.removeprefix(b"\xef\xbb\xbf"), name)


def _form_of_text(text: bytes, name: str) -> Form:
    if _CALENDAR.match(text) or _CALENDAR.match(_narrow(text)):
        return Form.CALENDAR
    if _CARDS.match(text) or _CARDS.match(_narrow(text)):
        return Form.CARDS
    for pattern, words in _OTHER_KINDS:
        if pattern.match(text):
            raise _other_kind(name, words)
    if _MAIL.match(text[:100_000]) and re.search(rb"^Content-Type:", text[:100_000], re.IGNORECASE | re.MULTILINE):
        return Form.MAIL
    if _is_binary(text):
        raise _other_kind(name, "av ett slag som inte känns igen")
    return Form.TEXT


def _narrow(data: bytes) -> bytes:
    """The first characters of UTF-16 text as single bytes, as far as they are ASCII."""
    if data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        return b""
    codec = "utf-16-le" if data.startswith(b"\xff") else "utf-16-be"
    return data[2:130].decode(codec, "ignore").encode("ascii", "ignore")


def _is_binary(data: bytes) -> bool:
    """Whether the beginning is too full of control characters to be text; UTF-16 has a mark or regular NULs."""
    beginning = data[:8192]
    if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return False
    nulls = beginning.count(0)
    wide = max(beginning[::2].count(0), beginning[1::2].count(0)) > len(beginning) * 0.3
    return (nulls > len(beginning) * 0.02 and not wide) or len(_CONTROLS.findall(beginning)) > len(beginning) * 0.02


def _ole_error(data: bytes, name: str) -> FileError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileError(
            f"Filen {name} är skyddad med lösenord.",
            "Öppna den i Excel, ta bort lösenordet (Arkiv, Information, Skydda arbetsbok), spara och läs in den.",
        )
    for stream, words, remedy in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            return _other_kind(name, words, remedy)
    return _other_kind(name, "i ett äldre Officeformat eller skadad", "Spara den som .xlsx och läs in den filen.")


def _other_kind(name: str, words: str, remedy: str = _READABLE) -> FileError:
    return FileError(f"Filen {name} är {words} och kan inte läsas in.", remedy)
