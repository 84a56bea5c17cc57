"""What a printed agenda says: a frozen value with everything the document shows and nothing more (R6, R11, R37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from desktop.domain.dates import clock_span
from desktop.domain.meetings.agenda import caption
from desktop.domain.meetings.meeting_head import MeetingHead

_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLine:
    """Someone who is invited (R7).

    Args:
        name: The name.
        party: The name of the party.
        title: The title.
        role: The assignment or service area.
        external: Whether they belong to neither party.
        item: The one item an expert is invited to, "till punkt 4, kl. 13.40"; empty for the whole meeting.
    """

    name: str
    party: str
    title: str = ""
    role: str = ""
    external: bool = False
    item: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """What is told after the name."""
        invited = f"inbjuden {self.item}".rstrip() if self.external or self.item else ""
        return self.title, self.role, invited


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
        section: The heading it stands under, or an empty text.
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
    section: str = ""

    @property
    def clock(self) -> str:
        """``kl. 13.00–13.10``, or an empty text if no time is set aside."""
        return f"kl.{_NBSP}{clock_span(self.starts, self.ends)}" if self.minutes else ""

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is told below the title, each with its label."""
        return ("Önskat resultat", self.wanted_outcome), ("Underlag", self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDocument(MeetingHead):
    """An agenda ready to be printed (R6, R37).

    Args:
        participants: Those invited, in the order to print; they are grouped by party.
        items: The agenda.
    """

    participants: tuple[ParticipantLine, ...] = ()
    items: tuple[AgendaLine, ...] = ()

    @property
    def planned_minutes(self) -> int:
        """The sum of the items' minutes."""
        return sum(item.minutes for item in self.items)

    @property
    def meeting_minutes(self) -> int:
        """The length of the meeting in minutes."""
        return round((self.ends - self.starts).total_seconds() / 60)

    @property
    def sections(self) -> Iterator[tuple[str, tuple[AgendaLine, ...]]]:
        """The items in order, those of one section together under its heading; the first ones may have none."""
        before = ""
        for section, lines in groupby(self.items, key=lambda item: item.section):
            yield caption(section, before), tuple(lines)
            before = section

    @property
    def sums(self) -> tuple[str, str]:
        """How much of the meeting is planned, and by how much too much, or an empty text."""
        planned, there = self.planned_minutes, self.meeting_minutes
        over = f"Punkterna tar {planned - there}{_NBSP}min längre tid än mötet." if planned > there else ""
        return f"{planned} av {there}{_NBSP}min planerade.", over
