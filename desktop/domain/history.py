"""What was done to the register, by whom and when, field by field."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Act:
    """What a user did: ``verb`` names it ("agenda.move"), ``subject`` says to what ("Avgifter 2027")."""

    verb: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One field of one record, before and after one change. Empty texts stand for nothing."""

    at: datetime
    who: str
    act: Act
    kind: str
    record_id: UUID
    field: str
    old: str
    new: str
