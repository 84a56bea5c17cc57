"""Begins the presentation of a meeting, keeps it up to date while it lasts, and lets go of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.dates import now
from desktop.domain.meetings.presentation import presentation
from desktop.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.meetings.presentation import Presentation
    from desktop.views.meetings.desk import Desk, MeetingServices
    from desktop.views.meetings.presentation.window import PresentationWindow

_SHOWN = frozenset({"meeting", "agenda", "agreement", "note", "decision", "action", "information"})


class Showing(QObject):
    """Shows one meeting at a time to a whole room.

    Args:
        desk: The way to the register.
        owner: What the window belongs to.
        clock: Says what time it is.
    """

    def __init__(self, desk: Desk, owner: QWidget, clock: Callable[[], datetime] = now) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._clock = clock
        self._meeting: UUID | None = None
        self.window: PresentationWindow | None = None

    def begin(self, meeting_id: UUID) -> None:
        """Show a meeting over the whole screen, from the first item that is not settled yet."""
        self._meeting = meeting_id
        self._read()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show what has changed of the meeting that is shown."""
        if self.window is not None and kinds & _SHOWN:
            self._read()

    def _read(self) -> None:
        services, key = self._desk.services, self._meeting
        if key is not None:
            self._desk.read("presentation", lambda: _read(services, key), self._show)

    def _show(self, shown: Presentation | None) -> None:
        if self.window is not None:
            self.window.close() if shown is None else self.window.show_presentation(shown)
        elif shown is None or not shown.slides:
            words = self.tr("Dagordningen har inga punkter att visa.")
            self._desk.message.emit(words, "warning", False)
        else:
            self._open(shown)

    def _open(self, shown: Presentation) -> None:
        from desktop.views.meetings.presentation.window import PresentationWindow

        window = PresentationWindow(shown, self._clock, self._owner.window())
        window.left.connect(self._ended)
        self.window = window
        window.showFullScreen()

    def _ended(self) -> None:
        self.window = self._meeting = None


def _read(services: MeetingServices, key: UUID) -> Presentation | None:
    """What may be shown of a meeting, in the services' thread; None if it is gone. Preparation is not asked for."""
    try:
        meeting = services.meetings.get(key).meeting
    except InputError:
        return None
    agreement = services.agreements.get()
    agency = agreement.agency_name if agreement else ""
    return presentation(meeting, services.agendas.get(key), services.notes.sheet(key), agency)
