"""A number of the rules that the agency sets where it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox

from desktop.domain.rule_settings import RULE_LIMITS
from desktop.views.parts.form_row import FormRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_INSET = 4


class RuleField(FormRow):
    """A field for one rule, kept when it is left or Enter is pressed.

    Args:
        name: The field of ``RuleSettings``.
        label: What the number says.
        one: The unit of one, with a space before it.
        several: The unit of any other number, with a space before it.
        parent: The owning widget.

    Attributes:
        chosen: The number (``int``), when the user has given another one.
    """

    chosen = Signal(int)

    def __init__(self, name: str, label: str, one: str, several: str, parent: QWidget | None = None) -> None:
        self.number = QSpinBox()
        super().__init__(label, self.number, parent)
        self.name = name
        self._units = (one, several)
        self._kept = 0
        self.number.setObjectName(name)
        self.number.setRange(RULE_LIMITS[name][0], RULE_LIMITS[name][-1])
        self.number.setSuffix(several)
        self.number.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.number.valueChanged.connect(self._name_unit)
        self.number.editingFinished.connect(self.flush)

    def show_number(self, value: int) -> None:
        """Show the number in force, unless another one is being typed."""
        if self.number.value() in {self._kept, value} or not self.number.hasFocus():
            self._kept = value
            with QSignalBlocker(self.number):
                self.number.setValue(value)
            self._name_unit(value)

    def flush(self) -> None:
        """Hand the number on if it is another one."""
        self.number.interpretText()
        if self._kept and self.number.value() != self._kept:
            self._kept = self.number.value()
            self.chosen.emit(self._kept)

    def _name_unit(self, value: int) -> None:
        self.number.setSuffix(self._units[0 if value == 1 else 1])
