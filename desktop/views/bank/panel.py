"""The bank as a panel: something is noted in a moment from anywhere, and what waits is looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dates import today
from desktop.domain.level import Level
from desktop.views.bank.detail import BankedDetail
from desktop.views.parts.addition_field import AdditionField
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.heading import PageHead
from desktop.views.parts.marks import level_word
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.agenda import BankedItem
    from desktop.errors import AppError
    from desktop.services.meetings.item_bank import ItemBank
    from desktop.tasks import Tasks

_LONGEST_TITLE = 300


class BankPanel(QWidget):
    """Takes new items, and shows what waits at each level.

    Args:
        tasks: The door to the services.
        bank: What waits.
        clock: Says what day it is, for how long things have waited.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        closed: The panel can go.
    """

    message = Signal(str, str, bool)
    closed = Signal()

    def __init__(
        self, tasks: Tasks, bank: ItemBank, clock: Callable[[], date] = today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bankPanel")
        self._tasks = tasks
        self._bank = bank
        self._clock = clock
        self._items: tuple[BankedItem, ...] = ()
        self._wanted: UUID | None = None
        self._level = QComboBox()
        self._level.setObjectName("bankLevel")
        self._level.setAccessibleName(self.tr("Nivå"))
        self._level.addItems([level_word(level) for level in Level])
        self._level.setCurrentIndex(Level.TACTICAL.rank)
        self.addition = AdditionField()
        self.addition.setObjectName("bankAddition")
        self.addition.setAccessibleName(self.tr("Ny punkt i punktbanken"))
        self.addition.setPlaceholderText(self.tr("Vad ska tas upp? Enter lägger det i banken."))
        self.addition.setMaxLength(_LONGEST_TITLE)
        self.addition.returnPressed.connect(self._add)
        columns = (TextColumn(self.tr("Nivå")), TextColumn(self.tr("Punkt"), 1), TextColumn(self.tr("Har väntat")))
        self.model = RowsModel(columns, self)
        self.table = RowsTable(self.tr("Punkter som väntar"), self.model)
        self.table.setObjectName("bankTable")
        self.table.selectionModel().currentChanged.connect(self._show_detail)
        self.detail = BankedDetail()
        self.detail.edited.connect(self._edit)
        self.detail.removal_asked.connect(self._remove)
        self._none = EmptyState(
            self.tr("Inget väntar"),
            self.tr(
                "Det som läggs här föreslås till dagordningen nästa gång nivån möts, med hur länge det har väntat."
            ),
        )
        self._lay_out()

    def begin(self, level: Level | None = None) -> None:
        """Be ready for a new item, of a level if one is given, and show what waits."""
        if level is not None:
            self._level.setCurrentIndex(level.rank)
        self.refresh(frozenset({"bank"}))
        self.addition.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_item(self, item_id: UUID | None) -> None:
        """Show what waits, with one of it chosen."""
        self._wanted = item_id
        self.begin()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read again what waits, if the news concern it."""
        if kinds & {"bank", "agenda"}:
            self._tasks.run(self._bank.waiting, self, self._show)

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        self.detail.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel, Delete takes the chosen item out."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = PageHead(self.tr("Punktbank"), self.tr("Sådant som ska tas upp någon gång, nivå för nivå"))
        close = SecondaryButton(self.tr("Stäng"))
        close.setObjectName("bankClose")
        close.clicked.connect(self._close)
        head.add_action(close)
        entry = QHBoxLayout()
        entry.setSpacing(8)
        entry.addWidget(self._level)
        entry.addWidget(self.addition, 1)
        card = Card()
        card.body.addWidget(self.table)
        card.body.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(entry)
        column.addWidget(card)
        column.addWidget(self.detail)
        column.addWidget(Text(self.tr("Ctrl+Skift+N öppnar punktbanken varifrån som helst."), "note"))
        column.addStretch(1)

    def _show(self, items: tuple[BankedItem, ...]) -> None:
        chosen = self._wanted or self._chosen_id
        self._items = items
        self.model.show_rows([self._row(item) for item in items])
        self.table.setVisible(bool(items))
        self._none.setVisible(not items)
        keys: list[UUID | None] = [item.id for item in items]
        if keys:
            self.table.selectRow(keys.index(chosen) if chosen in keys else 0)
        self._wanted = None
        self._show_detail()

    def _row(self, item: BankedItem) -> TextRow:
        days = (self._clock() - item.added_on).days
        waited = self.tr("Sedan i dag") if days < 1 else self.tr("1 dag") if days == 1 else self.tr("{days} dagar")
        return TextRow(item.id, (level_word(item.level), item.title, waited.format(days=days)))

    @property
    def _chosen(self) -> BankedItem | None:
        row = self.table.currentIndex().row()
        return self._items[row] if 0 <= row < len(self._items) else None

    @property
    def _chosen_id(self) -> UUID | None:
        return self._chosen.id if self._chosen else None

    def _show_detail(self) -> None:
        self.detail.show_item(self._chosen)

    def _add(self) -> None:
        title, level = self.addition.text(), list(Level)[self._level.currentIndex()]
        if not title.strip():
            return
        self.addition.clear()

        def added(key: UUID) -> None:
            self._wanted = key
            sentence = self.tr("”{title}” ligger i punktbanken.").format(title=" ".join(title.split()))
            self.message.emit(sentence, "good", True)
            self.refresh(frozenset({"bank"}))

        def failed(error: AppError) -> None:
            self.addition.setText(title)  # nothing that was typed is lost
            self.message.emit(str(error), "danger", False)

        self._tasks.run(lambda: self._bank.add(title, level), self, added, failed)

    def _edit(self, key: UUID, fields: dict[str, object], group: UUID) -> None:
        self._tasks.run(lambda: self._bank.change(key, group=group, **fields), self, _nothing, self._refuse)

    def _remove(self) -> None:
        item = self._chosen
        if item is None:
            return
        self.detail.flush()
        sentence = self.tr("”{title}” är borttagen ur punktbanken.").format(title=item.title)
        self._tasks.run(
            lambda: self._bank.remove(item.id), self, lambda _: self.message.emit(sentence, "info", True), self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        self.message.emit(str(error), "danger", False)
        self.refresh(frozenset({"bank"}))

    def _close(self) -> None:
        self.flush()
        self.closed.emit()


def _nothing(_: object) -> None:
    """What is done with a result that nobody waits for."""
