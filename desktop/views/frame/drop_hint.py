"""Dropping files anywhere on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget


class DropHint(QLabel):
    """Covers the window while files are held over it, says what will happen, and takes them.

    Args:
        window: The window to cover.

    Attributes:
        files_dropped: The paths of the dropped files (``list[Path]``).
    """

    files_dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dropHint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.hide()

    def cover(self, words: str = "") -> None:
        """Lie over the whole window, and say what dropping the files would do where it is not simply reading them."""
        self.setText(words or self.tr("Släpp filen här för att läsa in den"))
        self.setGeometry(self._window.rect().adjusted(8, 8, -8, -8))
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, leave everything else."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Uncover the window again."""
        super().dragLeaveEvent(event)
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Uncover the window and tell which files were dropped."""
        self.hide()
        files = files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def files_of(mime: QMimeData) -> list[Path]:
    """What is being dragged from this computer, folders too, so that one is answered; addresses on the net are not."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.exists()]
