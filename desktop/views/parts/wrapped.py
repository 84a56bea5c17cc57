"""Plain text laid out over several lines inside a painted row; long words break where they must."""

import re

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

SMALL = 11 / 13
"""The size of notes and chips relative to body text."""
_ADDRESS = re.compile(r"(?=\S{20})\S+@\S+")
_BREAKS = re.compile(r"(?<=\S)(?=@)|(?<=\w[.\-_/])(?=\w)")


def small(font: QFont) -> QFont:
    """The font of notes and chips."""
    made = QFont(font)
    made.setPixelSize(max(1, round(font.pixelSize() * SMALL)) if font.pixelSize() > 0 else 11)
    return made


def semibold(font: QFont) -> QFont:
    """The same font with more weight."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class Wrapped:
    """A text broken into lines for one width; knows its size and paints itself in the painter's pen.

    Args:
        text: Plain text.
        font: The font to measure and paint with.
        width: The width to break lines at, in pixels.
    """

    def __init__(self, text: str, font: QFont, width: float) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(breakable(" ".join(text.split("\n"))), font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        height = widest = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        self.size = QSizeF(widest, height)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the top left corner at a point."""
        self._layout.draw(painter, QPointF(x, y))

    def rect(self, x: float, y: float) -> QRectF:
        """The space it takes when painted at a point."""
        return QRectF(QPointF(x, y), self.size)


def breakable(text: str) -> str:
    """The text with places to break long addresses at: before "@" and after dots, dashes and strokes."""
    return _ADDRESS.sub(lambda found: _BREAKS.sub("\u200b", found[0]), text) if "@" in text else text


class WrappedTexts:
    """Texts that are laid out once for as long as they are painted and measured again and again.

    Belongs to the delegate of one view, and goes away with it.

    Args:
        most: How many texts are remembered at once.
    """

    def __init__(self, most: int = 4000) -> None:
        self._most = most
        self._known: dict[tuple[str, str, float], Wrapped] = {}

    def of(self, text: str, font: QFont, width: float) -> Wrapped:
        """The text laid out in a font and a width."""
        key = (text, font.key(), width)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= self._most:
                self._known.clear()
            found = self._known[key] = Wrapped(text, font, width)
        return found
