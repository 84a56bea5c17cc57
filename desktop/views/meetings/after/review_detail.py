"""One item: what we noted under it beside what SSC's notes say of it (R13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.dates import in_prose
from desktop.views.meetings.after.review_table import VERDICT_KEYS
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.segmented import Choice, SegmentedChoice
from desktop.views.parts.text import Text
from desktop.views.wording import party_word, verdict_word

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.followup import Action
    from desktop.domain.meetings.notes import NotesCheck
    from desktop.domain.meetings.notes_review import ReviewedItem

_COMMENT_HEIGHT = 64


class ReviewDetail(Card):
    """Shows and changes the check of the current item, or of the notes as a whole.

    Attributes:
        judged: What SSC's notes say of it (``Verdict``).
        commented: The item's key or None, what is typed, and the key of the editing session.
        left: The comment is done; the list is wanted again.
    """

    judged = Signal(object)
    commented = Signal(object, str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("reviewDetail")
        self.setAccessibleName(self.tr("Jämförelse av punkten"))
        self._shown: UUID | bool | None = False
        self._title = Text("", "section", wrap=True)
        self._title.setObjectName("reviewTitle")
        self._noted_label = Text(self.tr("Vi antecknade"), "muted")
        self._noted = Text("", wrap=True)
        self._noted.setObjectName("reviewNoted")
        self._noted.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = [Choice(verdict, verdict_word(verdict), key) for key, verdict in VERDICT_KEYS.items()]
        self.verdict = SegmentedChoice(self.tr("I Statens servicecenters anteckningar"), words)
        self.verdict.setObjectName("reviewVerdict")
        self.verdict.chosen.connect(self.judged)
        self._text = QPlainTextEdit()
        self._text.setObjectName("reviewComment")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_COMMENT_HEIGHT)
        self.comment = Autosave(self._text)
        self._lay_out()

    def show_item(self, item: ReviewedItem) -> None:
        """Show an item."""
        heading = self.tr("Punkt {number}: {title}").format(number=item.number, title=item.title)
        self._title.setText(heading)
        self._noted_label.show()
        self._noted.show()
        self._noted.setText(self._noted_words(item))
        self._bind(item.item_id, item.check)

    def show_whole(self, check: NotesCheck | None) -> None:
        """Show the check of the notes as a whole."""
        self._title.setText(self.tr("Anteckningarna som helhet"))
        self._noted_label.hide()
        self._noted.hide()
        self._bind(None, check)

    def begin_comment(self) -> None:
        """Go to where the comment is typed."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self.comment.flush()

    def leave(self) -> None:
        """Save, and belong to no item."""
        self.comment.release()
        self._shown = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _bind(self, key: UUID | None, check: NotesCheck | None) -> None:
        self.verdict.set_value(check.verdict if check else None)
        text = check.comment if check else ""
        if self._shown == key and self._shown is not False:
            self.comment.offer(text)
            return
        self._shown = key

        def save(typed: str, group: UUID) -> bool:
            self.commented.emit(key, typed, group)
            return True

        self.comment.bind(("comment", key), text, save)

    def _noted_words(self, item: ReviewedItem) -> str:
        decisions = [self.tr("Beslut: {text}").format(text=text) for text in item.decisions]
        parts = [item.noted.strip(), *decisions, *(self._action_words(action) for action in item.actions)]
        return "\n".join(part for part in parts if part) or self.tr("Inget. Det finns inget att jämföra med.")

    def _action_words(self, action: Action) -> str:
        who = action.owner or party_word(action.party)
        if action.due_on is None:
            return self.tr("Åtgärd: {text} ({who})").format(text=action.text, who=who)
        words = self.tr("Åtgärd: {text} ({who}, klar senast {day})")
        return words.format(text=action.text, who=who, day=in_prose(action.due_on))

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._noted_label)
        self.body.addWidget(self._noted)
        self.body.addSpacing(4)
        self.body.addWidget(FormRow(self.verdict.accessibleName(), self.verdict))
        self.body.addWidget(FormRow(self.tr("Vad är fel, och vad vill vi ha ändrat?"), self._text))
        self.body.addStretch(1)
