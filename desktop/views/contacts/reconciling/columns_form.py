"""Asks what the columns of a list mean whose headings do not say it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop.domain.contacts.columns import Columns, Meaning, checked_columns
from desktop.errors import InputError
from desktop.views.contacts.reconciling.words import meaning_word
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.contacts.columns import AskedColumn, ColumnQuestion

_MEANING_WIDTH = 220


class ColumnsForm(QWidget):
    """One row for each column: its heading, some of what stands in it, and what it means.

    Attributes:
        answered: The user has said what the columns mean (``Columns``).
        declined: The file is not to be read.
    """

    answered = Signal(object)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnsForm")
        self._question: ColumnQuestion | None = None
        self._meanings: list[QComboBox] = []
        self._trouble = Text("", "problem", wrap=True)
        self._trouble.setObjectName("columnsTrouble")
        self._rows = QVBoxLayout()
        self._answer = PrimaryButton(self.tr("Jämför"))
        self._answer.setObjectName("columnsAnswer")
        self._answer.clicked.connect(self._say)
        decline = SecondaryButton(self.tr("Välj en annan fil"))
        decline.setObjectName("columnsDecline")
        decline.clicked.connect(self.declined)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._answer)
        flow.addWidget(decline)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Vad betyder kolumnerna?")))
        explained = self.tr(
            "Rubrikerna i filen säger inte allt. Kontrollera förslagen; svaret minns programmet till nästa gång."
        )
        column.addWidget(Text(explained, "muted", wrap=True))
        column.addLayout(self._rows)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside))

    def ask(self, question: ColumnQuestion) -> None:
        """Show the columns of a file, with what they seem to mean."""
        self._question = question
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._meanings = []
        card = Card(padding=16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        heads = (self.tr("Rubrik i filen"), self.tr("Exempel"), self.tr("Betydelse"))
        for place, words in enumerate(heads):
            grid.addWidget(Text(words, "caption"), 0, place)
        for row, asked in enumerate(question.columns, 1):
            self._add_row(grid, row, asked)
        card.body.addLayout(grid)
        self._rows.addWidget(card)
        self._tell("")
        self._meanings[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, grid: QGridLayout, row: int, asked: AskedColumn) -> None:
        name = asked.heading or self.tr("Kolumn {number}").format(number=row)
        heading = Text(name, wrap=True)
        meaning = QComboBox()
        meaning.setObjectName(f"columnMeaning{row}")
        meaning.setAccessibleName(self.tr("Betydelse av {heading}").format(heading=name))
        meaning.setMinimumWidth(_MEANING_WIDTH)
        for each in Meaning:
            meaning.addItem(meaning_word(each), each)
        meaning.setCurrentIndex(meaning.findData(asked.proposed))
        meaning.activated.connect(partial(self._free, meaning))
        heading.setBuddy(meaning)
        self._meanings.append(meaning)
        grid.addWidget(heading, row, 0)
        grid.addWidget(Text(" · ".join(asked.examples), "muted", wrap=True), row, 1)
        grid.addWidget(meaning, row, 2)

    def _free(self, chosen: QComboBox, _index: int) -> None:
        """Two columns do not mean the same: the other one is not used any more."""
        self._tell("")
        for other in self._meanings:
            if other is not chosen and other.currentData() and other.currentData() == chosen.currentData():
                other.setCurrentIndex(other.findData(Meaning.UNUSED))

    def _say(self) -> None:
        if self._question is None:
            return
        meanings = tuple(Meaning(combo.currentData()) for combo in self._meanings)
        try:
            columns = checked_columns(Columns(self._question.headings, meanings))
        except InputError as error:
            self._tell(str(error))
            return
        self.answered.emit(columns)

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if trouble:
            announce(self._trouble, trouble, urgent=True)
