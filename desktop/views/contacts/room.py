"""The rooms of the contacts page: the overview, one person, and each longer job; one is seen at a time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.heading import PageHead

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.desk import ContactDesk


class Room(StrEnum):
    """What the contacts page can show."""

    OVERVIEW = "overview"
    PERSON = "person"
    CHANGE = "change"
    NOTICE = "notice"
    ORDERERS = "orderers"
    RECONCILING = "reconciling"
    FRESHNESS = "freshness"
    DUPLICATES = "duplicates"
    ENDING = "ending"
    ANONYMISING = "anonymising"
    DISPOSALS = "disposals"


class Way(NamedTuple):
    """The way to a room, and whom or what it is to show."""

    room: Room
    subject: UUID | None = None


class RoomView(QWidget):
    """One room: a head with the way back, and below it what belongs there.

    Args:
        desk: The way to the register.
        title: What the head says.
        parent: The owning widget.

    Attributes:
        closed: The user goes back to where they came from.
        left_for: The user goes on to another room (``Way``).
        turned: The room shows something else now without having been left (``Way``).
        source_opened: The user wants to see something of another page (``Source``).
        handed_out: Something is to be made and leave the program: a callable that gives a document, a file or a mail
            draft, as ``Panels.hand_out`` takes it.
    """

    closed = Signal()
    left_for = Signal(object)
    turned = Signal(object)
    source_opened = Signal(object)
    handed_out = Signal(object)

    def __init__(self, desk: ContactDesk, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.head = PageHead(title)
        self.back = QuietButton(self.tr("← Kontakter"))
        self.back.setObjectName("roomBack")
        self.back.setAccessibleName(self.tr("Tillbaka"))
        self.back.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 12, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.head)

    def enter(self, subject: UUID | None) -> None:
        """Show what the room is entered for; called whenever somebody goes there."""

    def begin(self, draft: Contact) -> None:
        """Begin something new with what is known already; only some rooms can."""

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read again what these news concern; called only while the room is seen."""

    def flush(self) -> None:
        """Store what is being typed; called before the room is left."""
