"""A layout that sets its widgets one after another and goes on at the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays chips and small buttons out in lines.

    Args:
        parent: The widget to lay out.
        gap: Space between widgets and between lines in pixels.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Take over an item; called by ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt asks past the end and expects null
        """The item at an index, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - the same
        """Remove and return the item at an index, or nothing past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: the layout takes what its widgets need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower layout is a higher one."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height the lines need in a width, in pixels."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Move every widget to its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """The same as the least size: lines break where they must."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest single widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height the lines need in the given width; moves the widgets there if asked to."""
        x, y, line = rect.x(), rect.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue  # hidden: it leaves no gap
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                _settle(placed, line)
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                placed.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            line = max(line, size.height())
        _settle(placed, line)
        return y + line - rect.y()


def _settle(placed: list[tuple[QLayoutItem, QRect]], line: int) -> None:
    """Move the items of a line to their places, each in the middle of its height."""
    for item, rect in placed:
        item.setGeometry(rect.translated(0, (line - rect.height()) // 2))
    placed.clear()
