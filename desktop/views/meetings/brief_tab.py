"""The tab before a meeting: everything the register knows that is worth knowing, each line with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import in_prose
from desktop.views.meetings.brief_list import BriefList, BriefModel
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.brief import Brief


class BriefTab(QWidget):
    """Shows what to know before one meeting, on this screen only: it is for our own eyes.

    Attributes:
        source_opened: The ``Source`` of a line is to be opened.
        preview_asked: The key of the meeting whose brief is to be previewed as a document.
    """

    source_opened = Signal(object)
    preview_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefTab")
        self._meeting: UUID | None = None
        self.model = BriefModel(self)
        self.list = BriefList(self.model)
        self.list.source_opened.connect(self.source_opened)
        self._as_of = Text("", "muted", wrap=True)
        self._as_of.setObjectName("briefAsOf")
        self._preview = SecondaryButton(self.tr("Förhandsgranska"))
        self._preview.setObjectName("previewBrief")
        self._preview.setAccessibleName(self.tr("Förhandsgranska underlaget inför mötet"))
        self._preview.setEnabled(False)
        self._preview.clicked.connect(self._ask_preview)
        self._none = EmptyState(
            self.tr("Inget öppet inför mötet"),
            self.tr("Här samlas beslut, åtgärder, ärenden, beställningar och kontaktändringar som rör mötets nivå."),
        )
        self._none.setObjectName("briefNone")
        self._none.hide()
        self._lay_out()

    def show_brief(self, brief: Brief) -> None:
        """Show a brief; the line that was current stays so if it is still there."""
        current = self.model.entry(self.list.currentIndex()) if brief.meeting_id == self._meeting else None
        self._meeting = brief.meeting_id
        self.model.show_brief(brief)
        if current is not None:
            found = self.model.index_of(self.model.key(current))
            if found.isValid():
                self.list.setCurrentIndex(found)
        self._as_of.setText(self._as_of_words(brief))
        self._card.setVisible(bool(brief.sections))
        self._none.setVisible(not brief.sections)
        self._preview.setEnabled(True)

    def _as_of_words(self, brief: Brief) -> str:
        words = self.tr("Läget den {day}, hämtat ur registret.").format(day=in_prose(brief.day))
        if brief.previous_on is None:
            return words
        return words + " " + self.tr("Förra mötet var {day}.").format(day=in_prose(brief.previous_on))

    def _lay_out(self) -> None:
        self._card = Card()
        self._card.body.addWidget(self.list)
        self._card.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._as_of, 1)
        head.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._card, 1)
        column.addWidget(self._none, 1)

    def _ask_preview(self) -> None:
        if self._meeting is not None:
            self.preview_asked.emit(self._meeting)
