"""The form of an act that the log keeps: its basis, its day where there is one, and the buttons (R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.contacts.disposal import LONGEST_BASIS
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_DAY_WIDTH = 160


class BasisForm(Card):
    """Asks what an act rests on, and does it.

    Args:
        verb: What the button does.
        now: Says what day it is.
        day_label: What the day is of; without it no day is asked for.

    Attributes:
        accepted: The act is to be done: the basis, and the day or today (``date``).
        cancelled: The user does not want it after all.
        day: The field of the day.
    """

    accepted = Signal(str, object)
    cancelled = Signal()

    def __init__(self, verb: str, now: Callable[[], date], day_label: str = "") -> None:
        super().__init__(padding=16)
        self.setObjectName("basisForm")
        self._now = now
        self.day = DayField(now)
        self.day.setObjectName("disposalDay")
        self.day.setMaximumWidth(_DAY_WIDTH)
        self._day_row = FormRow(day_label, self.day)
        self.day.problem_changed.connect(self._day_row.set_problem)
        self._asks_day = bool(day_label)
        self._basis = QLineEdit()
        self._basis.setObjectName("disposalBasis")
        self._basis.setMaxLength(LONGEST_BASIS)
        self._basis.setPlaceholderText(self.tr("Till exempel ett beslut med diarienummer"))
        self._basis.textEdited.connect(self._forget_problem)
        self._basis.returnPressed.connect(self._accept)
        self._basis_row = warns_of_numbers(FormRow(self.tr("Grund"), self._basis))
        self.accept = PrimaryButton(verb)
        self.accept.setObjectName("disposalAccept")
        self.accept.clicked.connect(self._accept)
        cancel = SecondaryButton(self.tr("Avbryt"))
        cancel.setObjectName("disposalCancel")
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept)
        self.body.setSpacing(12)
        self.body.addWidget(self._day_row)
        if not self._asks_day:
            self._day_row.hide()
        self.body.addWidget(self._basis_row)
        self.body.addLayout(buttons)

    def begin(self) -> None:
        """Ask anew."""
        self.day.set_day(self._now())
        self._basis.clear()
        self._basis_row.set_problem("")

    def focus_first(self) -> None:
        """Give the focus to the first field."""
        (self.day if self._asks_day else self._basis).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why it was not done."""
        self._basis_row.set_problem(sentence)
        self._basis.setFocus()

    def _forget_problem(self) -> None:
        self._basis_row.set_problem("")

    def _accept(self) -> None:
        self.day.finish()
        if self._asks_day and (not self.day.is_readable or self.day.day is None):
            if self.day.day is None:
                self._day_row.set_problem(self.tr("Skriv vilken dag."))
            self.day.setFocus()
        elif not self._basis.text().strip():
            self.show_problem(self.tr("Skriv vilket beslut eller vilken bestämmelse det vilar på."))
        else:
            self.accepted.emit(self._basis.text(), self.day.day or self._now())
