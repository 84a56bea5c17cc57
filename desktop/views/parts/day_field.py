"""A field for a date, typed the way people write dates."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.dates import parse_day, today


class DayField(QLineEdit):
    """Reads ``1/12``, ``2026-12-01``, ``tis`` or ``+2v`` when the field is left, and shows the date as in tables (R40).

    Args:
        now: Says what day it is, for dates that are relative.
        parent: The owning widget.

    Attributes:
        day_changed: The date (``date`` or None for an emptied field), when the user has given another one.
        problem_changed: A sentence about what cannot be read as a date; empty when it can.
    """

    day_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._day: date | None = None
        self.setPlaceholderText(self.tr("åååå-mm-dd"))
        self.setMaxLength(40)
        self.editingFinished.connect(self.finish)

    @property
    def day(self) -> date | None:
        """The date that was last understood, or None."""
        return self._day

    @property
    def is_readable(self) -> bool:
        """Whether what stands in the field is a date, or nothing."""
        try:
            self._parsed()
        except ValueError:
            return False
        return True

    def set_day(self, day: date | None) -> None:
        """Show a date without telling anyone that it changed."""
        self._day = day
        self.setText(day.isoformat() if day else "")
        self.problem_changed.emit("")

    def finish(self) -> None:
        """Take what stands in the field, as when it is left."""
        try:
            day = self._parsed()
        except ValueError as error:
            self.problem_changed.emit(str(error))
            return
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit(day)

    def _parsed(self) -> date | None:
        written = self.text().strip()
        return parse_day(written, self._now()) if written else None
