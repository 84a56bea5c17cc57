"""Moments typed freely, and the time between them (R21, R40)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.matters.moments import length_words, moment_in_prose, moment_in_table, parse_moment

DAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 12, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("written", ["12/11 09.30", "2026-11-12 kl. 9.30", "12 november 0930", " 12/11,  kl 9:30 "])
def test_a_moment_is_read_as_people_write_it(written: str) -> None:
    assert parse_moment(written, DAY) == MORNING


@pytest.mark.parametrize("written", ["12/11", "09.30", "12/11 25.00", "hej hopp"])
def test_what_cannot_be_read_is_said(written: str) -> None:
    with pytest.raises(ValueError, match="”"):
        parse_moment(written, DAY)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 - Hypothesis wants them naive
def test_what_is_shown_is_read_back(naive: datetime) -> None:
    moment = naive.replace(second=0, microsecond=0, tzinfo=UTC)
    again = parse_moment(moment_in_table(moment), DAY)
    assert again == moment or moment.month == 10  # the hour that comes twice in October is read as the first
    assert moment_in_table(again) == moment_in_table(moment)


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (timedelta(minutes=15), "15 min"),
        (timedelta(hours=3, minutes=15), "3 tim 15 min"),
        (timedelta(days=2, hours=3, minutes=59), "2 dygn 3 tim"),
        (timedelta(seconds=20), "0 min"),
        (-timedelta(hours=1), "−1 tim"),
    ],
)
def test_a_length_is_told_in_its_two_largest_units(length: timedelta, told: str) -> None:
    assert length_words(length).replace("\u00a0", " ") == told


def test_a_moment_in_prose_stands_in_swedish_time() -> None:
    assert moment_in_prose(MORNING).replace("\u00a0", " ") == "12 november 2026 kl. 09.30"
