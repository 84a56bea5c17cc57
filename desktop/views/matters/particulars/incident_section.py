"""The particulars of an incident: its answers, times, story and report (R21, section 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.history_words import field_word
from desktop.views.matters.particulars.fields import TextRow, abreast
from desktop.views.matters.particulars.incident_answers import IncidentAnswers
from desktop.views.matters.particulars.incident_times import IncidentTimes
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from desktop.domain.matters.incident import Incident
    from desktop.domain.matters.matter import Grade
    from desktop.views.matters.desk import MatterDesk
    from desktop.views.matters.matter_tabs import OpenMatter

_STORY = ("course", "consequences", "cause", "remedy")
_REPORT = {"made_on": "report_made_on", "sent_on": "report_sent_on", "ssc_on": "ssc_report_on"}


class IncidentSection(QWidget):
    """Reads and keeps what an incident has beside its matter.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incidentSection")
        self._desk = desk
        self._incident: Incident | None = None
        self._matter: UUID | None = None
        self._answers = IncidentAnswers()
        self._answers.changed.connect(self._change)
        self._answers.graded.connect(self._set_grade)
        self._times = IncidentTimes(desk)
        self._times.changed.connect(self._change)
        self._texts = {name: TextRow(name) for name in _STORY}
        self._days: dict[str, DayField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._answers)
        column.addWidget(self._times)
        column.addWidget(SectionHeading(self.tr("Händelse och åtgärd")))
        for row in self._texts.values():
            column.addWidget(row)
        column.addWidget(SectionHeading(self.tr("Incidentrapport")))
        column.addLayout(abreast(self._day_row(name) for name in _REPORT))

    def show_matter(self, opened: OpenMatter) -> None:
        """Read the particulars of a matter, and show them."""
        key, grade, incidents = opened.matter.id, opened.matter.grade, self._desk.services.incidents
        self._matter = key

        def arrived(incident: Incident) -> None:
            if self._matter == key:
                self._show(incident, grade)

        self._desk.read("incident", lambda: incidents.of(key), arrived)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._answers.flush()
        self._times.finish()
        for row in self._texts.values():
            row.saving.flush()
        for field in self._days.values():
            if field.isModified():
                field.finish()

    def leave(self) -> None:
        """Save, and belong to no matter."""
        self.flush()
        self._answers.leave()
        self._times.leave()
        for row in self._texts.values():
            row.leave()
        self._matter = self._incident = None

    def _show(self, incident: Incident, grade: Grade | None) -> None:
        self._incident = incident
        self._answers.show_incident(incident, grade)
        self._times.show_incident(incident)
        for name, row in self._texts.items():
            row.show_text(incident.matter_id, getattr(incident, name), self._save_text(incident.matter_id, name))
        for name, field in self._days.items():
            if not (field.hasFocus() and field.isModified()):
                field.set_day(getattr(incident, _REPORT[name]))

    def _day_row(self, name: str) -> FormRow:
        field = DayField(self._desk.today)
        field.setObjectName(_REPORT[name])
        row = FormRow(field_word(_REPORT[name]), field)
        field.problem_changed.connect(row.set_problem)

        def give(day: date | None) -> None:
            self._keep_report({name: day})

        field.day_changed.connect(give)
        self._days[name] = field
        return row

    def _save_text(self, key: UUID, name: str) -> Callable[[str, UUID], bool]:
        incidents = self._desk.services.incidents

        def save(text: str, group: UUID) -> bool:
            self._desk.write(lambda: incidents.change(key, group=group, **{name: text}))
            return True

        return save

    def _change(self, fields: dict[str, Any]) -> None:
        key, incidents = self._matter, self._desk.services.incidents
        if key is not None:
            self._desk.write(lambda: incidents.change(key, **fields))

    def _set_grade(self, grade: Grade | None, reason: str) -> None:
        key, incidents = self._matter, self._desk.services.incidents
        if key is not None:
            self._desk.write(lambda: incidents.grade(key, grade, reason))

    def _keep_report(self, given: dict[str, date | None]) -> None:
        key, incidents = self._matter, self._desk.services.incidents
        if key is None or self._incident is None:
            return
        days = {name: getattr(self._incident, field) for name, field in _REPORT.items()} | given
        said = self.tr("Rapportens datum är antecknade.")
        self._desk.write(lambda: incidents.report(key, **days), lambda _: self._desk.message.emit(said, "good", True))
