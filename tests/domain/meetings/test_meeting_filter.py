"""Which meetings the list shows (R5), and how many each choice would show."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.forum import Forum
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import MeetingRow, MeetingState
from desktop.domain.meetings.meeting_filter import MeetingFilter, Stage, counts_of, stages_of

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
AREAS = (None, new_id(), new_id())
SERIES = (None, new_id())


def row(days: int, state: MeetingState = MeetingState.PLANNED, title: str = "Möte", **more: object) -> MeetingRow:
    starts = NOW + timedelta(days=days)
    values: dict[str, object] = {"level": Level.TACTICAL, "forum": Forum.TACTICAL, "items": 0, "planned_minutes": 0}
    return MeetingRow(
        id=new_id(), title=title, starts_at=starts, ends_at=starts + timedelta(hours=1), state=state,
        **(values | more),  # type: ignore[arg-type]
    )  # fmt: skip


_ROWS = st.lists(
    st.builds(
        lambda days, state, title, area, series: row(days, state, title, area_id=area, series_id=series),
        st.integers(-700, 700),
        st.sampled_from(MeetingState),
        st.sampled_from(["Taktiskt möte", "Operativt möte lön", "Kundråd"]),
        st.sampled_from(AREAS),
        st.sampled_from(SERIES),
    ),
    max_size=20,
)
_FILTERS = st.builds(
    MeetingFilter,
    text=st.sampled_from(["", "möte", "TAKTISKT möte", "2026", "finns inte"]),
    stage=st.none() | st.sampled_from(Stage),
    area_id=st.sampled_from(AREAS),
    series_id=st.sampled_from(SERIES),
    year=st.none() | st.integers(2024, 2028),
)


@pytest.mark.parametrize(
    ("days", "state", "found"),
    [
        (3, MeetingState.AGENDA_AVAILABLE, {Stage.COMING}),
        (-3, MeetingState.PLANNED, set()),
        (-3, MeetingState.NOTES_AWAITED, {Stage.AWAITING, Stage.HELD}),
        (-3, MeetingState.NOTES_CHECKED, {Stage.HELD}),
        (0, MeetingState.HELD, {Stage.HELD}),
        (3, MeetingState.CANCELLED, {Stage.CANCELLED}),
    ],
)
def test_a_meeting_is_found_by_what_became_of_it(days: int, state: MeetingState, found: set[Stage]) -> None:
    assert stages_of(row(days, state), NOW) == found


def test_every_word_has_to_be_there_in_title_or_date() -> None:
    meeting = row(7, title="Taktiskt möte om lön")
    for text in ("lön taktiskt", "LÖN", "2026-12", "december", " "):
        assert MeetingFilter(text=text).matches(meeting, NOW), text
    assert not MeetingFilter(text="lön operativt").matches(meeting, NOW)
    assert MeetingFilter(text="  ").is_empty
    assert not MeetingFilter(year=2026).is_empty


@given(_ROWS, _FILTERS)
def test_a_choice_shows_as_many_as_it_says(rows: list[MeetingRow], chosen: MeetingFilter) -> None:
    counts = counts_of(chosen, rows, NOW)
    for stage in Stage:
        assert counts.stages[stage] == len(replace(chosen, stage=stage).shown(rows, NOW))
    for area in AREAS[1:]:
        assert counts.areas[area] == len(replace(chosen, area_id=area).shown(rows, NOW))
    for series in SERIES[1:]:
        assert counts.series[series] == len(replace(chosen, series_id=series).shown(rows, NOW))
    for year in range(2024, 2029):
        assert counts.years[year] == len(replace(chosen, year=year).shown(rows, NOW))


@given(_ROWS, _FILTERS)
def test_what_is_shown_keeps_its_order_and_nothing_is_lost_without_a_filter(
    rows: list[MeetingRow], chosen: MeetingFilter
) -> None:
    shown = chosen.shown(rows, NOW)
    assert list(shown) == [each for each in rows if each in shown]
    assert MeetingFilter().shown(rows, NOW) == tuple(rows)
