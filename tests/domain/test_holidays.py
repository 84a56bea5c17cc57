"""Public holidays against dateutil's Easter and against the almanac."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as known_easter
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.holidays import Holiday, easter, holiday_on, next_working_day, working_day

MOVING = {  # Easter Sunday, Ascension Day, Midsummer's Day, All Saints' Day
    2020: ((4, 12), (5, 21), (6, 20), (10, 31)),
    2021: ((4, 4), (5, 13), (6, 26), (11, 6)),
    2022: ((4, 17), (5, 26), (6, 25), (11, 5)),
    2023: ((4, 9), (5, 18), (6, 24), (11, 4)),
    2024: ((3, 31), (5, 9), (6, 22), (11, 2)),
    2025: ((4, 20), (5, 29), (6, 21), (11, 1)),
    2026: ((4, 5), (5, 14), (6, 20), (10, 31)),
    2027: ((3, 28), (5, 6), (6, 26), (11, 6)),
    2028: ((4, 16), (5, 25), (6, 24), (11, 4)),
    2029: ((4, 1), (5, 10), (6, 23), (11, 3)),
    2030: ((4, 21), (5, 30), (6, 22), (11, 2)),
    2031: ((4, 13), (5, 22), (6, 21), (11, 1)),
    2032: ((3, 28), (5, 6), (6, 26), (11, 6)),
    2033: ((4, 17), (5, 26), (6, 25), (11, 5)),
    2034: ((4, 9), (5, 18), (6, 24), (11, 4)),
    2035: ((3, 25), (5, 3), (6, 23), (11, 3)),
}


@given(st.integers(1583, 4099))
def test_easter_is_the_one_everybody_knows(year: int) -> None:
    assert easter(year) == known_easter(year)


@pytest.mark.parametrize("year", MOVING)
def test_moving_holidays_are_where_the_almanac_has_them(year: int) -> None:
    names = ("Påskdagen", "Kristi himmelsfärdsdag", "Midsommardagen", "Alla helgons dag")
    for name, month_day in zip(names, MOVING[year], strict=True):
        assert holiday_on(date(year, *month_day)) == Holiday(name)


def test_a_whole_year() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    found = [(day.month, day.day, one.name, one.is_public) for day in days if (one := holiday_on(day))]
    assert found == [
        (1, 1, "Nyårsdagen", True),
        (1, 6, "Trettondedag jul", True),
        (4, 3, "Långfredagen", True),
        (4, 5, "Påskdagen", True),
        (4, 6, "Annandag påsk", True),
        (5, 1, "Första maj", True),
        (5, 14, "Kristi himmelsfärdsdag", True),
        (5, 24, "Pingstdagen", True),
        (6, 6, "Sveriges nationaldag", True),
        (6, 19, "Midsommarafton", False),
        (6, 20, "Midsommardagen", True),
        (10, 31, "Alla helgons dag", True),
        (12, 24, "Julafton", False),
        (12, 25, "Juldagen", True),
        (12, 26, "Annandag jul", True),
        (12, 31, "Nyårsafton", False),
    ]


def test_two_holidays_on_one_day_are_one_day_off() -> None:
    assert holiday_on(date(2008, 5, 1)) == Holiday("Kristi himmelsfärdsdag")
    assert holiday_on(date(2033, 6, 6)) == Holiday("Sveriges nationaldag")


def test_after_christmas_work_begins_on_the_first_monday() -> None:
    assert next_working_day(date(2026, 12, 24)) == date(2026, 12, 28)
    assert next_working_day(date(2026, 12, 1)) == date(2026, 12, 1)
    assert next_working_day(date(2026, 12, 31)) == date(2027, 1, 4)


@given(st.dates(date(1990, 1, 1), date(2190, 12, 31)))
def test_the_next_working_day_is_the_first_from_there(day: date) -> None:
    found = next_working_day(day)
    assert working_day(found)
    assert found - day <= timedelta(days=5)
    assert not any(working_day(day + timedelta(days=n)) for n in range((found - day).days))


@given(st.integers(1990, 2190))
def test_every_year_has_its_eves_before_their_days(year: int) -> None:
    whole = [date(year, 1, 2) + timedelta(days=n) for n in range((date(year, 12, 31) - date(year, 1, 1)).days)]
    eves = [day for day in whole if (one := holiday_on(day)) and not one.is_public]
    assert len(eves) == 3
    days = [holiday_on(day + timedelta(days=1)) for day in eves]
    assert [day.name for day in days if day and day.is_public] == ["Midsommardagen", "Juldagen", "Nyårsdagen"]
