"""How agenda items, their private preparation and dismissed proposals are kept (R6, R8–R11)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level
from desktop.domain.meetings.agenda import (
    AgendaItem,
    BankedItem,
    ItemKind,
    ItemState,
    Preparation,
    Presenter,
    PresenterRole,
    SentState,
    Source,
    SourceKind,
)
from desktop.models.base import Kept, Record, refers_to


class AgendaItemRecord(Kept[AgendaItem], Record):
    """An agenda item. ``source_id`` may be the key of a record of any table."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index(None, "meeting_id", "position"),)
    news: ClassVar[str] = "agenda"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    position: Mapped[int]
    title: Mapped[str]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.INFORMATION)
    presenter_role: Mapped[PresenterRole] = mapped_column(default=PresenterRole.US)
    presenter_id: Mapped[UUID | None] = refers_to("contact.id")
    presenter_name: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=10)
    wanted_outcome: Mapped[str] = mapped_column(default="")
    source_kind: Mapped[SourceKind] = mapped_column(default=SourceKind.OWN)
    source_id: Mapped[UUID | None]
    source_label: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    state: Mapped[ItemState] = mapped_column(default=ItemState.OPEN, index=True)
    deferrals: Mapped[int] = mapped_column(default=0)
    section: Mapped[str] = mapped_column(default="")
    sent: Mapped[SentState] = mapped_column(default=SentState.NOT_SENT)
    sent_on: Mapped[date | None]
    carried_from: Mapped[UUID | None] = refers_to("agenda_item.id")

    def take(self, value: AgendaItem) -> None:
        """Keep the item."""
        super().take(value)
        self.presenter_role = value.presenter.role
        self.presenter_id = value.presenter.contact_id
        self.presenter_name = value.presenter.name
        self.source_kind = value.source.kind
        self.source_id = value.source.id
        self.source_label = value.source.label

    def to_value(self) -> AgendaItem:
        """The item."""
        return AgendaItem(
            **self.same(AgendaItem),
            presenter=Presenter(self.presenter_role, self.presenter_id, self.presenter_name),
            source=Source(self.source_kind, self.source_id, self.source_label),
        )


class PreparationRecord(Kept[Preparation], Record):
    """Private preparation: a table of its own, so that reading items can never read it (R11)."""

    __tablename__ = "preparation"
    news: ClassVar[str] = "agenda"
    parent: ClassVar[str | None] = "item_id"

    item_id: Mapped[UUID] = refers_to("agenda_item.id", unique=True)
    text: Mapped[str]

    def to_value(self) -> Preparation:
        """The preparation."""
        return Preparation(**self.same(Preparation))


class DismissalRecord(Record):
    """A proposal that was dismissed, remembered for its meeting (R8)."""

    __tablename__ = "dismissal"
    __table_args__ = (UniqueConstraint("meeting_id", "key"),)
    news: ClassVar[str] = "agenda"
    parent: ClassVar[str | None] = "meeting_id"

    meeting_id: Mapped[UUID] = refers_to("meeting.id", index=False)
    key: Mapped[str]


class BankedItemRecord(Kept[BankedItem], Record):
    """Something that waits in a level's bank to be taken up."""

    __tablename__ = "banked_item"
    news: ClassVar[str] = "bank"

    level: Mapped[Level]
    title: Mapped[str]
    added_on: Mapped[date]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DISCUSSION)
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    note: Mapped[str] = mapped_column(default="")

    def to_value(self) -> BankedItem:
        """The banked item."""
        return BankedItem(**self.same(BankedItem))
