"""The log of contacts that were ended or anonymised: an explicit act with basis and date (R39)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class DisposalKind(StrEnum):
    """What was done."""

    ENDED = "ended"
    ANONYMISED = "anonymised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """An entry of the log. ``basis`` is the decision or provision it rests on, ``kept`` says what remains and why."""

    id: UUID
    contact_id: UUID
    kind: DisposalKind
    made_on: date
    basis: str
    made_by: str = ""
    kept: str = ""
