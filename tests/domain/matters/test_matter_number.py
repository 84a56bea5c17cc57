"""The series of numbers of a year (R19)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.matters.matter_number import next_number, number_place

numbers = st.one_of(
    st.builds("{:04}-{:03}".format, st.integers(2020, 2030), st.integers(1, 2000)), st.text(max_size=12)
)


@given(st.lists(numbers), st.integers(2020, 2030))
def test_a_new_number_is_free_and_after_all_of_its_year(taken: list[str], year: int) -> None:
    number = next_number(year, taken)
    assert number not in taken
    assert number_place(number) is not None
    places = [place for each in taken if (place := number_place(each)) is not None and place[0] == year]
    assert all(place < (number_place(number) or (0, 0)) for place in places)


@given(st.integers(1, 2500))
def test_numbers_that_are_given_one_after_the_other_have_no_gap(count: int) -> None:
    last = f"2026-{count:03}"
    assert next_number(2026, [last]) == f"2026-{count + 1:03}"


@pytest.mark.parametrize(
    ("taken", "wanted"),
    [
        ([], "2026-001"),
        (["2026-001", "2026-014"], "2026-015"),
        (["2026-999", "2026-1000"], "2026-1001"),
        (["2025-044", "A-3", "2026-7 b"], "2026-001"),
    ],
)
def test_gaps_other_years_and_other_forms(taken: list[str], wanted: str) -> None:
    assert next_number(2026, taken) == wanted
