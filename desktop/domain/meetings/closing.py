"""Closing a meeting: what became of every item, and how a deferred one goes on (R10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, ItemState, SentState, Source, SourceKind
from desktop.domain.meetings.meeting import MeetingState, MeetingStep

OUTCOMES = (ItemState.DEALT_WITH, ItemState.DEFERRED, ItemState.STRUCK)
"""What can become of an item, in the order it is asked."""
CLOSING = MeetingState.NOTES_AWAITED
"""The step that closing a meeting takes."""
OFTEN = 3
"""From this many deferrals on, escalating the question is suggested."""


class Carry(StrEnum):
    """How a deferred item comes to a later meeting: it leaves this one, or it stays here and goes on there."""

    MOVE = "move"
    COPY = "copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterMeeting:
    """A meeting that a deferred item can be taken up at."""

    id: UUID
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How far the closing of a meeting has come.

    Attributes:
        closed: Whether the meeting has been closed.
        can_close: Whether it has begun and was not cancelled, so that it can be closed.
        fixed: The number of the finalised version of the notes that is in force, which locks all this; or nothing.
        targets: The later meetings that deferred items can be taken up at, the nearest first.
        taken_up: The later meeting where a deferred item is on the agenda already, by the item's key.
    """

    meeting_id: UUID
    items: tuple[AgendaItem, ...]
    closed: bool = False
    can_close: bool = True
    fixed: int | None = None
    targets: tuple[LaterMeeting, ...] = ()
    taken_up: Mapping[UUID, LaterMeeting]

    @property
    def remaining(self) -> int:
        """How many items nobody has said anything about yet."""
        return open_count(self.items)


def is_closed(steps: Iterable[MeetingStep]) -> bool:
    """Whether a meeting has been closed: that its notes are awaited is the step that closing takes (R5)."""
    return any(step.state is CLOSING for step in steps)


def open_count(items: Iterable[AgendaItem]) -> int:
    """How many items are neither dealt with nor deferred nor struck."""
    return sum(item.state is ItemState.OPEN for item in items)


def with_outcome(item: AgendaItem, outcome: ItemState) -> AgendaItem:
    """The item as the closing leaves it: deferring counts once, and taking the deferral back uncounts it (R10)."""
    before, after = (state is ItemState.DEFERRED for state in (item.state, outcome))
    return replace(item, state=outcome, deferrals=max(0, item.deferrals + after - before))


def carried(item: AgendaItem, meeting_id: UUID, way: Carry) -> AgendaItem:
    """A deferred item as it stands on the agenda of a later meeting, open and with its count (R10).

    Moved it is the same item; copied it is a new one that tells where it comes from. Nothing has been proposed to SSC
    for that meeting yet.
    """
    coming = replace(item, meeting_id=meeting_id, state=ItemState.OPEN, sent=SentState.NOT_SENT, sent_on=None)
    if way is Carry.MOVE:
        return coming
    return replace(
        coming,
        id=new_id(),
        origin=deferred_key(item.id),
        carried_from=item.id,
        source=Source(SourceKind.ITEM, item.meeting_id, "Bordlagd punkt"),
    )


def deferred_key(item_id: UUID) -> str:
    """The key of the proposal that offers a deferred item."""
    return f"item:{item_id}"


def deferred_item(key: str) -> UUID | None:
    """The deferred item that a proposal's key offers, or nothing when it offers something else."""
    kind, _, item_id = key.partition(":")
    return UUID(item_id) if kind == "item" else None


def times(deferrals: int) -> str:
    """How often an item has been deferred: "en gång", "3 gånger"."""
    return "en gång" if deferrals == 1 else f"{deferrals} gånger"
