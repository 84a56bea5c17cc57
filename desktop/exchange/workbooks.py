"""Excel workbooks (.xlsx, .xlsm) as sheets; line numbers are Excel's own row numbers.

Values are what Excel last showed. A formula that was never calculated is kept as the text it is. Macros, links,
pictures and comments are not read.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from desktop.errors import FileError
from desktop.exchange.sheets import MOST_COLUMNS, Line, Sheet, as_cell

_LAST_ROW = 200_000
"""Rows further down are not looked at: a list is far shorter, and a stray cell may stand on Excel's last row."""
_MOST_SHEETS = 30
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


def workbook_sheets(data: bytes, file_name: str) -> tuple[Sheet, ...]:
    """The sheets the user can see, in their order; the hidden ones only when there are no others.

    Raises:
        FileError: The workbook is damaged or has no sheet.
    """
    try:
        with warnings.catch_warnings():  # about decorations that openpyxl does not keep
            warnings.simplefilter("ignore")
            sheets = _sheets(data)
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the parser raise, the user gets one sentence
        raise FileError(
            f"Arbetsboken {file_name} är skadad eller följer inte Excels format.",
            "Öppna den i Excel, spara den på nytt som .xlsx och läs in den filen.",
        ) from None
    if not sheets:
        raise FileError(f"Arbetsboken {file_name} har inga blad med tabeller.", "Kontrollera att rätt fil är vald.")
    return sheets


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    values = _worksheets(data, data_only=True)
    formulas = _worksheets(data, data_only=False) if _has_formulas(data) else [None] * len(values)
    pairs = list(zip(values, formulas, strict=True))
    visible = [pair for pair in pairs if pair[0].sheet_state == "visible"] or pairs
    return tuple(Sheet.of(str(shown.title), _lines(shown, formula)) for shown, formula in visible[:_MOST_SHEETS])


def _worksheets(data: bytes, *, data_only: bool) -> list[Any]:
    import openpyxl

    book: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    return list(book.worksheets)


def _lines(shown: Any, formulas: Any | None) -> Iterator[Line]:
    if formulas is None:
        for number, values in enumerate(_rows(shown), 1):
            if values.count(None) < len(values):
                yield Line(number, tuple(as_cell(value) for value in values))
        return
    for number, (values, written) in enumerate(zip(_rows(shown), _rows(formulas), strict=False), 1):
        if written.count(None) < len(written):
            pairs = zip(values, written, strict=False)
            yield Line(number, tuple(as_cell(_formula_text(w) if v is None else v) for v, w in pairs))


def _rows(sheet: Any) -> Iterator[tuple[object, ...]]:
    """The rows within fixed bounds, whatever size the file claims to have."""
    return sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS, values_only=True)


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [entry for entry in archive.infolist() if entry.filename.startswith("xl/worksheets/")]
        return any(_FORMULA.search(archive.read(part)) for part in parts)


def _formula_text(value: object) -> object:
    """The text of a formula, also of one that fills several cells; other values are not needed here."""
    text = getattr(value, "text", value)
    return text if isinstance(text, str) and text.startswith("=") else None
