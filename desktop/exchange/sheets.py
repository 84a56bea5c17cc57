"""Lines of cells, whatever file they came from, each with the number that the user's own program shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.errors import FileError
from desktop.exchange.plain_text import plain_passage

MOST_LINES = 100_000
"""The most lines with content that a sheet may have: 20 000 contacts with some roles and rights each."""
MOST_COLUMNS = 60
"""The columns that are looked at; what stands further to the right is left out."""
FORMULA_SIGNS = ("=", "+", "-", "@")
"""What makes a spreadsheet compute what follows."""

Cell = str | float | date
"""Text (empty when there is nothing), a number, or a date that the file itself marks as one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number counted from 1, and its cells from the first column on."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> list[str]:
        """What the cells that hold something say, in order."""
        return [text for cell in self.cells if (text := as_text(cell))]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines with content; a sheet of a text file has no name. ``complete`` is false when it was too long."""

    name: str
    lines: tuple[Line, ...] = field(repr=False)
    complete: bool = True

    @classmethod
    def of(cls, name: str, lines: Iterable[Line]) -> "Sheet":
        """The sheet with its blank lines left out, kept no longer than ``MOST_LINES``."""
        kept: list[Line] = []
        for line in lines:
            if any(cell != "" for cell in line.cells):
                if len(kept) == MOST_LINES:
                    return cls(name, tuple(kept), complete=False)
                kept.append(line)
        return cls(name, tuple(kept))

    def require_complete(self, file_name: str) -> None:
        """Refuse a sheet that was too long.

        Raises:
            FileError: It has more than ``MOST_LINES`` lines.
        """
        if not self.complete:
            most = f"{MOST_LINES:,}".replace(",", "\u00a0")
            raise FileError(
                f"Filen {file_name} har fler än {most} rader.",
                "Dela upp den i mindre delar och läs in dem var för sig.",
            )


def as_cell(value: object) -> Cell:
    """A cell's value, whatever the library made of it; formulas and errors are text like any other."""
    match value:
        case None:
            return ""
        case bool():
            return "Ja" if value else "Nej"
        case int() | float():
            return float(value) if abs(value) < 1e15 else str(value)
        case datetime():
            return value.date()
        case date():
            return value
        case _:
            return plain_passage(str(value))


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet might compute a text; some of them overlook space before the sign."""
    return text.lstrip(" \n\u00a0").startswith(FORMULA_SIGNS)


def as_written(field: str) -> str:
    """A field of a text file without the apostrophe that keeps a spreadsheet from computing it."""
    return field[1:] if field.startswith("'") and begins_formula(field.lstrip("'")) else field


def as_text(cell: Cell) -> str:
    """What a cell says: dates as ``2026-12-01``, whole numbers without decimals, others with a decimal comma."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float | int):
        return f"{cell:.15g}".replace(".", ",")
    return cell
