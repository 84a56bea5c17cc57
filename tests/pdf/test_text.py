"""Text is fitted to the font before it is set."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pdf.fonts import REGULAR, SEMIBOLD, glyphs
from desktop.pdf.text import Run, fit, runs


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("e\u0301 a\u030a", "é å"),
        ("rad\r\nbryt\ttabb\u2028slut", "rad bryt tabb slut"),
        ("1\u202f000 och 1\u00a0000", "1\u00a0000 och 1\u00a0000"),
        ("\u202egnp.exe\u202c \u2066dold\u2069", "gnp.exe dold"),
        ("mjukt\u00adbinde\u200bstreck", "mjuktbindestreck"),
        ("\x00\x1b[31m", "[31m"),
        ("\uff21\uff22 \u2460", "AB 1"),
        ("\U0001f600\ufe0f", "?"),
        ("\ue000", "?"),
        ("\ufffe\ufdd0", ""),
    ],
)
def test_known_cases(written: str, shown: str) -> None:
    assert fit(written, REGULAR) == shown


@pytest.mark.parametrize("font", [REGULAR, SEMIBOLD])
@given(text=st.text(st.characters(codec=None)))
def test_only_characters_of_the_font_are_left(font: str, text: str) -> None:
    fitted = fit(text, font)
    assert {ord(sign) for sign in fitted} <= glyphs(font)
    assert not {sign for sign in fitted if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"}}
    assert "  " not in fitted
    assert fit(fitted, font) == fitted


@given(text=st.text("abcåäöÅÄÖéü0123456789 .,:;–—”’…§%&<>/()[]{}\\"))
def test_swedish_text_is_left_as_it_is(text: str) -> None:
    assert fit(text, REGULAR).split() == text.split()


def test_content_becomes_runs() -> None:
    strong = Run("b", strong=True)
    assert runs("a") == [Run("a")]
    assert runs(strong) == [strong]
    assert runs(["a", strong]) == [Run("a"), strong]
