"""What is followed up after a meeting: SSC's notes, how the meeting was, and SSC's survey (R13, R14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.views.meetings.after.evaluation import EvaluationSection
from desktop.views.meetings.after.ssc_notes import SscNotesSection
from desktop.views.meetings.after.survey import SurveySection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.meetings.evaluations import EvaluationFile
    from desktop.views.meetings.desk import Desk


class Afterwards(QWidget):
    """The three sections below each other; each reads what it shows by itself.

    Args:
        desk: The way to the register.
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        file_opened: The file of SSC's notes (``Attachment``) is to be opened.
        letter_looked_at: The letter about what differs in them is to be previewed.
        letter_sent: The letter is to be put into a mail draft.
    """

    file_opened = Signal(object)
    letter_looked_at = Signal()
    letter_sent = Signal()

    def __init__(self, desk: Desk, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("afterwards")
        self._meeting: UUID | None = None
        self.notes = SscNotesSection(desk, now)
        self.notes.file_opened.connect(self.file_opened)
        self.notes.letter_looked_at.connect(self.letter_looked_at)
        self.notes.letter_sent.connect(self.letter_sent)
        self.evaluation = EvaluationSection(desk)
        self.evaluation.shown.connect(self._show_surveys)
        self.surveys = SurveySection(desk, now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for section in (self.notes, self.evaluation, self.surveys):
            column.addWidget(section)
        column.addStretch(1)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show what is followed up after a meeting."""
        if meeting_id != self._meeting:
            self.surveys.leave()
        self._meeting = meeting_id
        self.notes.show_meeting(meeting_id)
        self.evaluation.show_meeting(meeting_id)

    @property
    def awaits_file(self) -> bool:
        """Whether a file that is dropped here can be SSC's notes, or a corrected version of them."""
        return self.notes.intake.awaits_file

    def receive(self, paths: Sequence[Path]) -> None:
        """Take in the file of SSC's notes, such as one that was dropped here."""
        self.notes.receive(paths)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for section in (self.notes, self.evaluation, self.surveys):
            section.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting."""
        for section in (self.notes, self.evaluation, self.surveys):
            section.leave()
        self._meeting = None

    def _show_surveys(self, file: EvaluationFile) -> None:
        if self._meeting is not None:
            self.surveys.show_surveys(self._meeting, file.surveys)
