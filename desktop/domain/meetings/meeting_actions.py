"""What the printed action list of one meeting says: a frozen value with everything shown and nothing more (R11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.meetings.followup_list import overdue_words
from desktop.domain.meetings.meeting_head import Fact, MeetingHead


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAction:
    """One action as it is printed; ``days_overdue`` is 0 for what is done or still has time."""

    text: str
    owner: str = ""
    item: str = ""
    due_on: date | None = None
    days_overdue: int = 0
    done_on: date | None = None
    result: str = ""

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is told below the text, each with its label."""
        return ("Punkt", self.item), ("Resultat", self.result)

    @property
    def due(self) -> str:
        """When it is to be done."""
        return self.due_on.isoformat() if self.due_on else "Inget datum"

    @property
    def progress(self) -> str:
        """How far it has come."""
        return f"Klar {self.done_on.isoformat()}" if self.done_on else overdue_words(self.days_overdue) or "Öppen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyUndertakings:
    """What one side undertook at the meeting."""

    party: str
    actions: tuple[MeetingAction, ...] = ()

    @property
    def sum(self) -> str:
        """How many there are, and how many of them are done."""
        count, done = len(self.actions), sum(action.done_on is not None for action in self.actions)
        if not count:
            return "Inga åtgärder."
        if count == 1:
            return "1 åtgärd, klar." if done else "1 åtgärd, inte klar."
        return f"{count} åtgärder, {'alla' if done == count else done or 'ingen'} {'klar' if done < 2 else 'klara'}."


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingActions(MeetingHead):
    """What both sides undertook at one meeting, as it stands on ``as_of``."""

    as_of: date
    parties: tuple[PartyUndertakings, ...] = ()

    def state(self) -> Iterator[Fact]:
        """How far the document has come, and the day whose state it shows."""
        yield Fact("Status", self.status)
        yield Fact("Läget den", in_prose(self.as_of))
