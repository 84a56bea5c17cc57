"""What a printed agenda says: a frozen value with everything the document shows and nothing more (R6, R11, R37)."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.meeting import SecrecyMarking


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHead:
    """A side of the agreement as the head of a document names it; an empty number is not printed (R37)."""

    name: str
    organisation_number: str = ""
    registry_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLine:
    """Someone who is invited; ``role`` is the assignment or service area, ``external`` an invited expert (R7)."""

    name: str
    party: str
    title: str = ""
    role: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One item as it is printed.

    There is deliberately no field for private preparation: what is not here cannot reach a document (R11).

    Args:
        number: The item's number on the agenda.
        title: What is taken up.
        kind: "Information", "Diskussion" or "Beslut".
        presenter: Who presents it, or an empty text.
        minutes: Time set aside; 0 if none is.
        starts: When it begins if every item takes its time.
        ends: When it ends if every item takes its time.
        wanted_outcome: What the meeting should arrive at, or an empty text.
        source: Short label of where the item comes from, or an empty text.
    """

    number: int
    title: str
    kind: str
    starts: datetime
    ends: datetime
    presenter: str = ""
    minutes: int = 0
    wanted_outcome: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDocument:
    """An agenda ready to be printed (R6, R37).

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
        participants: Those invited, in the order to print; they are grouped by party.
        items: The agenda.
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
    participants: tuple[ParticipantLine, ...] = ()
    items: tuple[AgendaLine, ...] = ()
    secrecy: SecrecyMarking | None = None

    @property
    def planned_minutes(self) -> int:
        """The sum of the items' minutes."""
        return sum(item.minutes for item in self.items)

    @property
    def meeting_minutes(self) -> int:
        """The length of the meeting in minutes."""
        return round((self.ends - self.starts).total_seconds() / 60)
