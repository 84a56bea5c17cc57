"""What a person says when a matter is escalated or returned, over the tabs of the matter (R20)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.level import Level, Party
from desktop.domain.matters.climb import Fault, faults
from desktop.domain.matters.escalation import EscalationReason, StepRequest
from desktop.views.matters.escalation.words import escalate_words, return_words
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.number_warning import warns_of_numbers
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.why import WhyFold
from desktop.views.wording import escalation_reason_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.matters.climb import Climb

ANSWER_WITHIN = timedelta(weeks=2)
"""How long the other level is given where nobody says otherwise; a proposal, no limit of the model."""


class EscalationPanel(VerticalScroll):
    """The form of one step, up or down.

    Args:
        today: Says what day it is.
        parent: The owning widget.

    Attributes:
        requested: The step is to be taken (``StepRequest``).
        left: The user does not want to take it.
    """

    requested = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, parent)
        self.setObjectName("escalationPanel")
        self._today = today
        self._climb: Climb | None = None
        self._level = Level.TACTICAL
        self._people: tuple[Contact, ...] = ()
        self._make_fields()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        for row in self._rows.values():
            if row not in {self._rows["answer_by"], self._rows["taken_on"]}:
                column.addWidget(row)
        days = QHBoxLayout()
        days.setSpacing(16)
        for name in ("answer_by", "taken_on"):
            days.addWidget(self._rows[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        column.addLayout(self._buttons())
        column.addWidget(self._why)
        column.addStretch(1)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def open_step(self, climb: Climb, level: Level) -> None:
        """Ask for what a step to a level takes, with what can be proposed already in place."""
        self._climb, self._level = climb, level
        goes_up = level is climb.above
        words = escalate_words(level) if goes_up else return_words(level)
        self._head.setText(words)
        self._go.setText(words)
        for name in ("reason", "tried", "asked", "answer_by", "to_name"):
            self._rows[name].setVisible(goes_up)
        self._rows["explanation"].set_label(self.tr("Förklaring") if goes_up else self.tr("Varför ärendet återförs"))
        for row in self._rows.values():
            row.set_problem("")
        for field in (self._explanation, self._tried, self._asked):
            field.clear()
        self._reason.setCurrentIndex(self._reason.findData(climb.likely_reason.value))
        self._answer_by.set_day(self._today() + ANSWER_WITHIN if goes_up else None)
        self._taken_on.set_day(self._today())
        self._from_name.setText(climb.steps[-1].to_name if climb.steps else "")
        self._offer_people(climb)
        why = climb.why_not(Level.STRATEGIC) if goes_up and level is Level.TACTICAL else None
        self._why.set_about(escalate_words(Level.STRATEGIC))
        self._why_head.setVisible(why is not None)
        self._why.show_why(why)
        self.verticalScrollBar().setValue(0)
        (self._reason if goes_up else self._explanation).setFocus()

    def try_to_take(self) -> None:
        """Ask for the step, or say at its field what is missing."""
        if self._climb is None:
            return
        for row in self._rows.values():
            row.set_problem("")
        if not self._days_are_readable():
            return
        if self._taken_on.day is None:
            self._point_out([Fault("taken_on", self.tr("Dagen saknas."), self.tr("Skriv dagen då steget togs."))])
            return
        request = self._written(self._taken_on.day)
        if wrong := faults(request, self._climb, self._today()):
            self._point_out(wrong)
        else:
            self.requested.emit(request)

    def _days_are_readable(self) -> bool:
        """Take the days that stand in their fields; one that cannot be read says so and gets the focus."""
        days = (self._answer_by, self._taken_on)
        for day in days:
            day.finish()
        unreadable = next((day for day in days if not day.is_readable), None)
        if unreadable is not None:
            unreadable.setFocus()
        return unreadable is None

    def _point_out(self, wrong: Sequence[Fault]) -> None:
        """Say at every field what is wrong; one that is left clears what it said, so the focus goes first."""
        self._row(wrong[0]).field.setFocus()
        for fault in wrong:
            self._row(fault).set_problem(f"{fault.what} {fault.remedy}".strip())

    def _row(self, fault: Fault) -> FormRow:
        return self._rows.get(fault.field, self._rows["explanation"])

    def _written(self, day: date) -> StepRequest:
        assert self._climb is not None
        explanation = self._explanation.toPlainText()
        if self._level is not self._climb.above:
            return StepRequest(
                matter_id=self._climb.matter.id,
                to_level=self._level,
                taken_on=day,
                explanation=explanation,
                from_name=self._from_name.text(),
            )
        name = self._to_name.currentText().strip()
        known = next((one for one in self._people if name in {one.name, _called(one)}), None)
        return StepRequest(
            matter_id=self._climb.matter.id,
            to_level=self._level,
            taken_on=day,
            reason=EscalationReason(self._reason.currentData()),
            explanation=explanation,
            tried=self._tried.toPlainText(),
            asked=self._asked.toPlainText(),
            answer_by=self._answer_by.day,
            from_name=self._from_name.text(),
            to_party=known.party if known else None,
            to_id=known.id if known else None,
            to_name=known.name if known else name,
        )

    def _offer_people(self, climb: Climb) -> None:
        self._people = tuple(sorted(climb.receivers, key=lambda one: (one.party is not Party.SSC, one.name)))
        self._to_name.clear()
        self._to_name.addItems([_called(one) for one in self._people])
        if not any(one.party is Party.SSC for one in self._people):
            self._to_name.setCurrentIndex(-1)
            self._to_name.setEditText("")

    def _make_fields(self) -> None:
        self._head = SectionHeading()
        self._head.setObjectName("escalationHead")
        self._reason = QComboBox()
        for reason in EscalationReason:
            self._reason.addItem(escalation_reason_word(reason), reason.value)
        self._reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._explanation, self._tried, self._asked = _text(), _text(), _text()
        self._from_name = QLineEdit()
        self._from_name.setMaxLength(200)
        self._to_name = QComboBox()
        self._to_name.setEditable(True)
        self._to_name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._to_name.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._answer_by, self._taken_on = DayField(self._today), DayField(self._today)
        self._why_head = SectionHeading(self.tr("Direkt till strategisk nivå går inte"))
        self._why = WhyFold()
        fields: dict[str, tuple[str, QWidget]] = {
            "reason": (self.tr("Skäl"), self._reason),
            "explanation": (self.tr("Förklaring"), self._explanation),
            "tried": (self.tr("Det har prövats"), self._tried),
            "asked": (self.tr("Det begärs"), self._asked),
            "from_name": (self.tr("Från"), self._from_name),
            "to_name": (self.tr("Till"), self._to_name),
            "answer_by": (self.tr("Svar senast"), self._answer_by),
            "taken_on": (self.tr("Dag för steget"), self._taken_on),
        }
        self._rows: dict[str, FormRow] = {}
        for name, (label, field) in fields.items():
            field.setObjectName(f"escalation_{name}")
            row = FormRow(label, field)
            self._rows[name] = warns_of_numbers(row) if isinstance(field, QPlainTextEdit) else row
        for name, field in (("answer_by", self._answer_by), ("taken_on", self._taken_on)):
            field.problem_changed.connect(self._rows[name].set_problem)

    def _buttons(self) -> QVBoxLayout:
        self._go = PrimaryButton("")
        self._go.setObjectName("escalationTake")
        self._go.clicked.connect(self.try_to_take)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("escalationLeave")
        leave.clicked.connect(self.left)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._go)
        line.addWidget(leave)
        line.addStretch(1)
        below = QVBoxLayout()
        below.setSpacing(16)
        below.addLayout(line)
        below.addWidget(self._why_head)
        return below


def _called(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, "SSC" if contact.party is Party.SSC else "") if part)


def _text() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(64)
    return field
