"""Lists of names lie as a Swede expects."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.swedish_order import folded, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Andersson", "Björk", "Zorn", "Ågren", "Ärlig", "Öberg"],
        ["al", "Alm", "älg", "ö"],
        ["Edén", "Edens"],
        ["Van Dijk", "Vandel"],
        ["Zæta", "Zöta"],
        ["Ek", "Ek Ö", "Eka"],
    ],
)
def test_the_alphabet_ends_with_its_own_letters(ordered: list[str]) -> None:
    keys = [sort_key(word) for word in ordered]
    assert all(first < second for first, second in pairwise(keys))


def test_the_first_word_weighs_first() -> None:
    assert sort_key("Ek", "Östen") < sort_key("Eka", "Anna")


@given(st.text())
def test_how_letters_are_composed_and_cased_makes_no_difference(word: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", word)) == sort_key(unicodedata.normalize("NFC", word))
    assert sort_key("Åström") == sort_key("  åSTRÖM ")


@given(st.text())
def test_what_is_folded_once_stays_as_it_is_and_plain_letters_are_only_lowered(word: str) -> None:
    assert folded(folded(word)) == folded(word)
    assert folded("  R&D   Lön ") == "r&d l}n"
