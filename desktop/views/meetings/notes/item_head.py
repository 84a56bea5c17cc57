"""The head of the item whose notes are taken: what it is, when it is planned, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import clock_span
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import times
from desktop.views.parts.text import Text
from desktop.views.wording import item_kind_word, item_state_word, presenter_word

if TYPE_CHECKING:
    from desktop.views.meetings.notes.note_items import NoteItem

STATE_KEYS = {
    ItemState.OPEN: Qt.Key.Key_0,
    ItemState.DEALT_WITH: Qt.Key.Key_1,
    ItemState.DEFERRED: Qt.Key.Key_2,
    ItemState.STRUCK: Qt.Key.Key_3,
}
"""The key that, with Ctrl, says what became of the item."""


class ItemHead(QWidget):
    """Names the item and lets its state be chosen.

    Attributes:
        state_chosen: The ``ItemState`` that the item is to have.
    """

    state_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteHead")
        self._title = Text("", "section", wrap=True)
        self._title.setObjectName("noteTitle")
        self._facts = Text("", "muted", wrap=True)
        self._facts.setObjectName("noteFacts")
        self.state = QComboBox()
        self.state.setObjectName("noteState")
        self.state.setAccessibleName(self.tr("Vad det blev av punkten"))
        keys = ", ".join(
            f"Ctrl+{key.value - Qt.Key.Key_0.value} {item_state_word(one)}" for one, key in STATE_KEYS.items()
        )
        self.state.setToolTip(keys)
        for one in ItemState:
            self.state.addItem(item_state_word(one))
        self.state.activated.connect(self._choose)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)

    def _choose(self, place: int) -> None:
        self.state_chosen.emit(list(ItemState)[place])

    def show_item(self, row: NoteItem) -> None:
        """Show an item."""
        item = row.item
        self._title.setText(f"{row.number}. {' '.join(item.title.split())}")
        facts = [clock_span(row.starts, row.ends), item_kind_word(item.kind), presenter_word(item.presenter)]
        if item.deferrals:
            facts.append(self.tr("bordlagd {times}").format(times=times(item.deferrals)))
        if item.wanted_outcome.strip():
            facts.append(self.tr("önskat: {outcome}").format(outcome=" ".join(item.wanted_outcome.split())))
        self._facts.setText(" · ".join(facts))
        self.state.setCurrentIndex(list(ItemState).index(item.state))
