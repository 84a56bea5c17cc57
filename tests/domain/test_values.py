"""Numbers, amounts, keys and dates as people write them."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import dates
from desktop.domain.identity import new_id
from desktop.domain.money import Money
from desktop.domain.organisation import OrganisationNumber, luhn

TODAY = date(2026, 11, 23)  # a Monday


def test_new_ids_are_version_7_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(500)]
    assert len(set(ids)) == 500
    assert all(key.version == 7 and key.variant == "specified in RFC 4122" for key in ids)
    assert [key.int >> 80 for key in ids] == sorted(key.int >> 80 for key in ids)


@pytest.mark.parametrize("written", ["202100-6453", "2021006453", " 202100 6453 ", "16202100-6453"])
def test_known_organisation_number_is_read(written: str) -> None:
    assert str(OrganisationNumber.parse(written)) == "202100-6453"


@pytest.mark.parametrize(
    ("written", "says"),
    [("202100-6454", "kontrollsiffra"), ("201100-6453", "tredje siffra"), ("2021", "tio siffror"), ("", "tio siffror")],
)
def test_wrong_organisation_number_says_why(written: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        OrganisationNumber.parse(written)


@given(st.from_regex(r"\d{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_luhn_notices_every_single_wrong_digit(body: str, place: int, change: int) -> None:
    number = next(body + str(check) for check in range(10) if luhn(body + str(check)))
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    assert luhn(number)
    assert not luhn(wrong)


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("1 204 331,00", 120_433_100),
        ("18 400,00", 1_840_000),
        ("96 500,50", 9_650_050),
        ("86000,5 kr", 8_600_050),
        ("50\u00a0000 kr", 5_000_000),
        ("−12", -1200),
        ("0", 0),
    ],
)
def test_amounts_are_read(written: str, ore: int) -> None:
    assert Money.parse(written) == Money(ore)


@pytest.mark.parametrize("written", ["", "kr", "1,2,3", "12 34", "1.000.000", "=1+1", "ett", "1e9", "9" * 40])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"belopp|Beloppet"):
        Money.parse(written)


@given(st.integers(-(10**14), 10**14))
def test_an_amount_reads_back_as_it_was_written(ore: int) -> None:
    assert Money.parse(str(Money(ore))) == Money(ore)


def test_amounts_are_written_with_no_break_spaces() -> None:
    assert str(Money(5_000_000)) == "50\u00a0000\u00a0kr"
    assert str(Money(5_000_001)) == "50\u00a0000,01\u00a0kr"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("20261201", date(2026, 12, 1)),
        ("1/12", date(2026, 12, 1)),
        ("1 december", date(2026, 12, 1)),
        ("1 dec 2027", date(2027, 12, 1)),
        ("1/3", date(2027, 3, 1)),
        ("1/9", date(2026, 9, 1)),
        ("tis", date(2026, 11, 24)),
        ("mån", date(2026, 11, 30)),
        ("+2v", date(2026, 12, 7)),
        ("+1m", date(2026, 12, 23)),
        ("idag", TODAY),
        ("Imorgon", date(2026, 11, 24)),
    ],
)
def test_days_are_read_as_people_type_them(written: str, day: date) -> None:
    assert dates.parse_day(written, TODAY) == day


@pytest.mark.parametrize(
    "written", ["", "31/2", "2026-13-01", "32 december", "ju 3", "3 ju", "snart", "+9999999v", "0/0"]
)
def test_what_is_no_day_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValueError, match="Skriv till exempel"):
        dates.parse_day(written, TODAY)


@given(st.text(max_size=30))
def test_any_text_is_a_sensible_day_or_refused(written: str) -> None:
    with suppress(ValueError):
        assert dates.parse_day(written, TODAY).year in range(1900, 2200)


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_every_day_reads_back(day: date) -> None:
    assert dates.parse_day(day.isoformat(), TODAY) == day
    assert dates.parse_day(dates.in_prose(day), TODAY) == day


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)), st.integers(-60, 60))
def test_adding_months_lands_in_that_month_on_the_nearest_day(day: date, months: int) -> None:
    found = dates.add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("written", "time"), [("13", (13, 0)), ("13.30", (13, 30)), ("kl. 9:05", (9, 5)), ("0915", (9, 15))]
)
def test_clock_times_are_read(written: str, time: tuple[int, int]) -> None:
    assert dates.parse_clock(written) == time


@pytest.mark.parametrize("written", ["24", "12.60", "", "snart", "12345"])
def test_wrong_clock_times_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="klockslag"):
        dates.parse_clock(written)


def test_times_are_shown_as_swedish_time() -> None:
    starts, ends = datetime(2026, 12, 1, 12, tzinfo=UTC), datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    assert dates.clock_span(starts, ends) == "13.00–14.30"
    assert dates.with_weekday(date(2026, 12, 1)) == "tis 1\u00a0december\u00a02026"
    assert dates.week(date(2026, 12, 1)) == "v.\u00a049"
