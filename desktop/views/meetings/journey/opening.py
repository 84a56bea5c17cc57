"""Opens the journey of a topic, and keeps it as the register has it while it is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.meetings.journey import Journey
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.journey.panel import JourneyPanel


class ItemJourney(QObject):
    """Owns the panel and speaks with the register for it.

    Args:
        desk: The way to the register.
        parent: The owning object.

    Attributes:
        opened: The panel (``QWidget``) is to take the place of the agenda.
        closed: The agenda is to come back.
        meeting_asked: The key of a meeting to open.
    """

    opened = Signal(object)
    closed = Signal()
    meeting_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item: UUID | None = None
        self._shown = False

    @cached_property
    def panel(self) -> JourneyPanel:
        """Where the journey is shown, built when it is first wanted."""
        from desktop.views.meetings.journey.panel import JourneyPanel

        made = JourneyPanel()
        made.left.connect(self.leave)
        made.meeting_asked.connect(self.meeting_asked)
        return made

    def open(self, item_id: UUID) -> None:
        """Show the journey of an item."""
        self._item, self._shown = item_id, False
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is looked at."""
        key, journeys = self._item, self._desk.services.journeys
        if key is not None:
            self._desk.read("journey", lambda: journeys.of(key), self._arrive, lambda _gone: self.leave())

    def leave(self) -> None:
        """Look at no journey any more."""
        if self._item is not None:
            self._item = None
            self.panel.list.clear()
            self.closed.emit()

    def _arrive(self, journey: Journey) -> None:
        if journey.item_id != self._item:
            return
        self.panel.show_journey(journey)
        if not self._shown:
            self._shown = True
            self.opened.emit(self.panel)
            self.panel.begin()
