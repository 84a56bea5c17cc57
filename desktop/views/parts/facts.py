"""Facts as pairs of a label and a value, abreast where there is room."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views.parts.text import Text

_GAP = 16


class Facts(QWidget):
    """Pairs of a muted label and the value below it; values can be selected and copied.

    Args:
        columns: How many pairs stand abreast where the longest word of each fits; else they stand below each other.
        parent: The owning widget.
    """

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pairs: list[QWidget] = []
        self._abreast = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(12)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Replace the pairs; a pair without a value is left out."""
        for pair in self._pairs:
            self._grid.removeWidget(pair)
            pair.hide()
            pair.deleteLater()
        self._pairs = [_pair(label, value) for label, value in facts if value]
        self._abreast = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for one pair abreast."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the pairs as the width allows."""
        super().resizeEvent(event)
        self._arrange()

    def _widest(self) -> int:
        return max((pair.minimumSizeHint().width() for pair in self._pairs), default=0)

    def _arrange(self) -> None:
        room = (self.width() + _GAP) // (self._widest() + _GAP)
        abreast = max(1, min(self._columns, room))
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for pair in self._pairs:
            self._grid.removeWidget(pair)
        for place, pair in enumerate(self._pairs):
            self._grid.addWidget(pair, *divmod(place, abreast), Qt.AlignmentFlag.AlignTop)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        self.updateGeometry()


def _pair(label: str, value: str) -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(label, "muted"))
    words = Text(value, wrap=True)
    words.setAccessibleName(f"{label}: {value}")
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(words)
    return pair
