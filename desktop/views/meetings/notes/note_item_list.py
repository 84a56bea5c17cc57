"""The list of the items at the left of the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QWidget

from desktop.domain.meetings.agenda import ItemState
from desktop.views.icons import icon_pixmap
from desktop.views.meetings.notes.note_items import NoteItem, NoteItemsModel
from desktop.views.parts.badge import StateChip, Tone
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.wrapped import small
from desktop.views.wording import item_state_word

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.views.meetings.notes.note_items import Index

_PADDING = 10
_NUMBER = 26
_GAP = 4
_MARK = 12
_LINES = 2
_TONES: dict[ItemState, Tone] = {
    ItemState.DEALT_WITH: "good",
    ItemState.DEFERRED: "warning",
    ItemState.STRUCK: "neutral",
}


class NoteItemRow(QStyledItemDelegate):
    """Paints number and title over two lines, the plan below, what became of it, and a pen where notes are.

    Args:
        view: The list whose rows are painted.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._chip = StateChip("", parent=view)
        self._chip.hide()
        self._pictures: dict[tuple[ItemState, int, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Room for two lines of title and one of facts, the same for every row."""
        lines = _LINES * QFontMetrics(option.font).height() + QFontMetrics(small(option.font)).height()
        return QSize(0, lines + _GAP + 2 * _PADDING - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        self.initStyleOption(option, index)
        model = cast("NoteItemsModel", index.model())
        row = model.rows[index.row()]
        painter.save()
        paint_ground(painter, option)
        inside = option.rect.adjusted(_PADDING + _NUMBER, 0, -_PADDING, 0)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        font, note = QFont(option.font), small(option.font)
        font.setStrikeOut(row.item.state is ItemState.STRUCK)
        lines = title_lines(row.item.title, font, inside.width())
        metrics = QFontMetrics(font)
        height = len(lines) * metrics.height() + _GAP + QFontMetrics(note).height()
        y = inside.top() + (inside.height() - height) // 2
        self._paint_number(painter, option, row, y)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        for line in lines:
            painter.drawText(inside.left(), y + metrics.ascent(), line)
            y += metrics.height()
        painter.setFont(note)
        painter.setPen(muted)
        painter.drawText(inside.left(), y + _GAP + QFontMetrics(note).ascent(), model.facts(row))
        self._paint_state(painter, inside, row, y + _GAP + QFontMetrics(note).height() // 2)
        painter.restore()

    def _paint_number(self, painter: QPainter, option: QStyleOptionViewItem, row: NoteItem, y: int) -> None:
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        left = option.rect.left() + _PADDING
        painter.setFont(option.font)
        painter.setPen(muted)
        painter.drawText(left, y + QFontMetrics(option.font).ascent(), str(row.number))
        if row.noted:
            mark = icon_pixmap("edit", muted, _MARK, self._chip.devicePixelRatioF())
            painter.drawPixmap(left - 1, y + QFontMetrics(option.font).height() + 2, mark)

    def _paint_state(self, painter: QPainter, inside: QRect, row: NoteItem, middle: int) -> None:
        if row.item.state is ItemState.OPEN:
            return
        picture = self._picture(row.item.state)
        size = picture.deviceIndependentSize()
        painter.drawPixmap(QPointF(inside.right() - size.width() + 1, middle - size.height() / 2), picture)

    def _picture(self, state: ItemState) -> QPixmap:
        """The chip of a state as the theme dresses it now."""
        key = (state, QApplication.palette().cacheKey(), self._chip.devicePixelRatioF())
        if key not in self._pictures:
            self._chip.set_state(item_state_word(state), _TONES[state])
            self._pictures[key] = picture_of(self._chip)
        return self._pictures[key]


class NoteItemList(QListView):
    """The items; arrow keys move, Enter goes to the notes of the current one.

    Attributes:
        chosen: The key of the item that is current now.
        entered: The notes of the current item are wanted.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteItems")
        self.setAccessibleName(self.tr("Punkter"))
        self.items = NoteItemsModel(self)
        self.setModel(self.items)
        self.setItemDelegate(NoteItemRow(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current(self) -> UUID | None:
        """The key of the current item."""
        place = self.currentIndex().row()
        return self.items.rows[place].item.id if place >= 0 else None

    def choose(self, place: int) -> None:
        """Make the item of a row the current one, as far as there is one."""
        if 0 <= place < self.items.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.items.index(place), flags)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which item is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)
            self.chosen.emit(self.items.rows[current.row()].item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the notes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def title_lines(title: str, font: QFont, width: int) -> list[str]:
    """A title broken into two lines at most, the last one shortened where it must be."""
    words = " ".join(title.split())
    layout = QTextLayout(words, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(width, 1))
    layout.endLayout()
    length = first.textLength()
    if length >= len(words):
        return [words]
    rest = QFontMetrics(font).elidedText(words[length:], Qt.TextElideMode.ElideRight, width)
    return [words[:length].rstrip(), rest]
