"""How orders are kept (R30–R35)."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from desktop.models.base import Kept, Record, refers_to


class OrderRecord(Kept[Order], Record):
    """An order. ``value_ore`` is its value in öre; ``order`` is a word of SQL."""

    __tablename__ = "service_order"
    news: ClassVar[str] = "order"

    number: Mapped[str] = mapped_column(index=True)
    kind: Mapped[OrderKind]
    title: Mapped[str]
    state: Mapped[OrderState] = mapped_column(default=OrderState.DRAFT, index=True)
    area_id: Mapped[UUID | None] = refers_to("service_area.id")
    value_ore: Mapped[int | None]
    consulted: Mapped[bool] = mapped_column(default=False)

    def take(self, value: Order) -> None:
        """Keep the order."""
        super().take(value)
        self.value_ore = None if value.value is None else value.value.ore

    def to_value(self) -> Order:
        """The order."""
        value = None if self.value_ore is None else Money(self.value_ore)
        return Order(**self.same(Order), value=value)
