"""What printed notes of a meeting say: a frozen value with everything they show and nothing more (R10–R12, R37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.dates import in_prose
from desktop.domain.meetings.meeting_head import Fact, MeetingHead


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """Someone who was invited, and how they took part, in words (R7)."""

    name: str
    party: str
    title: str = ""
    attendance: str = ""
    replaced_by: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """What is told after the name."""
        came = f"ersatt av {self.replaced_by}" if self.replaced_by.strip() else self.attendance
        return self.title, came[:1].lower() + came[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What a party undertook to do under an item."""

    text: str
    party: str
    owner: str = ""
    due_on: date | None = None

    @property
    def answers(self) -> str:
        """Who does it, and by when."""
        who = ", ".join(part for part in (self.owner.strip(), self.party.strip()) if part)
        due = f"klar senast {in_prose(self.due_on)}" if self.due_on else "inget datum"
        return f"{who}, {due}" if who else due.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesLine:
    """One item with what was said and what came of it.

    There is deliberately no field for private preparation: what is not here cannot reach a document (R11).

    Attributes:
        outcome: "Behandlad", "Bordlagd" or "Struken", or an empty text before the meeting is closed.
        deferrals: How many times the item has been deferred, this time included.
    """

    number: int
    title: str
    kind: str
    section: str = ""
    presenter: str = ""
    outcome: str = ""
    deferrals: int = 0
    text: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    information: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """What is told below the title: what kind of item it is, who presented it and what became of it."""
        often = f" {self.deferrals} gånger" if self.deferrals > 1 else ""
        return self.kind, self.presenter, f"{self.outcome}{often}" if self.outcome else ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What was said, paragraph by paragraph."""
        return tuple(line for line in self.text.splitlines() if line.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesDocument(MeetingHead):
    """Notes ready to be printed or finalised.

    ``status``, ``digest`` and ``created`` tell of the paper; all the rest is what a finalised version fixes (R12).

    Attributes:
        digest: The SHA-256 of the finalised content, in hexadecimal; empty for a draft.
        written_by: The party that writes the official notes (R5).
    """

    digest: str = ""
    written_by: str = ""
    participants: tuple[AttendanceLine, ...] = ()
    items: tuple[NotesLine, ...] = ()

    def state(self) -> Iterator[Fact]:
        """Who writes the notes and how far they have come; a fixed version tells how it is known again (R12)."""
        yield Fact("Antecknar", self.written_by)
        if not self.digest:
            yield Fact("Status", self.status)
            return
        told = "Summan är räknad med SHA-256 på innehållet. Samma summa betyder att inget har ändrats."
        yield Fact("Status", self.status, (f"Kontrollsumma {self.digest}", told))
