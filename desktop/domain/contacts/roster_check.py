"""The recurring checks of the contact list and of the authorised orderers (R17, R29, R32)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Roster(StrEnum):
    """What is checked."""

    CONTACTS = "contacts"
    ORDERERS = "orderers"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterCheck:
    """That someone went through a list and found it right, or put it right."""

    id: UUID
    roster: Roster
    checked_on: date
    checked_by: str = ""
    note: str = ""
