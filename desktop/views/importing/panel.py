"""The panel that shows what an import would do; nothing is saved before the user says yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.importing import ImportKind, ImportPreview, RowAction
from desktop.views.importing.tables import PreviewTable, ProblemTable, RowTable
from desktop.views.importing.words import accept_words, count_words, kind_word, number_of, problem_count_words
from desktop.views.parts.announce import announce
from desktop.views.parts.badge import StateChip, Tone
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import PageHead, SectionHeading
from desktop.views.parts.progress_panel import ProgressPanel
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from desktop.errors import AppError
    from desktop.services.imports import Imports
    from desktop.tasks import Task, Tasks

_PROBLEMS_SHOWN = 6
_TONES: dict[RowAction, Tone] = {RowAction.CREATE: "good", RowAction.UPDATE: "good", RowAction.CANCEL: "warning"}
_CHANGES = (RowAction.CREATE, RowAction.UPDATE, RowAction.CANCEL)


class ImportPanel(QWidget):
    """Reads files one after another and shows for each what importing it would do.

    Whoever hears ``accepted`` hands the import to the lane ``store`` at once. The next file is read in the same lane
    after it, so that an invitation finds the participants that the contact list before it brought.

    Args:
        tasks: The door to the services.
        imports: Reads the files.
        parent: The owning widget.

    Attributes:
        accepted: The user wants this ``ImportPreview`` imported.
        declined: The user does not want the file that was shown.
        finished: No file is left; the panel can go.
        reconciling_asked: The contact list (``Path``) that is shown is to be reconciled with the register instead.
        message: A sentence for the message bar, its tone and whether it can be undone.
    """

    accepted = Signal(object)
    declined = Signal()
    finished = Signal()
    reconciling_asked = Signal(object)
    message = Signal(str, str, bool)

    def __init__(self, tasks: Tasks, imports: Imports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPanel")
        self._tasks = tasks
        self._imports = imports
        self._waiting: list[Path] = []
        self._path: Path | None = None
        self._number = self._total = 0
        self._reading: Task | None = None
        self._preview: ImportPreview | None = None
        self._build()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or shown."""
        return self._preview is not None or self._reading is not None

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show these files one after another, invitations last; after those that already wait."""
        self._waiting += sorted(paths, key=_is_invitation)
        self._total += len(paths)
        if not self.is_busy:
            self._next()
        else:
            self._show_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape declines the file."""
        if event.key() == Qt.Key.Key_Escape and self.is_busy:
            self._decline()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = PageHead(self.tr("Importera"))
        self._cancel = self._head.add_action(SecondaryButton(self.tr("Avbryt")))
        self._cancel.setObjectName("importCancel")
        self._cancel.clicked.connect(self._decline)
        self._reconcile = self._head.add_action(SecondaryButton(self.tr("Stäm av i stället")))
        self._reconcile.setObjectName("importReconcile")
        self._reconcile.setToolTip(self.tr("Jämför fält för fält med registret och välj vad som ska gälla"))
        self._reconcile.clicked.connect(self._ask_reconciling)
        self._accept = self._head.add_action(PrimaryButton(self.tr("Importera")))
        self._accept.setObjectName("importAccept")
        self._accept.clicked.connect(self._say_yes)
        self._progress = ProgressPanel()
        self._progress.cancel_chosen.connect(self._decline)
        self._headline = Text("", wrap=True)
        self._headline.setObjectName("importHeadline")
        self._nothing_saved = Text("", "muted")
        self._nothing_saved.setObjectName("importNothingSaved")
        chips = QWidget()
        self._chips = FlowLayout(chips)
        self._problems = ProblemTable([self.tr("Rad"), self.tr("Kolumn"), self.tr("Vad som är fel")])
        self._problem_table = PreviewTable(self.tr("Att titta på"), self._problems, [64, 140])
        self._problem_table.setObjectName("importProblems")
        self._rows = RowTable([self.tr("Rad"), self.tr("Vad händer"), self.tr("Vad"), self.tr("Detaljer")])
        self._row_table = PreviewTable(self.tr("Vad som händer med varje rad"), self._rows, [64, 140, 260])
        self._row_table.setObjectName("importRows")

        facts = QHBoxLayout()
        facts.setSpacing(12)
        facts.addWidget(chips, 1)
        facts.addWidget(self._nothing_saved, 0, Qt.AlignmentFlag.AlignTop)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self._headline)
        inner.addLayout(facts)
        self._problem_part = _part(self.tr("Att titta på"), self._problem_table)
        inner.addWidget(self._problem_part)
        inner.addWidget(_part(self.tr("Vad som händer"), self._row_table), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._progress)
        column.addWidget(self._content, 1)
        column.addStretch(0)
        self._content.hide()

    def _next(self) -> None:
        self._preview = self._reading = None
        self._content.hide()
        self._accept.hide()
        self._cancel.hide()
        self._reconcile.hide()
        if not self._waiting:
            self._progress.end()
            self._number = self._total = 0
            self.finished.emit()
            return
        path = self._path = self._waiting.pop(0)
        self._number += 1
        self._head.set_title(self.tr("Importera"))
        self._show_place(path.name)
        self._progress.begin(self.tr("Läser {name} …").format(name=path.name))
        self._reading = self._read(path)

    def _read(self, path: Path) -> Task:
        number = self._number

        def show(preview: ImportPreview) -> None:
            if self._reading is not None and number == self._number:
                self._show(preview)

        def fail(error: AppError) -> None:
            if self._reading is not None and number == self._number:
                self.message.emit(str(error), "danger", False)
                self._next()

        return self._tasks.run(lambda: self._imports.preview(path), self, show, fail)

    def _show(self, preview: ImportPreview) -> None:
        self._reading = None
        self._preview = preview
        self._progress.end()
        self._head.set_title(kind_word(preview.kind))
        self._show_place(preview.file_name)
        self._headline.setText(preview.headline)
        self._headline.setVisible(bool(preview.headline))
        said = self._show_chips(preview)
        self._problems.show_rows(preview.problems)
        self._problem_part.setVisible(bool(preview.problems))
        self._problem_table.show_whole(_PROBLEMS_SHOWN)
        self._rows.show_rows(preview.rows)
        self._row_table.show_whole()
        self._row_table.setColumnHidden(0, all(row.row is None for row in preview.rows))
        self._accept.setText(accept_words(preview))
        anything = any(preview.count(action) for action in _CHANGES)
        self._accept.setEnabled(anything)
        self._nothing_saved.setText(
            self.tr("Inget har sparats ännu.") if anything else self.tr("Det finns inget nytt att lägga in.")
        )
        self._accept.show()
        self._cancel.show()
        known = any(number_of(preview, action) for action in (RowAction.UPDATE, RowAction.MATCH))
        self._reconcile.setVisible(preview.kind is ImportKind.CONTACTS and known)
        self._content.show()
        (self._accept if self._accept.isEnabled() else self._cancel).setFocus()
        announce(self, f"{kind_word(preview.kind)}, {said}. {self._nothing_saved.text()}")

    def _show_place(self, name: str = "") -> None:
        name = name or (self._preview.file_name if self._preview else "")
        place = self.tr("Fil {number} av {total}").format(number=self._number, total=self._total)
        self._head.set_subtitle(f"{place} · {name}" if self._total > 1 else name)

    def _show_chips(self, preview: ImportPreview) -> str:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        chips: list[tuple[str, Tone]] = [
            (count_words(action, count), _TONES.get(action, "neutral"))
            for action in RowAction
            if (count := number_of(preview, action))
        ]
        if preview.problems:
            chips.append((problem_count_words(len(preview.problems)), "warning"))
        for words, tone in chips:
            self._chips.addWidget(StateChip(words, tone))
        return ", ".join(words for words, _ in chips)

    def _say_yes(self) -> None:
        if self._preview is not None:
            self.accepted.emit(self._preview)
            self._next()

    def _ask_reconciling(self) -> None:
        """Leave the file to a comparison with the register."""
        path = self._path
        self._decline()
        self.reconciling_asked.emit(path)

    def _decline(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self.declined.emit()
        self._next()


def _part(heading: str, table: PreviewTable) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(SectionHeading(heading))
    card = Card()
    card.body.addWidget(table)
    column.addWidget(card, 1)
    return part


def _is_invitation(path: Path) -> bool:
    return path.suffix.lower() == ".ics"
