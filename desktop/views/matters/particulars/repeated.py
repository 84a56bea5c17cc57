"""Says of a deficiency that it is repeated, where one works with it (R23)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.matters.matter import RepetitionRule
from desktop.domain.matters.repeating import repetition_words, why_repeated
from desktop.domain.meetings.agenda import Source, SourceKind
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text
from desktop.views.parts.why import WhyFold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.matters.matter import Matter

_RULE = RepetitionRule()


class Repeated(Card):
    """The sentence, the list behind it, and the way there; not seen while the deficiency is not repeated.

    Attributes:
        source_opened: The deficiencies are to be shown in the register (``Source``).
    """

    source_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("repeatedDeficiency")
        self._source: Source | None = None
        self._chip = StateChip("", "warning")
        self._chip.setObjectName("repeatedWords")
        self._list = Text("", wrap=True)
        self._list.setObjectName("repeatedList")
        self._why = WhyFold(self.tr("Upprepad leveransbrist"))
        self._show = SecondaryButton(self.tr("Visa bristerna i listan"))
        self._show.setObjectName("showRepeated")
        self._show.clicked.connect(self._open)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._list)
        inside.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._why)
        self.body.addLayout(inside)
        self.hide()

    def show_group(self, matter: Matter, group: Sequence[Matter], area: str) -> None:
        """Show the deficiencies that a matter is repeated with, oldest first; a matter beside them shows nothing."""
        repeated = any(each.id == matter.id for each in group)
        self.setVisible(repeated)
        if not repeated:
            return
        words = repetition_words(len(group), area, _RULE)
        self._source = Source(SourceKind.REPETITION, matter.area_id, words)
        self._chip.set_state(words, "warning")
        lines = (f"{each.reported_on.isoformat()}  {each.number}  {each.title}" for each in group)
        self._list.setText("\n".join(lines))
        self._why.show_why(why_repeated(group, area, _RULE))

    def _open(self) -> None:
        if self._source is not None:
            self.source_opened.emit(self._source)
