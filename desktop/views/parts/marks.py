"""The levels' marks: always a shape, a word and a colour together, so that none of them carries the meaning alone."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop.domain.level import Level

MARK_SIZE = 10
"""The side of a mark in device-independent pixels."""


def paint_level_mark(painter: QPainter, level: Level, rect: QRectF, colour: QColor) -> None:
    """Paint the mark of a level: a disc, a triangle or a square, filling the rectangle.

    Args:
        painter: An active painter; its state is left as it was.
        level: The level to mark.
        rect: Where; usually ``MARK_SIZE`` wide and high.
        colour: The level's colour in the theme, or the text colour where contrast asks for it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if level is Level.OPERATIONAL:
        painter.drawEllipse(rect)
    elif level is Level.TACTICAL:
        top = QPointF(rect.center().x(), rect.top())
        painter.drawPolygon(QPolygonF([top, rect.bottomRight(), rect.bottomLeft()]))
    else:
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def level_word(level: Level) -> str:
    """The adjective of a level, as on badges: "Taktisk"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Level", "Operativ"),
        Level.TACTICAL: QCoreApplication.translate("Level", "Taktisk"),
        Level.STRATEGIC: QCoreApplication.translate("Level", "Strategisk"),
    }[level]


def forum_word(level: Level) -> str:
    """The forum of a level, as in the navigation: "Taktiskt"."""
    return {
        Level.OPERATIONAL: QCoreApplication.translate("Level", "Operativt"),
        Level.TACTICAL: QCoreApplication.translate("Level", "Taktiskt"),
        Level.STRATEGIC: QCoreApplication.translate("Level", "Strategiskt"),
    }[level]
