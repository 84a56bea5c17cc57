"""Periods of whole days, and what is left of one when others are taken out of it."""

from collections.abc import Iterable
from datetime import date

_NEVER = date.max.toordinal() + 1

Period = tuple[date | None, date | None]
"""From when to when; both days are included, and nothing stands for an end that is open."""


def without(wanted: Period, held: Iterable[Period]) -> tuple[Period, ...]:
    """What is left of a period when others are taken out of it; no piece is empty or runs backwards."""
    first, last = _days(wanted)
    pieces = [(first, last)] if first <= last else []
    for start, end in map(_days, held):
        pieces = [
            piece
            for first, last in pieces
            for piece in ((first, min(last, start - 1)), (max(first, end + 1), last))
            if piece[0] <= piece[1]
        ]
    return tuple((_day(first), _day(last)) for first, last in sorted(set(pieces)))


def _days(period: Period) -> tuple[int, int]:
    starts, ends = period
    return starts.toordinal() if starts else 0, ends.toordinal() if ends else _NEVER


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 0 < ordinal < _NEVER else None
