"""What the columns of somebody else's contact list mean, where their headings do not say it (R17)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import InputError


class Meaning(StrEnum):
    """What a column of a contact list holds; ``UNUSED`` is not read."""

    UNUSED = ""
    PARTY = "party"
    ROLE = "role"
    AREA = "area"
    FAMILY = "family"
    GIVEN = "given"
    NAME = "name"
    TITLE = "title"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    FUNCTION_EMAIL = "function_email"
    STARTS = "starts"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column: its heading as written, some of what stands in it, and what it seems to mean."""

    heading: str
    examples: tuple[str, ...]
    proposed: Meaning


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A list whose headings say too little to be read: what does each column mean?

    Attributes:
        headings: The headings as compared; the same headings need not be asked for again.
    """

    file_name: str
    headings: tuple[str, ...]
    columns: tuple[AskedColumn, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The meaning of each column under these headings, in their order."""

    headings: tuple[str, ...]
    meanings: tuple[Meaning, ...]


def checked_columns(columns: Columns) -> Columns:
    """The columns, if a list of contacts can be read by them.

    Raises:
        InputError: Two mean the same, or none says who it is about.
    """
    used = [meaning for meaning in columns.meanings if meaning is not Meaning.UNUSED]
    if len(set(used)) < len(used):
        raise InputError("Två kolumner har samma betydelse.", "Låt en av dem vara oanvänd.")
    if not {Meaning.FAMILY, Meaning.NAME, Meaning.EMAIL} & set(used):
        raise InputError("Ingen kolumn säger vem raden gäller.", "Ange vilken kolumn som är namn eller e-post.")
    return columns


def headings_text(headings: Sequence[str]) -> str:
    """Headings as they are remembered."""
    return json.dumps(list(headings), ensure_ascii=False)


def meanings_text(meanings: Sequence[Meaning]) -> str:
    """Meanings as they are remembered."""
    return json.dumps([meaning.value for meaning in meanings])


def columns_from(headings: str, meanings: str) -> Columns:
    """What was remembered.

    Raises:
        ValueError: It is something else.
    """
    return Columns(tuple(map(str, json.loads(headings))), tuple(Meaning(each) for each in json.loads(meanings)))
