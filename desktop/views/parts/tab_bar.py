"""Underlined tabs over one hairline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTabBar, QWidget

_GAP = 11
"""The space between two tabs, which belongs to the left one, and half the ring of the focus."""


class UnderlinedTabs(QTabBar):
    """A tab bar whose chosen tab is underlined; arrow keys move between the tabs.

    Args:
        name: What the tabs choose between, for assistive technology.
        parent: The owning widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline first, so that the underline of the chosen tab lies on it."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            self._paint_focus()

    def _paint_focus(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        words = self.tabRect(self.currentIndex()).adjusted(1, 3, -_GAP, -5)
        painter.drawRoundedRect(words, 4, 4)
        painter.end()
