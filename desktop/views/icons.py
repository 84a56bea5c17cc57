"""The line icons of the program, drawn on a grid of 24 and tinted with a colour of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache

from desktop.assets import asset

ICON_SIZE = 18
"""The side of an icon in device-independent pixels where nothing else is said."""

_SCALES = (1.0, 2.0)


def icon(name: str, palette: QPalette, tint: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """An icon in the colours that a palette has now; whoever shows it asks again when the palette changes.

    Args:
        name: A file in ``resources/icons`` without its ending.
        palette: Where the colours come from, usually the widget's own.
        tint: The role that colours the lines.
    """
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        for scale in _SCALES:
            made.addPixmap(icon_pixmap(name, palette.color(group, tint), ICON_SIZE, scale), mode)
    return made


def icon_pixmap(name: str, colour: QColor, size: int = ICON_SIZE, scale: float = 1.0) -> QPixmap:
    """An icon drawn in one colour, kept in Qt's pixmap cache.

    Args:
        name: A file in ``resources/icons`` without its ending.
        colour: The colour of its lines.
        size: Width and height in device-independent pixels.
        scale: Device pixels per device-independent pixel.
    """
    key = f"icon:{name}:{colour.name()}:{size}:{scale}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    side = round(size * scale)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _draw(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    drawn.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, drawn)
    return drawn


def _draw(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    from PySide6.QtSvg import QSvgRenderer  # loaded by the first icon, not by the program

    source = asset(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(source.encode())).render(painter, rect)
