"""The form of a role: a level or a function, its service area and its time (R15, R16)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop.domain.level import Level
from desktop.views.contacts.person.entry_form import EntryForm
from desktop.views.contacts.words import level_noun
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Assignment
    from desktop.views.contacts.person.file import Around

LEVELS = (Level.STRATEGIC, Level.TACTICAL, Level.OPERATIONAL)


class RoleChoice(QComboBox):
    """The levels, and the functions there are; another function may be typed (R16).

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if (completer := self.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, functions: tuple[str, ...], first: str = "") -> None:
        """Offer the levels and these functions, after an entry of its own where nothing need be chosen."""
        self._first = first
        self.clear()
        self.addItems([*filter(None, [first]), *(level_noun(level) for level in LEVELS), *functions])

    @property
    def written(self) -> str:
        """What stands in the field."""
        return " ".join(self.currentText().split())

    @property
    def level(self) -> Level | None:
        """The level that is chosen or typed; None for a function."""
        wanted = self.written.casefold()
        return next((level for level in LEVELS if level_noun(level).casefold() == wanted), None)

    @property
    def function(self) -> str:
        """The function that is chosen or typed; empty for a level, or where nothing is chosen."""
        return "" if self.level is not None or self.written == self._first else self.written

    def show_role(self, level: Level | None, function: str) -> None:
        """Show a role, or that none is chosen."""
        self.setCurrentText(level_noun(level) if level is not None else function or self._first)


class RoleForm(EntryForm):
    """Writes a role.

    Args:
        now: Says what day it is.
        parent: The owning widget.
    """

    def __init__(self, now: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("role", now, parent)
        self._what = RoleChoice()
        self._what.setObjectName("roleWhat")
        what = warns_of_numbers(FormRow(self.tr("Nivå eller funktion"), self._what))
        self.lay_out([(what, self.area_row()), self.period_rows()])
        if (line := self._what.lineEdit()) is not None:
            line.returnPressed.connect(self.try_to_accept)

    def show_role(self, role: Assignment, around: Around) -> None:
        """Show a role to be changed, or one that is being added."""
        self._what.offer(around.functions)
        self._what.show_role(role.level, role.function)
        self.show_areas(around.areas, role.area_id)
        self.starts.set_day(role.starts_on)
        self.ends.set_day(role.ends_on)

    def written(self, role: Assignment) -> Assignment:
        """The role as it stands in the form."""
        return replace(
            role,
            level=self._what.level,
            function=self._what.function,
            area_id=self.area_id,
            starts_on=self.starts.day,
            ends_on=self.ends.day,
        )
