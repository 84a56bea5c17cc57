"""One item at the closing: what became of it, and where it goes on if it was deferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import OUTCOMES
from desktop.views.meetings.after.carry_line import CarryLine
from desktop.views.meetings.after.closing_words import count_words
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text
from desktop.views.wording import item_state_word

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.closing import Carry, Closing

OUTCOME_KEYS = dict(zip(OUTCOMES, "BOS", strict=True))
"""The letter that chooses each outcome."""
_TOP = Qt.AlignmentFlag.AlignTop
_NUMBER_WIDTH = 24


class ClosingRow(QWidget):
    """Asks what became of one item.

    Args:
        item_id: The item.
        parent: The owning widget.

    Attributes:
        settled: The item's key and the ``ItemState`` that was chosen.
        carried: The item's key, the key of the later meeting and the way (``Carry``) it goes there.
    """

    settled = Signal(object, object)
    carried = Signal(object, object, object)

    def __init__(self, item_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closingRow")
        self.item_id = item_id
        self._number = Text("", "muted")
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self._title = Text("", wrap=True)
        self._title.setObjectName("closingTitle")
        self._count = Text("", "note", wrap=True)
        self._count.setObjectName("closingCount")
        words = [Choice(one, item_state_word(one), OUTCOME_KEYS[one]) for one in OUTCOMES]
        self.outcome = SegmentedChoice(self.tr("Utfall"), words)
        self.outcome.setObjectName("closingOutcome")
        self.outcome.chosen.connect(self._settle)
        self._carry: CarryLine | None = None
        self._lay_out()
        self.setFocusProxy(self.outcome)

    def show_item(self, number: int, item: AgendaItem, closing: Closing) -> None:
        """Show the item as the register has it."""
        title = " ".join(item.title.split())
        self._number.setText(str(number))
        self._title.setText(title)
        self._count.setText(count_words(item))
        self._count.setVisible(bool(item.deferrals))
        self.outcome.set_name(self.tr("Utfall för {title}").format(title=title))
        self.outcome.set_value(item.state)
        self.outcome.setEnabled(closing.fixed is None)
        self._show_carry(item, closing)

    def _show_carry(self, item: AgendaItem, closing: Closing) -> None:
        deferred = item.state is ItemState.DEFERRED
        if self._carry is None and deferred:
            self._carry = CarryLine()
            self._carry.asked.connect(self._tell_carried)
            self._below.addWidget(self._carry)
        if self._carry is not None:
            self._carry.setVisible(deferred)
            self._carry.show_item(item, closing)

    def _settle(self, outcome: ItemState) -> None:
        self.settled.emit(self.item_id, outcome)

    def _tell_carried(self, target_id: UUID, way: Carry) -> None:
        self.carried.emit(self.item_id, target_id, way)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 5, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._count)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        number = QVBoxLayout()
        number.setContentsMargins(0, 5, 0, 0)
        number.addWidget(self._number)
        number.addStretch(1)
        row.addLayout(number)
        row.addLayout(words, 1)
        row.addWidget(self.outcome, 0, _TOP)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(12, 8, 12, 8)
        self._below.setSpacing(6)
        self._below.addLayout(row)
