"""The panel that compares SSC's agenda with what we proposed: pasted, dropped or opened, and looked through (R9)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.comparing import Comparison

_PAUSE = 350
"""Milliseconds of rest in the typing before it is compared anew."""


class AgendaText(QPlainTextEdit):
    """Where SSC's agenda is pasted; a file that is dropped here is read instead.

    Attributes:
        file_dropped: The ``Path`` of a file that was dropped or pasted.
    """

    file_dropped = Signal(object)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files."""
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a file by its path, and anything else as plain text."""
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(files[0])
        elif source.hasText():
            self.insertPlainText(source.text())


class ComparingPanel(QWidget):
    """Shows for each of our items where it stands on SSC's agenda; a person corrects it before it is kept.

    Attributes:
        text_changed: The agenda's text, to be compared.
        file_asked: The ``Path`` of a file whose text is wanted.
        keeping_asked: SSC's points, and the place of each item among them or nothing (``dict[UUID, int | None]``).
        left: Nothing is to be kept.
    """

    text_changed = Signal(str)
    file_asked = Signal(object)
    keeping_asked = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparingPanel")
        self._comparison: Comparison | None = None
        self._choices: dict[UUID, QComboBox] = {}
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell_text)
        self.text = AgendaText()
        self.text.setObjectName("agendaText")
        self.text.setAccessibleName(self.tr("Statens servicecenters dagordning"))
        self.text.setPlaceholderText(
            self.tr("Klistra in dagordningen, eller släpp ett mejl, en PDF eller en textfil här.")
        )
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._pause.start)
        self.text.file_dropped.connect(self.file_asked)
        self._answer = Text("", "muted", wrap=True)
        self._answer.setObjectName("comparingAnswer")
        self._theirs = Text("", wrap=True)
        self._theirs.setObjectName("comparingTheirs")
        self._grid = QGridLayout()
        self._keep = PrimaryButton(self.tr("Spara jämförelsen"))
        self._keep.setObjectName("keepComparison")
        self._keep.clicked.connect(self._ask_keeping)
        self._lay_out()
        self.clear()

    def begin(self) -> None:
        """Take the focus to where the agenda is pasted."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the agenda that was compared."""
        self.text.clear()
        self._pause.stop()
        self.show_trouble("")

    def show_text(self, text: str) -> None:
        """Show the text of a file, and compare it at once."""
        self.text.setPlainText(text)
        self._pause.stop()
        self._tell_text()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing to compare, or nothing for an empty text."""
        self._comparison = None
        self._fill()
        self._answer.setText(sentence or self.tr("Punkterna jämförs med våra så snart texten finns här."))
        if sentence:
            announce(self._answer, sentence)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what was found."""
        self._comparison = comparison
        self._fill()
        missing = sum(match.point is None for match in comparison.matches)
        found = len(comparison.matches) - missing
        words = self.tr("{points} punkter lästa: {found} av våra är med, {missing} är inte med.").format(
            points=len(comparison.points), found=found, missing=missing
        )
        self._answer.setText(words)
        announce(self._answer, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.text, 1)
        opening = SecondaryButton(self.tr("Öppna fil …"), "import")
        opening.setObjectName("openAgenda")
        opening.clicked.connect(self._ask_for_file)
        left.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 2)
        columns.addWidget(self._answer_side(), 3)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("leaveComparison")
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._keep)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(SectionHeading(self.tr("Jämför med Statens servicecenters dagordning")))
        outer.addLayout(columns, 1)
        outer.addLayout(buttons)

    def _answer_side(self) -> QWidget:
        self._grid.setContentsMargins(12, 0, 12, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        self._theirs.setIndent(12)
        column.addWidget(self._theirs)
        column.addStretch(1)
        card = Card()
        self._answer.setContentsMargins(12, 12, 12, 8)
        card.body.addWidget(self._answer)
        card.body.addWidget(VerticalScroll(inside), 1)
        return card

    def _fill(self) -> None:
        """One row for each of our items, and the points that are only SSC's."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._choices = {}
        comparison = self._comparison
        self._keep.setEnabled(comparison is not None)
        self._theirs.setVisible(comparison is not None and bool(comparison.theirs))
        if comparison is None:
            return
        for row, match in enumerate(comparison.matches):
            choice = QComboBox()
            choice.setObjectName("itemVerdict")
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(14)
            choice.addItem(self.tr("Ej medtagen"))
            for place, point in enumerate(comparison.points, 1):
                choice.addItem(self.tr("Med: {number}. {point}").format(number=place, point=point))
            choice.setCurrentIndex(0 if match.point is None else match.point + 1)
            title = Text(match.item.title, wrap=True)
            title.setBuddy(choice)
            choice.setAccessibleName(match.item.title)
            self._choices[match.item.id] = choice
            self._grid.addWidget(title, row, 0)
            self._grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignTop)
        theirs = "\n".join(f"{place + 1}. {comparison.points[place]}" for place in comparison.theirs)
        self._theirs.setText(self.tr("Bara på deras dagordning:\n{points}").format(points=theirs))

    def _tell_text(self) -> None:
        if self.text.toPlainText().strip():
            self.text_changed.emit(self.text.toPlainText())
        else:
            self.show_trouble("")

    def _ask_keeping(self) -> None:
        if self._comparison is not None:
            places = {key: choice.currentIndex() - 1 for key, choice in self._choices.items()}
            verdicts = {key: place if place >= 0 else None for key, place in places.items()}
            self.keeping_asked.emit(self._comparison.points, verdicts)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Öppna dagordningen"))
        dialog.setObjectName("agendaFileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Dagordningar (*.pdf *.docx *.eml *.ics *.txt)"), self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(self._open_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self.file_asked.emit(Path(name))
