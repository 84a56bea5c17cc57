"""A frame through which one sees as much of something taller as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


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


class ScrolledColumn(QWidget):
    """Things below each other, as high as their wrapped texts need at the width of the frame, and no higher.

    Args:
        gap: The space between two of them in pixels.

    Attributes:
        column: The layout to fill; what is left over lies at its end.
    """

    def __init__(self, gap: int = 12) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self.column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """The least width; the height is asked for by width, since texts at their narrowest would ask for too much."""
        return QSize(super().minimumSizeHint().width(), 0)
