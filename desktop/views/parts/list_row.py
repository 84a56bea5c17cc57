"""Rows of two lines, as in the lists at the left of a page: what it is, its facts, and its level."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.domain.level import Level
from desktop.views.parts.badge import LevelBadge

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The second line: facts in a few words (``str``)."""

LEVEL_ROLE = Qt.ItemDataRole.UserRole + 2
"""The level whose badge stands at the right (``Level`` or None)."""

_PADDING = 12
_LINE_GAP = 6


class RowList(QListView):
    """A list of two-line rows with hairlines between; arrow keys move, the current row is the selected one.

    Args:
        name: What the list holds, for assistive technology.
        parent: The owning widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLineRow(self))


class TwoLineRow(QStyledItemDelegate):
    """Paints a row: the title semibold over the whole width, below it the facts, muted, and the level's badge.

    Args:
        view: The list whose rows are painted.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._badges = {level: LevelBadge(level, view) for level in Level}
        self._pictures: dict[tuple[Level, int, float], QPixmap] = {}
        for badge in self._badges.values():
            badge.hide()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Room for two lines in the view's font."""
        return QSize(0, 2 * QFontMetrics(option.font).height() + _LINE_GAP + 2 * _PADDING - 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, words, badge and the hairline below."""
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, -1)
        level = index.data(LEVEL_ROLE)
        badge = self.badge_picture(Level(level)) if level is not None else None
        self._paint_lines(painter, inside, option.palette, index, badge)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        inside: QRect,
        palette: QPalette,
        index: QModelIndex | QPersistentModelIndex,
        badge: QPixmap | None,
    ) -> None:
        """Paint the two lines, shortened with an ellipsis where they do not fit, and the badge in the lower one."""
        title, note = str(index.data() or ""), str(index.data(NOTE_ROLE) or "")
        strong = QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        small = QFont(painter.font())
        small.setPixelSize(max(round(small.pixelSize() * 12 / 13), 1))
        height = QFontMetrics(strong).height() + _LINE_GAP + QFontMetrics(small).height()
        top = inside.top() + (inside.height() - height) // 2
        for text, font, role in (
            (title, strong, QPalette.ColorRole.Text),
            (note, small, QPalette.ColorRole.PlaceholderText),
        ):
            metrics = QFontMetrics(font)
            line = QRect(inside.left(), top, inside.width(), metrics.height())
            if badge is not None and font is small:
                line.setRight(_paint_at_right(painter, line, badge) - _PADDING)
            painter.setFont(font)
            painter.setPen(palette.color(role))
            shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            top += metrics.height() + _LINE_GAP

    def badge_picture(self, level: Level) -> QPixmap:
        """The badge of a level as the theme dresses it now."""
        badge = self._badges[level]
        key = (level, QApplication.palette().cacheKey(), badge.devicePixelRatioF())
        if key not in self._pictures:
            self._pictures[key] = picture_of(badge)
        return self._pictures[key]


def _paint_at_right(painter: QPainter, line: QRect, picture: QPixmap) -> int:
    """Paint a picture at the end of a line; returns its left edge."""
    size = picture.deviceIndependentSize().toSize()
    left = line.right() - size.width()
    painter.drawPixmap(left, line.top() + (line.height() - size.height()) // 2, picture)
    return left


def picture_of(label: QLabel) -> QPixmap:
    """A label as it would stand on any ground: beside its rounded corners the picture is transparent."""
    label.ensurePolished()
    label.adjustSize()
    scale = label.devicePixelRatioF()
    picture = QPixmap(label.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    label.render(picture, renderFlags=QWidget.RenderFlag.DrawChildren)
    return picture


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a row: tinted when selected, framed in the accent colour when it has the focus."""
    rect, palette = option.rect, option.palette
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, palette.highlight())
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
