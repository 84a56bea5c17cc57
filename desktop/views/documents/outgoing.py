"""Documents on their way out: made off the GUI thread, then previewed, saved or put into a mail draft."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.domain.document import WayOut
from desktop.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.document import DocumentRequest, MailDraft
    from desktop.services.meetings.documents import Documents
    from desktop.tasks import Tasks


class Outgoing(QObject):
    """Makes the documents that are asked for.

    They are made in the lane of the register, after everything typed so far has been stored.

    Args:
        tasks: The door to the services.
        documents: Makes the documents.
        drafts: The private folder where mail drafts lie while the mail program has them.
        parent: The owning object.

    Attributes:
        to_preview: A ``FinishedDocument`` to look at.
        to_save: A ``FinishedDocument`` to look at and save.
        to_write: An ``ExportedFile`` to save.
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    to_preview = Signal(object)
    to_save = Signal(object)
    to_write = Signal(object)
    message = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, documents: Documents, drafts: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._documents = documents
        self._drafts = drafts
        self.open_in_mail_program: Callable[[Path], bool] = _open

    def send(self, asked: DocumentRequest) -> None:
        """Make what is asked for, and let it go its way."""
        documents = self._documents
        match asked.way:
            case WayOut.PREVIEW:
                self._tasks.run(lambda: documents.make(asked), self, self.to_preview.emit)
            case WayOut.SAVE:
                self._tasks.run(lambda: documents.make(asked), self, self.to_save.emit)
            case WayOut.WORD:
                self._tasks.run(lambda: documents.word(asked), self, self.to_write.emit)
            case WayOut.MAIL | WayOut.REMINDER:
                reminds = asked.way is WayOut.REMINDER
                make = (lambda: documents.reminder(asked.meeting_id)) if reminds else (lambda: documents.mail(asked))
                self._tasks.run(make, self, lambda draft: self.open_draft(draft, attached=not reminds))

    def open_draft(self, draft: MailDraft, *, attached: bool) -> None:
        """Write a mail draft where the mail program finds it, and open it there.

        Args:
            draft: The draft.
            attached: Whether a document is attached to it.
        """
        path = self._drafts / draft.file_name
        self._tasks.run(
            lambda: write_private(path, draft.content), self, lambda path: self._opened(draft, path, attached=attached)
        )

    def _opened(self, draft: MailDraft, path: Path, *, attached: bool) -> None:
        if not self.open_in_mail_program(path):
            self.message.emit(
                self.tr("Inget e-postprogram öppnade utkastet. Det ligger i {path}.").format(path=path),
                "warning",
                False,
            )
            return
        count = len(draft.recipients)
        document = self.tr(" med dokumentet bifogat") if attached else ""
        to = self.tr("en mottagare") if count == 1 else self.tr("{count} mottagare").format(count=count)
        sentence = self.tr("E-postutkastet är öppnat{attached} och har {to}.").format(attached=document, to=to)
        if draft.without_address:
            missing = ", ".join(draft.without_address)
            sentence += " " + self.tr("E-postadress saknas för {names}.").format(names=missing)
        self.message.emit(sentence, "warning" if draft.without_address or not count else "good", False)


def write_private(path: Path, content: bytes) -> Path:
    """Write a file that the user alone may read.

    Raises:
        FileError: The folder cannot be written.
    """
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise FileError(
            f"E-postutkastet kunde inte skrivas: {error.strerror or 'okänt fel'}.", "Frigör plats på disken."
        ) from error
    return path


def _open(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
