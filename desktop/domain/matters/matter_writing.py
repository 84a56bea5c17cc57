"""What a matter must hold to be kept, and to be closed (R19, R37)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.domain.matters.matter import Matter
from desktop.errors import InputError

LONGEST_TITLE = 200
"""The longest title, in characters."""
LONGEST_REFERENCE = 40
"""The longest registry number or case number, in characters (R37)."""
LONGEST_TEXT = 20_000
"""The longest description, outcome or lesson, in characters."""
_REFERENCES = {
    "support_case": "Ärendenumret hos kundsupport",
    "own_registry_number": "Vårt diarienummer",
    "ssc_registry_number": "Statens servicecenters diarienummer",
}
_TEXTS = {"description": "Beskrivningen", "outcome": "Utgången", "lesson": "Lärdomen", "confirmed_by": "Namnet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What is asked when a matter is closed: how it ended, who says so, what was learnt, when to look again."""

    matter_id: UUID
    day: date
    outcome: str
    confirmed_by: str = ""
    lesson: str = ""
    follow_up_on: date | None = None


def checked_matter(matter: Matter) -> Matter:
    """The matter with its texts in order.

    Raises:
        InputError: The title is missing, or a text is too long.
    """
    title = " ".join(matter.title.split())
    if not title:
        raise InputError("Ärendet saknar rubrik.", "Skriv en rubrik.")
    _check_length("Rubriken", title, LONGEST_TITLE)
    references = {name: " ".join(getattr(matter, name).split()) for name in _REFERENCES}
    for name, said in references.items():
        _check_length(_REFERENCES[name], said, LONGEST_REFERENCE)
    texts = {name: getattr(matter, name).strip() for name in _TEXTS}
    for name, said in texts.items():
        _check_length(_TEXTS[name], said, LONGEST_TEXT)
    return replace(matter, title=title, **references, **texts)


def check_new(matter: Matter, day: date) -> None:
    """Check what only a matter that is written today must fulfil.

    Raises:
        InputError: It was reported on a day that is still to come.
    """
    if matter.reported_on > day:
        raise InputError("Ett ärende kan inte vara anmält en dag som inte har varit än.", "Skriv en tidigare dag.")


def checked_closing(matter: Matter, closing: Closing, day: date) -> Closing:
    """The closing with its texts in order.

    Args:
        matter: The matter as it stands.
        closing: What was answered.
        day: Today.

    Raises:
        InputError: The matter is closed already, the outcome is missing, or a day makes no sense.
    """
    outcome, confirmed_by = closing.outcome.strip(), " ".join(closing.confirmed_by.split())
    if not matter.is_open:
        raise InputError(f"Ärende {matter.number} är redan avslutat.")
    if not outcome:
        raise InputError("Det står inte hur ärendet slutade.", "Skriv utgången.")
    if closing.day > day:
        raise InputError("Ett ärende kan inte avslutas en dag som inte har varit än.", "Skriv en tidigare dag.")
    if closing.day < matter.reported_on:
        raise InputError("Ett ärende kan inte avslutas innan det anmäldes.", "Skriv en senare dag.")
    if closing.follow_up_on is not None and closing.follow_up_on < closing.day:
        raise InputError("Uppföljningen ligger före dagen då ärendet avslutas.", "Skriv en senare dag.")
    return replace(closing, outcome=outcome, confirmed_by=confirmed_by, lesson=closing.lesson.strip())


def _check_length(what: str, text: str, longest: int) -> None:
    if len(text) > longest:
        raise InputError(f"{what} får ha högst {longest} tecken.", "Korta texten.")
