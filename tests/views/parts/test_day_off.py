"""What is said beside a day when agencies do not work."""

from datetime import date

import pytest

from desktop.views.parts.day_off import day_off_words

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2026-12-24", "Julafton, då de flesta myndigheter har stängt."),
        ("6/1", "Trettondedag jul är en helgdag."),
        ("2027-05-06", "Kristi himmelsfärdsdag är en helgdag."),
        ("2026-12-26", "Annandag jul är en helgdag."),
        ("lör", "Dagen är en lördag."),
        ("2026-12-01", ""),
        ("2026-12-", ""),
        ("", ""),
    ],
)
def test_a_day_off_is_named(typed: str, words: str) -> None:
    assert day_off_words(typed, TODAY) == words
