"""The rows of the navigation, painted by the program: icon or mark, words, counter."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from desktop.domain.forum import Forum
from desktop.views.icons import ICON_SIZE, icon_pixmap
from desktop.views.parts.marks import MARK_SIZE, forum_word, paint_forum_mark
from desktop.views.theme import Theme

_HEIGHT = 35
_RADIUS = 6
_INSET = 10
_WORDS_AT = 38
_NEAREST_EDGE = 6
_NARROWEST = 0.8
"""The narrowest that words are drawn, as a share of their own width."""


class NavigationRow(QPushButton):
    """A row that can be chosen by mouse, Space and arrow keys; its subclasses paint what stands before the words.

    Args:
        theme: Where the colours come from.
        words: The name of the row, plain words without ``&``.
    """

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self._counter = 0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A row as high as the screen's rhythm asks for, higher with larger text."""
        return QSize(100, round(_HEIGHT * self._theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        """Never lower than the hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar, mark, words, counter and focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setPen(self._ink())
        self.paint_mark(painter)
        self._paint_words(painter)
        self._paint_counter(painter)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def paint_mark(self, painter: QPainter) -> None:
        """Paint what stands before the words."""
        raise NotImplementedError

    def _paint_words(self, painter: QPainter) -> None:
        """Paint the words, a little narrower where the bold ones of the chosen row would be cut off."""
        place = self.rect().adjusted(_WORDS_AT, 0, -_NEAREST_EDGE, 0)
        painter.setFont(self._row_font())
        needed = painter.fontMetrics().horizontalAdvance(self.text())
        narrowed = max(_NARROWEST, min(1.0, place.width() / needed)) if needed else 1.0
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(narrowed, 1)
        painter.drawText(QRect(0, 0, needed, place.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.restore()

    def _ink(self) -> QColor:
        return self._theme.colour("accent" if self.isChecked() else "ink")

    def _row_font(self) -> QFont:
        font = QFont(self._theme.font)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        return font

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(self.rect().adjusted(3, 0, 0, 0), _RADIUS, _RADIUS)
        elif self.underMouse():
            painter.setBrush(self._theme.colour("neutral_soft"))
            painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)

    def _paint_counter(self, painter: QPainter) -> None:
        if not self._counter:
            return
        font = QFont(self._theme.font)
        font.setPixelSize(self._theme.small_font_size)
        painter.setFont(font)
        words = str(self._counter)
        width = max(22, painter.fontMetrics().horizontalAdvance(words) + 14)
        pill = QRect(self.width() - width - _INSET, (self.height() - 20) // 2, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface" if self.isChecked() else "neutral_soft"))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(self._theme.colour("ink" if self.isChecked() else "muted"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_focus(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setColor(self._theme.colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


class ViewRow(NavigationRow):
    """A view, with its icon and the number of things in it that ask for attention."""

    def __init__(self, theme: Theme, title: str, icon_name: str) -> None:
        super().__init__(theme, title)
        self._icon_name = icon_name
        self._seen = False
        self.setAutoExclusive(True)

    def set_counter(self, number: int) -> None:
        """Show a number after the title, and have it read with the title; 0 shows nothing."""
        self._counter = number
        self.setAccessibleName(f"{self.text()}, {number}" if number else self.text())
        self.update()

    def paint_mark(self, painter: QPainter) -> None:
        """Paint the icon, but not in the very first picture: the words are there before the drawing library is."""
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.update)
            return
        colour = self._theme.colour("accent" if self.isChecked() else "muted")
        pixmap = icon_pixmap(self._icon_name, colour, ICON_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(_INSET, (self.height() - ICON_SIZE) // 2, pixmap)


class ForumRow(NavigationRow):
    """A forum, with its mark in its colour; choosing it again lets go of it."""

    def __init__(self, theme: Theme, forum: Forum) -> None:
        super().__init__(theme, forum_word(forum))
        self._forum = forum
        self.setObjectName(f"forum-{forum.value}")
        self.setToolTip(self.tr("Visa bara {forum}").format(forum=forum_word(forum).lower()))

    def _ink(self) -> QColor:
        return QColor(self._theme.tokens.forum(self._forum))

    def paint_mark(self, painter: QPainter) -> None:
        """Paint the mark where the icons of the views stand."""
        place = QRectF(_INSET + (ICON_SIZE - MARK_SIZE) / 2, (self.height() - MARK_SIZE) / 2, MARK_SIZE, MARK_SIZE)
        paint_forum_mark(painter, self._forum, place, self._ink())
