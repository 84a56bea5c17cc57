"""An import before and after the user's yes: what will be created, matched or skipped, and what was wrong where."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from uuid import UUID

_IMPORTED = frozenset({".ics", ".eml", ".msg", ".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".vcf", ".vcard"})


def seems_importable(path: PurePath) -> bool:
    """Whether a file has the ending of something that can be imported, or that the import knows what to do about."""
    return path.suffix.lower() in _IMPORTED


class ImportKind(StrEnum):
    """What a file turned out to hold."""

    CONTACTS = "contacts"
    MATTERS = "matters"
    INVITATION = "invitation"


class RowAction(StrEnum):
    """What will become of a row."""

    CREATE = "create"
    UPDATE = "update"
    CANCEL = "cancel"
    MATCH = "match"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong in a file, at which row (counted from 1 as the user's program shows it) and column."""

    row: int | None
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What will be done with one record of the file, in words."""

    row: int | None
    action: RowAction
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """Everything an import would do; nothing has been written. ``content`` is the file as it was read."""

    kind: ImportKind
    file_name: str
    headline: str
    rows: tuple[PreviewRow, ...]
    problems: tuple[Problem, ...]
    content: object

    def count(self, action: RowAction) -> int:
        """How many rows will be treated so."""
        return sum(row.action is action for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did, as a sentence; ``meeting_id`` is set when it concerned a meeting."""

    sentence: str
    meeting_id: UUID | None = None
