"""The right side of the notes tab: one item with its notes, what was said the last time, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.domain.meetings.capture import OutcomeKind
from desktop.domain.phrases import PHRASES
from desktop.views.meetings.notes.earlier_panel import EarlierPanel
from desktop.views.meetings.notes.item_head import ItemHead
from desktop.views.meetings.notes.note_field import NoteField
from desktop.views.meetings.notes.outcome_list import OutcomeList
from desktop.views.meetings.notes.pace_line import PaceLine
from desktop.views.meetings.notes.private_fold import PrivateFold
from desktop.views.meetings.notes.words import outcome_word
from desktop.views.parts.buttons import QuietButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.views.meetings.desk import Desk


class NoteSheetView(QWidget):
    """Lays out what belongs to the notes of one item; ``NotesTab`` fills it and does what is asked.

    Args:
        desk: The way to the register.
        capture: Asked on Enter with the line of the cursor; whether it was taken.
        clock: Says what time it is.
        parent: The owning widget.

    Attributes:
        outcome_asked: A button for an outcome of this ``OutcomeKind`` was pressed.
        earlier_asked: What was said the last time is wanted, or not any more.
        reopening_asked: Finalised notes are to be opened again.
    """

    outcome_asked = Signal(object)
    earlier_asked = Signal()
    reopening_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        capture: Callable[[str], bool],
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pace = PaceLine(clock)
        self.head = ItemHead()
        self.field = NoteField(capture)
        self.earlier = EarlierPanel()
        self.earlier.hide()
        self.outcomes = OutcomeList()
        self.private = PrivateFold(desk)
        self._saved = Text("", "note")
        self._saved.setObjectName("noteSaved")
        self._hint = Text(self.tr("eller B, Å @namn ->datum, I först på en rad och Enter"), "note", wrap=True)
        self._hint.setObjectName("noteHint")
        self._lay_out()

    def say_saved(self, words: str) -> None:
        """Say when the notes were stored, or that they are being."""
        self._saved.setText(words)

    def show_fixed(self, version: int | None) -> None:
        """Let notes be read only while a finalised version of them is in force (R12)."""
        fixed = version is not None
        words = self.tr("Anteckningarna är fastställda som version {number}. De kan läsas, men inte ändras.")
        self._fixed_words.setText(words.format(number=version))
        self._fixed.setVisible(fixed)
        self.field.setReadOnly(fixed)
        self.head.state.setEnabled(not fixed)
        self._below.setVisible(not fixed)
        self._phrases.setEnabled(not fixed)

    def show_phrases(self) -> None:
        """Offer the phrases at the cursor."""
        if self.field.isReadOnly():
            return
        menu = QMenu(self)
        menu.setObjectName("notePhrases")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for phrase in PHRASES:
            words = phrase if phrase.endswith(".") else f"{phrase}…"
            menu.addAction(words, lambda phrase=phrase: self._insert(phrase))
        menu.popup(self.field.viewport().mapToGlobal(self.field.cursorRect().bottomLeft() + QPoint(0, 4)))
        menu.setActiveAction(menu.actions()[0])

    def _insert(self, phrase: str) -> None:
        self.field.insertPlainText(phrase)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setHandleWidth(12)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.field)
        beside.addWidget(self.earlier)
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        self.field.setMinimumSize(180, 88)
        self.earlier.setMinimumWidth(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._fixed_bar())
        column.addWidget(self.pace)
        column.addWidget(self.head)
        column.addLayout(self._above())
        column.addWidget(beside, 3)
        column.addWidget(self._below_field())
        column.addWidget(self.outcomes, 2)
        column.addWidget(self.private)

    def _fixed_bar(self) -> QWidget:
        self._fixed = Card(padding=8)
        self._fixed.setObjectName("notesFixed")
        self._fixed_words = Text("", wrap=True)
        self._fixed_words.setObjectName("notesFixedWords")
        reopening = QuietButton(self.tr("Öppna igen …"))
        reopening.setObjectName("notesReopen")
        reopening.clicked.connect(self.reopening_asked)
        row = QHBoxLayout()
        row.addWidget(self._fixed_words, 1)
        row.addWidget(reopening)
        self._fixed.body.addLayout(row)
        self._fixed.hide()
        return self._fixed

    def _above(self) -> QHBoxLayout:
        label = Text(self.tr("Anteckning"), "muted")
        label.setBuddy(self.field)
        self._phrases = QuietButton(self.tr("Fraser"))
        self._phrases.setObjectName("notePhraseButton")
        self._phrases.setToolTip(self.tr("Infoga en fras (Ctrl+Mellanslag)"))
        self._phrases.clicked.connect(self.show_phrases)
        self._former = QuietButton(self.tr("Förra gången"))
        self._former.setObjectName("noteEarlier")
        self._former.setToolTip(self.tr("Visa föregående anteckning om punkten (F6)"))
        self._former.clicked.connect(self.earlier_asked)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label)
        row.addSpacing(8)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self._phrases)
        row.addWidget(self._former)
        return row

    def _below_field(self) -> QWidget:
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for kind in OutcomeKind:
            button = SecondaryButton(outcome_word(kind), "plus")
            button.setObjectName(f"add-{kind}")
            button.setAccessibleName(self.tr("Lägg till: {kind}").format(kind=outcome_word(kind).lower()))
            button.clicked.connect(lambda _checked=False, kind=kind: self.outcome_asked.emit(kind))
            row.addWidget(button)
        row.addWidget(self._hint, 1)
        return self._below
