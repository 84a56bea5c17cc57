"""The contact lists that SSC has sent, remembered for the next comparison; and how their columns are read (R17)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedList:
    """A contact list as it was when it came; ``content`` is its contacts as JSON."""

    id: UUID
    file_name: str
    read_on: date
    content: str
    version_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which column means what in files with these headings, as the user said last time; both are JSON."""

    id: UUID
    headings: str
    columns: str
