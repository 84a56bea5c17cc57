"""Text on its way into a document: runs instead of markup, and only characters that can be shown."""

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from desktop.pdf.fonts import glyphs

NBSP = "\u00a0"
_BREAKABLE = set("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f\u3000") | {
    chr(code) for code in range(0x2000, 0x200B)
}
_UNBREAKABLE = "\u2007\u202f"
_SILENT = {"Cc", "Cf", "Cs"}
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[\x21-\x7e]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner. The text is shown as it stands: there is no markup to parse.

    Args:
        text: What is shown.
        strong: Set in semibold.
        muted: Set in a quieter colour.
        link: An address of kind http, https, mailto or tel that the text leads to, or an empty text.

    Raises:
        ValueError: The address is of another kind.
    """

    text: str
    strong: bool = False
    muted: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        if self.link and not _LINK.fullmatch(self.link):
            raise ValueError("a link of this kind does not belong in a document")


Content: TypeAlias = str | Run | Sequence[str | Run]


def runs(content: Content) -> list[Run]:
    """The runs that a piece of content consists of."""
    pieces = [content] if isinstance(content, str | Run) else content
    return [piece if isinstance(piece, Run) else Run(piece) for piece in pieces]


def fit(text: str, font: str) -> str:
    """The text as the font can show it.

    It is composed (NFC). Control characters, bidirectional overrides, soft hyphens and other invisible signs are
    taken out, since they could make a document read otherwise than it looks. White space becomes single spaces;
    no-break spaces stay. A character that the font has no glyph for is replaced by its compatible spelling, or else by
    a question mark, for PDF/UA allows no glyph that stands for nothing (ISO 14289-1, 7.21.8).
    """
    shown = unicodedata.normalize("NFC", text).translate(_spelling(font))
    return re.sub("  +", " ", shown) if "  " in shown else shown


class _Spelling(dict[int, str]):
    """How each character is spelled in a font; filled in as characters are met."""

    def __init__(self, has: Container[int]) -> None:
        super().__init__()
        self._has = has

    def __missing__(self, code: int) -> str:
        self[code] = spelled = self._spell(chr(code))
        return spelled

    def _spell(self, character: str) -> str:
        category = unicodedata.category(character)
        if character in _BREAKABLE:
            return " "
        if character in _UNBREAKABLE:
            return NBSP
        if category in _SILENT or _is_variation(character) or _is_no_character(character):
            return ""
        if ord(character) in self._has and category != "Co":
            return character
        plain = unicodedata.normalize("NFKD", character)
        return plain if plain != character and all(ord(sign) in self._has for sign in plain) else "?"


@cache
def _spelling(font: str) -> _Spelling:
    return _Spelling(glyphs(font))


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_no_character(character: str) -> bool:
    return "\ufdd0" <= character <= "\ufdef" or ord(character) & 0xFFFE == 0xFFFE
