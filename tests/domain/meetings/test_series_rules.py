"""The days of a series, their times in Sweden, and what is said of planned against held (R4)."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import SWEDEN, add_months
from desktop.domain.holidays import working_day
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.domain.meetings.series import Series, SeriesUnit
from desktop.domain.meetings.series_rules import (
    HELD,
    LAST,
    SeriesDay,
    SeriesTally,
    days_of,
    horizon,
    hours_on,
    place_in_month,
    planned_days,
    tally,
    weeks_without,
    worth_extending,
)

TUESDAY = date(2026, 12, 1)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)

starts = st.dates(date(2000, 1, 1), date(2100, 12, 31))
intervals = st.integers(1, 24)


def series(starts_on: date = TUESDAY, **more: object) -> Series:
    return Series(id=new_id(), title="Taktiskt möte", level=Level.TACTICAL, starts_on=starts_on, **more)  # type: ignore[arg-type]


def meeting(day: date, *, planned: date | None = None, state: MeetingState = MeetingState.PLANNED) -> Meeting:
    begins = datetime.combine(day, time(13), SWEDEN).astimezone(UTC)
    return Meeting(id=new_id(), title="Möte", level=Level.TACTICAL, starts_at=begins,
                   ends_at=begins + timedelta(hours=1), series_day=planned or day, state=state)  # fmt: skip


def test_every_third_month_on_the_first_tuesday() -> None:
    found = days_of(series(every=3), TUESDAY, date(2027, 12, 31))
    assert found == (TUESDAY, date(2027, 3, 2), date(2027, 6, 1), date(2027, 9, 7), date(2027, 12, 7))


def test_the_last_friday_of_every_month() -> None:
    found = days_of(series(date(2026, 10, 30)), date(2026, 11, 1), date(2027, 2, 28))
    assert found == (date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 29), date(2027, 2, 26))


def test_the_same_date_is_the_last_day_of_a_shorter_month_and_comes_back() -> None:
    found = days_of(series(date(2027, 1, 31), by_weekday=False), date(2027, 1, 1), date(2027, 4, 30))
    assert found == (date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30))


def test_the_last_day_is_included_and_nothing_comes_after_it() -> None:
    ended = series(unit=SeriesUnit.WEEK, every=2, ends_on=date(2026, 12, 29))
    assert days_of(ended, TUESDAY, date(2099, 1, 1)) == (TUESDAY, date(2026, 12, 15), date(2026, 12, 29))


@given(starts, intervals)
def test_weeks_keep_the_weekday_and_the_distance(first: date, every: int) -> None:
    found = days_of(series(first, unit=SeriesUnit.WEEK, every=every), first, first + timedelta(weeks=100))
    assert found[0] == first
    assert {(later - earlier).days for earlier, later in pairwise(found)} <= {7 * every}
    assert found[-1] > first + timedelta(weeks=100 - every)


@given(starts, intervals)
def test_the_same_weekday_of_the_month_keeps_weekday_and_place(first: date, every: int) -> None:
    found = days_of(series(first, every=every), first, add_months(first, 60))
    assert found[0] == first
    assert {day.weekday() for day in found} == {first.weekday()}
    if place_in_month(first) == LAST:
        assert all((day + timedelta(days=7)).month != day.month for day in found)
    else:
        assert {(day.day - 1) // 7 + 1 for day in found} == {place_in_month(first)}
    months = [day.year * 12 + day.month for day in found]
    assert {later - earlier for earlier, later in pairwise(months)} <= {every}


@given(starts, intervals)
def test_the_same_date_is_kept_where_the_month_has_it(first: date, every: int) -> None:
    found = days_of(series(first, every=every, by_weekday=False), first, add_months(first, 60))
    for day in found:
        assert day.day == first.day or (day + timedelta(days=1)).day == 1
    assert list(found) == sorted(set(found))


@given(starts, st.sampled_from(SeriesUnit), intervals, st.booleans(), st.integers(0, 900), st.integers(0, 900))
def test_a_period_is_a_part_of_the_whole(
    first: date, unit: SeriesUnit, every: int, by_weekday: bool, skip: int, length: int
) -> None:
    given_series = series(first, unit=unit, every=every, by_weekday=by_weekday)
    since = first + timedelta(days=skip)
    until = since + timedelta(days=length)
    whole = days_of(given_series, first, until)
    assert days_of(given_series, since, until) == tuple(day for day in whole if day >= since)


@given(starts, st.booleans())
def test_closed_days_are_named_and_never_moved(first: date, by_weekday: bool) -> None:
    given_series = series(first, by_weekday=by_weekday)
    until = add_months(first, 24)
    planned = planned_days(given_series, first, until)
    assert tuple(one.day for one in planned) == days_of(given_series, first, until)
    for one in planned:
        assert bool(one.closed) is not working_day(one.day)
        assert working_day(one.proposed)
        assert (one.proposed == one.day) is working_day(one.day)


def test_holidays_eves_and_weekends_are_called_by_their_names() -> None:
    daily = [
        planned_days(series(day), day, day)[0] for day in (date(2027, 1, 6), date(2026, 12, 24), date(2026, 12, 5))
    ]
    assert daily == [
        SeriesDay(date(2027, 1, 6), "Trettondedag jul", date(2027, 1, 7)),
        SeriesDay(date(2026, 12, 24), "Julafton", date(2026, 12, 28)),
        SeriesDay(date(2026, 12, 5), "lördag", date(2026, 12, 7)),
    ]


@given(starts, st.integers(4 * 60, 23 * 60), st.integers(5, 480))
def test_the_clock_on_the_wall_is_the_same_all_year(day: date, minute: int, minutes: int) -> None:
    begins, ends = hours_on(series(starts_minute=minute, minutes=minutes), day)
    local = begins.astimezone(SWEDEN)
    assert (local.date(), local.hour * 60 + local.minute) == (day, minute)
    assert ends - begins == timedelta(minutes=minutes)


def test_summer_and_winter_time() -> None:
    afternoon = series(starts_minute=13 * 60)
    assert hours_on(afternoon, date(2026, 12, 1))[0] == datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert hours_on(afternoon, date(2027, 6, 1))[0] == datetime(2027, 6, 1, 11, tzinfo=UTC)


def test_meetings_are_laid_out_a_year_ahead_but_not_past_the_end() -> None:
    assert horizon(series(), date(2026, 11, 1)) == date(2027, 12, 1)
    assert horizon(series(), date(2028, 2, 29)) == date(2029, 2, 28)
    assert horizon(series(ends_on=date(2027, 6, 30)), date(2026, 11, 1)) == date(2027, 6, 30)


def test_what_was_planned_is_set_against_what_became_of_it() -> None:
    meetings = [
        meeting(date(2026, 3, 3), state=MeetingState.NOTES_CHECKED),
        meeting(date(2026, 6, 9), planned=date(2026, 6, 2), state=MeetingState.HELD),
        meeting(date(2026, 9, 1), state=MeetingState.CANCELLED),
        meeting(date(2026, 11, 3), state=MeetingState.CONVENED),
        meeting(TUESDAY),
        meeting(date(2027, 1, 12), planned=date(2026, 12, 29)),
        meeting(date(2027, 3, 2)),
    ]
    found = tally(meetings, date(2026, 1, 1), date(2026, 12, 31), NOON)
    assert found == SeriesTally(planned=6, held=2, moved=2, cancelled=1, coming=2, untold=1)


STATES = st.sampled_from(MeetingState)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.lists(st.builds(lambda day, state: meeting(day, state=state), DAYS, STATES), max_size=12))
def test_every_planned_meeting_is_counted_once(meetings: list[Meeting]) -> None:
    found = tally(meetings, date(2026, 1, 1), date(2026, 12, 31), NOON)
    assert found.planned == sum(one.day.year == 2026 for one in meetings)
    assert found.held + found.cancelled + found.coming + found.untold == found.planned
    assert found.held == sum(one.state in HELD for one in meetings if one.day.year == 2026)


@pytest.mark.parametrize(
    ("last", "weeks"),
    [(date(2026, 8, 25), 14), (date(2026, 10, 6), 8), (date(2026, 10, 5), 8), (date(2026, 10, 27), 0)],
)
def test_a_forum_that_has_not_met_as_often_as_agreed(last: date, weeks: int) -> None:
    every_eighth = series(date(2026, 1, 6), unit=SeriesUnit.WEEK, every=8)
    on_time = last >= date(2026, 10, 6)
    assert weeks_without(every_eighth, last, TUESDAY) == (0 if on_time else weeks)


def test_a_monthly_forum_may_meet_later_in_its_month_or_after_a_holiday() -> None:
    monthly = series(date(2026, 1, 6), every=3)
    assert not weeks_without(monthly, date(2026, 9, 1), date(2026, 12, 7))
    assert weeks_without(monthly, date(2026, 9, 1), date(2026, 12, 8)) == 14
    weekly = series(date(2026, 12, 17), unit=SeriesUnit.WEEK)
    assert not weeks_without(weekly, date(2026, 12, 17), date(2026, 12, 28))  # the 24th is an eve
    assert weeks_without(weekly, date(2026, 12, 17), date(2026, 12, 29)) == 1


def test_an_ended_or_new_series_has_nothing_to_catch_up_with() -> None:
    ended = series(date(2025, 1, 7), ends_on=date(2026, 6, 30))
    assert not weeks_without(ended, date(2026, 1, 6), TUESDAY)
    assert not weeks_without(series(date(2026, 11, 10)), None, TUESDAY)
    assert weeks_without(series(date(2026, 1, 6)), None, TUESDAY) == 47


def test_few_coming_meetings_are_worth_more() -> None:
    quarterly = series(every=3)
    days = days_of(quarterly, TUESDAY, date(2027, 12, 31))
    assert not worth_extending(quarterly, days, TUESDAY)
    assert not worth_extending(quarterly, days, date(2027, 3, 3))
    assert worth_extending(quarterly, days, date(2027, 6, 2))
    assert worth_extending(quarterly, (), TUESDAY)


def test_a_yearly_or_ending_series_asks_for_no_more_than_it_has() -> None:
    yearly = series(every=12)
    assert not worth_extending(yearly, [TUESDAY, date(2027, 12, 7)], date(2026, 12, 2))
    ending = series(every=3, ends_on=date(2027, 3, 31))
    assert not worth_extending(ending, [TUESDAY, date(2027, 3, 2)], TUESDAY)
    assert not worth_extending(ending, [TUESDAY, date(2027, 3, 2)], date(2027, 5, 1))
