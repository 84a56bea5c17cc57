"""Sources without a view of their own are told in words."""

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from desktop.models.order import OrderRecord
from desktop.services.sources import Sources

from .conftest import Register


def test_an_order_tells_what_it_is(register: Register) -> None:
    order = Order(id=new_id(), number="B-2026-009", kind=OrderKind.SPECIAL_SERVICE, title="Anpassad lönerapport",
                  state=OrderState.QUOTED, value=Money(8_600_000))  # fmt: skip
    register.put(OrderRecord.of(order))
    sources = Sources(register.database)
    told = sources.describe(Source(SourceKind.ORDER, order.id, ""))
    assert told == "Beställning B-2026-009: Anpassad lönerapport. Specialtjänst, offert mottagen, 86\u00a0000\u00a0kr."


def test_what_is_gone_is_said(register: Register) -> None:
    assert "finns inte längre" in Sources(register.database).describe(Source(SourceKind.ORDER, new_id(), ""))
