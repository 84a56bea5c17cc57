"""What stands at the head of every document of a meeting: what, when, whose and in what state (R37, R40)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Self

from desktop.domain.dates import SWEDEN, clock_span, in_prose, week
from desktop.domain.meetings.meeting import SecrecyMarking

_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact in the body of a document.

    Args:
        label: What it is about.
        said: What it says; a fact that says nothing is not shown.
        details: What is told more quietly below.
        strong: Whether what it says has to be noticed.
    """

    label: str
    said: str
    details: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHead:
    """A side of the agreement as the head of a document names it; an empty number is not printed (R37)."""

    name: str
    organisation_number: str = ""
    registry_number: str = ""

    def as_fact(self, label: str) -> Fact:
        """The party with its numbers as a key fact."""
        numbers = (("Organisationsnummer", self.organisation_number), ("Diarienummer", self.registry_number))
        told = " · ".join(f"{name}{_NBSP}{number}" for name, number in numbers if number.strip())
        return Fact(label, self.name, (told,) if told else ())


def secrecy_fact(marking: SecrecyMarking) -> Fact:
    """A secrecy marking as it stands in the body of a document (R37)."""
    made = f"{in_prose(marking.marked_on)}, {marking.authority}"
    return Fact("Sekretess", f"Sekretess enligt {marking.provision}", (made,), strong=True)


def when_words(starts: datetime, ends: datetime) -> str:
    """``1 december 2026, kl. 13.00–14.30 (v. 49)`` in Swedish time."""
    day = starts.astimezone(SWEDEN).date()
    return f"{in_prose(day)}, kl.{_NBSP}{clock_span(starts, ends)} ({week(day)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHead:
    """The head of a document of one meeting (R37).

    Args:
        title: The meeting's title.
        level: The level or forum in words, for example "Taktisk nivå".
        agency: Our side, with our registry number.
        counterpart: The other side, with theirs.
        starts: When the meeting begins, an instant with time zone.
        ends: When it ends.
        status: "Utkast" or "Fastställd, version 2".
        created: The instant the document is made; the only time that enters the file, so that the same document
            gives the same bytes.
        place: Where the meeting is held, or an empty text.
        convener: Who convenes it, or an empty text.
        secrecy: A secrecy marking, where one is set.
    """

    title: str
    level: str
    agency: PartyHead
    counterpart: PartyHead
    starts: datetime
    ends: datetime
    status: str
    created: datetime
    place: str = ""
    convener: str = ""
    secrecy: SecrecyMarking | None = None

    @classmethod
    def under(cls, head: "MeetingHead", **content: Any) -> Self:
        """A document of this kind with a known head, and content of its own by the names of its fields."""
        shared = {field.name: getattr(head, field.name) for field in fields(MeetingHead)}
        return cls(**(shared | content))

    @property
    def day(self) -> date:
        """The date of the meeting in Sweden."""
        return self.starts.astimezone(SWEDEN).date()

    def facts(self) -> Iterator[Fact]:
        """Everything the head tells, in order."""
        yield Fact("Tid", when_words(self.starts, self.ends))
        yield Fact("Plats", self.place)
        yield Fact("Sammankallande", self.convener)
        yield self.agency.as_fact("Myndighet")
        yield self.counterpart.as_fact("Motpart")
        yield from self.state()
        if self.secrecy is not None:
            yield secrecy_fact(self.secrecy)

    def state(self) -> Iterator[Fact]:
        """How far the document has come."""
        yield Fact("Status", self.status)
