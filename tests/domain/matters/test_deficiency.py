"""The split of a cost, and shares and hours as people write them (R22)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.matters.deficiency import hours_words, parse_hours, parse_percent, shares
from desktop.domain.matters.matter import RepetitionRule
from desktop.domain.matters.repeating import repetition_words
from desktop.domain.money import Money


@given(st.integers(0, 10**13), st.integers(0, 100))
def test_shares_lose_no_ore_and_are_within_half_an_ore(ore: int, percent: int) -> None:
    ours, theirs = shares(Money(ore), percent)
    assert ours.ore + theirs.ore == ore
    assert min(ours.ore, theirs.ore) >= 0
    assert abs(100 * theirs.ore - ore * percent) <= 50


def test_all_or_nothing_is_all_or_nothing() -> None:
    assert shares(Money(101), 100) == (Money(0), Money(101))
    assert shares(Money(101), 0) == (Money(101), Money(0))


@given(st.integers(0, 9999 * 60))
def test_hours_are_read_back_as_they_are_shown(minutes: int) -> None:
    assert parse_hours(hours_words(minutes)) == minutes


@pytest.mark.parametrize(("written", "minutes"), [("1,5", 90), ("1:30", 90), ("2 tim", 120), ("0,25", 15)])
def test_hours_are_read_as_people_write_them(written: str, minutes: int) -> None:
    assert parse_hours(written) == minutes


@pytest.mark.parametrize("written", ["-1", "1:75", "en stund"])
def test_what_is_no_time_is_said(written: str) -> None:
    with pytest.raises(ValueError, match="inte en tid"):
        parse_hours(written)


def test_a_share_is_whole_percent() -> None:
    assert parse_percent(" 75 % ") == 75
    for wrong in ("101", "-1", "7,5", "hälften"):
        with pytest.raises(ValueError, match="hela procent"):
            parse_percent(wrong)


def test_a_repetition_is_told_in_words() -> None:
    assert repetition_words(3, "Lön", RepetitionRule()) == "Tredje bristen inom lön på sex månader"
    assert repetition_words(14, "", RepetitionRule(months=1)) == "14:e bristen på en månad"
