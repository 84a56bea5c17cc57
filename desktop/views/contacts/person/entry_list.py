"""A list of roles or rights with their state; each is changed in its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.domain.level import Level
    from desktop.views.contacts.person.entry_form import EntryForm
    from desktop.views.parts.badge import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: what it is, when and on what terms, and whether it holds now; ``level`` gives it a badge."""

    key: UUID
    words: str
    note: str
    state: str
    tone: Tone
    level: Level | None = None
    can_end: bool = False


class EntryList(Card):
    """Shows entries, and the form in the place of the one that is being written.

    Args:
        name: What the object names begin with.
        form: The form; the list takes it over.
        parent: The owning widget.

    Attributes:
        addition_asked: One is to be added.
        change_asked: The key of the one that is to be changed.
        end_asked: The key of the one that is to end.
        form_opened: The form, when one is being written.
    """

    addition_asked = Signal()
    change_asked = Signal(object)
    end_asked = Signal(object)
    form_opened = Signal(object)

    def __init__(self, name: str, form: EntryForm, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.setObjectName(f"{name}List")
        self._name = name
        self._entries: tuple[Entry, ...] = ()
        self._shown: tuple[bool, tuple[Entry, ...]] | None = None
        self._open = True
        self._form = form
        self._at: UUID | None = None
        self._title = SectionHeading()
        self._nothing = Text("", "muted", wrap=True)
        self._add = QuietButton("", "plus")
        self._add.setObjectName(f"{name}Add")
        self._add.clicked.connect(self.addition_asked)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._rows: dict[UUID, QWidget] = {}
        self.body.addLayout(head)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._column)
        self._column.addWidget(form)
        form.cancelled.connect(self.close_form)
        form.hide()

    def set_words(self, title: str, addition: str, nothing: str) -> None:
        """Say what is listed, what the button that adds one does, and what is said while there is none."""
        self._title.setText(title)
        self._add.setText(addition)
        self._nothing.setText(nothing)

    @property
    def form_is_open(self) -> bool:
        """Whether an entry is being written."""
        return not self._form.isHidden()

    def show_entries(self, entries: Sequence[Entry], *, can_add: bool, can_change: bool) -> None:
        """Show these entries; what is being written stays."""
        self._entries = tuple(entries)
        self._add.setVisible(can_add)
        self._open = can_change
        if self._at is not None and all(entry.key != self._at for entry in self._entries):
            self.close_form()
        if self._shown != (can_change, self._entries):
            self._shown = (can_change, self._entries)
            self._build()
        self._arrange()

    def open_form(self, key: UUID | None) -> None:
        """Write an entry in its place, or a new one at the end."""
        self._at = key
        self._form.show()
        self._arrange()
        self.form_opened.emit(self._form)

    def close_form(self) -> None:
        """Show the list alone again; the focus goes back to where the form was opened."""
        key, self._at = self._at, None
        had_focus = self._form.isAncestorOf(self.window().focusWidget() or self)
        self._form.hide()
        self._arrange()
        if had_focus:
            row = self._rows.get(key) if key is not None else None
            button = row.findChild(QuietButton) if row is not None else None
            (button or self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        """Make the rows anew."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._column.removeWidget(self._form)
        for place, entry in enumerate(self._entries):
            self._rows[entry.key] = row = self._row(entry, first=place == 0)
            self._column.addWidget(row)
        self._column.addWidget(self._form)

    def _arrange(self) -> None:
        """Put the form in the place of the entry it is about."""
        for key, row in self._rows.items():
            row.setVisible(key != self._at or not self.form_is_open)
        place = self._rows.get(self._at) if self._at is not None and self.form_is_open else None
        if place is not None:
            self._column.removeWidget(self._form)
            self._column.insertWidget(self._column.indexOf(place) + 1, self._form)
        elif self._column.indexOf(self._form) != self._column.count() - 1:
            self._column.removeWidget(self._form)
            self._column.addWidget(self._form)
        self._nothing.setVisible(not self._entries and not self.form_is_open)

    def _row(self, entry: Entry, *, first: bool) -> QWidget:
        row = QWidget()
        row.setObjectName(f"{self._name}Row")
        words = QVBoxLayout()
        words.setSpacing(2)
        title = QHBoxLayout()
        title.setSpacing(8)
        if entry.level is not None:
            title.addWidget(LevelBadge(entry.level))
        title.addWidget(Text(entry.words, wrap=True), 1)
        words.addLayout(title)
        if entry.note:
            words.addWidget(Text(entry.note, "muted", wrap=True))
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(StateChip(entry.state, entry.tone))
        if self._open:
            self._add_buttons(line, entry)
        whole = QVBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if not first:
            whole.addWidget(Divider())
        whole.addLayout(line)
        return row

    def _add_buttons(self, line: QHBoxLayout, entry: Entry) -> None:
        what = ", ".join(part for part in (entry.words, entry.note) if part)
        for words, name, signal in (
            (self.tr("Ändra"), "Change", self.change_asked),
            (self.tr("Avsluta"), "End", self.end_asked),
        ):
            button = QuietButton(words)
            button.setObjectName(f"{self._name}{name}")
            button.setAccessibleName(f"{words}: {what}")
            button.clicked.connect(partial(signal.emit, entry.key))
            line.addWidget(button)
            if name == "End" and not entry.can_end:  # its place is kept where others stand below each other
                policy = button.sizePolicy()
                policy.setRetainSizeWhenHidden(any(each.can_end for each in self._entries))
                button.setSizePolicy(policy)
                button.hide()
