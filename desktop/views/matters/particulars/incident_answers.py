"""The two questions of an incident, the grade they speak for, and the duty that follows (R21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.domain.matters.grading import duty_words, proposed_grade, why_grade
from desktop.domain.matters.matter import Grade
from desktop.views.history_words import field_word
from desktop.views.matters.particulars.fields import TextRow
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text
from desktop.views.parts.why import WhyFold
from desktop.views.wording import grade_word

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.matters.incident import Incident

_QUESTIONS = ("risks_breach", "risks_damage", "needs_action")


class IncidentAnswers(QWidget):
    """Asks, proposes, and keeps the grade with its reason.

    Attributes:
        changed: Answers were given (``dict`` of ``Incident``'s field names).
        graded: A grade (``Grade`` or None) was set for a reason (``str``).
    """

    changed = Signal(object)
    graded = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._incident: Incident | None = None
        self._grade: Grade | None = None
        self._waits = False
        self._questions: dict[str, SegmentedChoice] = {}
        self._proposed = Text("", wrap=True)
        self._proposed.setObjectName("proposedGrade")
        self._duty = Text("", wrap=True)
        self._duty.setObjectName("incidentDuty")
        self._why = WhyFold(self.tr("Föreslagen allvarlighet"))
        self._choice = QComboBox()
        self._choice.setObjectName("incidentGrade")
        self._choice.addItem(self.tr("Inte graderad"), "")
        for grade in Grade:
            self._choice.addItem(grade_word(grade), grade.value)
        self._choice.activated.connect(self._choose)
        self._reason = TextRow("justification")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Bedömning")))
        for name in _QUESTIONS:
            column.addWidget(self._question(name))
        for widget in (self._proposed, FormRow(field_word("grade"), self._choice), self._duty, self._why, self._reason):
            column.addWidget(widget)

    def show_incident(self, incident: Incident, grade: Grade | None) -> None:
        """Show the answers and the grade; a grade that waits for its reason is left as it was chosen."""
        if self._incident is not None and self._incident.matter_id != incident.matter_id:
            self._waits = False
        self._incident, self._grade = incident, grade
        for name, question in self._questions.items():
            question.set_value(getattr(incident, name))
        if not self._waits:
            self._choice.setCurrentIndex(self._choice.findData(grade.value if grade else ""))
        proposed = proposed_grade(incident)
        words = self.tr("Svaren talar för: {grade}").format(grade=grade_word(proposed).lower()) if proposed else ""
        self._proposed.setText(words or self.tr("Besvara båda frågorna, så föreslås en grad."))
        self._duty.setText(duty_words(incident, grade) if grade else "")
        self._duty.setVisible(grade is not None)
        self._why.show_why(why_grade(incident, grade or proposed))
        self._reason.show_text(incident.matter_id, incident.justification, self._save_reason)

    def flush(self) -> None:
        """Save the reason that is being typed."""
        self._reason.saving.flush()

    def leave(self) -> None:
        """Save, and belong to no incident; a grade without its reason is not taken."""
        self._reason.leave()
        self._incident, self._waits = None, False
        self._reason.set_problem("")

    def _question(self, name: str) -> FormRow:
        asked = {
            "risks_breach": self.tr("Innebär den en risk för lagbrott?"),
            "risks_damage": self.tr("Innebär den en risk för ekonomisk skada?"),
            "needs_action": self.tr("Kräver den omedelbar åtgärd?"),
        }[name]
        words = ((True, self.tr("Ja")), (False, self.tr("Nej")), (None, self.tr("Inte besvarad")))
        choice = SegmentedChoice(asked, [Choice(value, word) for value, word in words])
        choice.setObjectName(name)

        def answer(given: object) -> None:
            self.changed.emit({name: given})

        choice.chosen.connect(answer)
        self._questions[name] = choice
        return FormRow(asked, choice)

    def _choose(self) -> None:
        reason = self._reason.saving.text
        self._waits = self._lacks_reason(reason)
        if self._waits:
            self._reason.set_problem(self.tr("Skriv varför graden är en annan än svaren talar för. Då sparas den."))
            self._reason.setFocus()
        else:
            self._reason.set_problem("")
            self.graded.emit(self._chosen(), reason)

    def _save_reason(self, reason: str, _group: UUID) -> bool:
        if self._lacks_reason(reason):
            self._reason.set_problem(self.tr("Skriv varför graden är en annan än svaren talar för. Då sparas den."))
            return False
        self._waits = False
        self._reason.set_problem("")
        self.graded.emit(self._chosen(), reason)
        return True

    def _chosen(self) -> Grade | None:
        chosen = self._choice.currentData()
        return Grade(chosen) if chosen else None

    def _lacks_reason(self, reason: str) -> bool:
        chosen, proposed = self._chosen(), proposed_grade(self._incident) if self._incident else None
        return chosen is not None and proposed is not None and chosen is not proposed and not reason.strip()
