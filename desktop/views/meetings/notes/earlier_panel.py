"""What was written down about the item the last time, beside the notes of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop.domain.dates import in_prose
from desktop.views.meetings.notes.words import outcome_line
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.note_sheet import EarlierNotes


class EarlierPanel(Card):
    """Shows the notes of the same item at an earlier meeting, to be read or copied from.

    Attributes:
        copy_asked: This text is to be put into the notes.
        closed: The panel is not wanted any more.
    """

    copy_asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=10)
        self.setObjectName("earlierPanel")
        self.setAccessibleName(self.tr("Föregående anteckning"))
        self._where = Text("", "muted", wrap=True)
        self._where.setObjectName("earlierWhere")
        self._text = QPlainTextEdit()
        self._text.setObjectName("earlierText")
        self._text.setAccessibleName(self.tr("Föregående anteckning"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(40)
        self._copy = SecondaryButton(self.tr("Kopiera till anteckningen"))
        self._copy.setObjectName("earlierCopy")
        self._copy.setToolTip(self.tr("Markerad text, eller allt (Ctrl+Skift+F6)"))
        self._copy.clicked.connect(self.copy)
        close = IconButton("close", self.tr("Stäng föregående anteckning (F6)"), bare=True)
        close.setObjectName("earlierClose")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Förra gången")), 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addWidget(self._where)
        self.body.addWidget(self._text, 1)
        self.body.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)

    def show_earlier(self, earlier: EarlierNotes | None) -> None:
        """Show what was written down, or say that nothing was."""
        self._text.setVisible(earlier is not None)
        self._copy.setVisible(earlier is not None)
        if earlier is None:
            self._where.setText(self.tr("Det finns ingen tidigare anteckning om punkten."))
            return
        where = self.tr("{meeting}, {day}").format(meeting=earlier.meeting_title, day=in_prose(earlier.meeting_day))
        self._where.setText(where)
        lines = [earlier.text] if earlier.text else []
        lines += [outcome_line(outcome) for outcome in earlier.outcomes]
        self._text.setPlainText("\n".join(lines))

    def copy(self) -> None:
        """Ask for what is marked, or for everything, to be put into the notes."""
        marked = self._text.textCursor().selectedText().replace("\u2029", "\n")
        words = marked or self._text.toPlainText()
        if words and self._text.isVisibleTo(self):
            self.copy_asked.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
