"""Who came to the meetings of a forum, and who is missing again and again (R7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.level import Level, Party
from desktop.domain.meetings.meeting import Attendance, Participant

LOOKED_BACK = 3
"""How many of the latest meetings are looked at."""
OFTEN = 2
"""How many times somebody has to be missing before it is worth a word."""
TOOK_PART = frozenset({Attendance.PRESENT, Attendance.REMOTE, Attendance.REPLACED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Someone who was invited: the side, the levels they held a role of that day, and how they took part."""

    party: Party | None
    levels: frozenset[Level]
    attendance: Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMeeting:
    """One held meeting of a forum and everyone who was invited to it."""

    day: date
    seats: tuple[Seat, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anyone noted who came; nothing can be said of a meeting where nobody did."""
        return any(seat.attendance is not Attendance.UNKNOWN for seat in self.seats)

    def was_missing(self, party: Party, level: Level) -> bool:
        """Whether nobody with a role of that side and level took part, or had somebody else come instead."""
        return not any(
            seat.party is party and level in seat.levels and seat.attendance in TOOK_PART for seat in self.seats
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A side's contact of a level was missing at ``times`` of the latest ``of`` meetings."""

    party: Party
    level: Level
    times: int
    of: int


def often_missed(meetings: Iterable[PastMeeting], levels: Iterable[Level]) -> tuple[Missed, ...]:
    """Which contacts of a forum were missing at most of its latest meetings, the most missed first.

    Args:
        meetings: The held meetings of the forum, in any order.
        levels: The levels whose questions the forum takes up.
    """
    known = sorted((one for one in meetings if one.is_known), key=lambda one: one.day, reverse=True)[:LOOKED_BACK]
    counted = [
        Missed(party=party, level=level, times=sum(one.was_missing(party, level) for one in known), of=len(known))
        for level in sorted(levels, key=lambda level: level.rank)
        for party in Party
    ]
    return tuple(sorted((one for one in counted if one.times >= OFTEN), key=lambda one: -one.times))


def unanswered(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Those of whom nobody has noted how they took part."""
    return tuple(person for person in people if person.attendance is Attendance.UNKNOWN)
