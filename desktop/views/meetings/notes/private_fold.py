"""Our private preparation of the item, folded away from the notes until it is asked for (R11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.views.icons import icon_pixmap
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.meetings.desk import Desk


class PrivateFold(Card):
    """Shows "Endast för oss" for the item; it starts folded, because others may see the screen during a meeting.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=6, private=True)
        self.setObjectName("notePrivate")
        self.setAccessibleName(self.tr("Endast för oss"))
        self._desk = desk
        self._item: UUID | None = None
        self._lock = QLabel()
        self._label = Text(
            self.tr("Endast för oss: egen förberedelse, kommer aldrig med i dokument"), "muted", wrap=True
        )
        self._text = Text("", wrap=True)
        self._text.setObjectName("notePrivateText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setContentsMargins(20, 0, 0, 2)  # below the words, not below the lock
        self._text.hide()
        self._turn = QuietButton("")
        self._turn.setObjectName("notePrivateTurn")
        self._turn.clicked.connect(self.turn)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._lock)
        head.addWidget(self._label, 1)
        head.addWidget(self._turn)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._text)
        self._name_turn()
        self._tint()
        self.hide()

    def show_item(self, item: UUID | None, *, prepared: bool) -> None:
        """Follow an item; the fold is there only if something is prepared."""
        if item != self._item:
            self._text.clear()
        self._item = item
        self.setVisible(item is not None and prepared)
        if item is not None and prepared and self.is_open:
            self._read(item)

    @property
    def is_open(self) -> bool:
        """Whether the preparation can be read."""
        return self._text.isVisibleTo(self)

    def turn(self) -> None:
        """Unfold what is prepared, or fold it away."""
        self._text.setVisible(not self.is_open)
        self._name_turn()
        if self.is_open and self._item is not None:
            self._read(self._item)
        else:
            self._text.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lock again when the theme has changed."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _read(self, item: UUID) -> None:
        agendas = self._desk.services.agendas

        def arrived(text: str) -> None:
            if item == self._item and self.is_open:
                self._text.setText(text)

        self._desk.read("notes-preparation", lambda: agendas.preparation(item), arrived)

    def _name_turn(self) -> None:
        self._turn.setText(self.tr("Dölj") if self.is_open else self.tr("Visa"))
        self._turn.setToolTip(self.tr("F7"))
        names = (self.tr("Dölj egen förberedelse (F7)"), self.tr("Visa egen förberedelse (F7)"))
        self._turn.setAccessibleName(names[0] if self.is_open else names[1])

    def _tint(self) -> None:
        muted = self.palette().color(QPalette.ColorRole.PlaceholderText)
        self._lock.setPixmap(icon_pixmap("lock", muted, 14, self.devicePixelRatioF()))
