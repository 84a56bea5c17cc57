"""Where everything of the drawn way stands: marks evenly from the left, words where they touch nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.domain.matters.matter_path import MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.matters.matter_path import Mark, MatterPath

RADIUS = 6.0
"""Half the width of a mark in device-independent pixels."""
LANE = 52.0
"""The height of a lane."""
_GAP = 5.0
_FIRST = tuple(MarkKind).index
_ORDER = sorted(MarkKind, key=lambda kind: (kind is MarkKind.CONTACT, _FIRST(kind)))


class Label(NamedTuple):
    """Words beside a mark, and where they stand."""

    words: str
    rect: QRectF


def points_of(path: MatterPath, inside: QRectF) -> list[QPointF]:
    """The middle of every mark."""
    step = inside.width() / max(1, len(path.marks))
    return [
        QPointF(inside.left() + (place + 0.5) * step, inside.top() + (path.lane_of(mark) + 0.5) * LANE)
        for place, mark in enumerate(path.marks)
    ]


class Paper(NamedTuple):
    """What words are set on: where they must keep within, how wide they are, and how high a line of them is."""

    inside: QRectF
    measure: Callable[[str], float]
    height: float


def labels_of(path: MatterPath, points: Sequence[QPointF], paper: Paper) -> dict[int, Label]:
    """The words by the number of their mark, above and below in turn; a mark without room has none."""
    taken = [*_lines(points), *(_around(point) for point in points)]
    found: dict[int, Label] = {}
    for place in sorted(range(len(points)), key=lambda each: (_ORDER.index(path.marks[each].kind), each)):
        label = _free(path.marks[place], points[place], taken, paper, above=place % 2 == 1)
        if label is not None:
            found[place] = label
            taken.append(label.rect.adjusted(-_GAP, 0, _GAP, 0))
    return found


def _free(mark: Mark, point: QPointF, taken: list[QRectF], paper: Paper, *, above: bool) -> Label | None:
    """The first of long words and short, on the wanted side and the other, that touches nothing."""
    inside, height = paper.inside, paper.height
    for words in (mark.words, f"{mark.day.day}/{mark.day.month}"):
        width = paper.measure(words)
        left = min(max(inside.left(), point.x() - width / 2), inside.right() - width)
        for over in (above, not above):
            top = point.y() - RADIUS - _GAP - height if over else point.y() + RADIUS + _GAP
            rect = QRectF(left, top, width, height)
            if inside.contains(rect) and not any(rect.intersects(other) for other in taken):
                return Label(words, rect)
    return None


def _around(point: QPointF) -> QRectF:
    return QRectF(point.x() - RADIUS, point.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)


def _lines(points: Sequence[QPointF]) -> list[QRectF]:
    """The line from mark to mark: along the lane it leaves, and then up or down."""
    found: list[QRectF] = []
    for before, after in pairwise(points):
        found.append(QRectF(before.x(), before.y() - 1, after.x() - before.x(), 2))
        if before.y() != after.y():
            found.append(QRectF(after.x() - 1, min(before.y(), after.y()), 2, abs(after.y() - before.y())))
    return found
