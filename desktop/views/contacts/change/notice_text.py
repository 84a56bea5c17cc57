"""The text of a notice: written in while it is open, and copied with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.domain.contacts.contact_notice import LONGEST_TITLE
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.number_warning import warns_of_numbers

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.contact_notice import ContactNotice

_LEAST_HEIGHT = 180


class NoticeText(Card):
    """Heading and text of a notice, saved as they are typed.

    Args:
        parent: The owning widget.

    Attributes:
        edited: The notice, the field and its new content, and the editing session it belongs to.
        copied: The text has been copied.
    """

    edited = Signal(object, object, object)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName("noticeText")
        self._shown: UUID | None = None
        self._title = QLineEdit()
        self._title.setObjectName("noticeTitle")
        self._title.setMaxLength(LONGEST_TITLE)
        self._body = QPlainTextEdit()
        self._body.setObjectName("noticeBody")
        self._body.setTabChangesFocus(True)
        self._body.setMinimumHeight(_LEAST_HEIGHT)
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._saves = {"title": Autosave(self._title), "body": Autosave(self._body)}
        copy = SecondaryButton(self.tr("Kopiera texten"))
        copy.setObjectName("noticeCopy")
        copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Text till Statens servicecenter")), 1)
        head.addWidget(copy)
        self.body.addLayout(head)
        self.body.addWidget(warns_of_numbers(FormRow(self.tr("Vad som ändras"), self._title)))
        body = warns_of_numbers(FormRow(self.tr("Hela texten"), self._body))
        body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.body.addWidget(body, 1)

    def show_notice(self, notice: ContactNotice) -> None:
        """Show a notice; one that is announced stands as it was announced."""
        for field in (self._title, self._body):
            field.setReadOnly(not notice.is_open)
        texts = {"title": notice.title, "body": notice.body}
        if notice.id == self._shown:
            for name, autosave in self._saves.items():
                autosave.offer(texts[name])
            return
        self._shown = notice.id
        for name, autosave in self._saves.items():
            autosave.bind(notice.id, texts[name], lambda text, group, name=name: self._save(name, text, group))

    def flush(self) -> None:
        """Store what is being typed."""
        for autosave in self._saves.values():
            autosave.flush()

    def _save(self, name: str, text: str, group: UUID) -> bool:
        if name == "title" and not text.strip():
            return False  # a notice always says in one sentence what changes; the field keeps what is typed
        self.edited.emit(self._shown, {name: text}, group)
        return True

    def _copy(self) -> None:
        self.flush()
        QGuiApplication.clipboard().setText(f"{self._title.text()}\n\n{self._body.toPlainText()}".strip())
        self.copied.emit()
