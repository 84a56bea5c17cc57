"""Facts as pairs of a label and a value, in as many columns as fit two abreast."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views.parts.text import Text


class Facts(QWidget):
    """Pairs of a muted label and the value below it; values can be selected and copied.

    Args:
        columns: How many pairs stand abreast.
        parent: The owning widget.
    """

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Replace the pairs; a pair without a value is left out."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = [(label, value) for label, value in facts if value]
        for place, (label, value) in enumerate(shown):
            self._grid.addWidget(_pair(label, value), *divmod(place, self._columns), Qt.AlignmentFlag.AlignTop)


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
