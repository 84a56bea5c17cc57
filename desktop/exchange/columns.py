"""Contact lists with headings of their own: what each column seems to mean, and reading by what the user said (R17)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from desktop.domain.contacts.columns import AskedColumn, ColumnQuestion, Columns, Meaning
from desktop.exchange.contact_list import SHAPE
from desktop.exchange.findings import quoted
from desktop.exchange.sheets import Cell, Line, Sheet, as_text
from desktop.exchange.swedish_words import is_orderer, known_function, level_of_word, parts
from desktop.exchange.tables import Table, as_day, heading, table_under

_SEARCHED_LINES = 60
_SAMPLE = 200
_EXAMPLES = 3
_MOST = 0.6
"""The share of a column's cells that have to look alike."""
_OTHER_NAMES: Mapping[str, Meaning] = {
    "first name": Meaning.GIVEN,
    "given name": Meaning.GIVEN,
    "last name": Meaning.FAMILY,
    "family name": Meaning.FAMILY,
    "surname": Meaning.FAMILY,
    "display name": Meaning.NAME,
    "full name": Meaning.NAME,
    "job title": Meaning.TITLE,
    "yrkestitel": Meaning.TITLE,
    "e mail address": Meaning.EMAIL,
    "email address": Meaning.EMAIL,
    "business phone": Meaning.PHONE,
    "work phone": Meaning.PHONE,
    "mobile phone": Meaning.MOBILE,
    "company": Meaning.PARTY,
    "företag": Meaning.PARTY,
}
_MEANINGS = frozenset(meaning.value for meaning in Meaning)
_EMAIL = re.compile(r"(?:mailto:)?[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+")
_PHONE = re.compile(r"\+?[\d][\d\s()/–-]{4,24}")
_MOBILE = re.compile(r"(?:\+46\s?(?:\(0\))?|0046\s?|0)7[02369]")
_FULL_NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w'’-]+(?:,? [A-ZÅÄÖÉÜ][\w'’-]+){1,3}")


def read_by(sheets: Iterable[Sheet], known: Iterable[Columns]) -> Table | None:
    """The table under headings whose columns the user has given a meaning, or nothing."""
    by_headings = {columns.headings: columns for columns in known}
    for sheet in sheets:
        for line in sheet.lines[:_SEARCHED_LINES]:
            if columns := by_headings.get(headings_of(line)):
                places = {meaning.value: place for place, meaning in enumerate(columns.meanings) if meaning}
                return table_under(sheet, line, places)
    return None


def ask_for_columns(sheets: Iterable[Sheet], file_name: str) -> ColumnQuestion | None:
    """What has to be asked of the table that looks most like a list of contacts; nothing if none does."""
    found = [(sheet, header) for sheet in sheets if (header := _header(sheet)) is not None]
    questions = [_question(sheet, header, file_name) for sheet, header in found]
    best = max(questions, key=_likeness, default=None)
    return best if best is not None and _likeness(best) else None


def adds(question: ColumnQuestion, table: Table) -> bool:
    """Whether asking would find a way to reach people that the known headings of a table leave out."""
    seen = {column.proposed for column in question.columns} & {Meaning.EMAIL, Meaning.PHONE, Meaning.MOBILE}
    return any(meaning.value not in table.headings for meaning in seen)


def headings_of(line: Line) -> tuple[str, ...]:
    """The headings of a line as compared, without empty ones at its end."""
    written = [heading(as_text(cell)) for cell in line.cells]
    while written and not written[-1]:
        written.pop()
    return tuple(written)


def _likeness(question: ColumnQuestion) -> int:
    return sum(column.proposed is not Meaning.UNUSED for column in question.columns)


def _header(sheet: Sheet) -> Line | None:
    """The first line of several words with content of the same width below it."""
    lines = sheet.lines[:_SEARCHED_LINES]
    widest = max((len(line.texts) for line in lines), default=0)
    for line in lines[:-1]:
        texts = line.texts
        if len(texts) >= max(2, widest / 2) and not any(_is_content(text) for text in texts):
            return line if len(set(headings_of(line))) > 1 else None
    return None


def _is_content(text: str) -> bool:
    """Whether a text is no heading: an address, a number, or a day."""
    return bool(_EMAIL.fullmatch(text) or _PHONE.fullmatch(text) or not heading(text) or _is_day(text))


def _is_day(cell: Cell) -> bool:
    with suppress(ValueError):
        return as_day(cell) is not None
    return False


def _question(sheet: Sheet, header: Line, file_name: str) -> ColumnQuestion:
    headings = headings_of(header)
    below = [line for line in sheet.lines if line.number > header.number][:_SAMPLE]
    cells = [[line.cells[place] for line in below if place < len(line.cells)] for place in range(len(headings))]
    filled = [[cell for cell in column if as_text(cell)] for column in cells]
    taken: list[Meaning] = []
    for name in headings:
        meaning = _by_name(name)
        taken.append(meaning if meaning not in taken else Meaning.UNUSED)
    for place, column in enumerate(filled):
        if taken[place] is Meaning.UNUSED:
            meaning = _by_content(column)
            taken[place] = meaning if meaning not in taken else Meaning.UNUSED
    columns = (
        AskedColumn(" ".join(as_text(header.cells[place]).split()), _examples(filled[place]), taken[place])
        for place in range(len(headings))
    )
    return ColumnQuestion(file_name, headings, tuple(columns))


def _examples(cells: Sequence[Cell]) -> tuple[str, ...]:
    texts = dict.fromkeys(quoted(as_text(cell))[1:-1] for cell in cells)
    return tuple(texts)[:_EXAMPLES]


def _by_name(written: str) -> Meaning:
    for column, names in SHAPE.columns.items():
        if written in names and column in _MEANINGS:
            return Meaning(column)
    return _OTHER_NAMES.get(written, Meaning.UNUSED)


_CONTENT: tuple[tuple[Meaning, Callable[[str], object]], ...] = (
    (Meaning.EMAIL, _EMAIL.fullmatch),
    (Meaning.STARTS, _is_day),
    (Meaning.MOBILE, lambda text: _PHONE.fullmatch(text) and _MOBILE.match(text)),
    (Meaning.PHONE, _PHONE.fullmatch),
    (Meaning.ROLE, lambda text: any(level_of_word(p) or is_orderer(p) or known_function(p) for p in parts(text))),
    (Meaning.PARTY, lambda text: "servicecenter" in heading(text) or "ssc" in heading(text).split()),
    (Meaning.NAME, _FULL_NAME.fullmatch),
)


def _by_content(cells: Sequence[Cell]) -> Meaning:
    """What most cells look like; where SSC is named even once, the column says whose people they are."""
    texts = [" ".join(as_text(cell).split()) for cell in cells]
    for meaning, looks in _CONTENT:
        like = sum(bool(looks(text)) for text in texts)
        if like and (like >= len(texts) * _MOST or meaning is Meaning.PARTY):
            return meaning
    return Meaning.UNUSED
