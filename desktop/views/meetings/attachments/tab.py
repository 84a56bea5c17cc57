"""The tab of the attached files: dropped or chosen, opened, saved, replaced by newer versions, removed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.domain.attachment import size_words
from desktop.views.meetings.attachments.detail import AttachmentDetail
from desktop.views.meetings.attachments.versions import EarlierVersions
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.wording import attachment_purpose_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.domain.attachment import Attached, Attachment, AttachmentRow
    from desktop.views.meetings.desk import Desk


class AttachmentsTable(RowsTable):
    """The attached files; Enter and a double click open the current one, Delete removes it.

    Attributes:
        open_asked: The current file is to be opened.
        removal_asked: The current file is to be removed.
    """

    open_asked = Signal()
    removal_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes."""
        here = self.currentIndex().isValid()
        if here and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_asked.emit()
        elif here and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a file opens it."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.open_asked.emit()


class AttachmentsTab(QWidget):
    """Shows the files of a meeting, and takes more.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        open_asked: An ``Attachment`` is to be opened in its own program.
        save_asked: An ``Attachment`` is to be saved somewhere.
    """

    open_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentsTab")
        self._desk = desk
        self._meeting: UUID | None = None
        self._rows: tuple[AttachmentRow, ...] = ()
        self._wanted: UUID | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.model = RowsModel(self._columns(), self)
        self.table = AttachmentsTable(self.tr("Bilagor"), self.model)
        self.table.setObjectName("attachmentsTable")
        self.table.open_asked.connect(lambda: self._ask(self.open_asked.emit))
        self.table.removal_asked.connect(lambda: self._ask(self._remove))
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.detail = AttachmentDetail(desk)
        self.detail.changed.connect(self._show_changed)
        self.versions = EarlierVersions()
        self.versions.open_asked.connect(self.open_asked)
        self.versions.save_asked.connect(self.save_asked)
        self.versions.removal_asked.connect(self._remove)
        self._empty = EmptyState(
            self.tr("Inga bilagor"),
            self.tr(
                "Dra hit dagordningen, anteckningarna och annat som hör till mötet. Filerna kopieras till registret."
            ),
            self.tr("Bifoga fil …"),
            "import",
        )
        self._empty.setObjectName("attachmentsEmpty")
        self._empty.action_chosen.connect(self.ask_for_files)
        self._lay_out()

    def show_attachments(self, meeting_id: UUID, rows: Sequence[AttachmentRow]) -> None:
        """Show the files of a meeting; the chosen one stays chosen as long as it is there, also as a newer version."""
        if meeting_id != self._meeting:
            self.leave()
            self._meeting = meeting_id
        chosen, place = self._chosen_among(rows), self.table.currentIndex().row()
        self._rows = tuple(rows)
        self.model.show_rows([self._row(row) for row in rows])
        self._empty.setVisible(not rows)
        self._filled.setVisible(bool(rows))
        if rows:
            self.table.selectRow(min(max(chosen if chosen is not None else place, 0), len(rows) - 1))
        self._show_current()

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        self.detail.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        self.detail.leave()
        self._meeting, self._rows, self._wanted = None, (), None
        self.model.show_rows([])

    def ask_for_files(self) -> None:
        """Ask which files to attach."""
        self._choose(self.tr("Bifoga fil"), QFileDialog.FileMode.ExistingFiles, self.attach)

    def attach(self, paths: Sequence[Path]) -> None:
        """Copy files into the register."""
        attachments, meeting = self._desk.services.attachments, self._meeting
        if meeting is not None:
            self.flush()
            self._desk.write(lambda: attachments.add_all(meeting, paths), self._tell_attached)

    # Building

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.table)
        inside = ScrolledColumn()
        above = QVBoxLayout()
        above.setSpacing(12)
        above.addWidget(card)
        above.addLayout(self._actions())
        above.addWidget(self.detail)
        above.addWidget(self.versions)
        inside.column.insertLayout(0, above)
        self._filled = VerticalScroll(inside)
        self._filled.setObjectName("attachmentsScroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._filled)
        whole.addWidget(self._empty)

    def _actions(self) -> FlowLayout:
        """One row, so that the first is reached from the table with one key."""
        row = FlowLayout()

        def offer(words: str, name: str, icon: str | None, do: Callable[[], None]) -> None:
            button = SecondaryButton(words, icon)
            button.setObjectName(name)
            button.clicked.connect(do)
            row.addWidget(button)

        offer(self.tr("Bifoga fil …"), "attachFile", "plus", self.ask_for_files)
        offer(self.tr("Öppna"), "openAttachment", None, lambda: self._ask(self.open_asked.emit))
        offer(self.tr("Spara som …"), "saveAttachment", None, lambda: self._ask(self.save_asked.emit))
        replacing = self.tr("Ersätt med ny version …")
        offer(replacing, "replaceAttachment", None, lambda: self._ask(self._ask_for_version))
        offer(self.tr("Ta bort"), "removeAttachment", "trash", lambda: self._ask(self._remove))
        return row

    def _columns(self) -> tuple[TextColumn, ...]:
        return (
            TextColumn(self.tr("Namn"), 4),
            TextColumn(self.tr("Till för")),
            TextColumn(self.tr("Från"), 3),
            TextColumn(self.tr("Datum")),
            TextColumn(self.tr("Storlek")),
            TextColumn(self.tr("Version")),
        )

    def _row(self, row: AttachmentRow) -> TextRow:
        one = row.newest
        origin = (one.sender or self.tr("Mottagen")) if one.received else self.tr("Egen fil")
        return TextRow(
            one.id,
            (
                one.name,
                attachment_purpose_word(one.purpose),
                origin,
                one.dated_on.isoformat(),
                size_words(one.size),
                str(row.number),
            ),
        )

    # What is chosen

    @property
    def _current(self) -> AttachmentRow | None:
        place = self.table.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _chosen_among(self, rows: Sequence[AttachmentRow]) -> int | None:
        """The place of the file that is wanted next, else of the one that is chosen now."""
        key = self._wanted or (self._current.newest.id if self._current else None)
        keys = [{row.newest.id, *(one.id for one in row.earlier)} for row in rows]
        found = next((place for place, of_row in enumerate(keys) if key in of_row), None)
        self._wanted = None if found is not None else self._wanted
        return found

    def _show_current(self) -> None:
        row = self._current
        self.detail.show_attachment(row.newest if row else None)
        self.versions.show_versions(row)

    def _show_changed(self, changed: Attachment) -> None:
        """Show in the table what has been changed beside it, before it is stored."""
        self._rows = tuple(replace(row, newest=changed) if row.newest.id == changed.id else row for row in self._rows)
        place = self.table.currentIndex().row()
        self.model.show_rows([self._row(row) for row in self._rows])
        self.table.selectRow(place)

    # What the user does

    def _ask(self, do: Callable[[Attachment], object]) -> None:
        """Do something with the chosen file, after everything typed is on its way to the register."""
        row = self._current
        if row is not None:
            self.flush()
            do(row.newest)

    def _ask_for_version(self, attachment: Attachment) -> None:
        def replace_by(paths: Sequence[Path]) -> None:
            attachments = self._desk.services.attachments
            self._desk.write(lambda: attachments.replace(attachment.id, paths[0]), self._tell_replaced)

        self._choose(self.tr("Ersätt med ny version"), QFileDialog.FileMode.ExistingFile, replace_by)

    def _choose(self, title: str, mode: QFileDialog.FileMode, then: Callable[[Sequence[Path]], None]) -> None:
        def chosen(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self._folder = str(paths[0].parent)
            then(paths)

        dialog = QFileDialog(self.window(), title)
        dialog.setObjectName("attachDialog")
        dialog.setFileMode(mode)
        dialog.setDirectory(self._folder)
        dialog.filesSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_attached(self, attached: Attached) -> None:
        kept, tell = attached.kept, self._desk.message.emit
        if kept:
            self._wanted = kept[-1].id
        if len(kept) == 1:
            words = self.tr("”{name}” är bifogad.").format(name=kept[0].name)
        else:
            words = self.tr("{count} filer är bifogade.").format(count=len(kept)) if kept else ""
        sentence = " ".join(text for text in (words, *attached.refused) if text)
        tell(sentence, "good" if not attached.refused else "warning" if kept else "danger", bool(kept))

    def _tell_replaced(self, made: Attachment) -> None:
        self._wanted = made.id
        sentence = self.tr("”{name}” är den nya versionen. Den tidigare finns kvar.").format(name=made.name)
        self._desk.message.emit(sentence, "good", True)

    def _remove(self, attachment: Attachment) -> None:
        attachments, tell = self._desk.services.attachments, self._desk.message.emit
        sentence = self.tr("”{name}” är borttagen.").format(name=attachment.name)
        self._desk.write(lambda: attachments.remove(attachment.id), lambda _: tell(sentence, "info", True))
