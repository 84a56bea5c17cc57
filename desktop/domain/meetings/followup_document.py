"""What a printed action list or decision log says: frozen values with everything shown and nothing more (R11, R37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import Fact, PartyHead


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHead:
    """The head of a list across meetings (R37).

    Args:
        agency: Our side, with our registry number.
        counterpart: The other side, with theirs.
        day: The day whose state the list shows.
        status: "Utkast" or "Fastställd, version 2".
        created: The instant the document is made; the same value gives the same bytes.
    """

    agency: PartyHead
    counterpart: PartyHead
    day: date
    status: str
    created: datetime

    def facts(self) -> Iterator[Fact]:
        """Everything the head tells, in order."""
        yield Fact("Läget den", in_prose(self.day))
        yield self.agency.as_fact("Myndighet")
        yield self.counterpart.as_fact("Motpart")
        yield Fact("Status", self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action as it is printed; ``days_overdue`` is 0 for what still has time, ``meeting`` names where it began."""

    text: str
    level: str
    owner: str = ""
    due_on: date | None = None
    days_overdue: int = 0
    meeting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyActions:
    """What one side has undertaken."""

    party: str
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionListDocument:
    """The open actions of both parties, ready to be printed."""

    head: ListHead
    parties: tuple[PartyActions, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision as it is printed; ``state`` says why it no longer holds, or until when it does."""

    text: str
    level: str
    decided_on: date
    review_on: date | None = None
    due_for_review: bool = False
    meeting: str = ""
    decided_by: str = ""
    source: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLogDocument:
    """The decisions, ready to be printed."""

    head: ListHead
    decisions: tuple[DecisionLine, ...]
