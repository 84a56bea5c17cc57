"""Short ways to make the files that tests read."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import openpyxl

Rows = Iterable[Iterable[object]]

CONTACT_HEADER = ["Part", "Nivå / funktion", "Tjänsteområde", "Efternamn", "Förnamn", "Titel", "Telefon", "E-post",
                  "Gäller fr.o.m."]  # fmt: skip
MATTER_HEADER = ["Nr", "Datum", "Typ", "Område", "Rubrik", "Beskrivning", "Nivå", "Status", "Kostnad", "Supportnr"]


def workbook(folder: Path, **sheets: Rows) -> Path:
    """A workbook; each keyword is a sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = folder / "bok.xlsx"
    book.save(path)
    return path


def text_file(folder: Path, content: bytes | str, name: str = "fil.csv") -> Path:
    """A file of bytes, or of text in UTF-8."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def delimited(folder: Path, rows: Rows, delimiter: str = ";", codec: str = "utf-8") -> Path:
    """A text file with columns."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return text_file(folder, stream.getvalue().encode(codec))


def invitation(folder: Path, *lines: str, method: str = "REQUEST", head: tuple[str, ...] = ()) -> Path:
    """A calendar file with one meeting."""
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//SV", f"METHOD:{method}", *head, "BEGIN:VEVENT",
             *lines, "END:VEVENT", "END:VCALENDAR", ""]  # fmt: skip
    return text_file(folder, "\r\n".join(whole), "kallelse.ics")
