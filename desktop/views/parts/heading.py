"""Headings: the head of a page, and the line above a part of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.views.parts.text import Text

_GAP = 8
_BEFORE_ACTIONS = 16
_MIDDLE, _TOP = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop


class PageHead(QWidget):
    """The head of a page: title and badge, a line below, and the actions at the right.

    Where the longest word of the title needs the badge's room, the badge stands before the line below instead.

    Args:
        title: The title of the page or of the thing it shows.
        subtitle: Facts in one line; empty for none.
        parent: The owning widget.
    """

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _Title(title)
        self._title.setObjectName("pageTitle")
        self._subtitle = Text(subtitle, "muted", wrap=True)
        self._subtitle.setObjectName("pageSubtitle")
        self._badge: QWidget | None = None

        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(_GAP)
        self._subtitle_row = QHBoxLayout()
        self._subtitle_row.setSpacing(_GAP)
        self._subtitle_row.addWidget(self._subtitle, 1)
        self._title_row.addWidget(self._title)
        self._title_row.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(self._title_row)
        words.addLayout(self._subtitle_row)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BEFORE_ACTIONS)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        self._subtitle.setVisible(bool(subtitle))

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self._place_badge()

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line of facts, or none for an empty text."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_badge(self, badge: QWidget | None) -> None:
        """Show a badge after the title; the former one is deleted."""
        if self._badge is not None:
            self._badge.deleteLater()
        self._badge = badge
        self._place_badge()

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word of the title and the actions."""
        return QSize(self._least_width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the badge its place."""
        super().resizeEvent(event)
        self._place_badge()

    def _least_width(self) -> int:
        actions = self._actions.minimumSize().width()
        return self._title.minimumSizeHint().width() + (actions + _BEFORE_ACTIONS if actions else 0)

    def _place_badge(self) -> None:
        badge = self._badge
        if badge is None:
            return
        beside = self._least_width() + _GAP + badge.sizeHint().width() <= self.width()
        row, other = (self._title_row, self._subtitle_row) if beside else (self._subtitle_row, self._title_row)
        if row.indexOf(badge) < 0:
            other.removeWidget(badge)
            row.insertWidget(1 if beside else 0, badge, 0, _MIDDLE if beside else _TOP)

    def add_action(self, button: QPushButton) -> QPushButton:
        """Add a button at the right; the primary one goes last."""
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button


class SectionHeading(Text):
    """The line above a part of a page, 14 px semibold."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent=parent)


class _Title(Text):
    """As wide as its words, so that the badge follows them; wraps only when there is no more room."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "title", wrap=True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())
