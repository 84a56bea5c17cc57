"""Closing a meeting: every item is dealt with, deferred or struck; deferred ones go on at a later meeting (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.meetings.closing import Carry
from desktop.views.meetings.after.closing_row import ClosingRow
from desktop.views.meetings.after.closing_words import hint_words, later_words, progress_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.agenda import ItemState
    from desktop.domain.meetings.closing import Closing
    from desktop.views.meetings.desk import Desk


class ClosingSection(QWidget):
    """Asks what became of every item, and closes the meeting.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closingSection")
        self.setAccessibleName(self.tr("Avsluta mötet"))
        self._desk = desk
        self._meeting: UUID | None = None
        self._closing: Closing | None = None
        self._rows: dict[UUID, ClosingRow] = {}
        self._progress = StateChip("")
        self._progress.setObjectName("closingProgress")
        self._hint = Text("", "muted", wrap=True)
        self._hint.setObjectName("closingHint")
        self._close = PrimaryButton(self.tr("Avsluta mötet"))
        self._close.setObjectName("closeMeeting")
        self._close.clicked.connect(self._close_meeting)
        self._reopen = SecondaryButton(self.tr("Öppna mötet igen"))
        self._reopen.setObjectName("reopenMeeting")
        self._reopen.clicked.connect(self._reopen_meeting)
        self._card = Card()
        self._card.setObjectName("closingCard")
        self._lay_out()

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show how far the closing of a meeting has come."""
        if meeting_id != self._meeting:
            self.leave()
        self._meeting = meeting_id
        closings = self._desk.services.closings
        self._desk.read("closing", lambda: closings.get(meeting_id), self._show)

    def flush(self) -> None:
        """Nothing waits here: a choice is stored when it is made."""

    def leave(self) -> None:
        """Belong to no meeting any more."""
        self._meeting = self._closing = None
        self._fill({})
        self._card.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(SectionHeading(self.tr("Avsluta mötet")))
        head.addWidget(self._progress)
        head.addStretch(1)
        end = QHBoxLayout()
        end.setSpacing(16)
        end.addWidget(self._hint, 1)
        end.addWidget(self._close)
        end.addWidget(self._reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addLayout(end)
        for part in (self._card, self._progress, self._close, self._reopen):
            part.hide()

    def _show(self, closing: Closing) -> None:
        if closing.meeting_id != self._meeting:
            return
        self._closing = closing
        keys = [item.id for item in closing.items]
        if keys != list(self._rows):
            self._fill({key: self._rows.get(key) or self._row(key) for key in keys})
        for number, item in enumerate(closing.items, 1):
            self._rows[item.id].show_item(number, item, closing)
        self._card.setVisible(bool(keys))
        left = closing.remaining
        self._progress.set_state(progress_words(closing), "warning" if left and closing.can_close else "neutral")
        self._progress.show()
        self._hint.setText(hint_words(closing))
        self._close.setVisible(not closing.closed)
        self._close.setEnabled(closing.can_close and not left)
        self._close.setAccessibleDescription(self._hint.text())
        self._reopen.setVisible(closing.closed and closing.fixed is None)

    def _row(self, key: UUID) -> ClosingRow:
        made = ClosingRow(key)
        made.settled.connect(self._settle)
        made.carried.connect(self._carry)
        return made

    def _fill(self, rows: dict[UUID, ClosingRow]) -> None:
        """Stand these rows below each other; those that are there already keep their focus."""
        gone = [row for key, row in self._rows.items() if key not in rows]
        had_focus = next(
            (place for place, row in enumerate(self._rows.values()) if row in gone and _has_focus(row)), None
        )
        while (item := self._card.body.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Divider) or widget in gone:
                widget.hide()
                widget.deleteLater()
        self._rows = rows
        for place, row in enumerate(rows.values()):
            if place:
                self._card.body.addWidget(Divider())
            self._card.body.addWidget(row)
            row.show()
        if had_focus is not None and rows:
            list(rows.values())[min(had_focus, len(rows) - 1)].setFocus()

    # What the user does

    def _settle(self, item_id: UUID, outcome: ItemState) -> None:
        closings = self._desk.services.closings
        self._desk.write(lambda: closings.settle(item_id, outcome))

    def _carry(self, item_id: UUID, target_id: UUID, way: Carry) -> None:
        if self._closing is None:
            return
        closings, tell = self._desk.services.closings, self._desk.message.emit
        title = next((item.title for item in self._closing.items if item.id == item_id), "")
        target = next(one for one in self._closing.targets if one.id == target_id)
        words = (
            self.tr("”{title}” är flyttad till {meeting}.")
            if way is Carry.MOVE
            else self.tr("”{title}” tas upp igen på {meeting}.")
        )
        sentence = words.format(title=title, meeting=later_words(target))
        self._desk.write(lambda: closings.carry(item_id, target_id, way), lambda _: tell(sentence, "good", True))

    def _close_meeting(self) -> None:
        closings, key = self._desk.services.closings, self._meeting
        if key is not None:
            self._desk.write(lambda: closings.close(key), lambda _: self._tell(self.tr("Mötet är avslutat.")))

    def _reopen_meeting(self) -> None:
        closings, key = self._desk.services.closings, self._meeting
        if key is not None:
            self._desk.write(lambda: closings.reopen(key), lambda _: self._tell(self.tr("Mötet är öppet igen.")))

    def _tell(self, sentence: str) -> None:
        self._desk.message.emit(sentence, "good", True)


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)  # pyright: ignore[reportUnnecessaryComparison] -- Qt may say null
