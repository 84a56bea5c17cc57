"""Text files with columns (.csv) as a sheet: character set, delimiter and quotes are found out, not asked for.

A line's number is that of the text line where the record begins, as editors count them: a record whose field holds
a line break takes several numbers.
"""

import csv
import io
from collections.abc import Iterator

from desktop.errors import FileError
from desktop.exchange.sheets import MOST_COLUMNS, Line, Sheet, as_cell, as_written

_DELIMITERS = (";", "\t", ",", "|")


def delimited_sheet(data: bytes, file_name: str) -> Sheet:
    """The sheet of a text file.

    Raises:
        FileError: A field has no end.
    """
    return Sheet.of("", _lines(decode(data).replace("\x00", ""), file_name))


def decode(data: bytes) -> str:
    """Text in the character set it is most likely in: by its mark, as UTF-16, as UTF-8, or else as Windows-1252."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    beginning = data[:4096]
    if beginning[1::2].count(0) > len(beginning) * 0.3:
        return data.decode("utf-16-le", "replace")
    if beginning[::2].count(0) > len(beginning) * 0.3:
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first records into the most, and the most even, fields."""

    def evenness(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(record) for record in csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=delimiter)]
        except csv.Error:
            return (0, 0)
        split = [width for width in widths if width > 1]
        usual = max(set(split), key=lambda width: (split.count(width), width), default=1)
        return (split.count(usual) * (usual - 1), usual)

    return max(_DELIMITERS, key=evenness)


def _lines(text: str, file_name: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    begins = 1
    try:
        for record in reader:
            yield Line(begins, tuple(as_cell(as_written(field)) for field in record[:MOST_COLUMNS]))
            begins = reader.line_num + 1
    except csv.Error:
        raise FileError(
            f"Filen {file_name} har en cell utan slut på eller efter rad {begins}.",
            "Ett citattecken saknar troligen sitt par. Rätta raden och läs in filen igen.",
        ) from None
