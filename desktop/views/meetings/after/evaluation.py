"""How the meeting was: four questions answered in ten seconds, a comment, and the trend of the forum (R14)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.meetings.evaluations import HIGHEST, LOWEST, QUESTIONS, EvaluationFile
from desktop.domain.meetings.notes import Evaluation
from desktop.views.meetings.after.sparkline import Sparkline
from desktop.views.meetings.after.trend_words import question_words, trend_words
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.meetings.desk import Desk

_COMMENT_HEIGHT = 52


class EvaluationSection(QWidget):
    """Shows and keeps the liaison's own evaluation of one meeting.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        shown: What was read of the meeting (``EvaluationFile``), for whoever shows the rest of it.
    """

    shown = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluation")
        self.setAccessibleName(self.tr("Så var mötet"))
        self._desk = desk
        self._meeting: UUID | None = None
        self._made: Evaluation | None = None
        self._bound: UUID | None = None
        self.answers = {name: self._choice(name) for name in QUESTIONS}
        self._text = QPlainTextEdit()
        self._text.setObjectName("evaluationComment")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_COMMENT_HEIGHT)
        self.comment = Autosave(self._text)
        self._trend = Text("", "muted", wrap=True)
        self._trend.setObjectName("evaluationTrend")
        self._line = Sparkline(LOWEST, HIGHEST)
        self._line.setObjectName("evaluationLine")
        self._lay_out()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show the evaluation of a meeting."""
        if meeting_id != self._meeting:
            self.leave()
        self._meeting = meeting_id
        evaluations = self._desk.services.evaluations

        def arrived(file: EvaluationFile) -> None:
            if self._meeting == meeting_id:
                self._show(meeting_id, file)

        self._desk.read("evaluation", lambda: evaluations.of(meeting_id), arrived)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.comment.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting."""
        self.comment.release()
        self._meeting = self._made = self._bound = None
        for choice in self.answers.values():
            choice.set_value(None)

    def _show(self, meeting_id: UUID, file: EvaluationFile) -> None:
        self._made = file.evaluation
        for name, choice in self.answers.items():
            choice.set_value(getattr(file.evaluation, name) or None if file.evaluation else None)
        text = file.evaluation.comment if file.evaluation else ""
        if self._bound != meeting_id:
            self._bind(meeting_id, text)
        else:
            self.comment.offer(text)
        self._trend.setText(trend_words(file.trend))
        self._line.show_values([(one.day, one.mean) for one in file.trend.rated] if file.trend else [])
        self.shown.emit(file)

    def _bind(self, meeting_id: UUID, text: str) -> None:
        evaluations = self._desk.services.evaluations

        def save(typed: str, group: UUID) -> bool:
            self._desk.write(lambda: evaluations.comment(meeting_id, typed, group=group))
            return True

        self._bound = meeting_id
        self.comment.bind(meeting_id, text, save)

    def _answer(self, name: str, answer: object) -> None:
        meeting, evaluations = self._meeting, self._desk.services.evaluations
        if meeting is None or not isinstance(answer, int):
            return
        made = self._made or Evaluation(id=new_id(), meeting_id=meeting, made_on=today())
        self._made = replace(made, **{name: answer})
        self._desk.write(lambda: evaluations.answer(meeting, name, answer))

    def _choice(self, name: str) -> SegmentedChoice:
        ends = {LOWEST: self.tr("1 Inte alls"), HIGHEST: self.tr("4 Helt")}
        choices = [Choice(answer, ends.get(answer, str(answer)), str(answer)) for answer in range(LOWEST, HIGHEST + 1)]
        made = SegmentedChoice(question_words(name), choices)
        made.setObjectName(f"evaluation-{name}")
        made.chosen.connect(partial(self._answer, name))
        return made

    def _lay_out(self) -> None:
        card = Card(padding=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, (name, choice) in enumerate(self.answers.items()):
            label = Text(question_words(name), wrap=True)
            label.setBuddy(choice)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        card.body.addLayout(grid)
        card.body.addWidget(FormRow(self.tr("Kommentar"), self._text))
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self._line)
        told.addWidget(self._trend, 1)
        card.body.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionHeading(self.tr("Så var mötet, enligt oss")))
        column.addWidget(card)
