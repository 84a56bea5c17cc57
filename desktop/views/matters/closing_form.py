"""What is asked when a matter is closed: how it ended, who says so, what was learnt, when to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.matters.matter_writing import Closing, checked_closing
from desktop.errors import InputError
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.matters.matter import Matter
    from desktop.views.matters.desk import MatterDesk


class ClosingForm(QWidget):
    """Closes a matter, below its head; what is typed stays as long as the same matter is shown.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        left: The form can go.
    """

    left = Signal()

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closingForm")
        self._desk = desk
        self._matter: Matter | None = None
        self._outcome = _line("closingOutcome")
        self._confirmed_by = _line("closingConfirmedBy")
        self._lesson = _line("closingLesson")
        self._day = DayField(desk.today)
        self._day.setObjectName("closingDay")
        self._follow_up = DayField(desk.today)
        self._follow_up.setObjectName("closingFollowUp")
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("closingProblem")
        self._problem.hide()
        self._accept = PrimaryButton(self.tr("Avsluta ärendet"))
        self._accept.setObjectName("closingAccept")
        self._accept.clicked.connect(self._close_matter)
        self._lay_out()

    def show_matter(self, matter: Matter | None) -> None:
        """Belong to a matter; the answers about another one are forgotten."""
        if matter is not None and self._matter is not None and matter.id == self._matter.id:
            self._matter = matter
            return
        self._matter = matter
        for field in (self._outcome, self._confirmed_by, self._lesson):
            field.clear()
        self._day.set_day(self._desk.today())
        self._follow_up.set_day(None)
        self._show_problem("")

    def begin(self) -> None:
        """Go to the first question."""
        self._outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Escape leaves the form, not the page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes the matter, Escape leaves the form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close_matter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        day, follow_up = FormRow(self.tr("Avslutas"), self._day), FormRow(self.tr("Följs upp"), self._follow_up)
        self._day.problem_changed.connect(day.set_problem)
        self._follow_up.problem_changed.connect(follow_up.set_problem)
        places = (
            (warns_of_numbers(FormRow(self.tr("Utgång"), self._outcome)), (0, 0, 1, 2)),
            (warns_of_numbers(FormRow(self.tr("Bekräftas av"), self._confirmed_by)), (1, 0, 1, 2)),
            (day, (2, 0, 1, 1)),
            (follow_up, (2, 1, 1, 1)),
            (warns_of_numbers(FormRow(self.tr("Lärdom"), self._lesson)), (3, 0, 1, 2)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, place in places:
            grid.addWidget(row, *place, Qt.AlignmentFlag.AlignTop)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("closingLeave")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._accept)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        column.addStretch(1)

    def _close_matter(self) -> None:
        matter = self._matter
        for field in (self._day, self._follow_up):
            field.finish()
            if not field.is_readable:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if matter is None:
            return
        closing = Closing(
            matter_id=matter.id,
            day=self._day.day or self._desk.today(),
            outcome=self._outcome.text(),
            confirmed_by=self._confirmed_by.text(),
            lesson=self._lesson.text(),
            follow_up_on=self._follow_up.day,
        )
        try:
            checked_closing(matter, closing, self._desk.today())
        except InputError as error:
            self._show_problem(str(error))
            return
        self._show_problem("")
        self._desk.write(lambda: self._desk.services.matters.close(closing), self._tell)
        self.left.emit()

    def _tell(self, _: None) -> None:
        self._desk.message.emit(self.tr("Ärendet är avslutat."), "good", True)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._accept.setAccessibleDescription(sentence)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    return field
