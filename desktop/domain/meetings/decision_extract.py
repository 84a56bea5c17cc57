"""What an extract of a meeting's decisions says: a frozen value with everything shown and nothing more (R11, R37)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import MeetingHead


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedDecision:
    """One decision as it is printed.

    Attributes:
        text: The wording.
        level: The level it was made at: "Taktisk".
        decided_by: Who made it, or an empty text.
        item: The item it was made under, or an empty text.
        source: Where the wording stands, with its page, or an empty text.
        replaces: The wording of the decision it takes the place of, or an empty text.
    """

    number: int
    text: str
    level: str
    decided_on: date
    decided_by: str = ""
    item: str = ""
    valid_until: date | None = None
    review_on: date | None = None
    source: str = ""
    replaces: str = ""

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is told below the wording, each with its label."""
        return (
            ("Punkt", self.item),
            ("Beslutat", in_prose(self.decided_on)),
            ("Källa", self.source),
            ("Ersätter", self.replaces),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionExtract(MeetingHead):
    """The decisions of one meeting, ready to be printed."""

    decisions: tuple[ExtractedDecision, ...] = ()
