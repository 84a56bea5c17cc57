"""The rights to order that run out, or have, before everything else (R32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.contacts.orderers.rows import warning_words
from desktop.views.icons import icon_pixmap
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop.services.contacts.roster_checks import HeldRight

_SIGN = 16


class RightWarnings(Card):
    """One line for each right that needs attention, with the way to the person; hidden when there are none.

    Args:
        parent: The owning widget.

    Attributes:
        opened: The key of a person to be shown.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightWarnings")
        self.hide()

    def show_warnings(self, rights: Sequence[HeldRight], day: date) -> None:
        """Show a line for each of these."""
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, held in enumerate(rights):
            if place:
                self.body.addWidget(Divider())
            self.body.addWidget(self._line(held, day))
        self.setVisible(bool(rights))

    def _line(self, held: HeldRight, day: date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(warning_words(held, day), wrap=True), 1)
        button = QuietButton(self.tr("Förläng eller ändra"))
        button.setObjectName("changeRight")
        button.setAccessibleName(self.tr("Förläng eller ändra rätten för {name}").format(name=held.contact.name))
        button.clicked.connect(lambda: self.opened.emit(held.contact.id))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line


class _Sign(Text):
    """A warning sign in the colour of warnings; the sentence beside it says what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("tone", "warning")
        self.setFixedSize(_SIGN + 8, _SIGN + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign over the soft ground."""
        from PySide6.QtGui import QPainter

        super().paintEvent(event)
        colour = self.palette().color(self.foregroundRole())
        painter = QPainter(self)
        painter.drawPixmap(4, 4, icon_pixmap("warning", colour, _SIGN, self.devicePixelRatioF()))
        painter.end()
