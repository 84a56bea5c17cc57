"""What printed notes of a meeting say: a frozen value with everything they show and nothing more (R10–R12, R37)."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.agenda_document import PartyHead
from desktop.domain.meeting import SecrecyMarking


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """Someone who was invited, and how they took part, in words (R7)."""

    name: str
    party: str
    title: str = ""
    attendance: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What a party undertook to do under an item."""

    text: str
    party: str
    owner: str = ""
    due_on: date | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesDocument:
    """Notes ready to be printed or finalised.

    ``status``, ``digest`` and ``created`` tell of the paper; all the rest is what a finalised version fixes (R12).

    Attributes:
        written_by: The party that writes the official notes (R5).
        status: "Utkast" or "Fastställd, version 2".
        digest: The SHA-256 of the finalised content, in hexadecimal; empty for a draft.
        created: The instant the paper is made; the only time that enters the file, so that the same value gives the
            same bytes.
    """

    title: str
    level: str
    agency: PartyHead
    counterpart: PartyHead
    starts: datetime
    ends: datetime
    status: str
    created: datetime
    digest: str = ""
    place: str = ""
    convener: str = ""
    written_by: str = ""
    participants: tuple[AttendanceLine, ...] = ()
    items: tuple[NotesLine, ...] = ()
    secrecy: SecrecyMarking | None = None
