"""How information that must be spread is kept (R25)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Channel, Party
from desktop.domain.matters.spreading import Spreading
from desktop.models.base import Kept, Record, refers_to


class SpreadingRecord(Kept[Spreading], Record):
    """Information to spread (R25)."""

    __tablename__ = "spreading"
    news: ClassVar[str] = "spreading"

    text: Mapped[str]
    source: Mapped[Party]
    came_on: Mapped[date]
    audience: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    channel: Mapped[Channel | None]
    sent_on: Mapped[date | None]
    done_on: Mapped[date | None] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")
    matter_id: Mapped[UUID | None] = refers_to("matter.id")
    meeting_id: Mapped[UUID | None] = refers_to("meeting.id")
    information_id: Mapped[UUID | None] = refers_to("information.id")

    def to_value(self) -> Spreading:
        """The value."""
        return Spreading(**self.same(Spreading))
