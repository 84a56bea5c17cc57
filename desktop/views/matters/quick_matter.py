"""A matter noted in a moment, from anywhere: one line and its kind; the rest is filled in later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_writing import LONGEST_TITLE
from desktop.views.parts.addition_field import AdditionField
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.heading import PageHead
from desktop.views.parts.text import Text
from desktop.views.wording import matter_kind_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop.errors import AppError
    from desktop.services.matters.matters import Matters
    from desktop.tasks import Tasks


class QuickMatter(QWidget):
    """Takes a new matter at operational level, reported today.

    Args:
        tasks: The door to the services.
        matters: The register of matters.
        clock: Says what day it is.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        closed: The panel can go.
    """

    message = Signal(str, str, bool)
    closed = Signal()

    def __init__(
        self, tasks: Tasks, matters: Matters, clock: Callable[[], date] = today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quickMatter")
        self._tasks = tasks
        self._matters = matters
        self._clock = clock
        self._kind = QComboBox()
        self._kind.setObjectName("quickMatterKind")
        self._kind.setAccessibleName(self.tr("Slag"))
        self._kind.addItems([matter_kind_word(kind) for kind in MatterKind])
        self.addition = AdditionField()
        self.addition.setObjectName("quickMatterAddition")
        self.addition.setAccessibleName(self.tr("Nytt ärende"))
        self.addition.setPlaceholderText(self.tr("Vad har hänt? Enter lägger till ärendet."))
        self.addition.setMaxLength(LONGEST_TITLE)
        self.addition.returnPressed.connect(self._add)
        self._lay_out()

    def begin(self) -> None:
        """Be ready for a new matter."""
        self.addition.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = PageHead(self.tr("Nytt ärende i korthet"), self.tr("Det övriga fylls i på ärendets sida"))
        close = SecondaryButton(self.tr("Stäng"))
        close.setObjectName("quickMatterClose")
        close.clicked.connect(self.closed)
        head.add_action(close)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self._kind)
        entry.addWidget(self.addition, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(entry)
        column.addWidget(Text(self.tr("Ctrl+Skift+A noterar ett ärende varifrån som helst."), "note"))
        column.addStretch(1)

    def _add(self) -> None:
        title = self.addition.text().strip()
        if not title:
            return
        matter = Matter(
            id=new_id(),
            number="",
            kind=list(MatterKind)[self._kind.currentIndex()],
            title=title,
            level=Level.OPERATIONAL,
            reported_on=self._clock(),
        )
        self.addition.clear()

        def failed(error: AppError) -> None:
            self.addition.setText(title)  # nothing that was typed is lost
            self.message.emit(str(error), "danger", False)

        self._tasks.run(lambda: self._matters.add(matter), self, self._added, failed)

    def _added(self, matter: Matter) -> None:
        self.message.emit(self.tr("Ärende {number} är tillagt.").format(number=matter.number), "good", True)
        self.closed.emit()
