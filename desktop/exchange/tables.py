"""A table found in a sheet: its header below any title lines, its columns by their Swedish names, its records."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.dates import parse_day
from desktop.exchange.sheets import Cell, Line, Sheet, as_text

_SEARCHED_LINES = 60
_EXCELS_FIRST_DAY = date(1899, 12, 30)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of table looks like.

    Attributes:
        columns: The names each column is known by, best first, as ``heading`` writes them.
        needed: Of each group at least one column has to be there.
    """

    columns: Mapping[str, Sequence[str]]
    needed: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its line's number, what stands in the known columns, and everything that stands on the line."""

    number: int
    cells: Mapping[str, Cell]
    texts: tuple[str, ...]

    def cell(self, column: str) -> Cell:
        """What stands in a column, or an empty text."""
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        """What stands in a column, as text."""
        return as_text(self.cell(column))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the lines above it, the headings of the known columns as written, and its records."""

    sheet: Sheet
    titles: tuple[Line, ...]
    header_number: int
    headings: Mapping[str, str]
    records: tuple[Record, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Header:
    sheet: Sheet
    line: Line
    places: Mapping[str, int]


def heading(written: str) -> str:
    """A heading as compared: lower case, letters and digits with single spaces."""
    return " ".join(re.findall(r"[^\W_]+", written.casefold()))


def find_table(sheets: Iterable[Sheet], shape: Shape) -> Table | None:
    """The table that fits the shape best, over all sheets, or nothing."""
    headers = [header for sheet in sheets for header in _headers(sheet, shape)]
    if not headers:
        return None
    best = max(headers, key=lambda header: len(header.places))
    return _table(best)


def table_under(sheet: Sheet, line: Line, places: Mapping[str, int]) -> Table:
    """The table under a line of headings, where these columns stand at these places."""
    return _table(_Header(sheet, line, places))


def has_headings(sheets: Iterable[Sheet], names: frozenset[str]) -> Sheet | None:
    """The first sheet with a line that holds all these headings."""
    for sheet in sheets:
        if any(names <= {heading(text) for text in line.texts} for line in sheet.lines[:_SEARCHED_LINES]):
            return sheet
    return None


def as_day(cell: Cell) -> date | None:
    """The date in a cell: typed, as text with its year, or as Excel's number of days; nothing if the cell is empty.

    Raises:
        ValueError: There is something else.
    """
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int):
        if 20_000 <= cell < 80_000:
            return _EXCELS_FIRST_DAY + timedelta(days=int(cell))
        raise ValueError(as_text(cell))
    text = " ".join(cell.split())
    if not text:
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        text = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    elif match := _DAY_FIRST.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    elif not re.fullmatch(r"\d{8}|\d{1,2} [A-Za-zåäöÅÄÖ]{3,9}\.? \d{4}", text):  # a date in a file says its year
        raise ValueError(text)
    return parse_day(text, date(2000, 1, 1))


def _headers(sheet: Sheet, shape: Shape) -> list[_Header]:
    found: list[_Header] = []
    for line in sheet.lines[:_SEARCHED_LINES]:
        places = _places(line, shape)
        if all(group & places.keys() for group in shape.needed):
            found.append(_Header(sheet, line, places))
    return found


def _places(line: Line, shape: Shape) -> dict[str, int]:
    """Where on a line each known column stands; the best name wins, and every place is taken once."""
    written = [heading(as_text(cell)) for cell in line.cells]
    places: dict[str, int] = {}
    for column, names in shape.columns.items():
        free = (written.index(name) for name in names if name in written)
        place = next((place for place in free if place not in places.values()), None)
        if place is not None:
            places[column] = place
    return places


def _table(header: _Header) -> Table:
    titles: list[Line] = []
    records: list[Record] = []
    head = header.line
    for line in header.sheet.lines:
        if line.number < head.number:
            titles.append(line)
        elif line.number > head.number and line.cells != head.cells:  # a long table may repeat its header
            cells = {column: line.cells[i] for column, i in header.places.items() if i < len(line.cells)}
            records.append(Record(line.number, cells, tuple(line.texts)))
    headings = {column: " ".join(as_text(head.cells[place]).split()) for column, place in header.places.items()}
    return Table(header.sheet, tuple(titles), head.number, headings, tuple(records))
