"""The surveys that SSC sends at random after meetings: when one came, and what was answered (R14, section 3.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.day_field import DayField
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from desktop.domain.meetings.notes import Survey
    from desktop.views.meetings.desk import Desk

_ANSWERS_HEIGHT = 52
_TOP = Qt.AlignmentFlag.AlignTop


class SurveySection(QWidget):
    """Shows the surveys after one meeting, and logs more.

    Args:
        desk: The way to the register.
        now: Says what day it is.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surveys")
        self.setAccessibleName(self.tr("Statens servicecenters enkät"))
        self._desk = desk
        self._now = now
        self._meeting: UUID | None = None
        self._rows: dict[UUID, SurveyRow] = {}
        words = self.tr("Statens servicecenter skickar slumpvis en enkät efter möten. Registrera den när den kommer.")
        self._none = Text(words, "muted", wrap=True)
        self._none.setObjectName("surveysNone")
        self._log = SecondaryButton(self.tr("Registrera enkät"), "plus")
        self._log.setObjectName("logSurvey")
        self._log.clicked.connect(self._add)
        self._card = Card(padding=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionHeading(self.tr("Statens servicecenters enkät")))
        column.addWidget(self._card)
        self._card.body.addWidget(self._none)
        self._card.body.addWidget(self._log, 0, Qt.AlignmentFlag.AlignLeft)

    def show_surveys(self, meeting_id: UUID, surveys: Sequence[Survey]) -> None:
        """Show the surveys after a meeting; unsaved typing in those already shown is left alone."""
        self._meeting = meeting_id
        for key in self._rows.keys() - {survey.id for survey in surveys}:
            gone = self._rows.pop(key)
            gone.leave()
            gone.hide()
            gone.deleteLater()
        for place, survey in enumerate(surveys):
            if survey.id not in self._rows:
                self._rows[survey.id] = SurveyRow(self._desk, self._now)
                self._card.body.insertWidget(place, self._rows[survey.id])
            self._rows[survey.id].show_survey(survey)
        self._none.setVisible(not surveys)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for row in self._rows.values():
            row.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting."""
        if self._meeting is not None:
            self.show_surveys(self._meeting, ())
        self._meeting = None

    def _add(self) -> None:
        meeting, evaluations, day = self._meeting, self._desk.services.evaluations, self._now()
        if meeting is not None:
            self._desk.write(lambda: evaluations.log_survey(meeting, day))


class SurveyRow(QWidget):
    """One survey: each field saves itself.

    Args:
        desk: The way to the register.
        now: Says what day it is.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("survey")
        self._desk = desk
        self._survey: Survey | None = None
        self._arrived, self._answered = DayField(now), DayField(now)
        self._arrived.setObjectName("surveyArrived")
        self._answered.setObjectName("surveyAnswered")
        self._answers = QPlainTextEdit()
        self._answers.setObjectName("surveyAnswers")
        self._answers.setTabChangesFocus(True)
        self._answers.setFixedHeight(_ANSWERS_HEIGHT)
        self._typed = Autosave(self._answers)
        self._removal = IconButton("trash", self.tr("Ta bort enkäten"), bare=True)
        self._removal.setObjectName("surveyRemove")
        self._removal.clicked.connect(self._remove)
        self._lay_out()
        self._arrived.day_changed.connect(self._came)
        self._answered.day_changed.connect(self._was_answered)

    def show_survey(self, survey: Survey) -> None:
        """Show a survey."""
        first, self._survey = self._survey is None, survey
        for field, day in ((self._arrived, survey.arrived_on), (self._answered, survey.answered_on)):
            if not field.hasFocus() or field.day != day:
                field.set_day(day)
        if first:
            self._typed.bind(survey.id, survey.answers, self._save)
        else:
            self._typed.offer(survey.answers)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._typed.flush()

    def leave(self) -> None:
        """Save, and belong to no survey."""
        self._typed.release()
        self._survey = None

    def _came(self, day: date | None) -> None:
        """A survey came some day; an emptied field is filled again."""
        if day is not None:
            self._change(arrived_on=day)
        elif self._survey is not None:
            self._arrived.set_day(self._survey.arrived_on)

    def _was_answered(self, day: date | None) -> None:
        self._change(answered_on=day)

    def _save(self, text: str, group: UUID) -> bool:
        self._change(group=group, answers=text)
        return True

    def _change(self, *, group: UUID | None = None, **fields: Any) -> None:
        survey, evaluations = self._survey, self._desk.services.evaluations
        if survey is not None:
            self._desk.write(lambda: evaluations.change_survey(survey.id, group=group, **fields))

    def _remove(self) -> None:
        survey, evaluations, tell = self._survey, self._desk.services.evaluations, self._desk.message.emit
        if survey is not None:
            sentence = self.tr("Enkäten är borttagen.")
            self._desk.write(lambda: evaluations.remove_survey(survey.id), lambda _: tell(sentence, "info", True))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (label, field) in enumerate(
            (
                (self.tr("Kom den"), self._arrived),
                (self.tr("Besvarad den"), self._answered),
                (self.tr("Vad vi svarade"), self._answers),
            )
        ):
            row = FormRow(label, field)
            grid.addWidget(row, 0, place, _TOP)
            if isinstance(field, DayField):
                field.problem_changed.connect(row.set_problem)
        grid.setColumnStretch(2, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(grid, 1)
        line.addWidget(self._removal, 0, _TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(Divider())
