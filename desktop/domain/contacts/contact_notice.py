"""Changes of contacts that the other party has to be told, by the customer web or at a forum (R17, R18)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

LONGEST_TITLE = 200
"""The longest sentence that says what has changed, in characters."""
LONGEST_BODY = 20_000
"""The longest text of a notice, in characters."""


class NoticeChannel(StrEnum):
    """How a change of contact is announced (R18)."""

    CUSTOMER_WEB = "customer_web"
    FORUM = "forum"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNotice:
    """A change of contact, open until it has been announced with channel and date (R18).

    Attributes:
        title: What has changed, in one sentence: "Erik Sund lämnar strategisk nivå den 1 november 2026".
        body: The whole text that the other party is to have.
        contact_id: Whom it is about; in a change of contact the one who leaves.
        successor_id: Who comes instead.
        effective_on: From when the change holds.
        channel: The way that was taken or is planned; with ``meeting_id`` and no ``announced_on`` it is planned.
        meeting_id: The meeting where it is or was announced.
        reference: The receipt, or where in the notes it stands.
        known: What the other party knew before, as kept by whoever made the notice; nothing where that is unknown.
    """

    id: UUID
    title: str
    effective_on: date
    made_on: date
    body: str = ""
    contact_id: UUID | None = None
    successor_id: UUID | None = None
    channel: NoticeChannel | None = None
    meeting_id: UUID | None = None
    announced_on: date | None = None
    reference: str = ""
    known: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the other party remains to be told."""
        return self.announced_on is None


class NoticeState(StrEnum):
    """How far a notice has come: open, planned for a meeting, that meeting has been, announced (R18)."""

    OPEN = "open"
    PLANNED = "planned"
    PASSED = "passed"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """A meeting where a notice can be, is to be or was announced."""

    meeting_id: UUID
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A notice with everything a list says of it.

    Attributes:
        state: How far it has come. A plan that fell, because the meeting was cancelled or the item taken off its
            agenda, leaves the notice open.
        name: Whom it is about, where the register knows that.
        successor: Who comes instead.
        place: The meeting where it is to be, or was, taken up.
        next_forum: The next coming meeting where it can be, one of the level that it concerns before others.
    """

    notice: ContactNotice
    state: NoticeState
    name: str = ""
    successor: str = ""
    place: NoticePlace | None = None
    next_forum: NoticePlace | None = None
