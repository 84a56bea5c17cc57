"""Cards: surfaces with a hairline and rounded corners, without shadows."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A surface for things that belong together.

    Args:
        parent: The owning widget.
        padding: Space inside the hairline in pixels; 0 for tables and lists that reach the edge.
        private: Tint the card as private preparation (R11); the words "Endast för oss" stand inside.

    Attributes:
        body: The vertical layout to fill.
    """

    def __init__(self, parent: QWidget | None = None, *, padding: int = 0, private: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("private", private)
        self.body = QVBoxLayout(self)
        inset = max(padding, 1)  # one pixel, or a child would paint over the hairline
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(0 if padding == 0 else 8)


class Divider(QFrame):
    """A horizontal hairline between the parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("divider", True)
