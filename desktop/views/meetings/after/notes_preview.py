"""What notes hold, read on screen: a draft, or a finalised version exactly as it was fixed (R12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import in_prose
from desktop.views.parts.buttons import IconButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.notes_document import ActionLine, NotesDocument, NotesLine


class NotesPreview(Card):
    """Shows one ``NotesDocument``; Escape closes it.

    Attributes:
        closed: It is closed; what opened it is wanted again.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("notesPreview")
        self._heading = SectionHeading()
        self._heading.setObjectName("notesPreviewHeading")
        self._close = IconButton("close", self.tr("Stäng visningen"), bare=True)
        self._close.setObjectName("notesPreviewClose")
        self._close.clicked.connect(self.close_preview)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(4)
        self.body.addLayout(head)
        self.body.addLayout(self._texts)
        self.hide()

    def show_notes(self, notes: NotesDocument) -> None:
        """Show notes, and let Escape close them."""
        self._clear()
        self._heading.setText(notes.status)
        when = f"{notes.title}, {in_prose(notes.starts.date())}"
        self._add(Text(f"{when} · {notes.level}", "muted", wrap=True))
        for line in _people_lines(notes):
            self._add(Text(line, "muted", wrap=True))
        for item in notes.items:
            self._add_item(item)
        if not notes.items:
            self._add(Text(self.tr("Anteckningarna har inga punkter."), "muted", wrap=True))
        self.show()
        self._close.setFocus()

    def close_preview(self) -> None:
        """Close it."""
        had = self.isVisible()
        self.hide()
        self._clear()
        if had:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_preview()
        else:
            super().keyPressEvent(event)

    def _add_item(self, item: NotesLine) -> None:
        self._texts.addSpacing(8)
        self._add(_selectable(f"{item.number}. {item.title}", "section"))
        facts = " · ".join(part for part in item.parts if part)
        if facts:
            self._add(Text(facts, "muted", wrap=True))
        if item.text.strip():
            self._add(_selectable(item.text.strip()))
        for line in _outcome_lines(item):
            self._add(_selectable(line))

    def _add(self, text: Text) -> None:
        self._texts.addWidget(text)

    def _clear(self) -> None:
        while (item := self._texts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _selectable(words: str, role: str = "body") -> Text:
    text = Text(words, "section" if role == "section" else "body", wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text


def _people_lines(notes: NotesDocument) -> Iterator[str]:
    people = [", ".join(part for part in (one.name, *one.parts) if part) for one in notes.participants]
    if people:
        yield QCoreApplication.translate("Preview", "Deltagare: {people}").format(people="; ".join(people))


def _outcome_lines(item: NotesLine) -> Iterator[str]:
    for decision in item.decisions:
        yield QCoreApplication.translate("Preview", "Beslut: {text}").format(text=decision)
    for action in item.actions:
        yield _action_line(action)
    for told in item.information:
        yield QCoreApplication.translate("Preview", "Information: {text}").format(text=told)


def _action_line(action: ActionLine) -> str:
    words = QCoreApplication.translate("Preview", "Åtgärd: {text} ({answers})")
    return words.format(text=action.text, answers=action.answers)
