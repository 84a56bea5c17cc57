"""Words that are wider than their column, such as e-mail addresses, broken where a reader expects it."""

import re

from desktop.pdf.press import pdfmetrics

_PLACES = re.compile(r"(?=[@._/])|(?<=-)")


def with_breaks(text: str, font: str, size: float, width: float) -> str:
    """The text with a space wherever a word too wide is to be broken.

    An address is broken before its ``@`` if that is enough, else before its signs. What is too wide still is left for
    the line breaker.

    Args:
        text: Words between spaces.
        font: The name of the font.
        size: Its size in points.
        width: What there is room for in points.
    """
    if _wide(text, font, size) <= width:
        return text
    return " ".join(
        word if _wide(word, font, size) <= width else _broken(word, font, size, width) for word in text.split(" ")
    )


def _broken(word: str, font: str, size: float, width: float) -> str:
    name, at, home = word.partition("@")
    if name and at and max(_wide(name, font, size), _wide(at + home, font, size)) <= width:
        return f"{name} {at}{home}"
    lines = [""]
    for piece in _PLACES.split(word):
        if lines[-1] and _wide(lines[-1] + piece, font, size) > width:
            lines.append("")
        lines[-1] += piece
    return " ".join(lines)


def _wide(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))
