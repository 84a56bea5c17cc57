"""Personal identity numbers are noticed, and nothing else is taken for one (R38)."""

import pytest

from desktop.domain.contacts.personal_number import mentions_personal_number


@pytest.mark.parametrize(
    "text",
    [
        "811218-9876",
        "Gäller 19811218-9876.",
        "8112189876",
        "811218+9876",
        "811218\u20139876",
        "811218 - 9876",
        "19811218\u00a09876",
        "Samordningsnummer 811278-9873",
    ],
)
def test_a_personal_identity_number_is_noticed(text: str) -> None:
    assert mentions_personal_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "811218-9875",
        "202100-6453",
        "08-123 45 60",
        "CS0048800",
        "1 204 331,00 kr",
        "2026-12-01 13.00",
        "811318-9875",
        "",
    ],
)
def test_other_numbers_are_left_in_peace(text: str) -> None:
    assert not mentions_personal_number(text)
