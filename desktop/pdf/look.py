"""How documents look: paper, colours, sizes of type (4-look, on paper)."""

from typing import Any

from desktop.pdf.fonts import REGULAR, SEMIBOLD
from desktop.pdf.press import HexColor, ParagraphStyle

_MILLIMETRE = 72 / 25.4
PAGE = (210 * _MILLIMETRE, 297 * _MILLIMETRE)
SIDE, TOP, FOOT = 57.0, 60.0, 68.0
WIDTH = PAGE[0] - 2 * SIDE
FOOTER_LINE = 42.0
CELL_PADDING = 8.0
ROOM_AFTER_HEADING = 95.0  # a heading with less room below it goes to the next page
ROOM_FOR_NEXT_HEADING = 40.0  # and so much more if another heading follows at once

INK = HexColor("#1b2430")
MUTED = HexColor("#5b6675")
ACCENT = HexColor("#0b5c73")
RULE = HexColor("#c9d0d8")

_LEFT, _RIGHT = 0, 2


def _style(  # noqa: PLR0913  # a style is its measures
    name: str,
    size: float,
    leading: float,
    *,
    font: str = REGULAR,
    colour: Any = INK,
    before: float = 0,
    after: float = 0,
    right: bool = False,
) -> Any:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        alignment=_RIGHT if right else _LEFT,
        allowWidows=0,
        allowOrphans=0,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        bulletColor=MUTED,
        splitLongWords=1,
    )


BODY = _style("body", 10.5, 15, after=7)
EYEBROW = _style("eyebrow", 10.5, 14, font=SEMIBOLD, colour=ACCENT, after=3)
HEADINGS = {
    1: _style("h1", 20, 25, font=SEMIBOLD, after=14),
    2: _style("h2", 13.5, 18, font=SEMIBOLD, before=18, after=7),
    3: _style("h3", 10.5, 15, font=SEMIBOLD, before=8, after=3),
}
LABEL = _style("label", 10, 14.5, colour=MUTED)
FACT = _style("fact", 10, 14.5)
CELL = _style("cell", 9.5, 13)
CELL_RIGHT = _style("cell-right", 9.5, 13, right=True)
HEAD = _style("head", 8.5, 12, font=SEMIBOLD, colour=MUTED)
HEAD_RIGHT = _style("head-right", 8.5, 12, font=SEMIBOLD, colour=MUTED, right=True)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=14, bulletIndent=2, spaceAfter=3)
NAME = ParagraphStyle("name", parent=FACT, leftIndent=0, spaceAfter=2)
UNDER_HEADING = ParagraphStyle("under-heading", parent=LABEL, spaceAfter=5)
