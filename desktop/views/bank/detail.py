"""What belongs to one item of the bank: its words, its level and a note of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import ItemKind
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.form_row import FormRow
from desktop.views.parts.marks import level_word
from desktop.views.wording import item_kind_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from desktop.domain.meetings.agenda import BankedItem

_LONGEST_TITLE = 300
_LONGEST_NOTE = 1000


class BankedDetail(Card):
    """Shows and changes the chosen item; each field saves itself.

    Attributes:
        edited: An item's key, its changed fields and the key of the editing session.
        removal_asked: The item is to be taken out of the bank.
    """

    edited = Signal(object, object, object)
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.setObjectName("bankDetail")
        self.setAccessibleName(self.tr("Om punkten"))
        self._item: BankedItem | None = None
        self._level = QComboBox()
        self._level.setObjectName("bankItemLevel")
        self._level.addItems([level_word(level) for level in Level])
        self._level.activated.connect(self._choose_level)
        self._kind = QComboBox()
        self._kind.setObjectName("bankItemKind")
        self._kind.addItems([item_kind_word(kind) for kind in ItemKind])
        self._kind.activated.connect(self._choose_kind)
        self._autosaves: dict[str, Autosave] = {}
        rows: dict[str, FormRow] = {}
        for name, label, longest in (
            ("title", self.tr("Punkt"), _LONGEST_TITLE),
            ("note", self.tr("Notering till oss själva"), _LONGEST_NOTE),
        ):
            field = QLineEdit()
            field.setObjectName(f"bankItem-{name}")
            field.setMaxLength(longest)
            rows[name] = FormRow(label, field)
            self._autosaves[name] = Autosave(field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(rows["title"], 0, 0)
        grid.addWidget(FormRow(self.tr("Nivå"), self._level), 0, 1)
        grid.addWidget(FormRow(self.tr("Typ"), self._kind), 0, 2)
        grid.addWidget(rows["note"], 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        removal = QuietButton(self.tr("Ta bort ur banken"), "trash")
        removal.setObjectName("bankItemRemove")
        removal.clicked.connect(self.removal_asked)
        self.body.addLayout(grid)
        self.body.addWidget(removal, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_item(None)

    def show_item(self, item: BankedItem | None) -> None:
        """Show an item, or nothing; news about the one already shown leave unsaved typing alone."""
        former, self._item = self._item, item
        self.setVisible(item is not None)
        if item is None:
            for autosave in self._autosaves.values():
                autosave.release()
            return
        self._level.setCurrentIndex(item.level.rank)
        self._kind.setCurrentIndex(list(ItemKind).index(item.kind))
        for name, autosave in self._autosaves.items():
            text = str(getattr(item, name))
            if former is not None and former.id == item.id:
                autosave.offer(text)
            else:
                autosave.bind((item.id, name), text, self._saver(item.id, name))

    def flush(self) -> None:
        """Save what is typed and can be saved."""
        for autosave in self._autosaves.values():
            autosave.flush()

    def _saver(self, key: UUID, name: str) -> Callable[[str, UUID], bool]:
        def save(text: str, group: UUID) -> bool:
            plain = " ".join(text.split())
            if name == "title" and not plain:
                return False  # an item without words would say nothing
            self.edited.emit(key, {name: plain}, group)
            return True

        return save

    def _choose_level(self, place: int) -> None:
        self._choose("level", list(Level)[place])

    def _choose_kind(self, place: int) -> None:
        self._choose("kind", list(ItemKind)[place])

    def _choose(self, name: str, value: Level | ItemKind) -> None:
        if self._item is not None and value is not getattr(self._item, name):
            self.edited.emit(self._item.id, {name: value}, new_id())
