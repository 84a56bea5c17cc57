"""The log of contacts that were ended or anonymised: an explicit act with basis and date (R39)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.errors import InputError

ANONYMOUS = "Anonymiserad person"
"""What stands where the name of an anonymised person stood."""

LONGEST_BASIS = 400
"""The longest basis of a disposal, in characters."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalRow:
    """An entry of the log as it is listed, with what the contact is called now."""

    disposal: Disposal
    contact_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnds:
    """What is still open for somebody who is about to leave; each number of how many."""

    actions: int = 0
    meetings: int = 0
    notices: int = 0
    roles: int = 0
    deputy_for: tuple[str, ...] = ()

    @property
    def are_there(self) -> bool:
        """Whether somebody else has to take something over."""
        return bool(self.actions or self.meetings or self.deputy_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisationPreview:
    """What anonymising a contact would do, in sentences.

    Attributes:
        removed: What is taken away.
        kept: What keeps the name, and why (R39).
        cannot: Why it cannot be done yet; empty when it can.
    """

    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    cannot: str = ""


def checked_basis(written: str) -> str:
    """The basis with single spaces.

    Raises:
        InputError: There is none, or it is too long.
    """
    basis = " ".join(written.split())
    if not basis:
        raise InputError("Grunden saknas.", "Skriv vilket beslut eller vilken bestämmelse det vilar på.")
    if len(basis) > LONGEST_BASIS:
        raise InputError(f"Grunden får ha högst {LONGEST_BASIS} tecken.", "Korta den.")
    return basis
