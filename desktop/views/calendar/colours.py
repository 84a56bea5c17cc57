"""The tokens of now, for painters that were given no theme."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.views.tokens import DARK, LIGHT, Tokens, high_contrast


def tokens_now() -> Tokens:
    """The set that the application is dressed in: light, dark, or the system's own colours.

    A view's own palette will not do, since the style sheet makes its ground transparent.
    """
    palette = QApplication.palette()
    ground = palette.color(QPalette.ColorRole.Window).name()
    for known in (LIGHT, DARK):
        if ground == known.background:
            return known
    return high_contrast(palette)
