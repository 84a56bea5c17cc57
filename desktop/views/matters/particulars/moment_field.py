"""A field for a day and a time of day, typed the way people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.domain.matters.moments import moment_in_table, parse_moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget


class MomentField(QLineEdit):
    """Reads ``12/11 09.30`` or ``idag 9`` when the field is left, and shows the moment in Swedish time (R40).

    Args:
        today: Says what day it is, for days that are relative.
        parent: The owning widget.

    Attributes:
        moment_changed: The instant (``datetime`` in UTC, or None for an emptied field), when another one was given.
        problem_changed: A sentence about what cannot be read; empty when it can.
    """

    moment_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._moment: datetime | None = None
        self.setPlaceholderText(self.tr("12/11 09.30"))
        self.setMaxLength(40)
        self.editingFinished.connect(self.finish)

    def set_moment(self, moment: datetime | None) -> None:
        """Show a moment without telling anyone that it changed."""
        self._moment = moment
        self.setText(moment_in_table(moment) if moment else "")
        self.problem_changed.emit("")

    def finish(self) -> None:
        """Take what stands in the field, as when it is left; what was not touched keeps its seconds."""
        if not self.isModified():
            return
        written = self.text().strip()
        try:
            moment = parse_moment(written, self._today()) if written else None
        except ValueError as error:
            self.problem_changed.emit(str(error))
            return
        changed = moment != self._moment
        self.set_moment(moment)
        if changed:
            self.moment_changed.emit(moment)
