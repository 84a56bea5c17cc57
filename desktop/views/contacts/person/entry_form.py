"""The form in which a role or a right is written, in its place in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.agreement import ServiceArea


class EntryForm(QWidget):
    """Fields with a time from–to; Enter saves and Escape leaves.

    Args:
        name: What the object names begin with.
        now: Says what day it is.
        parent: The owning widget.
        primary: Whether keeping it is the one thing to do in the view.

    Attributes:
        accepted: What is written is to be kept.
        cancelled: It is not.
        removal_asked: The entry was added by mistake and is to go.
        starts: From when.
        ends: Until when.
    """

    accepted = Signal()
    cancelled = Signal()
    removal_asked = Signal()

    def __init__(
        self, name: str, now: Callable[[], date], parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Form")
        self._name = name
        self._areas: list[UUID | None] = [None]
        self._first: QWidget | None = None
        self._area = QComboBox()
        self._area.setObjectName(f"{name}Area")
        self.starts, self._starts_row = self._day("Starts", self.tr("Från"), now)
        self.ends, self._ends_row = self._day("Ends", self.tr("Till och med"), now)
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName(f"{name}Problem")
        self._problem.hide()
        self._accept = PrimaryButton("") if primary else SecondaryButton("")
        self._accept.setObjectName(f"{name}Accept")
        self._accept.clicked.connect(self.try_to_accept)
        self._removal = QuietButton(self.tr("Ta bort, lades in av misstag"), "trash")
        self._removal.setObjectName(f"{name}Remove")
        self._removal.clicked.connect(self.removal_asked)

    @property
    def area_id(self) -> UUID | None:
        """The service area that is chosen; None for all."""
        return self._areas[self._area.currentIndex()]

    def show_areas(self, areas: Sequence[ServiceArea], chosen: UUID | None) -> None:
        """Offer the service areas."""
        self._areas = [None, *(area.id for area in areas)]
        self._area.clear()
        self._area.addItems([self.tr("Alla tjänsteområden"), *(area.name for area in areas)])
        self._area.setCurrentIndex(self._areas.index(chosen) if chosen in self._areas else 0)

    def begin(self, words: str, *, removable: bool) -> None:
        """Be ready to write: what the button that keeps it says, and whether the entry can be removed."""
        self._accept.setText(words)
        self._removal.setVisible(removable)
        self.show_problem("")

    def focus_first(self) -> None:
        """Go to the first field."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_end(self, day: date) -> None:
        """Go to the last day, with this one where there is none."""
        if self.ends.day is None or self.ends.day > day:
            self.ends.set_day(day)
        self.ends.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ends.selectAll()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the whole, or nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._accept.setAccessibleDescription(sentence)

    def try_to_accept(self) -> None:
        """Ask for what is written to be kept, if both days can be read."""
        for field in (self.starts, self.ends):
            field.finish()
            if not field.is_readable:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.accepted.emit()

    def event(self, event: QEvent) -> bool:
        """Escape leaves the form, not the room."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def lay_out(self, rows: Sequence[Sequence[FormRow]], below_first: QLayout | None = None) -> None:
        """Stand the rows of fields below each other, those of one row abreast, and the buttons below.

        Args:
            rows: The fields.
            below_first: What stands between the first row and the second.
        """
        self._first = rows[0][0].field
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for place, abreast in enumerate(rows):
            for column, row in enumerate(abreast):
                span = 2 if len(abreast) == 1 else 1
                grid.addWidget(row, 2 * place, column, 1, span, Qt.AlignmentFlag.AlignTop)
                if isinstance(row.field, QLineEdit):
                    row.field.returnPressed.connect(self.try_to_accept)
        if below_first is not None:
            grid.addLayout(below_first, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        leave = QuietButton(self.tr("Avbryt"))
        leave.setObjectName(f"{self._name}Cancel")
        leave.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        buttons.addWidget(self._removal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def area_row(self) -> FormRow:
        """The field of the service area with its label."""
        return FormRow(self.tr("Tjänsteområde"), self._area)

    def period_rows(self) -> tuple[FormRow, FormRow]:
        """The fields from–to with their labels."""
        return self._starts_row, self._ends_row

    def _day(self, name: str, label: str, now: Callable[[], date]) -> tuple[DayField, FormRow]:
        field = DayField(now)
        field.setObjectName(f"{self._name}{name}")
        row = FormRow(label, field)
        field.problem_changed.connect(row.set_problem)
        return field, row
