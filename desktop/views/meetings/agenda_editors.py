"""The editors inside the agenda table: each saves when something is chosen, on a pause and on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import MINUTES_LARGEST, ItemKind, Presenter, PresenterRole
from desktop.views.meetings.agenda_model import AgendaModel, Column
from desktop.views.parts.autosave import PAUSE
from desktop.views.parts.wrapped import semibold, small
from desktop.views.wording import item_kind_word, presenter_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtCore import QAbstractItemModel

    from desktop.domain.meetings.meeting import Participant
    from desktop.views.meetings.agenda_model import Index

_EDITOR_HEIGHT = 30
_CAPTION_GAP = 6
_LONGEST_TITLE = 300
_TITLE_WIDTH = 260
_ROLES = (Presenter(PresenterRole.CHAIR), Presenter(PresenterRole.US), Presenter(PresenterRole.SSC))


def presenters(participants: Sequence[Participant]) -> tuple[Presenter, ...]:
    """Who can present: chair, we, SSC, and then the meeting's participants by name, each for their party."""
    named = [
        Presenter(PresenterRole.SSC if each.party is Party.SSC else PresenterRole.US, each.contact_id, each.name)
        for each in participants
        if each.name
    ]
    return (*_ROLES, *named)


class AgendaEditors(QStyledItemDelegate):
    """Makes the inline editors of the agenda. Escape leaves with what was typed: all of it is saved and undoable."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenters: tuple[Presenter, ...] = _ROLES
        self._group: UUID = new_id()
        self._choices: list[ItemKind] | list[Presenter] = []
        self._editor: QWidget | None = None
        self._typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.flush)

    def set_presenters(self, choices: tuple[Presenter, ...]) -> None:
        """Offer these presenters from the next editor on."""
        self._presenters = choices

    def flush(self) -> None:
        """Save what stands in the open editor, which stays open."""
        self._pause.stop()
        if self._editor is not None and self._typed:
            self.commitData.emit(self._editor)
            self._typed = False

    def lead(self, model: AgendaModel, row: int, font: QFont) -> int:
        """The height of the section's name above the first line of a row, in pixels; 0 where no section begins."""
        return round(QFontMetricsF(semibold(small(font))).height()) + _CAPTION_GAP if model.caption(row) else 0

    def unfold(self) -> None:
        """Show the choices, if the open editor has any."""
        if isinstance(self._editor, QComboBox):
            self._editor.showPopup()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell; every opening begins an editing session."""
        del option
        model = cast("AgendaModel", index.model())
        column = Column(index.column())
        if column is Column.TITLE:
            editor: QWidget = self._title_editor(parent)
        elif column is Column.MINUTES:
            editor = self._minutes_editor(parent)
        elif column is Column.KIND:
            self._choices = list(ItemKind)
            editor = self._combo(parent, [item_kind_word(kind) for kind in ItemKind])
        else:
            choices = list(dict.fromkeys([*self._presenters, model.item(index.row()).presenter]))
            self._choices = choices
            editor = self._combo(parent, [presenter_word(choice) for choice in choices])
        editor.setObjectName(f"agendaEditor{column.name.title()}")
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        editor.setAccessibleName(self.tr("{column}, punkt {number}").format(column=heading, number=index.row() + 1))
        self._editor, self._group, self._typed = editor, new_id(), False
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the item's value, unless something typed is not saved yet."""
        if self._typed:
            return
        item = cast("AgendaModel", index.model()).item(index.row())
        if isinstance(editor, QLineEdit) and editor.text().split() != item.title.split():
            editor.setText(item.title)
        elif isinstance(editor, QSpinBox) and editor.value() != item.minutes:
            with QSignalBlocker(editor):
                editor.setValue(item.minutes)
        elif isinstance(editor, QComboBox):
            value = item.kind if index.column() == Column.KIND else item.presenter
            places = [place for place, choice in enumerate(self._choices) if choice == value]
            editor.setCurrentIndex(places[0] if places else -1)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the value to the model. An empty title is not taken: an item without a title says nothing."""
        agenda = cast("AgendaModel", model)
        self._typed = False
        if isinstance(editor, QLineEdit):
            if title := editor.text().strip():
                agenda.edit(index.row(), {"title": title}, self._group)
        elif isinstance(editor, QSpinBox):
            editor.interpretText()
            agenda.edit(index.row(), {"minutes": editor.value()}, self._group)
        elif isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            field = "kind" if index.column() == Column.KIND else "presenter"
            agenda.edit(index.row(), {field: self._choices[editor.currentIndex()]}, self._group)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor that is closed; another one may be open already."""
        if editor is self._editor:
            self._editor, self._typed = None, False
            self._pause.stop()
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Place the editor over the first line of the cell, wide enough for what it holds."""
        look = cast("Any", option)  # the stubs leave the attributes of options out
        cell = QRect(look.rect).adjusted(0, self.lead(cast("AgendaModel", index.model()), index.row(), look.font), 0, 0)
        width = max(cell.width() - 2, editor.minimumWidth())
        left = cell.left() + 1
        if (room := editor.parentWidget()) is not None:
            left = max(0, min(left, room.width() - width))
        editor.setGeometry(left, cell.top() + 2, width, min(_EDITOR_HEIGHT, cell.height() - 4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Escape saves what was typed and leaves the editor."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.flush()
        return super().eventFilter(editor, event)

    def _title_editor(self, parent: QWidget) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST_TITLE)
        editor.setMinimumWidth(_TITLE_WIDTH)
        editor.textEdited.connect(self._note_typing)
        return editor

    def _minutes_editor(self, parent: QWidget) -> QWidget:
        editor = QSpinBox(parent)
        editor.setRange(0, MINUTES_LARGEST)
        editor.setSingleStep(5)
        editor.setMinimumWidth(72)
        editor.lineEdit().textEdited.connect(self._note_typing)
        editor.valueChanged.connect(self._note_typing)
        return editor

    def _combo(self, parent: QWidget, words: Sequence[str]) -> QWidget:
        editor = QComboBox(parent)
        editor.addItems(words)
        editor.setMinimumWidth(min(editor.sizeHint().width(), 260))
        editor.activated.connect(self._save_choice)
        return editor

    def _save_choice(self) -> None:
        self._typed = True
        self.flush()

    def _note_typing(self) -> None:
        self._typed = True
        if not self._pause.isActive():
            self._pause.start()
