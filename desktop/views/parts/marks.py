"""The marks of forums and levels: always a shape, a word and a colour together, so that none carries the meaning alone.

The forum of a level and the level itself have the same mark.
"""

from math import sqrt

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from desktop.domain.forum import Forum
from desktop.domain.level import Level

MARK_SIZE = 10
"""The side of a mark in device-independent pixels."""

_DROP = 0.4
"""The radius of a drop's round end, as a part of the mark's height."""


def paint_level_mark(painter: QPainter, level: Level, rect: QRectF, colour: QColor) -> None:
    """Paint the mark of a level: a disc, a triangle or a square, filling the rectangle.

    Args:
        painter: An active painter; its state is left as it was.
        level: The level to mark.
        rect: Where; usually ``MARK_SIZE`` wide and high.
        colour: The level's colour in the theme, or the text colour where contrast asks for it.
    """
    paint_forum_mark(painter, Forum(level.value), rect, colour)


def paint_forum_mark(painter: QPainter, forum: Forum, rect: QRectF, colour: QColor, inset: float = 0) -> None:
    """Paint the mark of a forum: that of its level; a drop, disc and triangle in one, where two levels share it.

    Kundråd has a diamond.

    Args:
        painter: An active painter; its state is left as it was.
        forum: The forum to mark.
        rect: Where; usually ``MARK_SIZE`` wide and high.
        colour: The forum's colour in the theme, or the text colour where contrast asks for it.
        inset: How much is taken from every side of the shape, in device-independent pixels.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(_SHAPES[forum](rect, inset))
    painter.restore()


def _disc(rect: QRectF, inset: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(rect.adjusted(inset, inset, -inset, -inset))
    return path


def _triangle(rect: QRectF, inset: float) -> QPainterPath:
    top = inset * sqrt(5)  # the sides rise two for one
    height = rect.height() - top - inset
    side = rect.width() * (1 - height / rect.height()) / 2
    inside = rect.adjusted(side, top, -side, -inset)
    return _polygon(QPointF(inside.center().x(), inside.top()), inside.bottomRight(), inside.bottomLeft())


def _square(rect: QRectF, inset: float) -> QPainterPath:
    path = QPainterPath()
    side = inset + 0.5
    path.addRect(rect.adjusted(side, side, -side, -side))
    return path


def _diamond(rect: QRectF, inset: float) -> QPainterPath:
    side = inset * sqrt(2) - 0.5
    inside = rect.adjusted(side, side, -side, -side)
    middle = inside.center()
    return _polygon(
        QPointF(middle.x(), inside.top()),
        QPointF(inside.right(), middle.y()),
        QPointF(middle.x(), inside.bottom()),
        QPointF(inside.left(), middle.y()),
    )


def _drop(rect: QRectF, inset: float) -> QPainterPath:
    """Round below and pointed above; the two lines from the point touch the round end."""
    full = rect.height() * _DROP
    centre = QPointF(rect.center().x(), rect.bottom() - full)
    radius = full - inset
    reach = (rect.height() - full) * radius / full
    sine = radius / reach
    touching = QPointF(radius * sqrt(1 - sine**2), -radius * sine)
    path = _polygon(centre - QPointF(0, reach), centre + touching, centre + QPointF(-touching.x(), touching.y()))
    end = QPainterPath()
    end.addEllipse(centre, radius, radius)
    return path.united(end)


def _polygon(*corners: QPointF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(list(corners)))
    path.closeSubpath()
    return path


_SHAPES = {
    Forum.OPERATIONAL: _disc,
    Forum.TACTICAL: _triangle,
    Forum.COMBINED: _drop,
    Forum.STRATEGIC: _square,
    Forum.COUNCIL: _diamond,
}


def level_word(level: Level) -> str:
    """The adjective of a level, as on badges: "Taktisk"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Level", "Operativ"),
        Level.TACTICAL: QCoreApplication.translate("Level", "Taktisk"),
        Level.STRATEGIC: QCoreApplication.translate("Level", "Strategisk"),
    }[level]


def forum_word(forum: Forum) -> str:
    """A forum by itself, as in the navigation: "Taktiskt"."""
    return {
        Forum.OPERATIONAL: QCoreApplication.translate("Level", "Operativt"),
        Forum.TACTICAL: QCoreApplication.translate("Level", "Taktiskt"),
        Forum.COMBINED: QCoreApplication.translate("Level", "Taktiskt och operativt"),
        Forum.STRATEGIC: QCoreApplication.translate("Level", "Strategiskt"),
        Forum.COUNCIL: QCoreApplication.translate("Level", "Kundråd"),
    }[forum]


def forum_badge_word(forum: Forum) -> str:
    """A forum as on the badge of a meeting: the level's word, or the forum's own where it is more or none."""
    return {
        Forum.OPERATIONAL: level_word(Level.OPERATIONAL),
        Forum.TACTICAL: level_word(Level.TACTICAL),
        Forum.COMBINED: QCoreApplication.translate("Level", "Taktisk och operativ"),
        Forum.STRATEGIC: level_word(Level.STRATEGIC),
        Forum.COUNCIL: QCoreApplication.translate("Level", "Kundråd"),
    }[forum]
