"""The row of filters above the lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.domain.level import ALL_LEVELS, Party
from desktop.views.followups.narrowing import Narrowing
from desktop.views.matters.words import levels_phrase
from desktop.views.parts.buttons import Button
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.level import Level

_PARTIES = (None, Party.AGENCY, Party.SSC)


class Filters(QWidget):
    """Narrows the lists by party, by state and by level.

    Attributes:
        narrowed: The lists are to show something else (``narrowing``).
    """

    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrowing = Narrowing()
        self._party = self._box("followupParty", self.tr("Part"), self.tr("Alla parter"), self.tr("Vi"), self.tr("SSC"))
        self._state = self._box("followupState", self.tr("Visa"), self.tr("Öppna åtgärder"), self.tr("Alla åtgärder"))
        self._order = self._box(
            "followupOrder", self.tr("Ordning"), self.tr("Nyast först"), self.tr("Att följa upp först")
        )
        self._chip = Button("", "chip", "close")
        self._chip.setObjectName("followupNarrowing")
        self._chip.clicked.connect(lambda: self.show_levels(ALL_LEVELS))
        self._chip.hide()
        self.count = Text("", "muted")
        self.count.setObjectName("followupCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._party, self._state, self._order, self._chip):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count)

    def show_list(self, *, decisions: bool) -> None:
        """Offer what the chosen list can be narrowed by."""
        self._party.setVisible(not decisions)
        self._state.setVisible(not decisions)
        self._order.setVisible(decisions)

    def show_levels(self, levels: frozenset[Level]) -> None:
        """Narrow to the levels of a forum, or show every level."""
        narrowed = levels != ALL_LEVELS
        words = self.tr("Bara {level}").format(level=levels_phrase(levels)) if narrowed else ""
        self._chip.setText(words)
        self._chip.setAccessibleName(self.tr("{narrowing}. Visa alla igen").format(narrowing=words))
        self._chip.setVisible(narrowed)
        self.narrow(replace(self.narrowing, levels=levels))

    def show_all(self) -> None:
        """Show everything, for what is opened from elsewhere."""
        self._party.setCurrentIndex(0)
        self._state.setCurrentIndex(1)
        self.narrowing = replace(self.narrowing, party=None, open_only=False)
        self.show_levels(ALL_LEVELS)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show something else from now on."""
        self.narrowing = narrowing
        self.narrowed.emit()

    def _box(self, name: str, said: str, *choices: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(said)
        box.addItems(choices)
        box.activated.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        self.narrow(
            replace(
                self.narrowing,
                party=_PARTIES[self._party.currentIndex()],
                open_only=self._state.currentIndex() == 0,
                review_first=self._order.currentIndex() == 1,
            )
        )
