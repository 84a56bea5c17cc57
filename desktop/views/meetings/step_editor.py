"""A step of a meeting's life, dated and noted in place (R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.level import Party
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.parts.buttons import IconButton, QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.wording import party_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.life import LifeStep

_PARTIES = (Party.SSC, Party.AGENCY)


class StepEditor(Card):
    """Asks when a step was taken, by whom, and what to remember; Enter keeps it, Escape leaves.

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        kept: The step is taken: state (``MeetingState``), day (``date``), ``Party`` and note.
        taken_back: The step (``MeetingState``) was not taken after all.
        left: The user has looked enough.
    """

    kept = Signal(object, object, object, str)
    taken_back = Signal(object)
    left = Signal()

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.setObjectName("stepEditor")
        self._state = MeetingState.PLANNED
        self._heading = SectionHeading()
        self._heading.setObjectName("stepHeading")
        self._day = DayField(now)
        self._day.setObjectName("stepDay")
        self._party = QComboBox()
        self._party.setObjectName("stepParty")
        self._party.addItems([party_word(party) for party in _PARTIES])
        self._note = QLineEdit()
        self._note.setObjectName("stepNote")
        self._note.setMaxLength(500)
        self._day_row = FormRow(self.tr("Datum"), self._day)
        self._note_row = FormRow(self.tr("Notering"), self._note)
        self._day.problem_changed.connect(self._day_row.set_problem)
        self._keep = SecondaryButton(self.tr("Spara"))
        self._keep.setObjectName("stepKeep")
        self._keep.clicked.connect(self._tell)
        self._back = QuietButton(self.tr("Ta tillbaka"), "undo")
        self._back.setObjectName("stepBack")
        self._back.clicked.connect(lambda: self.taken_back.emit(self._state))
        self._lay_out()

    @property
    def state(self) -> MeetingState:
        """The step that is shown."""
        return self._state

    def open_step(self, words: str, step: LifeStep, on: date) -> None:
        """Show a step.

        Args:
            words: Its name.
            step: What is known of it.
            on: The day that is proposed when none is known.
        """
        self._begin(step.state, words, step.on or on, step.responsible)
        self._note.setText(step.note)
        self._keep.setText(self.tr("Spara"))
        self._note_row.set_label(self.tr("Notering"))
        self._back.setVisible(step.passed and step.state is not MeetingState.PLANNED)

    def open_cancellation(self, on: date, party: Party) -> None:
        """Ask why the meeting is cancelled."""
        self._begin(MeetingState.CANCELLED, self.tr("Ställ in mötet"), on, party)
        self._note.clear()
        self._keep.setText(self.tr("Ställ in mötet"))
        self._note_row.set_label(self.tr("Skäl"))
        self._back.hide()
        self._day.deselect()
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the step, Escape leaves it as it was."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self, state: MeetingState, words: str, on: date, party: Party | None) -> None:
        self._state = state
        self._heading.setText(words)
        self._day.set_day(on)
        self._party.setCurrentIndex(_PARTIES.index(party or Party.AGENCY))
        self.show()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._day.selectAll()

    def _lay_out(self) -> None:
        leave = IconButton("close", self.tr("Stäng"), bare=True)
        leave.setObjectName("stepLeave")
        leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(leave)
        party_row = FormRow(self.tr("Av"), self._party)
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, self._heading.fontMetrics().height() + 4, 0, 0)
        inner = QHBoxLayout()
        inner.setSpacing(8)
        inner.addWidget(self._keep)
        inner.addWidget(self._back)
        column.addLayout(inner)
        row = QHBoxLayout()
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        for widget, stretch in ((self._day_row, 2), (party_row, 2), (self._note_row, 5), (buttons, 0)):
            row.addWidget(widget, stretch, top)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addLayout(row)

    def _tell(self) -> None:
        self._day.finish()
        if not self._day.is_readable:
            self._day.setFocus()
        elif self._day.day is None:
            self._day_row.set_problem(self.tr("Skriv vilken dag det var."))
            self._day.setFocus()
        else:
            self.kept.emit(self._state, self._day.day, _PARTIES[self._party.currentIndex()], self._note.text().strip())
