"""What we propose to SSC for a meeting, on paper: a frozen value with everything shown and nothing more (R9, R11)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import MeetingHead

_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedItem:
    """One item that we ask SSC to take up.

    There is deliberately no field for private preparation: what is not here cannot reach a document (R11).

    Attributes:
        kind: "Information", "Diskussion" or "Beslut".
        presenter: Who would present it, or an empty text.
        minutes: The time it needs; 0 if none is set aside.
        sent_on: When it was proposed, if it was.
    """

    number: int
    title: str
    kind: str
    presenter: str = ""
    minutes: int = 0
    wanted_outcome: str = ""
    source: str = ""
    sent_on: date | None = None

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is told below the title, each with its label."""
        sent = in_prose(self.sent_on) if self.sent_on else ""
        return ("Önskat resultat", self.wanted_outcome), ("Underlag", self.source), ("Föreslagen", sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsDocument(MeetingHead):
    """Our proposals for one meeting, ready to be printed or to be written in a mail (R9)."""

    items: tuple[ProposedItem, ...] = ()

    @property
    def opening(self) -> tuple[str, ...]:
        """The paragraphs before the items."""
        count = len(self.items)
        asked = "den här punkten tas upp" if count == 1 else f"de här {count} punkterna tas upp"
        return (
            f"Enligt samverkansmodellen, avsnitt{_NBSP}1.2, sammanställer {self.counterpart.name} mötets punkter.",
            f"{self.agency.name} föreslår att {asked} {in_prose(self.day)}.",
        )

    @property
    def request(self) -> tuple[str, ...]:
        """The paragraphs after the items."""
        return (
            "Hör gärna av er om en punkt passar bättre på en annan nivå eller vid ett annat möte.",
            "Skicka gärna dagordningen när den är klar, så att alla har den före mötet.",
        )
