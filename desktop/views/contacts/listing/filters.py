"""The row above the list: what it is narrowed to, and how many are left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.domain.level import Level, Party
from desktop.views.contacts.listing.narrowing import Narrowing, Standing
from desktop.views.contacts.words import level_noun
from desktop.views.parts.flow import FlowLayout
from desktop.views.wording import side_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.views.contacts.words import AreaNames

_WORDS_WIDTH = 210


class ListFilters(QWidget):
    """A field for words and a box each for party, level, service area and standing.

    Args:
        parent: The owning widget.

    Attributes:
        narrowed: The list is to be narrowed otherwise (``narrowing``).
        words: The field.
    """

    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrowing = Narrowing()
        self.words = QLineEdit()
        self.words.setObjectName("contactFilter")
        self.words.setAccessibleName(self.tr("Filtrera listan"))
        self.words.setPlaceholderText(self.tr("Namn, uppdrag eller telefon"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(_WORDS_WIDTH)
        self.words.textChanged.connect(self._take)
        self._party = self._box("contactParty", self.tr("Part"))
        self._level = self._box("contactLevel", self.tr("Nivå"))
        self._area = self._box("contactArea", self.tr("Tjänsteområde"))
        self._standing = self._box("contactStanding", self.tr("Visa"))
        self._offer(self._party, self.tr("Båda parter"), ((side_word(party), party) for party in Party))
        levels = ((level_noun(level), frozenset({level})) for level in reversed(Level))
        self._offer(self._level, self.tr("Alla nivåer"), levels)
        self._offer(self._area, self.tr("Alla områden"), ())
        for standing, word in self._standings():
            self._standing.addItem(word, standing)
        row = FlowLayout(self)
        for widget in (self.words, self._party, self._level, self._area, self._standing):
            row.addWidget(widget)

    def show_areas(self, areas: AreaNames) -> None:
        """Offer these service areas; the one that is chosen stays so while it is there."""
        offered = [(self._area.itemText(place), self._area.itemData(place)) for place in range(1, self._area.count())]
        wanted = [(name, area) for area, name in areas.items()]
        if offered != wanted:
            chosen = self.narrowing.area_id
            self._offer(self._area, self.tr("Alla områden"), wanted)
            self._area.setCurrentIndex(max(self._area.findData(chosen), 0))
            self._take()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Show what the list is to be narrowed to, and tell it."""
        self.words.blockSignals(True)
        self.words.setText(narrowing.words)
        self.words.blockSignals(False)
        if narrowing.levels and self._level.findData(narrowing.levels) < 0:
            self._level.addItem(" + ".join(level_noun(level) for level in narrowing.levels), narrowing.levels)
        for box, value in (
            (self._party, narrowing.party),
            (self._level, narrowing.levels or None),
            (self._area, narrowing.area_id),
            (self._standing, narrowing.standing),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))
        self._take()

    def _standings(self) -> tuple[tuple[Standing, str], ...]:
        return (
            (Standing.CURRENT, self.tr("Inte avslutade")),
            (Standing.WITH_ROLE, self.tr("Har uppdrag")),
            (Standing.WITHOUT_ROLE, self.tr("Utan uppdrag")),
            (Standing.STALE, self.tr("Inaktuella")),
            (Standing.ENDED, self.tr("Avslutade")),
        )

    def _box(self, name: str, said: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(said)
        box.activated.connect(self._take)
        return box

    def _offer(self, box: QComboBox, everything: str, choices: Iterable[tuple[str, object]]) -> None:
        box.clear()
        box.addItem(everything, None)
        for word, value in choices:
            box.addItem(word, value)

    def _take(self) -> None:
        party, standing = self._party.currentData(), self._standing.currentData()  # Qt keeps their values alone
        narrowing = replace(
            self.narrowing,
            words=self.words.text(),
            party=Party(party) if party else None,
            levels=self._level.currentData() or frozenset(),
            area_id=self._area.currentData(),
            standing=Standing(standing),
        )
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self.narrowed.emit()
