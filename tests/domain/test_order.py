"""What orders wait for, and where it belongs (R8, R30–R34)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.order import ForumNeed, Order, OrderKind, OrderState


def order(kind: OrderKind, state: OrderState, *, consulted: bool = False) -> Order:
    return Order(id=new_id(), number="B-2026-001", kind=kind, title="x", state=state, consulted=consulted)


@pytest.mark.parametrize(
    ("made", "need", "forums"),
    [
        (order(OrderKind.SERVICE_CHANGE, OrderState.DRAFT), ForumNeed.CONSULTATION, {Level.TACTICAL}),
        (
            order(OrderKind.ADDITIONAL_SERVICE, OrderState.DRAFT),
            ForumNeed.CONSULTATION,
            {Level.OPERATIONAL, Level.TACTICAL},
        ),
        (order(OrderKind.SPECIAL_SERVICE, OrderState.DRAFT), None, set()),
        (order(OrderKind.SERVICE_CHANGE, OrderState.DRAFT, consulted=True), None, set()),
        (order(OrderKind.SPECIAL_SERVICE, OrderState.QUOTED), ForumNeed.QUOTE_DECISION, {Level.TACTICAL}),
        (order(OrderKind.SPECIAL_SERVICE, OrderState.DELIVERED), ForumNeed.APPROVAL, {Level.OPERATIONAL}),
    ],
)
def test_each_need_has_its_forum(made: Order, need: ForumNeed | None, forums: set[Level]) -> None:
    assert made.need() is need
    assert made.forums() == forums


@given(st.sampled_from(OrderKind), st.sampled_from(OrderState), st.booleans())
def test_what_waits_for_a_forum_has_one_and_the_rest_has_none(
    kind: OrderKind, state: OrderState, consulted: bool
) -> None:
    made = order(kind, state, consulted=consulted)
    assert bool(made.need()) == bool(made.forums())
