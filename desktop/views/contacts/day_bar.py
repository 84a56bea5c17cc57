"""How the list is looked at: as matrix or as list, and as of which day."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.day_field import DayField
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class Look(StrEnum):
    """How the list is looked at."""

    MATRIX = "matrix"
    LIST = "list"


class DayBar(QWidget):
    """Matrix or list, and the day: "Vem hade uppdraget 2024-03-01?" (R15).

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        look_chosen: The list is to be looked at otherwise (``Look``).
        day_chosen: Another day (``date``) is asked about.
    """

    look_chosen = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._look = SegmentedChoice(
            self.tr("Visa som"), (Choice(Look.MATRIX, self.tr("Matris")), Choice(Look.LIST, self.tr("Lista")))
        )
        self._look.setObjectName("contactLook")
        self._look.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._look.chosen.connect(self.look_chosen)
        self._field = DayField(now)
        self._field.setObjectName("contactDay")
        self._field.setFixedWidth(120)
        self._field.setAccessibleName(self.tr("Den dag"))
        self._field.setToolTip(self.tr("Vem hade uppdraget den dagen?"))
        label = Text(self.tr("Den dag"), "muted")
        label.setBuddy(self._field)
        self._back = QuietButton(self.tr("Visa i dag"))
        self._back.setObjectName("showToday")
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("contactDayProblem")
        self._problem.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._look)
        row.addWidget(self._problem, 1)
        for widget in (self._back, label, self._field):
            row.addWidget(widget)
        self._field.day_changed.connect(self._take)
        self._field.problem_changed.connect(self._warn)
        self._back.clicked.connect(lambda: self._take(None))

    def show_look(self, look: Look) -> None:
        """Show how the list is looked at."""
        self._look.set_value(look)

    def show_day(self, day: date) -> None:
        """Show which day is asked about."""
        self._field.set_day(day)
        self._back.setVisible(day != self._now())

    def _take(self, day: date | None) -> None:
        """An emptied field asks about today."""
        self.day_chosen.emit(day or self._now())

    def _warn(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._field.setAccessibleDescription(sentence)
