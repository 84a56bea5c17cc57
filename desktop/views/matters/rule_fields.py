"""The fields of a matter that the agenda's rules depend on, saved as soon as they are given (R8, R21, R22, R24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.matters.matter import MatterKind, MatterStatus
from desktop.views.history_words import field_word
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.wording import matter_status_word

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop.domain.matters.matter import Matter


class RuleFields(QWidget):
    """Status and dates of one matter; only those that its kind has are shown.

    Attributes:
        changed: The fields that were given a new content (``dict`` of ``Matter``'s field names).
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = _choice("matterStatus", [(matter_status_word(status), status.value) for status in MatterStatus])
        self._status.activated.connect(self._give_status)
        self._matter_id: UUID | None = None
        self._days: dict[str, DayField] = {}
        self._rows: dict[str, FormRow] = {
            "status": FormRow(field_word("status"), self._status),
            "cost_settled_on": self._day_row("cost_settled_on"),
            "raised_operational_on": self._day_row("raised_operational_on"),
            "raised_tactical_on": self._day_row("raised_tactical_on"),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_matter(self, matter: Matter) -> None:
        """Show the fields of a matter; what is just being typed is left in peace if it is the same matter."""
        with QSignalBlocker(self._status):
            self._status.setCurrentIndex(self._status.findData(matter.status.value))
        for name, field in self._days.items():
            if matter.id != self._matter_id or not (field.hasFocus() and field.isModified()):
                field.set_day(getattr(matter, name))
        self._matter_id = matter.id
        self._arrange(_fields_of(matter))

    def finish(self) -> None:
        """Take what stands half typed in a date field, before another matter is shown."""
        for field in self._days.values():
            if field.isModified():
                field.finish()

    def _arrange(self, wanted: list[str]) -> None:
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.setParent(self)
        for name, row in self._rows.items():
            row.setVisible(name in wanted)
        for place, name in enumerate(wanted):
            self._grid.addWidget(self._rows[name], *divmod(place, 2))

    def _day_row(self, name: str) -> FormRow:
        field = DayField()
        field.setObjectName(f"matter_{name}")
        row = FormRow(field_word(name), field)
        field.problem_changed.connect(row.set_problem)

        def give(day: date | None) -> None:
            self.changed.emit({name: day})

        field.day_changed.connect(give)
        self._days[name] = field
        return row

    def _give_status(self) -> None:
        status = MatterStatus(self._status.currentData())
        closed_on = today() if status is MatterStatus.CLOSED else None
        self.changed.emit({"status": status, "closed_on": closed_on})


def _fields_of(matter: Matter) -> list[str]:
    by_kind: dict[MatterKind, list[str]] = {
        MatterKind.QUESTION: [],
        MatterKind.DEFICIENCY: ["cost_settled_on"] if matter.cost is not None else [],
        MatterKind.INCIDENT: [],  # its particulars ask for the answers first, and keep whose report it was
        MatterKind.RISK: ["raised_operational_on", "raised_tactical_on"],
    }
    return ["status", *by_kind[matter.kind]]


def _choice(name: str, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for word, value in options:
        box.addItem(word, value)
    return box
