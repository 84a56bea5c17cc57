"""The tab of the notes: typed during the meeting, saved within a second, turned into outcomes on the way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain import dates
from desktop.domain.meetings.capture import Captured, OutcomeKind, capture, outcome_of
from desktop.domain.meetings.followup import LONGEST_TEXT
from desktop.domain.meetings.note_sheet import NoteSheet, kind_of
from desktop.views.meetings.notes.item_head import STATE_KEYS
from desktop.views.meetings.notes.note_item_list import NoteItemList
from desktop.views.meetings.notes.note_items import note_items
from desktop.views.meetings.notes.note_sheet_view import NoteSheetView
from desktop.views.meetings.notes.words import added_words, removed_words
from desktop.views.parts.announce import announce
from desktop.views.parts.autosave import Autosave
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from desktop.domain.meetings.agenda import AgendaItem, ItemState
    from desktop.domain.meetings.meeting import Meeting
    from desktop.domain.meetings.note_sheet import EarlierNotes, Outcome
    from desktop.views.meetings.agenda_tab import Agenda
    from desktop.views.meetings.desk import Desk

_LIST_WIDTH = 232
_LEAST_LIST = 172


class NotesTab(QWidget):
    """Takes the notes of one meeting (R10–R12). Private preparation lies folded beside them, never in them (R11).

    Args:
        desk: The way to the register.
        clock: Says what time it is.
        parent: The owning widget.

    Attributes:
        reopening_asked: Finalised notes are to be opened again.
    """

    reopening_asked = Signal()

    def __init__(self, desk: Desk, clock: Callable[[], datetime] = dates.now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesTab")
        self._desk = desk
        self._clock = clock
        self._meeting: Meeting | None = None
        self._items: tuple[AgendaItem, ...] = ()
        self._prepared: frozenset[UUID] = frozenset()
        self._sheet: NoteSheet | None = None
        self._texts: dict[UUID, str] = {}
        self._bound: UUID | None = None
        self.list = NoteItemList()
        self.view = NoteSheetView(desk, self._capture_line, clock)
        self.view.field.setReadOnly(True)  # until there is something to write about
        self._autosave = Autosave(self.view.field)
        self._lay_out()
        self._connect()

    def show_notes(self, agenda: Agenda) -> None:
        """Show the items of a meeting; their notes are read and follow."""
        meeting = agenda.file.meeting
        if self._meeting is None or self._meeting.id != meeting.id:
            self.leave()
        same = (meeting, agenda.items, agenda.prepared) == (self._meeting, self._items, self._prepared)
        self._meeting, self._items, self._prepared = meeting, agenda.items, agenda.prepared
        if not same:  # else what is read now shows them
            self._show_items()
        self._none.setVisible(not self._items)
        self.view.setVisible(bool(self._items))
        self._card.setVisible(bool(self._items))
        notes, key = self._desk.services.notes, meeting.id
        self._desk.read("notes", lambda: notes.sheet(key), self._show_sheet)

    def flush(self) -> None:
        """Save everything that is typed here and not saved yet."""
        self._autosave.flush()
        self.view.outcomes.flush()

    def leave(self) -> None:
        """Save, and show no meeting any more."""
        self.flush()
        self._autosave.release()
        self._meeting = self._sheet = self._bound = None
        self._texts = {}
        self._items = ()
        self.list.items.show_rows([])
        self.view.field.setReadOnly(True)
        self.view.outcomes.clear()
        self.view.earlier.hide()
        self.view.private.show_item(None, prepared=False)
        self.view.pace.show_plan(None, (), -1)
        self.view.say_saved("")

    def step(self, step: int) -> None:
        """Go to the item before (-1) or after (1); the focus stays where it is."""
        self.list.choose(self.list.currentIndex().row() + step)

    # Building

    def _lay_out(self) -> None:
        self._none = EmptyState(
            self.tr("Inga punkter att anteckna till"),
            self.tr("Lägg till punkter under Dagordning. Varje punkt får sedan en egen anteckning här."),
        )
        self._none.setObjectName("notesNone")
        self._none.hide()
        self._card = Card()
        self._card.setObjectName("noteItemsCard")
        self._card.setMinimumWidth(_LEAST_LIST)
        self._card.setMaximumWidth(_LIST_WIDTH)
        self._card.body.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._card, 3)
        row.addWidget(self.view, 7)
        row.addWidget(self._none, 1)

    def _connect(self) -> None:
        view = self.view
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._enter_field)
        view.field.step_asked.connect(self.step)
        view.field.textChanged.connect(self._say_saving)
        view.head.state_chosen.connect(self._settle)
        view.outcome_asked.connect(self._add)
        view.earlier_asked.connect(self._turn_earlier)
        view.earlier.closed.connect(self._close_earlier)
        view.earlier.copy_asked.connect(self._copy)
        view.outcomes.changed.connect(self._change)
        view.outcomes.removal_asked.connect(self._remove)
        view.outcomes.taken.connect(self._take_words)
        view.outcomes.left.connect(self._enter_field)
        view.reopening_asked.connect(self.reopening_asked)
        keys: list[tuple[QKeySequence, Callable[[], object]]] = [
            (QKeySequence(Qt.Key.Key_F6), self._turn_earlier),
            (QKeySequence(Qt.Modifier.SHIFT | Qt.Modifier.CTRL | Qt.Key.Key_F6), view.earlier.copy),
            (QKeySequence(Qt.Key.Key_F7), view.private.turn),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Space), view.show_phrases),
        ]
        for state, key in STATE_KEYS.items():
            keys.append((QKeySequence(Qt.Modifier.CTRL | key), lambda state=state: self._settle(state)))
        for sequence, act in keys:
            shortcut = QShortcut(sequence, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def _show_items(self) -> None:
        if self._meeting is None:
            return
        noted = frozenset(key for key, text in self._texts.items() if text.strip())
        counted = Counter(outcome.item_id for outcome in self._sheet.outcomes) if self._sheet else Counter[Any]()
        current = self.list.current
        self.list.items.show_rows(note_items(self._items, self._meeting.starts_at, noted, counted))
        self.list.choose(max(0, self.list.items.place(current)))
        self._show_head()

    def _show_head(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._items):
            row = self.list.items.rows[place]
            self.view.head.show_item(row)
            self.view.private.show_item(row.item.id, prepared=row.item.id in self._prepared)
        self.view.pace.show_plan(self._meeting, self._items, place)

    def _show_sheet(self, sheet: NoteSheet) -> None:
        if self._meeting is None or sheet.meeting_id != self._meeting.id:
            return
        self._sheet, self._texts = sheet, dict(sheet.texts)
        self.view.show_fixed(sheet.version)
        self._show_items()
        self._show_item()

    def _choose(self, key: UUID) -> None:
        """Show another item; the former one is saved first."""
        if key != self._bound:
            self.flush()
            self._show_item()
            if self.view.earlier.isVisibleTo(self.view):
                self._read_earlier()
        self._show_head()

    def _show_item(self) -> None:
        """Show the notes and outcomes of the current item, as far as they are known yet."""
        key, sheet = self.list.current, self._sheet
        if key is None or sheet is None:
            self.view.field.setReadOnly(True)  # typing must not replace what is not on screen yet
            return
        if key != self._bound:
            self._bind(key)
        else:
            self._autosave.offer(self._texts.get(key, ""))
        self.view.outcomes.show_outcomes(sheet.of_item(key), sheet.people, fixed=sheet.version is not None)

    def _bind(self, key: UUID) -> None:
        def save(text: str, group: UUID) -> bool:
            self._texts[key] = text
            notes = self._desk.services.notes
            self._desk.write(lambda: notes.write(key, text, group=group), lambda _none: self._say_saved())
            return True

        self._bound = key
        self._autosave.bind(key, self._texts.get(key, ""), save)

    def _say_saving(self) -> None:
        if self._autosave.waits:
            self.view.say_saved(self.tr("Sparar …"))

    def _say_saved(self) -> None:
        if not self._autosave.waits:
            self.view.say_saved(self.tr("Sparat {time}").format(time=dates.clock(self._clock())))

    def _enter_field(self) -> None:
        self.view.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Outcomes

    def _capture_line(self, line: str) -> bool:
        sheet = self._sheet
        made = capture(line, sheet.people, self._today()) if sheet else None
        if made is None or self._too_long(made):
            return False
        self._autosave.flush()
        self._take(made, *self.view.field.without_line())
        return True

    def _add(self, kind: OutcomeKind) -> None:
        """Make an outcome of the selected words, or offer a row for one."""
        sheet, words = self._sheet, self.view.field.selected()
        made = outcome_of(kind, words, sheet.people, self._today()) if sheet else None
        if made is None:
            self.view.outcomes.begin(kind)
        elif not self._too_long(made):
            self._autosave.flush()
            self._take(made, *self.view.field.without_selection())
            self._enter_field()

    def _take(self, made: Captured, rest: str, place: int) -> None:
        """Keep an outcome, and the notes it was taken out of without it, as one step."""
        key, notes = self._bound, self._desk.services.notes
        if key is None:
            return
        self._texts[key] = rest
        self._bind(key)
        self.view.field.put_cursor(place)
        self._desk.write(lambda: notes.capture(key, made, rest), lambda new: self._tell_added(made, new))

    def _take_words(self, kind: OutcomeKind, words: str) -> None:
        key, sheet, notes = self._bound, self._sheet, self._desk.services.notes
        made = outcome_of(kind, words, sheet.people, self._today()) if sheet else None
        if key is not None and made is not None and not self._too_long(made):
            self._desk.write(lambda: notes.capture(key, made), lambda new: self._tell_added(made, new))

    def _tell_added(self, made: Captured, _key: UUID) -> None:
        self._say_saved()
        if made.remarks:
            self._desk.message.emit(" ".join(made.remarks), "warning", True)
        else:
            announce(self.view.outcomes, added_words(made.kind))

    def _too_long(self, made: Captured) -> bool:
        """Say that an outcome is too long to be kept; it stays where it is typed."""
        if len(made.text) <= LONGEST_TEXT:
            return False
        words = self.tr("Ett utfall får ha högst {count} tecken. Korta texten.").format(count=LONGEST_TEXT)
        self._desk.message.emit(words, "danger", False)
        return True

    def _change(self, outcome: Outcome, fields: Mapping[str, Any], group: UUID) -> None:
        notes = self._desk.services.notes
        if any(getattr(outcome, name) != value for name, value in fields.items()):
            self._desk.write(lambda: notes.change(outcome, group=group, **fields), lambda _none: self._say_saved())

    def _remove(self, outcome: Outcome) -> None:
        self.flush()
        notes, tell = self._desk.services.notes, self._desk.message.emit
        sentence = removed_words(kind_of(outcome))
        self._desk.write(lambda: notes.remove(outcome), lambda _none: tell(sentence, "info", True))

    # The item

    def _settle(self, state: ItemState) -> None:
        key, notes = self.list.current, self._desk.services.notes
        if key is None or self._sheet is None or self._sheet.version is not None:
            return
        self._autosave.flush()
        self._desk.write(lambda: notes.settle(key, state))

    def _turn_earlier(self) -> None:
        if self.view.earlier.isVisibleTo(self.view):
            self._close_earlier()
        else:
            self._read_earlier()

    def _close_earlier(self) -> None:
        self.view.earlier.hide()
        self._enter_field()

    def _read_earlier(self) -> None:
        key, notes = self.list.current, self._desk.services.notes
        if key is None:
            return

        def arrived(found: EarlierNotes | None) -> None:
            if key == self.list.current:
                self.view.earlier.show_earlier(found)
                self.view.earlier.show()

        self._desk.read("earlier-notes", lambda: notes.earlier(key), arrived)

    def _copy(self, words: str) -> None:
        """Put words into the notes where the cursor is, on lines of their own."""
        field = self.view.field
        if field.isReadOnly():
            return
        before = "\n" if field.textCursor().positionInBlock() else ""
        field.insertPlainText(f"{before}{words}")
        self._enter_field()

    def _today(self) -> date:
        return self._clock().astimezone(dates.SWEDEN).date()
