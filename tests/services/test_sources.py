"""Sources without a view of their own are told in words."""

from datetime import date

from desktop.domain.agenda import Source, SourceKind
from desktop.domain.followup import Action
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.money import Money
from desktop.domain.order import Order, OrderKind, OrderState
from desktop.models.followup import ActionRecord
from desktop.models.order import OrderRecord
from desktop.services.sources import Sources

from .conftest import Register


def test_an_order_and_an_action_tell_what_they_are(register: Register) -> None:
    order = Order(id=new_id(), number="B-2026-009", kind=OrderKind.SPECIAL_SERVICE, title="Anpassad lönerapport",
                  state=OrderState.QUOTED, value=Money(8_600_000))  # fmt: skip
    action = Action(id=new_id(), meeting_id=None, level=Level.TACTICAL, text="Beskriv rutinen", party=Party.SSC,
                    owner="Per Holmér", due_on=date(2026, 11, 9))  # fmt: skip
    register.put(OrderRecord.of(order), ActionRecord.of(action))
    sources = Sources(register.database)
    told = sources.describe(Source(SourceKind.ORDER, order.id, ""))
    assert told == "Beställning B-2026-009: Anpassad lönerapport. Specialtjänst, offert mottagen, 86\u00a0000\u00a0kr."
    told = sources.describe(Source(SourceKind.ACTION, action.id, ""))
    assert told == "Åtgärd: Beskriv rutinen. Ansvar: Per Holmér, senast 9\u00a0november\u00a02026."


def test_what_is_gone_is_said(register: Register) -> None:
    for kind in (SourceKind.ORDER, SourceKind.ACTION):
        assert "finns inte längre" in Sources(register.database).describe(Source(kind, new_id(), ""))
