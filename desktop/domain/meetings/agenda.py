"""Agenda items: what is taken up, by whom, for how long and where it comes from (R6, R8–R11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from desktop.domain.level import Level

MINUTES_LARGEST = 480
LONGEST_SECTION = 80
"""The longest heading of a section, in characters."""

REST = "Övriga punkter"
"""What stands over items without a section that come after a section."""


class ItemKind(StrEnum):
    """What the meeting is asked to do with an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


class PresenterRole(StrEnum):
    """Who presents an item when no person is named."""

    CHAIR = "chair"
    US = "us"
    SSC = "ssc"


class ItemState(StrEnum):
    """What became of an item; at closing every one is dealt with, deferred or struck (R10)."""

    OPEN = "open"
    DEALT_WITH = "dealt_with"
    DEFERRED = "deferred"
    STRUCK = "struck"


class SentState(StrEnum):
    """What came of an item that was sent to SSC as a proposal (R9); dealing with it is its ``ItemState``."""

    NOT_SENT = "not_sent"
    PROPOSED = "proposed"
    ON_AGENDA = "on_agenda"
    LEFT_OUT = "left_out"


class SourceKind(StrEnum):
    """What an item or a proposal comes from."""

    OWN = "own"
    STANDING = "standing"
    RECEIVED = "received"
    MATTER = "matter"
    REPETITION = "repetition"
    ACTION = "action"
    ITEM = "item"
    ORDER = "order"
    BANK = "bank"
    DECISION = "decision"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item comes from: the record's key, where there is one, and a short label."""

    kind: SourceKind = SourceKind.OWN
    id: UUID | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Presenter:
    """Who presents: a role, or a named person of the party the role speaks for."""

    role: PresenterRole = PresenterRole.US
    contact_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of an agenda.

    There is no field for private preparation here: it is kept and fetched by itself (``Preparation``), so that no
    document or export made from items can reach it (R11). ``origin`` is the key of the proposal it came from,
    ``carried_from`` the item of an earlier meeting that it goes on with (R10), ``section`` the heading it stands under.
    """

    id: UUID
    meeting_id: UUID
    position: int
    title: str
    kind: ItemKind = ItemKind.INFORMATION
    presenter: Presenter = Presenter()
    minutes: int = 10
    wanted_outcome: str = ""
    source: Source = Source()
    origin: str = ""
    state: ItemState = ItemState.OPEN
    deferrals: int = 0
    section: str = ""
    sent: SentState = SentState.NOT_SENT
    sent_on: date | None = None
    carried_from: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """Private preparation of an item, "Endast för oss"; never part of a document or an export (R11)."""

    item_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankedItem:
    """Something to take up at a level some day; it waits in the level's bank until an agenda has it."""

    id: UUID
    level: Level
    title: str
    added_on: date
    kind: ItemKind = ItemKind.DISCUSSION
    area_id: UUID | None = None
    note: str = ""


def planned_minutes(items: Sequence[AgendaItem]) -> int:
    """The sum of the items' minutes."""
    return sum(item.minutes for item in items)


def caption(section: str, before: str) -> str:
    """What stands over an item whose section differs from that of the item before it; nothing over the others.

    Args:
        section: The section of the item.
        before: That of the item before it; nothing for the first item.
    """
    return "" if section == before else section or REST


def clock_times(starts_at: datetime, items: Sequence[AgendaItem]) -> list[tuple[datetime, datetime]]:
    """When each item begins and ends if every one takes its time, starting when the meeting does."""
    edges = [starts_at]
    for item in items:
        edges.append(edges[-1] + timedelta(minutes=item.minutes))
    return list(pairwise(edges))


def moved(ids: Sequence[UUID], moving: UUID, to: int) -> list[UUID]:
    """The keys in their new order when one of them is put at index ``to`` of the result."""
    rest = [key for key in ids if key != moving]
    place = max(0, min(to, len(rest)))
    return [*rest[:place], moving, *rest[place:]]
