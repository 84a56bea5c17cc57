"""A box to tick whose words may need several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class TickRow(QWidget):
    """A box and its words beside it; a press on the words ticks the box too.

    Args:
        words: What is ticked.
        parent: The owning widget.

    Attributes:
        box: The box.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self._words = Text(words, wrap=True)
        self._words.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick where the words were pressed."""
        if event.button() is Qt.MouseButton.LeftButton and self._words.geometry().contains(event.position().toPoint()):
            self.box.click()
        else:
            super().mouseReleaseEvent(event)
