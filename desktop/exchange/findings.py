"""What was odd in a file, gathered while it is read."""

from desktop.domain.contacts.personal_number import WARNING, mentions_personal_number
from desktop.domain.importing import Problem
from desktop.exchange.plain_text import LINE_LENGTH, PASSAGE_LENGTH, plain_line
from desktop.exchange.sheets import as_text
from desktop.exchange.swedish_words import parts
from desktop.exchange.tables import Record, Table

_QUOTED = 60


class Findings:
    """The problems of one table, each with its row and the heading of its column."""

    def __init__(self, table: Table) -> None:
        self._headings = table.headings
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found, in the order of the rows."""
        return tuple(sorted(self._problems, key=lambda problem: problem.row or 0))

    def has(self, column: str) -> bool:
        """Whether the table has such a column at all."""
        return column in self._headings

    def add(self, row: int | None, column: str, sentence: str) -> None:
        """Note a problem; ``column`` is the column's key and is shown as the file's own heading."""
        self._problems.append(Problem(row, self._headings.get(column, column), sentence))

    def line(self, record: Record, column: str) -> str:
        """What a column says, on one line of at most ``LINE_LENGTH`` characters."""
        return self._kept(record, column, plain_line(record.text(column)), LINE_LENGTH)

    def parts(self, record: Record, column: str) -> list[str]:
        """The parts of a cell that lists several, on one line or more."""
        return parts(self._kept(record, column, plain_line(record.text(column).replace("\n", ";")), LINE_LENGTH))

    def passage(self, record: Record, column: str) -> str:
        """What a column says, of at most ``PASSAGE_LENGTH`` characters, with its lines; R38 is watched."""
        return self._kept(record, column, record.text(column), PASSAGE_LENGTH)

    def _kept(self, record: Record, column: str, text: str, most: int) -> str:
        if mentions_personal_number(text):
            self.add(record.number, column, WARNING)
        if len(text) > most:
            self.add(record.number, column, f"Texten är {len(text)} tecken lång; de första {most} tas med.")
        return text[:most].rstrip()

    def unreadable_day(self, record: Record, column: str) -> None:
        """Note that a date could not be read."""
        written = quoted(as_text(record.cell(column)))
        self.add(record.number, column, f"{written} är inte ett datum med år; fältet lämnas tomt.")


def quoted(written: str) -> str:
    """A piece of the file's text in quotation marks, shortened so that it fits a sentence."""
    line = plain_line(written)
    return f"”{line[:_QUOTED]}…”" if len(line) > _QUOTED else f"”{line}”"
