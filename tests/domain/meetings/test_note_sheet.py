"""The clock against the plan: how late, how much too long, and what could be cut."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, ItemKind, ItemState
from desktop.domain.meetings.note_sheet import Pace, pace

START = datetime(2026, 12, 1, 12, tzinfo=UTC)
SPAN = (START, START + timedelta(minutes=60))


def item(minutes: int, kind: ItemKind = ItemKind.DISCUSSION, state: ItemState = ItemState.OPEN) -> AgendaItem:
    return AgendaItem(
        id=new_id(), meeting_id=new_id(), position=0, title="Punkt", minutes=minutes, kind=kind, state=state
    )


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


@pytest.mark.parametrize(("minute", "behind"), [(0, 0), (9.9, 0), (10, 0), (22, 12), (10.5, 0), (-5, -5), (59, 49)])
def test_an_item_is_late_when_its_end_has_passed_and_early_before_it_begins(minute: float, behind: int) -> None:
    assert pace(SPAN, [item(10), item(20)], 0, after(minute)).behind == behind


def test_what_is_left_says_how_much_too_long_the_meeting_gets() -> None:
    items = [item(10), item(20), item(30, state=ItemState.STRUCK), item(20)]
    assert pace(SPAN, items, 0, after(10)) == Pace(behind=0, over=0)
    assert pace(SPAN, items, 0, after(30)).over == 10
    assert pace(SPAN, items, 0, after(5)).over == 0


def test_information_is_cut_first_and_decisions_never() -> None:
    told, talked, decided = (item(10, kind) for kind in (ItemKind.INFORMATION, ItemKind.DISCUSSION, ItemKind.DECISION))
    items = [item(10), told, talked, decided]
    assert pace(SPAN, items, 0, after(35)).cuts == (told,)
    assert pace(SPAN, items, 0, after(45)).cuts == (told, talked)
    assert pace(SPAN, items, 0, after(90)).cuts == (told, talked)
    assert pace(SPAN, items, 0, after(5)).cuts == ()


@given(st.lists(st.integers(0, 90), min_size=1, max_size=8), st.data())
def test_following_the_plan_is_never_late(minutes: list[int], data: st.DataObject) -> None:
    items = [item(each) for each in minutes]
    current = data.draw(st.integers(0, len(items) - 1))
    into = data.draw(st.integers(0, minutes[current]))
    span = (START, after(sum(minutes)))
    found = pace(span, items, current, after(sum(minutes[:current]) + into))
    assert found == Pace(behind=0, over=0)
