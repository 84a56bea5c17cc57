"""Clock times, sums and the moving of items."""

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.identity import new_id
from desktop.domain.meetings.agenda import AgendaItem, clock_times, moved, planned_minutes

STARTS = datetime(2026, 12, 1, 12, tzinfo=UTC)


@given(st.lists(st.integers(0, 480), max_size=30))
def test_items_follow_each_other_without_gaps(lengths: list[int]) -> None:
    meeting = new_id()
    items = [
        AgendaItem(id=new_id(), meeting_id=meeting, position=n, title="x", minutes=m) for n, m in enumerate(lengths)
    ]
    times = clock_times(STARTS, items)
    assert [ends - starts for starts, ends in times] == [timedelta(minutes=m) for m in lengths]
    assert all(one[1] == two[0] for one, two in itertools.pairwise(times))
    assert not times or times[-1][1] == STARTS + timedelta(minutes=planned_minutes(items))


@given(st.integers(1, 12), st.data())
def test_moving_puts_one_item_in_its_place_and_keeps_the_order_of_the_rest(count: int, data: st.DataObject) -> None:
    ids = [new_id() for _ in range(count)]
    moving = data.draw(st.sampled_from(ids))
    to = data.draw(st.integers(-3, count + 3))
    after = moved(ids, moving, to)
    assert after.index(moving) == max(0, min(to, count - 1))
    assert [key for key in after if key != moving] == [key for key in ids if key != moving]
