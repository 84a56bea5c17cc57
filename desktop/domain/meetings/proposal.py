"""What the agenda of a meeting could take up, each with its reason (R8)."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_notice import ContactNotice
from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.domain.matters.matter import DeficiencyMark, Matter
from desktop.domain.meetings.agenda import AgendaItem, BankedItem, ItemKind, Presenter, Source
from desktop.domain.meetings.followup import Action, Decision
from desktop.domain.meetings.meeting import Meeting, ReceivedPoint
from desktop.domain.order import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An item the agenda could have.

    Attributes:
        key: Stable name of what it comes from; an accepted item keeps it as its origin, a dismissal remembers it.
        reason: One Swedish sentence that says why it is proposed.
        section: The section of the cooperation model behind it, such as ``"3.3"``, or an empty text.
        rank: Where on the agenda it goes, lower first; see ``standing.RANK``.
        deferrals: How many times a returning item has been deferred (R10).
    """

    key: str
    title: str
    reason: str
    section: str = ""
    rank: int
    kind: ItemKind = ItemKind.DISCUSSION
    presenter: Presenter = Presenter()
    minutes: int = 10
    source: Source = Source()
    deferrals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything open that may belong on the agenda of one meeting, as the register has it.

    ``levels`` are those whose questions the forum takes up; a Kundråd has none (R3). ``decisions`` are those in force
    that are due for review by the day of the meeting. ``carried`` holds the keys of what its carried items came from at
    earlier meetings: that is on the agenda already. ``notices`` are the changes of our contacts that SSC has not been
    told of and that are not on another agenda (R18).
    """

    meeting: Meeting
    levels: frozenset[Level]
    items: tuple[AgendaItem, ...] = ()
    dismissed: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    received: tuple[ReceivedPoint, ...] = ()
    matters: tuple[Matter, ...] = ()
    repeated: tuple[tuple[DeficiencyMark, ...], ...] = ()
    actions: tuple[Action, ...] = ()
    deferred: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    banked: tuple[BankedItem, ...] = ()
    orders: tuple[Order, ...] = ()
    our_contacts: tuple[Contact, ...] = ()
    notices: tuple[ContactNotice, ...] = ()
    area_names: dict[UUID, str] = field(default_factory=dict[UUID, str])
    previous_on: date | None = None

    @property
    def forum(self) -> Forum:
        """The forum of the meeting: Kundråd, the one that two levels share, or that of its level (R1, R3)."""
        if self.meeting.is_council:
            return Forum.COUNCIL
        return Forum.COMBINED if len(self.levels) > 1 else Forum(self.meeting.level.value)
