"""The journey of one topic through the meetings: where it was up, what was said and what became of it (R10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.domain.forum import Forum
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.note_sheet import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A topic on the agenda of one meeting. Private preparation is no part of it (R11).

    Attributes:
        day: The date of the meeting in Sweden.
        position: The index of the item on its agenda.
        cancelled: Whether the meeting was cancelled, so that nothing was said.
        deferrals: How many times the item had been deferred then, that meeting included.
        text: The notes of the item.
        outcomes: What came of it, in the order it was written down.
    """

    item_id: UUID
    meeting_id: UUID
    starts_at: datetime
    day: date
    forum: Forum
    title: str
    position: int = 0
    cancelled: bool = False
    state: ItemState = ItemState.OPEN
    deferrals: int = 0
    text: str = ""
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """The stops of a topic, oldest first.

    Attributes:
        item_id: The item that was asked about; it is one of the stops.
    """

    item_id: UUID
    stops: tuple[Stop, ...]

    @property
    def meetings(self) -> int:
        """How many meetings had the topic on their agenda; cancelled ones do not count."""
        return len({stop.meeting_id for stop in self.stops if not stop.cancelled})

    @property
    def days(self) -> int:
        """How many days lie between the first meeting and the last."""
        return (self.stops[-1].day - self.stops[0].day).days

    @property
    def months(self) -> int:
        """How many whole months lie between the first meeting and the last."""
        first, last = self.stops[0].day, self.stops[-1].day
        return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def in_time(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """Stops oldest first; those of one meeting as its agenda has them."""
    return tuple(sorted(stops, key=lambda stop: (stop.starts_at, stop.meeting_id, stop.position, stop.item_id)))
