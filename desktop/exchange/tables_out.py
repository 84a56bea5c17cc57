"""Tables on their way out: Excel workbooks and text files with columns, in which no cell is ever a formula.

What stands in a cell may come from others. Text that a spreadsheet would take for a formula is marked as text: in a
workbook by its type and Excel's own mark, in a text file, which has neither, by an apostrophe before it.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.exchange.plain_text import plain_passage
from desktop.exchange.sheets import FORMULA_SIGNS, begins_formula

OutCell = str | int | date | None
"""Text, a whole number, a date, or nothing."""

_BYTE_ORDER_MARK = "\ufeff"
_WIDEST = 60
_LONGEST = 32_767
"""The most characters that a cell of Excel holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutTable:
    """A table to hand on: its name, the headings of its columns, and its rows of as many cells."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[OutCell, ...], ...] = field(repr=False)


def workbook_file(table: OutTable) -> bytes:
    """The table as a workbook (.xlsx) with one sheet, its header kept in sight and ready to be filtered."""
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book: Any = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = table.name
    for place, row in enumerate((table.headings, *table.rows), 1):
        for column, content in enumerate(row, 1):
            _fill(sheet.cell(place, column), content)
    for column, heading in enumerate(table.headings, 1):
        sheet.cell(1, column).font = Font(bold=True)
        longest = max(len(_text(row[column - 1])) for row in (table.headings, *table.rows))
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest, len(heading)) + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def delimited_file(table: OutTable) -> bytes:
    """The table as text (.csv): UTF-8 with its mark and semicolons, as a Swedish Excel opens it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    writer.writerows([harmless(content) for content in row] for row in (table.headings, *table.rows))
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode("utf-8")


def harmless(content: OutCell) -> str:
    """The text of a cell that no spreadsheet computes, whatever it begins with; ``as_written`` undoes it."""
    text = _text(content)
    return f"'{text}" if isinstance(content, str) and begins_formula(text.lstrip("'")) else text


def _fill(cell: Any, content: OutCell) -> None:
    if not isinstance(content, str):
        cell.value = content
        if isinstance(content, date):
            cell.number_format = "yyyy-mm-dd"
        return
    text = _text(content)
    cell.value = text
    if text:
        cell.data_type = "s"  # the library would make a formula of "=…" and an error of "#N/A"
        cell.quotePrefix = text.startswith(FORMULA_SIGNS)


def _text(content: OutCell) -> str:
    if content is None:
        return ""
    return plain_passage(content)[:_LONGEST] if isinstance(content, str) else str(content)
