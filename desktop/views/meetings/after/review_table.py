"""The items whose notes are compared, each with its verdict; letters judge the current one (R13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from desktop.domain.meetings.notes import Verdict
from desktop.views.parts.rows_table import RowsTable, TextColumn, TextRow
from desktop.views.wording import verdict_word

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.notes import NotesCheck
    from desktop.domain.meetings.notes_review import NotesReview

VERDICT_KEYS = {"S": Verdict.AGREES, "A": Verdict.DIFFERS, "M": Verdict.MISSING}
_KEYS = {Qt.Key.Key_S: Verdict.AGREES, Qt.Key.Key_A: Verdict.DIFFERS, Qt.Key.Key_M: Verdict.MISSING}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}


class ReviewTable(RowsTable):
    """The items to compare: S says that SSC's notes agree, A that they differ, M that the item is missing.

    Attributes:
        judged: The verdict on the current item (``Verdict``).
        taken_back: The verdict on the current item is to go.
        entered: The current item is to be commented.
    """

    judged = Signal(object)
    taken_back = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters judge, Delete takes back, Enter goes to the comment."""
        if event.modifiers() not in _PLAIN or not self.currentIndex().isValid() or not self._act(event.key()):
            super().keyPressEvent(event)

    def _act(self, key: int) -> bool:
        if key in _KEYS:
            self.judged.emit(_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.taken_back.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            return False
        return True


def review_columns() -> tuple[TextColumn, ...]:
    """The columns, with the share each has of the width."""
    return (
        TextColumn(QCoreApplication.translate("Review", "Nr")),
        TextColumn(QCoreApplication.translate("Review", "Punkt"), 1),
        TextColumn(QCoreApplication.translate("Review", "Bedömning")),
    )


def review_rows(review: NotesReview) -> list[TextRow]:
    """One row for each item, and the last for the notes as a whole, whose key is None."""
    rows = [_row(item.item_id, str(item.number), item.title, item.check) for item in review.items]
    whole = QCoreApplication.translate("Review", "Anteckningarna som helhet")
    return [*rows, _row(None, "", whole, review.whole)]


def _row(key: UUID | None, number: str, title: str, check: NotesCheck | None) -> TextRow:
    return TextRow(key, (number, title, verdict_word(check.verdict) if check else "–"))
