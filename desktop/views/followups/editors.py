"""The editors inside the tables: a text saves itself on a pause and on leaving, a date or a result on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.dates import parse_day
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.followup import Action
from desktop.views.followups.cells import DAYS, Column, owner_words, read_owner
from desktop.views.parts.autosave import PAUSE
from desktop.views.parts.marks import level_word

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel

    from desktop.views.followups.cells import Entry
    from desktop.views.followups.model import FollowupModel, Index

_HEIGHT = 30
_WIDTHS = {Column.TEXT: 260, Column.OWNER: 200, Column.RESULT: 280}
_LONGEST = {Column.TEXT: 1000, Column.RESULT: 1000, Column.OWNER: 200}


class FollowupEditors(QStyledItemDelegate):
    """Makes the inline editors. Escape leaves a date or a result as it was; text is saved, and undoable.

    Attributes:
        problem: A sentence about a date that cannot be read; the old one stays.
    """

    problem = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._group: UUID = new_id()
        self._editor: QWidget | None = None
        self._saves_on_pause = self._typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    def flush(self) -> None:
        """Save what stands in the open editor, which stays open."""
        self._pause.stop()
        if self._editor is not None and self._typed:
            self.commitData.emit(self._editor)
            self._typed = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell; every opening begins an editing session."""
        del option
        model = cast("FollowupModel", index.model())
        column = model.columns[index.column()]
        editor: QWidget = self._level_editor(parent) if column is Column.LEVEL else self._line(parent, column)
        editor.setObjectName(f"followupEditor{column.name.title()}")
        heading = model.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(self.tr("{column}, rad {number}").format(column=heading, number=index.row() + 1))
        self._editor, self._group, self._typed = editor, new_id(), False
        self._saves_on_pause = column in {Column.TEXT, Column.OWNER}
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value, unless something typed is not saved yet."""
        if self._typed:
            return
        model = cast("FollowupModel", index.model())
        entry, column = model.entry(index.row()), model.columns[index.column()]
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(list(Level).index(entry.level))
        elif isinstance(editor, QLineEdit):
            text = _written(entry, column)
            if editor.text().split() != text.split():
                editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give what was typed to the model; an empty text is not taken, since it would say nothing."""
        followups = cast("FollowupModel", model)
        column, row, typed = followups.columns[index.column()], index.row(), self._typed
        self._typed = False
        if isinstance(editor, QComboBox):
            followups.edit(row, {"level": list(Level)[editor.currentIndex()]}, self._group)
        elif isinstance(editor, QLineEdit) and typed:
            self._take(followups, row, column, " ".join(editor.text().split()))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor that is closed; another one may be open already."""
        if editor is self._editor:
            self._editor, self._typed = None, False
            self._pause.stop()
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Place the editor over the first line of the cell, wide enough for what it holds."""
        column = cast("FollowupModel", index.model()).columns[index.column()]
        cell = cast("QRect", getattr(option, "rect"))  # noqa: B009 - the stubs leave the attributes of options out
        width, left = max(cell.width() - 2, _WIDTHS.get(column, 0)), cell.left() + 1
        if (room := editor.parentWidget()) is not None:
            left = max(0, min(left, room.width() - width))
        editor.setGeometry(left, cell.top() + 2, width, min(_HEIGHT, cell.height() - 4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Escape saves a text that was typed, and lets go of a date or a result."""
        if (
            self._saves_on_pause
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.flush()
        return super().eventFilter(editor, event)

    def _take(self, model: FollowupModel, row: int, column: Column, text: str) -> None:
        entry = model.entry(row)
        fields: dict[str, Any] = {}
        if column in DAYS:
            fields = self._day_read(model, column, text)
        elif column is Column.OWNER and isinstance(entry, Action):
            party, owner = read_owner(text, entry.party)
            fields = {"party": party, "owner": owner}
        elif column is Column.RESULT and isinstance(entry, Action) and entry.done_on is None:
            if text:
                model.finish(row, text)
        elif text:
            fields = {column.value: text}
        if fields:
            model.edit(row, fields, self._group)

    def _day_read(self, model: FollowupModel, column: Column, text: str) -> dict[str, Any]:
        if not text:
            return {} if column is Column.DECIDED else {column.value: None}
        try:
            return {column.value: parse_day(text, model.today)}
        except ValueError as error:
            self.problem.emit(str(error))
            return {}

    def _level_editor(self, parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        editor.addItems([level_word(level) for level in Level])
        editor.activated.connect(lambda: self.commitData.emit(editor))
        return editor

    def _line(self, parent: QWidget, column: Column) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST.get(column, 40))
        editor.setPlaceholderText(self._hint(column))
        editor.textEdited.connect(self._note_typing)
        return editor

    def _hint(self, column: Column) -> str:
        if column is Column.OWNER:
            return self.tr("Vi eller SSC, och namn")
        if column is Column.RESULT:
            return self.tr("Vad ledde den till?")
        return self.tr("1/12 eller +2v") if column in DAYS else ""

    def _note_typing(self) -> None:
        self._typed = True
        if self._saves_on_pause:
            self._pause.start()


def _written(entry: Entry, column: Column) -> str:
    """A value as it is typed."""
    if column is Column.OWNER and isinstance(entry, Action):
        return owner_words(entry.party, entry.owner)
    value = getattr(entry, column.value)
    return str(value) if value is not None else ""
