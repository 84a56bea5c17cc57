"""Attached files on their way out: opened as a private copy by their own program, or saved where the user wants."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop.domain.identity import new_id
from desktop.errors import FileError
from desktop.paths import private_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.domain.attachment import Attachment
    from desktop.services.attachments import Attachments
    from desktop.tasks import Tasks


class AttachedFiles(QObject):
    """Opens and saves the files of a meeting.

    Args:
        tasks: The door to the services.
        attachments: Keeps the files.
        folder: The private folder of the copies that other programs are given; it is emptied when the program ends.
        window: What the file choosers belong to.
        parent: The owning object.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        open_in_program: Hands a file to the program that the system has for it; tells whether there is one.
    """

    message = Signal(str, str, bool)

    def __init__(
        self, tasks: Tasks, attachments: Attachments, folder: Path, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._attachments = attachments
        self._folder = folder
        self._window = window
        self._chosen = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.open_in_program: Callable[[Path], bool] = _open

    def open(self, attachment: Attachment) -> None:
        """Open a copy in its own program; what could be a program itself is not opened."""
        if not attachment.may_be_opened:
            sentence = self.tr(
                "”{name}” öppnas inte härifrån: det görs bara med dokument, bilder och mejl, eftersom andra filer kan "
                "köra program. Spara filen om du litar på avsändaren."
            )
            self.message.emit(sentence.format(name=attachment.name), "warning", False)
            return
        self._tasks.run(lambda: self._copy(attachment), self, lambda path: self._opened(attachment, path))

    def save(self, attachment: Attachment) -> None:
        """Ask where to save a file."""
        dialog = QFileDialog(self._window, self.tr("Spara bilagan"))
        dialog.setObjectName("attachmentSaveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._chosen)
        dialog.selectFile(attachment.name)
        dialog.fileSelected.connect(partial(self._save, attachment))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy(self, attachment: Attachment) -> Path:
        """Each time in a folder of its own: the copy before may be open, and changed, in another program."""
        try:
            folder = private_folder(private_folder(self._folder) / str(new_id()))
        except OSError as error:
            raise FileError("Bilagan kunde inte öppnas: mappen för kopior går inte att skriva i.") from error
        return self._attachments.write_out(attachment.id, folder / attachment.name, private=True)

    def _opened(self, attachment: Attachment, path: Path) -> None:
        if self.open_in_program(path):
            words = self.tr("En kopia av ”{name}” öppnas. Det du ändrar i kopian följer inte med till registret.")
            self.message.emit(words.format(name=attachment.name), "info", False)
        else:
            words = self.tr("Inget program öppnade ”{name}”. Spara bilagan och öppna den på egen hand.")
            self.message.emit(words.format(name=attachment.name), "warning", False)

    def _save(self, attachment: Attachment, chosen: str) -> None:
        def tell(path: Path) -> None:
            self.message.emit(self.tr("Bilagan är sparad som ”{name}”.").format(name=path.name), "good", False)

        path = Path(chosen)
        self._chosen = str(path.parent)
        self._tasks.run(lambda: self._attachments.write_out(attachment.id, path), self, tell)


def _open(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
