"""The lines of the page before a meeting, under counted headings, each a way to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QStyledItemDelegate, QWidget

from desktop.views.icons import ICON_SIZE, icon_pixmap
from desktop.views.meetings.sectioned import SectionedList, SectionedModel
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.wrapped import Wrapped, semibold, small

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.domain.meetings.brief import Brief, BriefLine
    from desktop.views.meetings.sectioned import Index

_PADDING = 12
_LINE_GAP = 3
_HEADING_ABOVE, _HEADING_BELOW = 18, 8
_ARROW_ROOM = ICON_SIZE + _PADDING


class BriefModel(SectionedModel["BriefLine"]):
    """Lines under the heading of their section, which says how many they are."""

    def show_brief(self, brief: Brief) -> None:
        """Show the sections of a brief; it has none that are empty."""
        self.show_sections((f"{section.title} {len(section.lines)}", section.lines) for section in brief.sections)

    def key(self, row: BriefLine) -> object:
        """Where it comes from and what it says: one source may give several lines."""
        return row.source, row.text

    def shown(self, row: BriefLine) -> str:
        """What it is."""
        return row.text

    def spoken(self, row: BriefLine) -> str:
        """Everything the line says."""
        return " ".join(f"{part.rstrip('.')}." for part in (row.text, row.mark, row.detail) if part)


class BriefDelegate(QStyledItemDelegate):
    """Paints what it is, its mark as a chip, its detail below, and an arrow where there is something to open.

    Args:
        view: The list whose rows are painted.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._chip = StateChip("", parent=view)
        self._chip.hide()
        self._pictures: dict[tuple[str, bool, int, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the wrapped texts in the list's width."""
        width = cast("QAbstractItemView", option.widget).viewport().width()
        line = _line(index)
        if line is None:
            return QSize(0, round(self._heading(option, index, width).size.height()) + _heading_room(index))
        parts = self._texts(option, line, width)
        height = sum(part.size.height() for part in parts) + (_LINE_GAP if line.detail else 0)
        if line.mark and not self._fits_beside(option, line, width):
            height += _LINE_GAP + _logical(self._mark(line)).height()
        return QSize(0, round(height) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, or a line."""
        line, rect = _line(index), option.rect
        painter.save()
        if line is None:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            above = _heading_room(index) - _HEADING_BELOW
            self._heading(option, index, rect.width()).paint(painter, rect.left() + _PADDING, rect.top() + above)
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        else:
            self.initStyleOption(option, index)
            paint_ground(painter, option)
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: BriefLine) -> None:
        rect, palette = option.rect, option.palette
        left, y = rect.left() + _PADDING, rect.top() + float(_PADDING)
        text, *detail = self._texts(option, line, rect.width())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        text.paint(painter, left, y)
        y += text.size.height() + _LINE_GAP
        if line.mark:
            chip = self._mark(line)
            if self._fits_beside(option, line, rect.width()):
                at_right = rect.right() - _ARROW_ROOM - _logical(chip).width()
                painter.drawPixmap(QPointF(at_right, rect.top() + _PADDING - 1), chip)
            else:
                painter.drawPixmap(QPointF(left, y), chip)
                y += _logical(chip).height() + _LINE_GAP
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        for words in detail:
            words.paint(painter, left, y)
        if line.opens:
            colour = palette.color(QPalette.ColorRole.PlaceholderText)
            arrow = icon_pixmap("chevron-right", colour, ICON_SIZE, self._chip.devicePixelRatioF())
            place = QPointF(rect.right() - _ARROW_ROOM + _PADDING / 2, rect.center().y() - ICON_SIZE / 2)
            painter.drawPixmap(place, arrow)

    def _heading(self, option: QStyleOptionViewItem, index: Index, width: int) -> Wrapped:
        return Wrapped(str(index.data()), semibold(option.font), width - 2 * _PADDING)

    def _texts(self, option: QStyleOptionViewItem, line: BriefLine, width: int) -> list[Wrapped]:
        room = width - _PADDING - _ARROW_ROOM
        beside = _logical(self._mark(line)).width() + _PADDING if self._fits_beside(option, line, width) else 0
        made = [Wrapped(line.text, option.font, room - beside)]
        return [*made, Wrapped(line.detail, small(option.font), room)] if line.detail else made

    def _fits_beside(self, option: QStyleOptionViewItem, line: BriefLine, width: int) -> bool:
        """Whether the chip stands on the same line as what it marks."""
        if not line.mark:
            return False
        room = width - _PADDING - _ARROW_ROOM
        chip = _logical(self._mark(line)).width() + _PADDING
        return QFontMetrics(option.font).horizontalAdvance(line.text) + chip <= room

    def _mark(self, line: BriefLine) -> QPixmap:
        """The chip as the theme dresses it now."""
        key = (line.mark, line.grave, QApplication.palette().cacheKey(), self._chip.devicePixelRatioF())
        if key not in self._pictures:
            self._chip.set_state(line.mark, "danger" if line.grave else "warning")
            self._pictures[key] = picture_of(self._chip)
        return self._pictures[key]


class BriefList(SectionedList):
    """The lines; a click or Enter opens where the current one comes from.

    Attributes:
        source_opened: The ``Source`` to be opened.
    """

    source_opened = Signal(object)

    def __init__(self, model: BriefModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Att känna till inför mötet"))
        self.setObjectName("briefList")
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(BriefDelegate(self))
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the source of the current line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        line = self.lines.entry(index)
        if line is not None and line.opens:
            self.source_opened.emit(line.source)


def _line(index: Index) -> BriefLine | None:
    return cast("BriefModel", index.model()).entry(index)


def _heading_room(index: Index) -> int:
    """The space around a heading; the first one needs less above it."""
    return _HEADING_BELOW + (_HEADING_ABOVE if index.row() else _PADDING)


def _logical(picture: QPixmap) -> QSize:
    return picture.deviceIndependentSize().toSize()
