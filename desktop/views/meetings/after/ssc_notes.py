"""SSC's notes after a meeting: waited for, taken in, compared item by item with ours, answered with a letter (R13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.meetings.notes import NotesCheck, Verdict
from desktop.domain.meetings.notes_review import with_check
from desktop.views.meetings.after.notes_intake import NotesIntake
from desktop.views.meetings.after.review_detail import ReviewDetail
from desktop.views.meetings.after.review_table import ReviewTable, review_columns, review_rows
from desktop.views.meetings.after.review_words import progress_words
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.rows_table import RowsModel
from desktop.views.parts.text import Text
from desktop.views.wording import verdict_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.meetings.notes_review import NotesReview, ReviewedItem
    from desktop.views.meetings.desk import Desk

_TABLE_SHARE, _DETAIL_SHARE = 2, 3
_TABLE_HEIGHT = 260


class SscNotesSection(QWidget):
    """Shows how far the check of SSC's notes from one meeting has come, and takes it further.

    Args:
        desk: The way to the register.
        now: Says what day it is; days of waiting are counted when they are shown.
        parent: The owning widget.

    Attributes:
        file_opened: SSC's file (``Attachment``) is to be opened.
        letter_looked_at: The letter about what differs is to be previewed.
        letter_sent: The letter is to be put into a mail draft.
    """

    file_opened = Signal(object)
    letter_looked_at = Signal()
    letter_sent = Signal()

    def __init__(self, desk: Desk, now: Callable[[], date] = today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sscNotes")
        self.setAccessibleName(self.tr("Statens servicecenters anteckningar"))
        self._desk = desk
        self._meeting: UUID | None = None
        self._review: NotesReview | None = None
        self.intake = NotesIntake(now)
        self.intake.received.connect(self._receive)
        self.intake.file_opened.connect(self.file_opened)
        self.model = RowsModel(review_columns(), self)
        self.table = ReviewTable(self.tr("Punkter att jämföra"), self.model)
        self.table.setObjectName("reviewTable")
        self.detail = ReviewDetail()
        self._progress = Text("", "muted", wrap=True)
        self._progress.setObjectName("reviewProgress")
        self._compared = QWidget()
        self._compared.hide()
        self._connect()
        self._lay_out()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show the check of a meeting's notes."""
        if meeting_id != self._meeting:
            self.leave()
        self._meeting = meeting_id
        checks = self._desk.services.notes_checks

        def arrived(review: NotesReview) -> None:
            if self._meeting == meeting_id:
                self._show(review)

        self._desk.read("notes review", lambda: checks.get(meeting_id), arrived)

    def receive(self, paths: Sequence[Path]) -> None:
        """Take in the file that SSC's notes came in, such as one that was dropped."""
        if paths:
            self.intake.take(paths[0])

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.detail.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting."""
        self.detail.leave()
        self._meeting = self._review = None
        self.model.show_rows([])

    # Showing

    def _show(self, review: NotesReview) -> None:
        first, here = self._review is None, self.table.currentIndex().row()
        self._review = review
        self.intake.show_review(review)
        self._compared.setVisible(not review.is_ours and (review.is_received or review.judged > 0))
        self.model.show_rows(review_rows(review))
        if first:
            keys = [item.item_id for item in review.items]
            here = keys.index(review.remaining[0].item_id) if review.remaining else 0
        self.table.selectRow(max(0, min(here, self.model.rowCount() - 1)))
        self._show_current()
        self._progress.setText(progress_words(review))
        for button in self._of_letter:
            button.setEnabled(review.differences > 0)
        self._done.setEnabled(review.is_complete and review.is_received)
        self._done.setVisible(not review.is_finished)

    @property
    def _current(self) -> ReviewedItem | None:
        """The current item; nothing for the notes as a whole."""
        place, review = self.table.currentIndex().row(), self._review
        return review.items[place] if review and 0 <= place < len(review.items) else None

    def _show_current(self) -> None:
        item = self._current
        if item is not None:
            self.detail.show_item(item)
        elif self._review is not None:
            self.detail.show_whole(self._review.whole)

    # What the user does

    def _judge_and_go_on(self, verdict: Verdict) -> None:
        """Judge from the list: on to the next item if it agrees, to the comment if there is something to say."""
        self._judge(verdict)
        if verdict is not Verdict.AGREES:
            self.detail.begin_comment()
        elif self.table.currentIndex().row() + 1 < self.model.rowCount():
            self.table.selectRow(self.table.currentIndex().row() + 1)

    def _judge(self, verdict: Verdict | None) -> None:
        """Show a verdict on the current item, and store it."""
        review = self._review
        if review is None:
            return
        self.detail.flush()
        item = self._current
        key, check = (item.item_id, item.check) if item else (None, review.whole)
        if verdict is (check.verdict if check else None):
            return
        meeting, checks = review.meeting.id, self._desk.services.notes_checks
        comment = check.comment if check else ""
        self._show(with_check(review, key, _check(review, key, verdict, comment) if verdict else None))
        self._desk.write(lambda: checks.judge(meeting, key, verdict))
        announce(self.table, verdict_word(verdict) if verdict else self.tr("Inte jämförd"))

    def _comment(self, key: UUID | None, text: str, group: UUID) -> None:
        """Show and store a comment; what has no verdict yet differs as soon as there is one."""
        review = self._review
        if review is None:
            return
        known = {item.item_id: item.check for item in review.items}
        check = review.whole if key is None else known.get(key)
        if check is not None or text.strip():
            verdict = check.verdict if check else Verdict.DIFFERS
            self._show(with_check(review, key, _check(review, key, verdict, text)))
        meeting, checks = review.meeting.id, self._desk.services.notes_checks
        self._desk.write(lambda: checks.comment(meeting, key, text, group=group))

    def _receive(self, day: date, path: Path | None) -> None:
        """Note that the notes came, with their file if there is one."""
        meeting, checks, tell = self._meeting, self._desk.services.notes_checks, self._desk.message.emit
        if meeting is not None:
            sentence = self.tr("Anteckningarna är mottagna. Jämför dem nu punkt för punkt.")
            self._desk.write(lambda: checks.receive(meeting, day, path), lambda _: tell(sentence, "good", True))

    def _complete(self) -> None:
        meeting, checks, tell = self._meeting, self._desk.services.notes_checks, self._desk.message.emit
        if meeting is not None:
            self.flush()
            sentence = self.tr("Granskningen är klar.")
            self._desk.write(lambda: checks.complete(meeting), lambda _: tell(sentence, "good", True))

    def _ask(self, signal: SignalInstance) -> None:
        """Ask for the letter, after what is typed is on its way to the register."""
        self.flush()
        signal.emit()

    # Building

    def _connect(self) -> None:
        self.table.judged.connect(self._judge_and_go_on)
        self.table.taken_back.connect(lambda: self._judge(None))
        self.table.entered.connect(self.detail.begin_comment)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.detail.judged.connect(self._judge)
        self.detail.commented.connect(self._comment)
        self.detail.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.table)
        card.body.addStretch(1)
        self.table.setMaximumHeight(_TABLE_HEIGHT)
        abreast = QGridLayout()
        abreast.setHorizontalSpacing(12)
        abreast.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignTop)
        abreast.addWidget(self.detail, 0, 1, Qt.AlignmentFlag.AlignTop)
        abreast.setColumnStretch(0, _TABLE_SHARE)
        abreast.setColumnStretch(1, _DETAIL_SHARE)
        compared = QVBoxLayout(self._compared)
        compared.setContentsMargins(0, 0, 0, 0)
        compared.setSpacing(10)
        compared.addWidget(self._progress)
        compared.addLayout(abreast)
        compared.addLayout(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionHeading(self.tr("Statens servicecenters anteckningar")))
        column.addWidget(self.intake)
        column.addWidget(self._compared)

    def _buttons(self) -> QHBoxLayout:
        look = SecondaryButton(self.tr("Förhandsgranska brevet"))
        look.setObjectName("previewLetter")
        look.clicked.connect(lambda: self._ask(self.letter_looked_at))
        send = SecondaryButton(self.tr("Skicka som e-postutkast"), "send")
        send.setObjectName("mailLetter")
        send.clicked.connect(lambda: self._ask(self.letter_sent))
        self._of_letter = (look, send)
        self._done = SecondaryButton(self.tr("Granskningen är klar"), "check")
        self._done.setObjectName("completeReview")
        self._done.clicked.connect(self._complete)
        letter = FlowLayout()
        for button in self._of_letter:
            letter.addWidget(button)
        row = QHBoxLayout()
        row.addLayout(letter, 1)
        row.addWidget(self._done)
        return row


def _check(review: NotesReview, key: UUID | None, verdict: Verdict, comment: str) -> NotesCheck:
    """A verdict as it is shown before it is stored."""
    return NotesCheck(id=new_id(), meeting_id=review.meeting.id, item_id=key, verdict=verdict, comment=comment)
