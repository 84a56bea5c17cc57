"""How the rows of the agenda look: drag handle and number, wrapped title, and the chip that opens the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.views.icons import icon_pixmap
from desktop.views.meetings.agenda_editors import AgendaEditors
from desktop.views.meetings.agenda_model import AgendaModel, Column
from desktop.views.parts.wrapped import Wrapped, WrappedTexts, semibold, small

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from desktop.views.meetings.agenda_model import Index

PADDING = 10
"""The space at the left and right of every text, in pixels, as in the headings above."""

_TOP = 10
_MARK = 14
_MARK_GAP = 4
NUMBER_LEFT = PADDING + _MARK + _MARK_GAP
"""Where an item's number stands in its cell, in pixels: beside the handle."""

_LOCK = 12
_CHIP_INSET = 7
_CHIP_GAP = 5
_ROLE = QPalette.ColorRole


class AgendaDelegate(AgendaEditors):
    """Paints the agenda and opens its editors.

    Attributes:
        source_chosen: The row whose chip was clicked.
        stacked: Whether the chip stands under the title, because the table is too narrow for a column of chips.
    """

    source_chosen = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stacked = False
        self._texts = WrappedTexts()
        self._ground: tuple[object, ...] = ()
        self._heights: dict[tuple[object, ...], int] = {}

    def row_heights(self, model: AgendaModel, widths: list[int], font: QFont) -> list[int]:
        """The heights that the wrapped texts of the rows need, in pixels; measured once for what a row shows."""
        ground = (*widths, self.stacked, font.key())
        if ground != self._ground:
            self._ground = ground
            self._heights.clear()
        found: list[int] = []
        before = ""
        for row, item in enumerate(model.items):
            who = item.presenter
            marks = model.is_prepared(row), item.section != before
            before = item.section
            # members of an enumeration are singletons, and by their identity they are hashed much faster
            shown = (item.title, id(item.kind), id(who.role), who.name, item.source.label, *marks)
            if shown not in self._heights:
                self._heights[shown] = self._row_height(model, row, widths, font)
            found.append(self._heights[shown])
        return found

    def _row_height(self, model: AgendaModel, row: int, widths: list[int], font: QFont) -> int:
        """The height that the wrapped texts of a row need."""
        lead, needed = self.lead(model, row, font), 0.0
        for column in (Column.TITLE, Column.KIND, Column.PRESENTER):
            height = self._text(model, row, column, widths[column], font).size.height()
            if column is Column.TITLE and self.stacked and model.item(row).source.label:
                height += _CHIP_GAP + self._chip(model, row, widths[column], font).size.height() + 4
            needed = max(needed, height)
        if not self.stacked:
            needed = max(needed, self._chip(model, row, widths[Column.SOURCE], font).size.height() + 4)
        if model.is_prepared(row):
            needed = max(needed, QFontMetricsF(font).height() + _LOCK + 1)
        return round(lead + needed) + 2 * _TOP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look: Any = option  # the stubs leave the attributes of options out
        model, column = cast("AgendaModel", index.model()), Column(index.column())
        rect, palette, font = QRect(look.rect), QPalette(look.palette), QFont(look.font)
        text = rect.adjusted(0, self.lead(model, index.row(), font), 0, 0)
        painter.save()
        painter.setFont(font)
        if look.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.brush(QPalette.ColorGroup.Active, _ROLE.Highlight))
        if index.row() < model.rowCount() - 1:  # below the last row lies the hairline of the card
            painter.setPen(palette.color(_ROLE.Mid))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(palette.color(QPalette.ColorGroup.Active, _ROLE.Text))
        if column is Column.NUMBER:
            self._paint_number(painter, text, palette, model, index.row())
        elif column is Column.MINUTES:
            place = QRectF(text).adjusted(0, _TOP, -PADDING, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(index.data()))
        elif column is Column.SOURCE:
            self._paint_chip(painter, palette, model, index.row(), self.chip_rect(model, index.row(), rect, font))
        else:
            self._paint_text(painter, text, palette, index)
        if column is Column.TITLE:
            self._paint_caption(painter, rect, palette, model.caption(index.row()))
        if look.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(_ROLE.Accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def chip_rect(self, model: AgendaModel, row: int, cell: QRect, font: QFont) -> QRectF:
        """Where the chip of a row lies in its cell; empty if the item has no source."""
        if not model.item(row).source.label:
            return QRectF()
        chip = self._chip(model, row, cell.width(), font)
        top = cell.top() + self.lead(model, row, font) + _TOP - 1.0
        if self.stacked:
            top += self._text(model, row, Column.TITLE, cell.width(), font).size.height() + _CHIP_GAP
        return QRectF(cell.left() + PADDING, top, chip.size.width() + 2 * _CHIP_INSET, chip.size.height() + 4)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a chip opens the source."""
        look: Any = option
        if index.column() == self._chip_column and event.type() == QEvent.Type.MouseButtonRelease:
            place = self.chip_rect(cast("AgendaModel", model), index.row(), QRect(look.rect), QFont(look.font))
            if isinstance(event, QMouseEvent) and place.contains(event.position()):
                self.source_chosen.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    @property
    def _chip_column(self) -> Column:
        return Column.TITLE if self.stacked else Column.SOURCE

    def _paint_number(self, painter: QPainter, rect: QRect, palette: QPalette, model: AgendaModel, row: int) -> None:
        scale = painter.device().devicePixelRatioF()
        muted = palette.color(_ROLE.PlaceholderText)
        line = QFontMetricsF(painter.font()).height()
        handle = icon_pixmap("drag", muted, _MARK, scale)
        painter.drawPixmap(rect.left() + PADDING, round(rect.top() + _TOP + (line - _MARK) / 2), handle)
        painter.setPen(muted)
        painter.drawText(QRectF(rect).adjusted(NUMBER_LEFT, _TOP, 0, 0), Qt.AlignmentFlag.AlignLeft, str(row + 1))
        if model.is_prepared(row):
            lock = icon_pixmap("lock", muted, _LOCK, scale)
            painter.drawPixmap(rect.left() + NUMBER_LEFT - 1, round(rect.top() + _TOP + line + 1), lock)

    def _paint_text(self, painter: QPainter, rect: QRect, palette: QPalette, index: Index) -> None:
        model, row, column = cast("AgendaModel", index.model()), index.row(), Column(index.column())
        text = self._text(model, row, column, rect.width(), painter.font())
        text.paint(painter, rect.left() + PADDING, rect.top() + _TOP)
        if column is Column.TITLE and self.stacked:
            cell = rect.adjusted(0, -self.lead(model, row, painter.font()), 0, 0)
            self._paint_chip(painter, palette, model, row, self.chip_rect(model, row, cell, painter.font()))

    def _paint_caption(self, painter: QPainter, rect: QRect, palette: QPalette, caption: str) -> None:
        """The section that begins here, above the title; what there is no room for stands below, in the detail."""
        if not caption:
            return
        font = semibold(small(painter.font()))
        words = QFontMetricsF(font).elidedText(caption, Qt.TextElideMode.ElideRight, rect.width() - 2 * PADDING)
        painter.save()
        painter.setPen(palette.color(_ROLE.PlaceholderText))
        Wrapped(words, font, rect.width()).paint(painter, rect.left() + PADDING, rect.top() + _TOP)
        painter.restore()

    def _paint_chip(self, painter: QPainter, palette: QPalette, model: AgendaModel, row: int, place: QRectF) -> None:
        if place.isEmpty():
            return
        ground = palette.color(_ROLE.Mid)
        ground.setAlphaF(0.4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(palette.color(_ROLE.PlaceholderText))
        text = self._chip(model, row, round(place.width()) + 2 * PADDING, painter.font())
        text.paint(painter, place.left() + _CHIP_INSET, place.top() + 2)
        painter.restore()

    def _text(self, model: AgendaModel, row: int, column: Column, width: int, font: QFont) -> Wrapped:
        return self._texts.of(model.text(row, column), font, width - 2 * PADDING)

    def _chip(self, model: AgendaModel, row: int, width: int, font: QFont) -> Wrapped:
        """The label of a chip on one line, shortened where the cell is too narrow; the tip has all of it."""
        room = width - 2 * PADDING - 2 * _CHIP_INSET + 2
        noted = small(font)
        label = " ".join(model.item(row).source.label.split())
        return Wrapped(QFontMetricsF(noted).elidedText(label, Qt.TextElideMode.ElideRight, room), noted, room + 2)
