"""Reconciling: SSC's list is chosen, its columns are told, the differences gone through, and it is done (R17)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from desktop.domain.contacts.columns import ColumnQuestion
from desktop.domain.contacts.reconciling_notices import Telling, Tellings
from desktop.domain.dates import in_prose
from desktop.views.contacts.reconciling.columns_form import ColumnsForm
from desktop.views.contacts.reconciling.comparing import ComparisonView
from desktop.views.contacts.reconciling.words import counted
from desktop.views.contacts.room import RoomView
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.columns import Columns
    from desktop.domain.contacts.received_list import ReceivedList
    from desktop.domain.contacts.reconciling import Comparison
    from desktop.errors import AppError
    from desktop.services.contacts.reconciling import Reconciled, Reconciling
    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"contact", "agreement", "received_list"})


class Prepared(NamedTuple):
    """A comparison with what it would have to be told about, by the person's key."""

    comparison: Comparison
    tellings: Tellings
    told: dict[str, Telling]


class ReconcilingRoom(RoomView):
    """Compares our list with SSC's in three ways and does what is chosen.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Stäm av mot SSC:s förteckning"), parent)
        self.setObjectName("reconcilingRoom")
        self._path: Path | None = None
        self._columns: Columns | None = None
        self._prepared: Prepared | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._other = SecondaryButton(self.tr("Välj en annan fil"))
        self._other.setObjectName("reconcileOther")
        self._other.clicked.connect(self.ask_for_file)
        self._do = PrimaryButton(self.tr("Genomför avstämningen"))
        self._do.setObjectName("reconcileDo")
        self._do.clicked.connect(self._apply)
        self.head.add_action(self._other)
        self.head.add_action(self._do)
        self.progress = ProgressPanel()
        self.progress.cancel_chosen.connect(self._start_over)
        self.first_step = EmptyState(
            self.tr("Jämför med SSC:s kontaktförteckning"), "", self.tr("Välj fil"), "contacts"
        )
        self.first_step.setObjectName("reconcileBegin")
        self.first_step.action.setObjectName("reconcileChoose")
        self.first_step.action_chosen.connect(self.ask_for_file)
        self.columns = ColumnsForm()
        self.columns.answered.connect(self._answer)
        self.columns.declined.connect(self.ask_for_file)
        self.comparing = ComparisonView()
        self._pages = QStackedWidget()
        for page in (self.first_step, self.columns, self.comparing):
            self._pages.addWidget(page)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._pages, 1)
        self._show_page(self.first_step)

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show where one was, compared with the register as it is now."""
        self.desk.read("last list", self._service.last, self._show_last)
        if self._prepared is not None:
            self._compare()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Compare again what the news concern; choices that still answer something stay."""
        if kinds & _CONCERNED:
            self.enter(None)

    def ask_for_file(self) -> None:
        """Ask which file is SSC's list."""
        dialog = QFileDialog(self, self.tr("Välj SSC:s kontaktförteckning"))
        dialog.setObjectName("reconcileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Kontaktlistor (*.xlsx *.csv *.vcf)"), self.tr("Alla filer (*)")])
        dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Compare a list with the register."""
        self._folder = str(path.parent)
        self._path, self._columns, self._prepared = path, None, None
        self.comparing.choices = {}
        self.progress.begin(self.tr("Läser och jämför {name} …").format(name=path.name))
        self._compare()

    @property
    def _service(self) -> Reconciling:
        return self.desk.services.reconciling

    # Reading

    def _compare(self) -> None:
        path, columns, service = self._path, self._columns, self._service
        if path is not None:
            self.desk.read(
                "comparison",
                lambda: _prepared(service, path, columns),
                partial(self._show, path),
                partial(self._fail, path),
            )

    def _show(self, path: Path, found: Prepared | ColumnQuestion) -> None:
        if path != self._path:
            return
        self.progress.end()
        if isinstance(found, ColumnQuestion):
            self.head.set_subtitle(found.file_name)
            self._show_page(self.columns)
            self.columns.ask(found)
            return
        first = self._prepared is None
        self._prepared = found
        self.comparing.show_comparison(*found, self.comparing.choices)
        self.head.set_subtitle(self._about(found.comparison))
        self._show_page(self.comparing)
        if first:
            self.comparing.begin()

    def _fail(self, path: Path, error: AppError) -> None:
        if path == self._path:
            self.desk.message.emit(str(error), "danger", False)
            if self._columns is None:
                self._start_over()
            else:
                self.progress.end()

    def _answer(self, columns: Columns) -> None:
        self._columns = columns
        self._compare()

    def _start_over(self) -> None:
        self._path = self._columns = self._prepared = None
        self.progress.end()
        self.head.set_subtitle("")
        self._show_page(self.first_step)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        compared = page is self.comparing
        self._do.setEnabled(compared)
        self._do.setVisible(compared)
        self._other.setVisible(compared)

    def _show_last(self, last: ReceivedList | None) -> None:
        text = self.tr(
            "Välj listan som Statens servicecenter har skickat, eller släpp den här. "
            "Inget ändras förrän du har gått igenom det som skiljer."
        )
        if last is not None:
            said = self.tr("Senast jämfördes {file}, den {day}.").format(
                file=last.file_name, day=in_prose(last.read_on)
            )
            text = f"{text}\n\n{said}"
        self.first_step.set_texts(self.tr("Jämför med SSC:s kontaktförteckning"), text)

    def _about(self, comparison: Comparison) -> str:
        file = comparison.file
        version = self.tr("version {day}").format(day=file.version) if file.version else ""
        earlier = (
            self.tr("SSC:s förra lista lästes den {day}").format(day=in_prose(comparison.earlier_on))
            if comparison.earlier_on
            else self.tr("ingen tidigare lista att jämföra med")
        )
        return " · ".join(part for part in (file.file_name, version, earlier) if part)

    # Doing

    def _apply(self) -> None:
        prepared, columns, service = self._prepared, self._columns, self._service
        if prepared is not None:
            choices = dict(self.comparing.choices)
            self._do.setEnabled(False)
            self.progress.begin(self.tr("Genomför avstämningen …"), can_cancel=False)
            self.desk.write(lambda: service.apply(prepared.comparison, choices, columns), self._done)

    def _done(self, done: Reconciled) -> None:
        contacts = counted(done.contacts, self.tr("{count} kontakt ändrades"), self.tr("{count} kontakter ändrades"))
        notices = counted(done.notices, self.tr("{count} anmälan gjordes"), self.tr("{count} anmälningar gjordes"))
        sentence = self.tr("Avstämningen är genomförd: {contacts} och {notices}.")
        self._start_over()
        self.desk.message.emit(sentence.format(contacts=contacts, notices=notices), "good", True)
        self.closed.emit()


def _prepared(service: Reconciling, path: Path, columns: Columns | None) -> Prepared | ColumnQuestion:
    """Read and compare, and work out what would have to be told; in the lane of the register."""
    found = service.read(path, columns)
    if isinstance(found, ColumnQuestion):
        return found
    tellings = Tellings(found)
    told = {person.key: telling for person in found.different if (telling := tellings.of(person, {}))}
    _ = found.in_order  # a long list is put in order here, not while it is shown
    return Prepared(found, tellings, told)
