"""The number of a matter: one series a year, as in "2026-015" (R19)."""

import re
from collections.abc import Iterable

_WIDTH = 3
_NUMBER = re.compile(r"(\d{4})-(\d{1,9})")


def next_number(year: int, taken: Iterable[str]) -> str:
    """The number after the highest one of the year.

    A gap is never filled: the number of a matter that was taken away may still stand in a letter.

    Args:
        year: The year of the series.
        taken: Numbers that are in use; those of other years and of other forms do not count.
    """
    places = (number_place(number) for number in taken)
    highest = max((place[1] for place in places if place is not None and place[0] == year), default=0)
    return f"{year:04}-{highest + 1:0{_WIDTH}}"


def number_place(number: str) -> tuple[int, int] | None:
    """The year of a number and its place within it, or None for a number of another form."""
    found = _NUMBER.fullmatch(number.strip())
    return (int(found[1]), int(found[2])) if found else None
