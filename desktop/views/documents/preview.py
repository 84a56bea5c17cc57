"""The panel that shows a finished document before it is saved or printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.document import WayOut
from desktop.views.documents.pages import SCREEN, Pages
from desktop.views.documents.saving import with_suffix, write_document
from desktop.views.parts.announce import announce
from desktop.views.parts.badge import StateChip
from desktop.views.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.parts.progress_panel import ProgressPanel
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtPrintSupport import QPrinter

    from desktop.domain.document import FinishedDocument, PageImage
    from desktop.errors import AppError
    from desktop.services.meetings.documents import Documents
    from desktop.tasks import Task, Tasks

_DRAWN_IN = 2 * SCREEN
"""Pages are drawn twice as fine as the paper's own size, so that they stay sharp when they are enlarged."""


class DocumentPreview(QWidget):
    """Shows a document page by page; saves it as PDF and prints it.

    Args:
        tasks: The door to the services.
        documents: Draws the pages.
        parent: The owning widget.

    Attributes:
        closed: The user has seen enough.
        saved: The document was written to a file (``Path``).
        mail_asked: The document is to go into a mail draft (``DocumentRequest``).
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    closed = Signal()
    saved = Signal(object)
    mail_asked = Signal(object)
    message = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, documents: Documents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentPreview")
        self._tasks = tasks
        self._documents = documents
        self._document: FinishedDocument | None = None
        self._folder = ""
        self._drawing: Task | None = None
        self._pages = Pages()
        self._build()

    def open_document(self, document: FinishedDocument) -> None:
        """Draw the pages of a document and show them."""
        self._document = document
        self._mail.setVisible(document.request is not None and not document.request.paper.stays_inside)
        self._head.set_title(document.title)
        self._head.set_subtitle(document.file_name)
        self._progress.begin(self.tr("Ritar sidorna …"), can_cancel=False)
        self._pages.show_pages((), _DRAWN_IN)
        self._show_count()
        if self._drawing is not None:
            self._drawing.cancel()

        def show(pages: tuple[PageImage, ...]) -> None:
            if self._document is document:
                self._show(pages)

        def fail(error: AppError) -> None:
            self._progress.end()
            self.message.emit(str(error), "danger", False)

        self._drawing = self._tasks.run(
            lambda: self._documents.pages(document, _DRAWN_IN), self, show, fail, lane="outside"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the preview."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def ask_where_to_save(self) -> None:
        """Ask for a place and write the document there."""
        document = self._document
        if document is None:
            return
        dialog = QFileDialog(self, self.tr("Spara som PDF"))
        dialog.setObjectName("documentSaveDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF-dokument (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(self._folder or folder)
        dialog.selectFile(Path(document.file_name).name)

        def save(chosen: str) -> None:
            self._folder = str(Path(chosen).parent)
            self._save(document, chosen)

        dialog.fileSelected.connect(save)
        dialog.open()

    def ask_for_mail(self) -> None:
        """Ask for a mail draft with the document."""
        if self._document is not None and self._document.request is not None:
            self.mail_asked.emit(replace(self._document.request, way=WayOut.MAIL))

    def ask_for_printer(self) -> None:
        """Ask for a printer and print the document on it."""
        document = self._document
        if document is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.title)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("documentPrintDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.show()  # QPrintDialog hides the open() that other dialogs have

    def print_on(self, printer: QPrinter) -> None:
        """Print the document on a printer, its pages drawn as finely as that printer needs them."""
        document = self._document
        if document is None:
            return
        from desktop.views.documents.printing import print_pages, resolution_for

        def send(pages: tuple[PageImage, ...]) -> None:
            self._progress.end()
            if print_pages(pages, printer):
                self.message.emit(self.tr("Dokumentet har skickats till skrivaren."), "good", False)
            else:
                self.message.emit(
                    self.tr("Skrivaren tog inte emot dokumentet. Kontrollera att den är på och försök igen."),
                    "danger",
                    False,
                )

        def fail(error: AppError) -> None:
            self._progress.end()
            self.message.emit(str(error), "danger", False)

        self._progress.begin(self.tr("Förbereder utskriften …"), can_cancel=False)
        fineness = resolution_for(printer)
        self._tasks.run(lambda: self._documents.pages(document, fineness), self, send, fail, lane="outside")

    def _build(self) -> None:
        self._head = PageHead()
        close = self._head.add_action(SecondaryButton(self.tr("Stäng")))
        close.setObjectName("documentClose")
        close.clicked.connect(self.closed)
        self._mail = self._head.add_action(SecondaryButton(self.tr("Skicka"), "send"))
        self._mail.setObjectName("documentMail")
        self._mail.setAccessibleName(self.tr("Skicka som e-postutkast"))
        self._mail.clicked.connect(self.ask_for_mail)
        self._print = self._head.add_action(SecondaryButton(self.tr("Skriv ut"), "print"))
        self._print.setObjectName("documentPrint")
        self._print.clicked.connect(self.ask_for_printer)
        save = self._head.add_action(PrimaryButton(self.tr("Spara som PDF"), "export"))
        save.setObjectName("documentSave")
        save.clicked.connect(self.ask_where_to_save)
        self._progress = ProgressPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._progress)
        column.addLayout(self._zoom_row())
        column.addWidget(self._pages, 1)

    def _zoom_row(self) -> QHBoxLayout:
        self._place = Text("", "muted")
        self._place.setObjectName("documentPlace")
        self._size = Text("", "muted")
        self._size.setObjectName("documentZoom")
        self._pages.page_reached.connect(self._show_place)
        self._pages.zoomed.connect(self._show_zoom)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._place)
        row.addSpacing(8)
        row.addWidget(_nothing_private())
        row.addStretch(1)
        row.addWidget(self._size)
        row.addSpacing(8)
        for name, words, act in (
            ("zoomOut", self.tr("Förminska"), self._pages.zoom_out),
            ("zoomIn", self.tr("Förstora"), self._pages.zoom_in),
            ("zoomPaper", self.tr("100\u00a0%"), self._pages.zoom_to_paper),
            ("zoomWidth", self.tr("Anpassa till bredden"), self._pages.fit_width),
        ):
            button = QuietButton(words)
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _show(self, pages: tuple[PageImage, ...]) -> None:
        self._progress.end()
        self._pages.show_pages(pages, _DRAWN_IN)
        self._show_count()
        self._pages.setFocus()
        announce(self, self._place.text())

    def _show_count(self) -> None:
        self._place.setVisible(bool(self._pages.views))

    def _show_place(self, number: int) -> None:
        count = len(self._pages.views)
        self._place.setText(self.tr("Sida {number} av {count}").format(number=number, count=count))

    def _show_zoom(self, zoom: float) -> None:
        self._size.setText(f"{round(zoom * 100)}\u00a0%")

    def _save(self, document: FinishedDocument, chosen: str) -> None:
        def tell(path: Path) -> None:
            self.message.emit(self.tr("Dokumentet är sparat som ”{name}”.").format(name=path.name), "good", False)
            self.saved.emit(path)

        def fail(error: AppError) -> None:
            self.message.emit(str(error), "danger", False)

        path = with_suffix(chosen)
        self._tasks.run(lambda: write_document(document, path), self, tell, fail, lane="outside")


def _nothing_private() -> StateChip:
    """What holds for every document: they are made of values that have no room for private preparation (R11)."""
    chip = StateChip(QCoreApplication.translate("Documents", "Inga privata anteckningar ingår"), "good")
    chip.setObjectName("documentNothingPrivate")
    return chip
