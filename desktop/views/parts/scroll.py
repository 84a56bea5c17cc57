"""A frame through which one sees as much of something taller as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """Shows a widget on the ground it stands on; it scrolls downwards only, and what is in it takes the focus.

    Args:
        inside: What is shown; it becomes as wide as the frame.
        parent: The owning widget.
    """

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # Qt turns it on when the frame takes the widget
        self.viewport().setAutoFillBackground(False)
