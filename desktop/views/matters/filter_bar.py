"""What the list of matters is narrowed by: open or all, kind, words, and what another view asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.matters.matter import MatterKind
from desktop.views.matters.narrowing import Narrowing
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import Button
from desktop.views.wording import matter_kind_word

if TYPE_CHECKING:
    from desktop.views.matters.narrowing import Found


class FilterBar(QWidget):
    """Shows and changes a narrowing.

    Attributes:
        narrowed: The list is to show something else (``Narrowing``).
    """

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowing = Narrowing()
        self._told = ""
        self._open = QComboBox()
        self._open.setObjectName("matterFilter")
        self._open.setAccessibleName(self.tr("Visa"))
        self._open.setAccessibleDescription(self.tr("Vilka ärenden listan visar"))
        self._open.addItems([self.tr("Öppna ärenden"), self.tr("Alla ärenden")])
        self._open.activated.connect(self._choose_open)
        self._kind = QComboBox()
        self._kind.setObjectName("matterKindFilter")
        self._kind.setAccessibleName(self.tr("Slag"))
        self._kind.addItem(self.tr("Alla slag"))
        self._kind.addItems([matter_kind_word(kind) for kind in MatterKind])
        self._kind.activated.connect(self._choose_kind)
        self._words = QLineEdit()
        self._words.setObjectName("matterWords")
        self._words.setAccessibleName(self.tr("Sök bland ärendena"))
        self._words.setPlaceholderText(self.tr("Nummer, rubrik eller referens"))
        self._words.setClearButtonEnabled(True)
        self._words.setMaximumWidth(280)
        self._words.textChanged.connect(self._seek)
        self._chip = Button("", "chip", "close")
        self._chip.setObjectName("matterNarrowing")
        self._chip.clicked.connect(self._widen)
        self._chip.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._open)
        row.addWidget(self._kind)
        row.addWidget(self._words, 1)
        row.addWidget(self._chip)
        row.addStretch(1)

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Show by what the list is narrowed; behind a repetition stand its matters alone (R23)."""
        self._narrowing = narrowing
        free = narrowing.repetition is None
        self._open.setCurrentIndex(0 if narrowing.open_only else 1)
        self._kind.setCurrentIndex(0 if narrowing.kind is None else list(MatterKind).index(narrowing.kind) + 1)
        if " ".join(self._words.text().split()) != narrowing.words:
            with QSignalBlocker(self._words):
                self._words.setText(narrowing.words)
        for field in (self._open, self._kind, self._words):
            field.setEnabled(free)

    def show_found(self, found: Found) -> None:
        """Say what was asked for elsewhere, with the way back."""
        words = found.words()
        changed, self._told = words != self._told, words
        self._chip.setText(words.replace("&", "&&"))
        self._chip.setAccessibleName(self.tr("{narrowing}. Visa alla igen").format(narrowing=words))
        self._chip.setVisible(bool(words))
        for field in (self._open, self._kind, self._words):
            field.setVisible(found.any_at_all)
        if changed and words:
            announce(self, self.tr("{narrowing}, {count} ärenden").format(narrowing=words, count=found.count))

    def _widen(self) -> None:
        self.narrowed.emit(Narrowing(self._narrowing.open_only, kind=self._narrowing.kind, words=self._narrowing.words))

    def _choose_open(self, index: int) -> None:
        self._ask(replace(self._narrowing, open_only=index == 0))

    def _choose_kind(self, index: int) -> None:
        self._ask(replace(self._narrowing, kind=list(MatterKind)[index - 1] if index else None))

    def _seek(self, words: str) -> None:
        self._ask(replace(self._narrowing, words=" ".join(words.split())))

    def _ask(self, wanted: Narrowing) -> None:
        if wanted != self._narrowing:
            self.narrowed.emit(wanted)
