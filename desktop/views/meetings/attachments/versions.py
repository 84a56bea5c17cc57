"""The earlier versions of an attached file, each with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.attachment import size_words
from desktop.views.parts.buttons import IconButton, QuietButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.attachment import Attachment, AttachmentRow


class EarlierVersions(QWidget):
    """Lists the versions that a newer one has taken the place of, the latest first.

    Args:
        parent: The owning widget.

    Attributes:
        open_asked: An ``Attachment`` is to be opened.
        save_asked: An ``Attachment`` is to be saved somewhere.
        removal_asked: An ``Attachment`` is to be removed.
    """

    open_asked = Signal(object)
    save_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlierVersions")
        self._shown: tuple[Attachment, ...] = ()
        self._card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Tidigare versioner")))
        column.addWidget(self._card)
        self.hide()

    def show_versions(self, row: AttachmentRow | None) -> None:
        """Show the earlier versions of a file, or nothing where there are none."""
        earlier = row.earlier if row else ()
        self.setVisible(bool(earlier))
        if earlier == self._shown:
            return
        self._shown = earlier
        while (item := self._card.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, attachment in enumerate(earlier):
            if place:
                self._card.body.addWidget(Divider())
            self._card.body.addWidget(self._line(len(earlier) - place, attachment))

    def _line(self, number: int, attachment: Attachment) -> QWidget:
        version = self.tr("Version {number}").format(number=number)
        facts = f"{attachment.dated_on.isoformat()} · {size_words(attachment.size)}"
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Text(version))
        row.addWidget(Text(attachment.name, wrap=True), 1)
        row.addWidget(Text(facts, "muted"))
        for button, words, asked in (
            (QuietButton(self.tr("Öppna")), self.tr("Öppna {version}"), self.open_asked),
            (QuietButton(self.tr("Spara som …")), self.tr("Spara {version} som …"), self.save_asked),
            (IconButton("trash", "", bare=True), self.tr("Ta bort {version}"), self.removal_asked),
        ):
            name = words.format(version=version.lower())
            button.setObjectName("earlierVersion")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, signal=asked: signal.emit(attachment))
            row.addWidget(button)
        return holder
