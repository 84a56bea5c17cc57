"""Where SSC's notes come in: how long they are awaited, the day they came, and their file (R5, R13)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.views.meetings.after.review_words import waiting_words
from desktop.views.parts.badge import SourceChip
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.day_field import DayField
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.domain.attachment import Attachment
    from desktop.domain.meetings.notes_review import NotesReview

_DAY_WIDTH = 120


class NotesIntake(Card):
    """Tells where SSC's notes are, and takes them in.

    Args:
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        awaits_file: Whether a file can be taken in now.
        received: The day the notes came (``date``) and their file (``Path``), or None where there is no file.
        file_opened: SSC's file (``Attachment``) is to be opened.
    """

    received = Signal(object, object)
    file_opened = Signal(object)

    def __init__(self, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("notesIntake")
        self._now = now
        self._file: Attachment | None = None
        self.awaits_file = False
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._waiting = Text("", wrap=True)
        self._waiting.setObjectName("notesWaiting")
        self._chip = SourceChip("")
        self._chip.setObjectName("notesFile")
        self._chip.clicked.connect(self._open)
        self._day = DayField(now)
        self._day.setObjectName("notesReceivedOn")
        self._day.setFixedWidth(_DAY_WIDTH)
        self._day_label = Text(self.tr("Kom den"), "muted")
        self._day_label.setBuddy(self._day)
        self._day.setAccessibleName(self._day_label.text())
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        self._day.problem_changed.connect(self._show_problem)
        self._attach = SecondaryButton(self.tr("Bifoga anteckningarna …"), "import")
        self._attach.setObjectName("attachSscNotes")
        self._attach.clicked.connect(self.ask_for_file)
        self._without = SecondaryButton(self.tr("Mottagna utan fil"))
        self._without.setObjectName("receiveWithoutFile")
        self._without.clicked.connect(lambda: self._tell(None))
        self._lay_out()

    def show_review(self, review: NotesReview) -> None:
        """Show where the notes of a meeting are."""
        day, held = self._now(), review.meeting.day <= self._now()
        self._waiting.setText(waiting_words(review, day))
        self._file = review.notes_file
        self._chip.setVisible(self._file is not None)
        self._chip.set_source(self._file.name if self._file else "")
        awaited = held and not review.is_ours and review.received_on is None
        for part in (self._day_label, self._day, self._without):
            part.setVisible(awaited)
        if awaited and self._day.day is None:
            self._day.set_day(day)
        self._without.setText(self.tr("Spara dagen") if review.is_received else self.tr("Mottagna utan fil"))
        self.awaits_file = held and not review.is_ours and not review.is_finished
        self._attach.setVisible(self.awaits_file)
        another = self.tr("Bifoga rättad version …")
        self._attach.setText(another if self._file else self.tr("Bifoga anteckningarna …"))

    def take(self, path: Path) -> None:
        """Take in a file."""
        self._tell(path)

    def ask_for_file(self) -> None:
        """Ask which file the notes are."""
        dialog = QFileDialog(self.window(), self.tr("Bifoga Statens servicecenters anteckningar"), self._folder)
        dialog.setObjectName("sscNotesDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, name: str) -> None:
        path = Path(name)
        self._folder = str(path.parent)
        self._tell(path)

    def _tell(self, path: Path | None) -> None:
        """Tell that the notes came, on the day that is given."""
        self._day.finish()
        if self._day.is_readable:
            self.received.emit(self._day.day or self._now(), path)

    def _open(self) -> None:
        if self._file is not None:
            self.file_opened.emit(self._file)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._day.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._waiting, 1)
        told.addWidget(self._chip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._day_label)
        row.addWidget(self._day)
        row.addWidget(self._attach)
        row.addWidget(self._without)
        row.addStretch(1)
        self.body.addLayout(told)
        self.body.addLayout(row)
        self.body.addWidget(self._problem)
