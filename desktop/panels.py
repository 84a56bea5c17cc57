"""What comes in front of the pages for a while: imports, previews, the bank of items, the agreement."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.meetings.followup_list import ExportedFile, FileForm, Listing
from desktop.views.documents.saving import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.attachment import Attachment
    from desktop.domain.document import DocumentRequest
    from desktop.domain.importing import ImportPreview
    from desktop.domain.meetings.calendar_file import CalendarKind
    from desktop.engine import Engine
    from desktop.paths import Paths
    from desktop.tasks import Tasks
    from desktop.views.agreement.form import AgreementForm
    from desktop.views.bank.panel import BankPanel
    from desktop.views.documents.attached_files import AttachedFiles
    from desktop.views.documents.calendar_saving import CalendarSaving
    from desktop.views.documents.outgoing import Outgoing
    from desktop.views.documents.preview import DocumentPreview
    from desktop.views.importing.panel import ImportPanel
    from desktop.views.main_window import MainWindow


class Panels(QObject):
    """Makes each panel when it is first needed, and shows it in the window.

    Args:
        window: The window.
        tasks: The door to the services.
        engine: What one can do with the register.
        paths: Where what other programs are given lies.
        parent: The owning object.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        reading: Files are about to be read; what is being typed must be stored first.
        imported: An import was done (``ImportResult``).
        reconciling_asked: A contact list (``Path``) is to be reconciled with the register.
    """

    message = Signal(str, str, bool)
    reading = Signal()
    imported = Signal(object)
    reconciling_asked = Signal(object)

    def __init__(self, window: MainWindow, tasks: Tasks, engine: Engine, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._tasks = tasks
        self._engine = engine
        self._paths = paths
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._form: AgreementForm | None = None
        self._preview: DocumentPreview | None = None
        self._imports: ImportPanel | None = None
        self._outgoing: Outgoing | None = None
        self._bank: BankPanel | None = None

    # Files in

    def ask_for_files(self) -> None:
        """Ask which files to import."""
        dialog = QFileDialog(self._window, self.tr("Importera"))
        dialog.setObjectName("importDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Kontaktlistor, visitkort, ärendelistor och kallelser (*.xlsx *.csv *.vcf *.ics *.eml)"),
                self.tr("Alla filer (*)"),
            ]
        )
        dialog.setDirectory(self._folder)
        dialog.filesSelected.connect(self._open_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_files(self, paths: list[Path]) -> None:
        """Show what importing these files would do."""
        self.reading.emit()
        panel = self._import_panel()
        self._window.show_panel(panel)
        panel.open_files(paths)

    def _open_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._folder = str(paths[0].parent)
        self.open_files(paths)

    def _import(self, preview: ImportPreview) -> None:
        self._tasks.run(lambda: self._engine.imports.apply(preview), self, self.imported.emit)

    def _import_panel(self) -> ImportPanel:
        if self._imports is None:
            from desktop.views.importing.panel import ImportPanel

            panel = ImportPanel(self._tasks, self._engine.imports)
            panel.message.connect(self.message)
            panel.accepted.connect(self._import)
            panel.reconciling_asked.connect(self.reconciling_asked)
            panel.finished.connect(lambda: self._window.close_panel(panel))
            self._imports = panel
        return self._imports

    # Documents out

    def send_document(self, asked: DocumentRequest) -> None:
        """Make a document of a meeting, and let it go the way that is asked for."""
        self._documents().send(asked)

    def _documents(self) -> Outgoing:
        if self._outgoing is None:
            from desktop.views.documents.outgoing import Outgoing

            outgoing = Outgoing(self._tasks, self._engine.documents, self._paths.drafts, self)
            outgoing.message.connect(self.message)
            outgoing.to_preview.connect(self._show_preview)
            outgoing.to_save.connect(self._save_document)
            outgoing.to_write.connect(self._ask_where)
            self._outgoing = outgoing
        return self._outgoing

    def _document_preview(self) -> DocumentPreview:
        if self._preview is None:
            from desktop.views.documents.preview import DocumentPreview

            preview = DocumentPreview(self._tasks, self._engine.documents)
            preview.message.connect(self.message)
            preview.mail_asked.connect(self.send_document)
            preview.closed.connect(lambda: self._window.close_panel(preview))
            self._preview = preview
        return self._preview

    def _show_preview(self, document: FinishedDocument) -> None:
        preview = self._document_preview()
        preview.open_document(document)
        self._window.show_panel(preview)

    def _save_document(self, document: FinishedDocument) -> None:
        self._show_preview(document)
        self._document_preview().ask_where_to_save()

    def hand_out(self, make: Callable[[], FinishedDocument | ExportedFile | MailDraft], attached: bool = False) -> None:
        """Make something, and let it go its way.

        A document goes to the preview, a file to where the user says, a mail draft to the mail program.

        Args:
            make: Makes it, in the lane of the register.
            attached: Whether a mail draft carries a document.
        """

        def pass_on(made: FinishedDocument | ExportedFile | MailDraft) -> None:
            match made:
                case FinishedDocument():
                    self._show_preview(made)
                case ExportedFile():
                    self._ask_where(made)
                case MailDraft():
                    self._documents().open_draft(made, attached=attached)

        self._tasks.run(make, self, pass_on)

    def export_followups(self, wanted: str) -> None:
        """Save actions or decisions: as a document after a look at it, or as a table.

        Args:
            wanted: What and how, such as ``actions.pdf`` or ``decisions.xlsx``.
        """
        listing, form = wanted.split(".")
        followups = self._engine.followups
        if form == "pdf":
            self._tasks.run(lambda: followups.document(Listing(listing)), self, self._save_document)
        else:
            self.hand_out(lambda: followups.file(Listing(listing), FileForm(form)))

    def _ask_where(self, exported: ExportedFile) -> None:
        dialog = QFileDialog(self._window, self.tr("Spara ”{name}”").format(name=exported.file_name))
        dialog.setObjectName("fileSaveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(exported.file_name).suffix[1:])
        dialog.setDirectory(self._folder)
        dialog.selectFile(exported.file_name)
        dialog.fileSelected.connect(partial(self._write, exported))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, exported: ExportedFile, chosen: str) -> None:
        def tell(path: Path) -> None:
            self.message.emit(self.tr("Filen är sparad som ”{name}”.").format(name=path.name), "good", False)

        self._folder = str(Path(chosen).parent)
        self._tasks.run(lambda: write_whole(exported.content, Path(chosen)), self, tell, lane="outside")

    # Attached files

    def open_attachment(self, attachment: Attachment) -> None:
        """Open a file of a meeting in its own program."""
        self._attached.open(attachment)

    def save_attachment(self, attachment: Attachment) -> None:
        """Ask where to save a file of a meeting."""
        self._attached.save(attachment)

    @cached_property
    def _attached(self) -> AttachedFiles:
        from desktop.views.documents.attached_files import AttachedFiles

        made = AttachedFiles(self._tasks, self._engine.attachments, self._paths.opened, self._window, self)
        made.message.connect(self.message)
        return made

    def save_calendar(self, meeting_id: UUID, kind: CalendarKind) -> None:
        """Ask where to save a calendar file of a meeting."""
        self._calendar.save(meeting_id, kind)

    @cached_property
    def _calendar(self) -> CalendarSaving:
        from desktop.views.documents.calendar_saving import CalendarSaving

        made = CalendarSaving(self._tasks, self._engine.calendars, self._window, self)
        made.message.connect(self.message)
        return made

    # The bank of items

    def open_bank(self, item_id: UUID | None = None) -> None:
        """Show what waits in the bank, ready for something new, with an item chosen if one is given."""
        panel = self._bank_panel()
        self._window.show_panel(panel)
        panel.open_item(item_id)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show what a change concerns in the panels that have been made."""
        if self._bank is not None:
            self._bank.refresh(kinds)

    def flush(self) -> None:
        """Store what is being typed in a panel."""
        if self._bank is not None:
            self._bank.flush()

    def _bank_panel(self) -> BankPanel:
        if self._bank is None:
            from desktop.views.bank.panel import BankPanel

            panel = BankPanel(self._tasks, self._engine.item_bank)
            panel.message.connect(self.message)
            panel.closed.connect(lambda: self._window.close_panel(panel))
            self._bank = panel
        return self._bank

    # The agreement

    def welcome(self) -> None:
        """Ask for what a new register needs to know first."""
        form = self._agreement_form()
        form.welcome()
        self._window.show_panel(form)

    def edit_agreement(self) -> None:
        """Show agency and agreement to change them."""
        form = self._agreement_form()
        form.edit()
        self._window.show_panel(form)

    def _agreement_form(self) -> AgreementForm:
        if self._form is None:
            from desktop.views.agreement.form import AgreementForm

            form = AgreementForm(self._tasks, self._engine.agreements)
            form.message.connect(self.message)
            form.closed.connect(lambda: self._window.close_panel(form))
            form.import_asked.connect(self.ask_for_files)
            self._form = form
        return self._form
