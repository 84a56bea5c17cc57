"""The panel that shows a topic's journey through the meetings, in place of the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.meetings.journey.stop_list import StopList
from desktop.views.meetings.journey.words import followed
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.journey import Journey


class JourneyPanel(QWidget):
    """Shows one topic: how long it has been followed, and every meeting that had it. Escape leaves.

    Attributes:
        meeting_asked: The key of a meeting to open.
        left: The agenda is to come back.
    """

    meeting_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journeyPanel")
        self.setAccessibleName(self.tr("Punktens resa genom mötena"))
        self._title = Text("", "section", wrap=True)
        self._title.setObjectName("journeyTitle")
        self._span = Text("", "muted", wrap=True)
        self._span.setObjectName("journeySpan")
        self.list = StopList()
        self.list.meeting_asked.connect(self.meeting_asked)
        self._none = EmptyState(
            self.tr("Bara det här mötet"),
            self.tr(
                "När punkten bordläggs och tas upp igen, eller när samma ärende kommer upp på ett annat möte, "
                "syns varje gång här."
            ),
        )
        self._none.setObjectName("journeyNone")
        self._lay_out()

    def show_journey(self, journey: Journey) -> None:
        """Show a topic's journey."""
        alone = len(journey.stops) < 2
        here = next(stop for stop in journey.stops if stop.item_id == journey.item_id)
        self._title.setText(self.tr("Resa: {title}").format(title=" ".join(here.title.split())))
        self._span.setText(followed(journey))
        self._card.setVisible(not alone)
        self._opening.setVisible(not alone)
        self._none.setVisible(alone)
        self._span.setVisible(not alone)
        self.list.show_journey(journey)

    def begin(self) -> None:
        """Take the focus: to the stops, or to the way back where there is only one."""
        entry = self.list if self._card.isVisibleTo(self) else self._leave
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._card = Card()
        self._card.setObjectName("journeyCard")
        self._card.body.addWidget(self.list)
        self._opening = SecondaryButton(self.tr("Öppna mötet"))
        self._opening.setObjectName("journeyOpen")
        self._opening.clicked.connect(self.list.open)
        self._leave = SecondaryButton(self.tr("Till dagordningen"))
        self._leave.setObjectName("journeyLeave")
        self._leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._opening)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._span)
        column.addWidget(self._card, 1)
        column.addWidget(self._none, 1)
        column.addLayout(buttons)
