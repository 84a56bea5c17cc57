"""How matters are kept (R19–R24)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level
from desktop.domain.matters.matter import Grade, Matter, MatterKind, MatterStatus
from desktop.domain.money import Money
from desktop.models.base import Kept, Record, refers_to


class MatterRecord(Kept[Matter], Record):
    """A matter. ``cost_ore`` is its cost in öre."""

    __tablename__ = "matter"
    __table_args__ = (
        Index(None, "status", "level", "reported_on"),
        Index(None, "kind", "area_id", "reported_on"),
    )
    news: ClassVar[str] = "matter"

    number: Mapped[str] = mapped_column(index=True)
    kind: Mapped[MatterKind]
    title: Mapped[str]
    level: Mapped[Level]
    reported_on: Mapped[date] = mapped_column(index=True)
    description: Mapped[str] = mapped_column(default="")
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    status: Mapped[MatterStatus] = mapped_column(default=MatterStatus.OPEN)
    closed_on: Mapped[date | None]
    support_case: Mapped[str] = mapped_column(default="")
    cost_ore: Mapped[int | None]
    cost_settled_on: Mapped[date | None]
    grade: Mapped[Grade | None]
    report_on: Mapped[date | None]
    escalated_on: Mapped[date | None]
    raised_operational_on: Mapped[date | None]
    raised_tactical_on: Mapped[date | None]
    own_registry_number: Mapped[str] = mapped_column(default="")
    ssc_registry_number: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    confirmed_by: Mapped[str] = mapped_column(default="")
    lesson: Mapped[str] = mapped_column(default="")
    follow_up_on: Mapped[date | None]
    merged_into: Mapped[UUID | None] = refers_to("matter.id")

    def take(self, value: Matter) -> None:
        """Keep the matter."""
        super().take(value)
        self.cost_ore = None if value.cost is None else value.cost.ore

    def to_value(self) -> Matter:
        """The matter."""
        cost = None if self.cost_ore is None else Money(self.cost_ore)
        return Matter(**self.same(Matter), cost=cost)
