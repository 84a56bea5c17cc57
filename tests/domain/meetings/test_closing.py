"""What becomes of an item, and how a deferred one goes on (R10)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, ItemState, SentState, Source, SourceKind
from desktop.domain.meetings.closing import Carry, carried, deferred_item, deferred_key, times, with_outcome

ITEM = AgendaItem(
    id=new_id(),
    meeting_id=new_id(),
    position=3,
    title="Gallring",
    source=Source(SourceKind.MATTER, new_id(), "Ärende"),
    origin="matter:1",
    state=ItemState.DEFERRED,
    deferrals=2,
    sent=SentState.LEFT_OUT,
    sent_on=date(2026, 11, 1),
)


@given(st.lists(st.sampled_from(ItemState), max_size=8), st.integers(0, 5))
def test_the_count_is_one_higher_exactly_while_the_item_is_deferred(outcomes: list[ItemState], before: int) -> None:
    item = AgendaItem(id=new_id(), meeting_id=new_id(), position=0, title="Gallring", deferrals=before)
    for outcome in outcomes:
        item = with_outcome(item, outcome)
        assert item.state is outcome
        assert item.deferrals == before + (outcome is ItemState.DEFERRED)


def test_a_moved_item_is_itself_on_the_other_agenda() -> None:
    there = new_id()
    moved = carried(ITEM, there, Carry.MOVE)
    assert (moved.id, moved.meeting_id, moved.origin, moved.source) == (ITEM.id, there, ITEM.origin, ITEM.source)
    assert (moved.state, moved.deferrals, moved.carried_from) == (ItemState.OPEN, 2, None)
    assert (moved.sent, moved.sent_on) == (SentState.NOT_SENT, None)


def test_a_copied_item_is_another_that_tells_where_it_comes_from() -> None:
    there = new_id()
    copy = carried(ITEM, there, Carry.COPY)
    assert copy.id != ITEM.id
    assert (copy.meeting_id, copy.carried_from, copy.origin) == (there, ITEM.id, f"item:{ITEM.id}")
    assert (copy.state, copy.deferrals, copy.title, copy.minutes) == (ItemState.OPEN, 2, "Gallring", ITEM.minutes)
    assert copy.source == Source(SourceKind.ITEM, ITEM.meeting_id, "Bordlagd punkt")
    assert copy.sent is SentState.NOT_SENT


def test_the_key_of_a_deferred_item_leads_back_to_it() -> None:
    assert deferred_item(deferred_key(ITEM.id)) == ITEM.id
    assert deferred_item("standing:risks") is None


def test_how_often_is_said_in_words() -> None:
    assert [times(count) for count in (1, 3)] == ["en gång", "3 gånger"]
