"""What is written down at one meeting: the text of each item, what came of it, and what was said the last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState, clock_times
from desktop.domain.meetings.capture import OutcomeKind, Person
from desktop.domain.meetings.followup import Action, Decision, Information

Outcome = Decision | Action | Information


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSheet:
    """Everything written down at one meeting. Private preparation is no part of it (R11).

    Attributes:
        texts: The notes by the keys of their items; an item without notes is left out.
        outcomes: What came of the items, in the order it was written down.
        people: Who can be responsible for an action, participants first.
        version: The number of the finalised version in force, or nothing while the notes are open (R12).
    """

    meeting_id: UUID
    texts: Mapping[UUID, str] = field(default_factory=dict[UUID, str])
    outcomes: tuple[Outcome, ...] = ()
    people: tuple[Person, ...] = ()
    version: int | None = None

    def text(self, item_id: UUID) -> str:
        """The notes of an item."""
        return self.texts.get(item_id, "")

    def of_item(self, item_id: UUID) -> tuple[Outcome, ...]:
        """What came of an item."""
        return tuple(outcome for outcome in self.outcomes if outcome.item_id == item_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierNotes:
    """What was written down about an item the last time it was up."""

    meeting_title: str
    meeting_day: date
    title: str
    text: str = ""
    outcomes: tuple[Outcome, ...] = ()


def kind_of(outcome: Outcome) -> OutcomeKind:
    """What kind of outcome it is."""
    if isinstance(outcome, Decision):
        return OutcomeKind.DECISION
    return OutcomeKind.ACTION if isinstance(outcome, Action) else OutcomeKind.INFORMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How a meeting keeps to its plan at one moment.

    Attributes:
        behind: Minutes after the plan; negative when ahead of it.
        over: Minutes that the meeting would go on too long if everything left took its time.
        cuts: The items left whose shortening or deferring would help, the easiest first; as many as are needed.
    """

    behind: int
    over: int
    cuts: tuple[AgendaItem, ...] = ()


def pace(span: tuple[datetime, datetime], items: Sequence[AgendaItem], current: int, moment: datetime) -> Pace:
    """How a meeting keeps to its plan.

    Args:
        span: When the meeting begins and ends.
        items: The agenda in order.
        current: The index of the item that is up.
        moment: Now.
    """
    starts, ends = clock_times(span[0], items)[current]
    behind = max(moment - ends, timedelta()) - max(starts - moment, timedelta())
    left = [item for item in items[current + 1 :] if item.state is ItemState.OPEN]
    of_current = min(max(ends - moment, timedelta()), ends - starts)
    finish = moment + of_current + timedelta(minutes=sum(item.minutes for item in left))
    over = _minutes(max(finish - span[1], timedelta()))
    return Pace(behind=_minutes(behind), over=over, cuts=_cuts(left, over))


def _cuts(left: Sequence[AgendaItem], over: int) -> tuple[AgendaItem, ...]:
    """Information before discussion, decisions never; of the same kind the last one first."""
    easiest = sorted(
        (item for item in reversed(left) if item.minutes and item.kind is not ItemKind.DECISION),
        key=lambda item: item.kind is not ItemKind.INFORMATION,
    )
    chosen: list[AgendaItem] = []
    for item in easiest:
        if sum(each.minutes for each in chosen) >= over:
            break
        chosen.append(item)
    return tuple(chosen)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() / 60)
