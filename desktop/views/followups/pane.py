"""One list of the page: its table, where a new entry is typed, and what an empty list says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.followups.table import FollowupTable
from desktop.views.parts.addition_field import AdditionField
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.views.followups.model import FollowupModel

_LONGEST_TEXT = 1000


class FollowupPane(QWidget):
    """A card with the table; its last row takes a new entry, ended with Enter.

    Args:
        name: What the table holds, for assistive technology.
        followups: The entries.
        addition: What the last row asks for: "+ Lägg till åtgärd".
        parent: The owning widget.

    Attributes:
        added: The text of a new entry.
        column: The card, and what may come below it.
    """

    added = Signal(str)

    def __init__(self, name: str, followups: FollowupModel, addition: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FollowupTable(name, followups)
        self.empty = EmptyState("", "", icon_name="follow-up")
        self.empty.hide()
        self._divider = Divider()
        self._divider.hide()
        self.addition = AdditionField()
        self.addition.setAccessibleName(addition.removeprefix("+ "))
        self.addition.setPlaceholderText(addition)
        self.addition.setMaxLength(_LONGEST_TEXT)
        self.addition.setStyleSheet("QLineEdit:!focus { border-color: transparent; background: transparent; }")
        self.addition.returnPressed.connect(self._add)
        self.table.addition_asked.connect(self.begin)
        last = QHBoxLayout()
        last.setContentsMargins(4, 4, 12, 4)
        last.addWidget(self.addition)
        card = Card()
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        card.body.addWidget(self._divider)
        card.body.addLayout(last)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Go to where a new entry is typed."""
        self.addition.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Save everything that is typed here and not saved yet."""
        self.table.editors.flush()
        self._add()

    def show_emptiness(self, title: str, text: str) -> None:
        """Show the table, or, while it has no rows, what belongs there."""
        is_empty = not self.table.followups.rowCount()
        self.empty.set_texts(title, text)
        self.empty.setVisible(is_empty)
        self._divider.setVisible(is_empty)  # the hairline below the last row is enough
        self.table.setVisible(not is_empty)

    def _add(self) -> None:
        if text := " ".join(self.addition.text().split()):
            self.addition.clear()
            self.added.emit(text)
