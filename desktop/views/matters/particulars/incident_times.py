"""The times of an incident, what lies between them, and the clock of a personal-data breach (R21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.level import Level
from desktop.domain.matters.grading import authority_deadline, spans, time_left
from desktop.domain.matters.moments import length_words, moment_in_prose
from desktop.views.history_words import field_word, value_word
from desktop.views.matters.particulars.fields import abreast
from desktop.views.matters.particulars.moment_field import MomentField
from desktop.views.parts.facts import Facts
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop.domain.matters.incident import Incident
    from desktop.views.matters.desk import MatterDesk

TIMES = ("occurred_at", "ended_at", "ssc_knew_at", "we_knew_at", "told_at")
_MINUTE = 60_000
"""Milliseconds between two looks at the clock."""


class IncidentTimes(QWidget):
    """Six moments typed freely, the measured times between them, and what is left of the 72 hours.

    Args:
        desk: Says what day and what time it is.
        parent: The owning widget.

    Attributes:
        changed: Particulars were given a new content (``dict`` of ``Incident``'s field names).
    """

    changed = Signal(object)

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._incident: Incident | None = None
        self._fields: dict[str, MomentField] = {}
        self._build_told()
        self._spans = Facts()
        self._personal = self._tick("concerns_personal_data", self.tr("Personuppgifter berörs"))
        self._clock = Text("", wrap=True)
        self._clock.setObjectName("authorityClock")
        self._notified = self._row("reported_to_authority_at")
        self._it = self._tick("is_it", self.tr("IT-incident"))
        self._sla = Text(self.tr("IT-incidenter följer SLA för IT-tjänstestöd (avsnitt 3.3)."), "muted", wrap=True)
        self._sla.setObjectName("incidentSla")
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._tell_clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Tider")))
        told = (FormRow(field_word("told_level"), self._level), FormRow(field_word("told_by"), self._by))
        column.addLayout(abreast([*(self._row(name) for name in TIMES), *told]))
        column.addWidget(self._spans)
        for widget in (self._personal, self._clock, self._notified, self._it, self._sla):
            column.addWidget(widget)

    def show_incident(self, incident: Incident) -> None:
        """Show the times; what is just being typed is left in peace if it is the same incident."""
        same = self._incident is not None and self._incident.matter_id == incident.matter_id
        self._incident = incident
        for name, field in self._fields.items():
            if not (same and field.hasFocus() and field.isModified()):
                field.set_moment(getattr(incident, name))
        if not (same and self._by.hasFocus() and self._by.isModified()):
            self._by.setText(incident.told_by)
        self._level.setCurrentIndex(self._level.findData(incident.told_level.value if incident.told_level else ""))
        self._personal.setChecked(incident.concerns_personal_data)
        self._it.setChecked(incident.is_it)
        self._sla.setVisible(incident.is_it)
        self._notified.setVisible(incident.concerns_personal_data)
        measured = [(span.words, length_words(span.length)) for span in spans(incident)]
        self._spans.show_facts(measured)
        self._spans.setVisible(bool(measured))
        self._tell_clock()

    def finish(self) -> None:
        """Take what stands half typed."""
        for field in self._fields.values():
            field.finish()
        self._give_by()

    def leave(self) -> None:
        """Belong to no incident."""
        self.finish()
        self._incident = None

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes only while it is seen."""
        super().showEvent(event)
        self._tell_clock()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock any more."""
        super().hideEvent(event)
        self._minute.stop()

    def _build_told(self) -> None:
        self._level = QComboBox()
        self._level.setObjectName("told_level")
        self._level.addItem(self.tr("Inte angiven"), "")
        for level in Level:
            self._level.addItem(value_word("level", level.value), level.value)
        self._level.activated.connect(self._give_level)
        self._by = QLineEdit()
        self._by.setObjectName("told_by")
        self._by.editingFinished.connect(self._give_by)

    def _row(self, name: str) -> FormRow:
        field = MomentField(self._desk.today)
        field.setObjectName(name)
        row = FormRow(field_word(name), field)
        field.problem_changed.connect(row.set_problem)

        def give(moment: datetime | None) -> None:
            self.changed.emit({name: moment})

        field.moment_changed.connect(give)
        self._fields[name] = field
        return row

    def _tick(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)

        def give(ticked: bool) -> None:
            self.changed.emit({name: ticked})

        box.clicked.connect(give)
        return box

    def _give_level(self) -> None:
        chosen = self._level.currentData()
        self.changed.emit({"told_level": Level(chosen) if chosen else None})

    def _give_by(self) -> None:
        if self._incident is not None and self._by.text().strip() != self._incident.told_by:
            self._by.setModified(False)
            self.changed.emit({"told_by": self._by.text().strip()})

    def _tell_clock(self) -> None:
        words = self._clock_words(self._incident) if self._incident is not None else ""
        self._clock.setText(words)
        self._clock.setVisible(bool(words))

    def _clock_words(self, incident: Incident) -> str:
        if not incident.concerns_personal_data:
            return ""
        if incident.reported_to_authority_at is not None:
            return self.tr("Anmäld till tillsynsmyndigheten {moment}.").format(
                moment=moment_in_prose(incident.reported_to_authority_at)
            )
        left, deadline = time_left(incident, self._desk.now()), authority_deadline(incident)
        if left is None or deadline is None:
            return self.tr("Ange när vi fick veta, så visas vad som är kvar av de 72 timmarna för anmälan.")
        if left.total_seconds() < 0:
            return self.tr(
                "Varning: de 72 timmarna gick ut {moment}. Anmäl genast och ange skälet till dröjsmålet."
            ).format(moment=moment_in_prose(deadline))
        return self.tr("{left} kvar av de 72 timmarna. Anmäl till tillsynsmyndigheten senast {moment}.").format(
            left=length_words(left), moment=moment_in_prose(deadline)
        )
