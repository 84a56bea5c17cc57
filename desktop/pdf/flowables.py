"""The pieces that pages are laid out from: reportlab's own, bound to nodes of the structure tree."""

# What super() holds is reportlab's and has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Callable, Sequence
from typing import Any

from desktop.pdf.canvas import Flow, TaggedCanvas
from desktop.pdf.long_words import with_breaks
from desktop.pdf.press import platypus
from desktop.pdf.structure import Node


class TaggedParagraph(platypus.Paragraph):
    """A paragraph that belongs to a node. It is made from fragments; no mini-markup is ever parsed.

    reportlab splits a paragraph by making new ones of the same class, so what is ours has defaults here and is set
    after construction.
    """

    canv: TaggedCanvas
    node: Node
    said: str = ""
    label: Node | None = None
    outline: tuple[str, int] | None = None
    reached: Callable[[int], None] | None = None
    _flow: Flow | None = None
    _wrapped_at: float | None = None
    _size: tuple[float, float] = (0, 0)

    def break_words(self, width: float) -> None:
        """Have words that are wider than the room for them broken at their signs; readers still find them whole."""
        if len(self.frags) == 1:
            only = self.frags[0]
            broken = with_breaks(only.text, only.fontName, only.fontSize, width)
            if broken != only.text:
                only.text = broken
                self._flow = Flow(self.said)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803  # reportlab's names
        """Break the lines; tables ask three times for the same width, and only the width matters."""
        if self._wrapped_at != availWidth or not hasattr(self, "blPara"):  # forgotten when a split was not to be
            size: tuple[float, float] = super().wrap(availWidth, availHeight)
            self._size = size
            self._wrapped_at = availWidth
        return self._size

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803  # reportlab's names
        """The paragraph in two parts at the foot of a page, both belonging to the same node."""
        self._flow = self._flow or Flow(self.said)
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.node = self.node
            part._flow = self._flow  # noqa: SLF001  # of the same class
        if parts:
            parts[0].label, parts[0].outline, parts[0].reached = self.label, self.outline, self.reached
        return parts

    def draw(self) -> None:
        """Draw the text as content of the node; a head that is repeated on a later page is an artifact."""
        if self.node.repeats and self.node.content:
            with self.canv.artifact():
                super().draw()
            return
        if self.outline:
            self.canv.bookmark(*self.outline, top=self.height)
        if self.reached:
            self.reached(self.canv.getPageNumber())
        with self.canv.paragraph(self.node, self.label if self.bulletText else None, self._words()):
            super().draw()

    def _words(self) -> Flow | None:
        """Where words end; needed only if one longer than a line has been broken, or the paragraph itself."""
        if self._flow is None and getattr(self, "_splitLongWordCount", 0):
            self._flow = Flow(self.said)
        return self._flow


def is_heading(piece: Any) -> bool:
    """Whether a piece of a page is a heading."""
    return isinstance(piece, TaggedParagraph) and piece.outline is not None


class TaggedFigure(platypus.Flowable):
    """A drawing that belongs to a node with alternative text; it is scaled down to the width there is."""

    canv: TaggedCanvas

    def __init__(self, drawing: Any, node: Node) -> None:
        super().__init__()
        self._drawing = drawing
        self._node = node
        self._scale = 1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803  # reportlab's names
        """The size it takes."""
        width, height = self._drawing.wrap(availWidth, availHeight)
        self._scale = min(1.0, availWidth / width)
        self.width, self.height = width * self._scale, height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as the content of its node, and say where on the page it lies (ISO 32000-1, 14.8.5.4)."""
        left, bottom = self.canv.absolutePosition(0, 0)
        right, top = self.canv.absolutePosition(self.width, self.height)
        self._node.attributes = (
            f"<</O /Layout /Placement /Block /BBox [{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
        )
        with self.canv.span(self._node):
            self.canv.saveState()
            self.canv.scale(self._scale, self._scale)
            self._drawing.drawOn(self.canv, 0, 0)
            self.canv.restoreState()


class SideBySide(platypus.Flowable):
    """Columns of pieces beside each other that run on over pages, each at its own pace.

    Args:
        columns: The pieces of each column.
        shares: How the width is divided, one number for each column.
        gap: Points between the columns.
        spaceAfter: Points below.
    """

    canv: TaggedCanvas

    def __init__(
        self,
        columns: Sequence[list[Any]],
        shares: Sequence[float],
        gap: float = 0,
        spaceAfter: float = 0,  # noqa: N803  # reportlab's name
    ) -> None:
        super().__init__()
        self._columns = columns
        self._shares = shares
        self._gap = gap
        self.spaceAfter = spaceAfter

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803  # reportlab's names
        """The full width and the height of the tallest column."""
        self.width = availWidth
        self.height = max((_height(column, width, availHeight) for column, width in self._measured()), default=0)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803  # reportlab's names
        """What fits of each column, and the rest."""
        self.width = availWidth
        fitting: list[list[Any]] = []
        remaining: list[list[Any]] = []
        for column, width in self._measured():
            fits, rest = _divided(column, width, availHeight)
            fitting.append(fits)
            remaining.append(rest)
        if not any(fitting):
            return []
        return [
            SideBySide(fitting, self._shares, self._gap),
            SideBySide(remaining, self._shares, self._gap, self.spaceAfter),
        ]

    def draw(self) -> None:
        """Draw column by column."""
        x = 0.0
        for column, width in self._measured():
            y = self.height
            for place, piece in enumerate(column):
                y -= (piece.getSpaceBefore() if place else 0) + piece.wrap(width, self.height)[1]
                piece.drawOn(self.canv, x, y)
                y -= piece.getSpaceAfter()
            x += width + self._gap

    def _measured(self) -> list[tuple[list[Any], float]]:
        free = self.width - self._gap * (len(self._columns) - 1)
        whole = sum(self._shares)
        return [(column, free * share / whole) for column, share in zip(self._columns, self._shares, strict=True)]


def _height(column: list[Any], width: float, limit: float) -> float:
    total = 0.0
    for place, piece in enumerate(column):
        total += (piece.getSpaceBefore() if place else 0) + piece.wrap(width, limit)[1]
        total += piece.getSpaceAfter() if piece is not column[-1] else 0
    return total


def _divided(column: list[Any], width: float, limit: float) -> tuple[list[Any], list[Any]]:
    """The pieces that fit within a height and those that do not; a piece in between is split, if it can be."""
    left = limit
    for place, piece in enumerate(column):
        left -= piece.getSpaceBefore() if place else 0
        height = piece.wrap(width, left)[1]
        if height > left:
            parts: list[Any] = piece.split(width, left) if left > 0 else []
            first = place if parts else _without_heads(column, place)
            return [*column[:first], *parts[:1]], [*parts[1:], *column[place + 1 if parts else first :]]
        left -= height + piece.getSpaceAfter()
    return list(column), []


def _without_heads(column: list[Any], end: int) -> int:
    """Where to end a column so that no heading is left alone at its foot."""
    while end and is_heading(column[end - 1]):
        end -= 1
    return end
