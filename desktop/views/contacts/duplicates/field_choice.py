"""One field of two contacts side by side, and whose value is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.domain.contacts.merging import Side
from desktop.views.contacts.duplicates.words import merge_field_word, value_words
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from desktop.domain.contacts.merging import MergeField

LABEL_WIDTH = 116
"""How wide the column of labels is, in pixels at the size of the design."""
_LONGEST_PIECE = 20


class FieldChoice(QWidget):
    """A field with both values: radio buttons where they differ, else what both have.

    Args:
        field: The field.
        names: The names of the contact that is kept and of the other one, for assistive technology.
        agency: What our side is called.
        parent: The owning widget.
    """

    def __init__(self, field: MergeField, names: tuple[str, str], agency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"mergeField_{field.name}")
        self.name = field.name
        self._sides: QButtonGroup | None = None
        label = Text(merge_field_word(field.name), "muted", wrap=True)
        label.setFixedWidth(LABEL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        if field.differs:
            self._offer(row, field, names, agency)
        else:
            value = Text(value_words(field.kept, agency), wrap=True)
            value.setAccessibleName(f"{label.text()}: {value.text()}")
            row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def side(self) -> Side | None:
        """Whose value is chosen; nothing where there is nothing to choose."""
        if self._sides is None:
            return None
        return Side.KEPT if self._sides.checkedId() == 0 else Side.DROPPED

    def _offer(self, row: QHBoxLayout, field: MergeField, names: tuple[str, str], agency: str) -> None:
        self._sides = QButtonGroup(self)
        for place, (value, side) in enumerate(((field.kept, Side.KEPT), (field.dropped, Side.DROPPED))):
            words = value_words(value, agency) or self.tr("Tomt")
            button = QRadioButton()
            button.setObjectName(f"{self.objectName()}_{side}")
            button.setAccessibleName(f"{merge_field_word(field.name)}: {words} ({names[place]})")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._sides.addButton(button, place)
            button.setChecked(side is field.proposed)
            row.addWidget(_Value(button, words, muted=not value), 1, Qt.AlignmentFlag.AlignTop)


class _Value(QWidget):
    """A value beside its radio button, over several lines where it is long; a click on it chooses it."""

    def __init__(self, button: QRadioButton, words: str, *, muted: bool) -> None:
        super().__init__()
        self._button = button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Words(words, muted=muted), 1, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the value."""
        self._button.setChecked(True)
        self._button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)


class _Words(Text):
    """A text that has room to break anywhere: an address has no spaces."""

    def __init__(self, words: str, *, muted: bool) -> None:
        super().__init__("\u200b".join(_pieces(words)), "muted" if muted else "body", wrap=True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, self.sizePolicy().verticalPolicy())  # both columns alike


def _pieces(words: str) -> list[str]:
    """The words cut where a line may break: after the signs of an address, and in what is too long for a line."""
    pieces = [""]
    for letter in words:
        pieces[-1] += letter
        if letter in "@.-_ " or len(pieces[-1]) == _LONGEST_PIECE:
            pieces.append("")
    return pieces
