"""Calendar files of a meeting, made when the user has said where to save them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.views.documents.saving import write_whole

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.meetings.calendar_file import CalendarFile
    from desktop.services.meetings.calendars import Calendars
    from desktop.tasks import Tasks

_SUFFIX = "ics"


class CalendarSaving(QObject):
    """Asks where to save a calendar file. It is made afterwards, since making one convenes or cancels a meeting.

    Args:
        tasks: The door to the services.
        calendars: Makes the files.
        window: What the file choosers belong to.
        parent: The owning object.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    message = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, calendars: Calendars, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._calendars = calendars
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def save(self, meeting_id: UUID, kind: CalendarKind) -> None:
        """Ask where to save a file; one that cannot be made is refused first."""
        calendars = self._calendars
        self._tasks.run(lambda: calendars.name(meeting_id, kind), self, partial(self._ask_where, meeting_id, kind))

    def _ask_where(self, meeting_id: UUID, kind: CalendarKind, name: str) -> None:
        dialog = QFileDialog(self._window, self.tr("Spara kalenderfilen"))
        dialog.setObjectName("calendarSaveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.setNameFilter(self.tr("Kalenderfiler (*.ics)"))
        dialog.setDirectory(self._folder)
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self._make, meeting_id, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, meeting_id: UUID, kind: CalendarKind, chosen: str) -> None:
        path, calendars = Path(chosen), self._calendars
        self._folder = str(path.parent)
        self._tasks.run(lambda: calendars.make(meeting_id, kind), self, partial(self._write, kind, path))

    def _write(self, kind: CalendarKind, path: Path, file: CalendarFile) -> None:
        words = {
            CalendarKind.ENTRY: self.tr("”{name}” är sparad. Öppna den för att lägga mötet i din kalender."),
            CalendarKind.INVITATION: self.tr("”{name}” är sparad. Skicka den till deltagarna med e-post."),
            CalendarKind.CANCELLATION: self.tr(
                "Mötet är inställt och ”{name}” är sparad. Skicka den till dem som fick kallelsen."
            ),
        }[kind]

        def tell(written: Path) -> None:
            self.message.emit(words.format(name=written.name), "good", kind is not CalendarKind.ENTRY)

        self._tasks.run(lambda: write_whole(file.content, path), self, tell, lane="outside")
