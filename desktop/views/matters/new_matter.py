"""The form for a new matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_writing import LONGEST_TITLE, check_new, checked_matter
from desktop.errors import InputError
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import PageHead
from desktop.views.parts.marks import level_word
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.text import Text
from desktop.views.wording import matter_kind_word

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.agreement import ServiceArea
    from desktop.views.matters.desk import MatterDesk

_WIDTH = 640
_DESCRIPTION_HEIGHT = 120


class NewMatterForm(QWidget):
    """Asks for what a matter needs; what is typed stays until it is kept, also when the form is left (R19).

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        made: The matter is kept (``UUID``).
        left: The user does not want to write one now.
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newMatter")
        self._desk = desk
        self._areas: list[UUID | None] = [None]
        self._kind = QComboBox()
        self._kind.setObjectName("newMatterKind")
        self._kind.addItems([matter_kind_word(kind) for kind in MatterKind])
        self._level = QComboBox()
        self._level.setObjectName("newMatterLevel")
        self._level.addItems([level_word(level) for level in Level])
        self._area = QComboBox()
        self._area.setObjectName("newMatterArea")
        self._area.addItem(self.tr("Inget tjänsteområde"))
        self._title = QLineEdit()
        self._title.setObjectName("newMatterTitle")
        self._title.setMaxLength(LONGEST_TITLE)
        self._reported = DayField(desk.today)
        self._reported.setObjectName("newMatterReported")
        self._reported.set_day(desk.today())
        self._description = QPlainTextEdit()
        self._description.setObjectName("newMatterDescription")
        self._description.setTabChangesFocus(True)
        self._description.setFixedHeight(_DESCRIPTION_HEIGHT)
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("newMatterProblem")
        self._problem.hide()
        self._make = PrimaryButton(self.tr("Lägg till ärendet"))
        self._make.setObjectName("newMatterMake")
        self._make.clicked.connect(self._keep)
        self._lay_out()

    def begin(self) -> None:
        """Be ready to write."""
        self._desk.read("areas", self._desk.services.agreements.areas, self._show_areas)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the matter, Escape leaves the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        reported = FormRow(self.tr("Anmält"), self._reported)
        self._reported.problem_changed.connect(reported.set_problem)
        places = (
            (FormRow(self.tr("Slag"), self._kind), (0, 0, 1, 1)),
            (warns_of_numbers(FormRow(self.tr("Rubrik"), self._title)), (0, 1, 1, 2)),
            (FormRow(self.tr("Tjänsteområde"), self._area), (1, 0, 1, 1)),
            (FormRow(self.tr("Nivå"), self._level), (1, 1, 1, 1)),
            (reported, (1, 2, 1, 1)),
            (warns_of_numbers(FormRow(self.tr("Beskrivning"), self._description)), (2, 0, 1, 3)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for row, place in places:
            grid.addWidget(row, *place, Qt.AlignmentFlag.AlignTop)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("newMatterLeave")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._make)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        card = Card(padding=16)
        card.setMaximumWidth(_WIDTH)
        card.body.addLayout(grid)
        card.body.addWidget(Text(self.tr("Ärendet får nästa lediga nummer för året."), "muted", wrap=True))
        card.body.addWidget(self._problem)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(PageHead(self.tr("Nytt ärende")))
        column.addWidget(card)
        column.addStretch(1)

    def _show_areas(self, areas: tuple[ServiceArea, ...]) -> None:
        chosen = self._areas[max(0, self._area.currentIndex())]
        self._areas = [None, *(area.id for area in areas)]
        self._area.clear()
        self._area.addItems([self.tr("Inget tjänsteområde"), *(area.name for area in areas)])
        self._area.setCurrentIndex(self._areas.index(chosen) if chosen in self._areas else 0)

    def _written(self, reported_on: date) -> Matter:
        return Matter(
            id=new_id(),
            number="",
            kind=list(MatterKind)[self._kind.currentIndex()],
            title=self._title.text(),
            level=list(Level)[self._level.currentIndex()],
            reported_on=reported_on,
            description=self._description.toPlainText(),
            area_id=self._areas[self._area.currentIndex()],
        )

    def _keep(self) -> None:
        self._reported.finish()
        if not self._reported.is_readable:
            self._reported.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        matter = self._written(self._reported.day or self._desk.today())
        try:
            checked_matter(matter)
            check_new(matter, self._desk.today())
        except InputError as error:
            self._show_problem(str(error))
            return
        self._show_problem("")
        self._desk.write(lambda: self._desk.services.matters.add(matter), self._kept)

    def _kept(self, matter: Matter) -> None:
        self._title.clear()
        self._description.clear()
        self._reported.set_day(self._desk.today())
        self._kind.setCurrentIndex(0)
        self._level.setCurrentIndex(0)
        self._desk.message.emit(self.tr("Ärende {number} är tillagt.").format(number=matter.number), "good", True)
        self.made.emit(matter.id)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._make.setAccessibleDescription(sentence)
