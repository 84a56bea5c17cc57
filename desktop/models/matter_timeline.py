"""How what happens in a matter is kept: its timeline, links, conversions and measures (R19)."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Channel, Level, Party
from desktop.domain.matters.matter_entry import Holder, MatterEntry, Trend
from desktop.domain.matters.matter_link import Conversion, LinkKind, LinkRole, MatterLink
from desktop.domain.matters.measure import Measure
from desktop.models.base import Kept, Record, refers_to


class MatterEntryRecord(Kept[MatterEntry], Record):
    """An entry of a timeline (R19)."""

    __tablename__ = "matter_entry"
    news: ClassVar[str] = "matter_entry"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id")
    happened_at: Mapped[datetime]
    written_at: Mapped[datetime]
    text: Mapped[str]
    written_by: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel | None]
    party: Mapped[Party | None]
    person: Mapped[str] = mapped_column(default="")
    level: Mapped[Level | None]
    is_internal: Mapped[bool] = mapped_column(default=False)
    corrects_id: Mapped[UUID | None] = refers_to("matter_entry.id")
    passes_to: Mapped[Holder | None]
    passes_until: Mapped[date | None]
    trend: Mapped[Trend | None]
    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")

    def to_value(self) -> MatterEntry:
        """The value."""
        return MatterEntry(**self.same(MatterEntry))


class MatterLinkRecord(Kept[MatterLink], Record):
    """A link from a matter."""

    __tablename__ = "matter_link"
    news: ClassVar[str] = "matter_link"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id")
    kind: Mapped[LinkKind]
    target_id: Mapped[UUID] = mapped_column(index=True)
    role: Mapped[LinkRole] = mapped_column(default=LinkRole.RELATED)
    linked_on: Mapped[date]

    def to_value(self) -> MatterLink:
        """The value."""
        return MatterLink(**self.same(MatterLink))


class ConversionRecord(Kept[Conversion], Record):
    """That a matter became another kind."""

    __tablename__ = "matter_conversion"
    news: ClassVar[str] = "matter_conversion"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id")
    from_kind: Mapped[str]
    to_kind: Mapped[str]
    converted_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Conversion:
        """The value."""
        return Conversion(**self.same(Conversion))


class MeasureRecord(Kept[Measure], Record):
    """A measure."""

    __tablename__ = "measure"
    news: ClassVar[str] = "measure"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id")
    text: Mapped[str]
    party: Mapped[Party]
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    effect: Mapped[str] = mapped_column(default="")
    verified_on: Mapped[date | None]
    verified_by: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Measure:
        """The value."""
        return Measure(**self.same(Measure))
