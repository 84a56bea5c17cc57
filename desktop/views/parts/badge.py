"""Badges and chips: small words that tell the level, the state or the source of something."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.domain.forum import Forum
from desktop.domain.level import Level
from desktop.views.parts.buttons import Button
from desktop.views.parts.marks import MARK_SIZE, forum_badge_word, forum_word, paint_forum_mark

Tone = Literal["neutral", "warning", "danger", "good"]

_FIXED = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ForumBadge(QLabel):
    """A forum as shape, word and colour in a frame whose ends are half circles at any size of text.

    Args:
        forum: The forum to show.
        parent: The owning widget.
    """

    def __init__(self, forum: Forum, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setSizePolicy(_FIXED)
        self.set_forum(forum)

    def set_forum(self, forum: Forum) -> None:
        """Show another forum."""
        if self.property("level") == forum.value:
            return
        self._forum = forum
        self.setProperty("level", forum.value)
        self.setText(forum_badge_word(forum))
        if forum in {Forum.COMBINED, Forum.COUNCIL}:
            spoken = QCoreApplication.translate("Level", "Forum: {forum}").format(forum=forum_word(forum))
        else:
            spoken = QCoreApplication.translate("Level", "Nivå: {level}").format(level=forum_badge_word(forum))
        self.setAccessibleName(spoken)
        repolish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and mark in the colour of the word, which the style sheet gives.

        A style sheet cannot round to half an unknown height: it drops a radius that is too large.
        """
        colour = self.palette().color(self.foregroundRole())
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        top = (self.height() - MARK_SIZE) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        paint_forum_mark(painter, self._forum, QRectF(9, top, MARK_SIZE, MARK_SIZE), colour)
        painter.end()
        super().paintEvent(event)


class LevelBadge(ForumBadge):
    """A level, with the mark and the word of its forum.

    Args:
        level: The level to show.
        parent: The owning widget.
    """

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(Forum(level.value), parent)

    def set_level(self, level: Level) -> None:
        """Show another level."""
        self.set_forum(Forum(level.value))


class StateChip(QLabel):
    """A state as a word on a soft ground.

    Args:
        word: The state in words; the colour only underlines it.
        tone: How good or bad it is.
        parent: The owning widget.
    """

    def __init__(self, word: str, tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setSizePolicy(_FIXED)
        self.set_state(word, tone)

    def set_state(self, word: str, tone: Tone = "neutral") -> None:
        """Show another state."""
        self.setText(word)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class SourceChip(Button):
    """Where something comes from; a button that opens the source (``clicked``), by mouse or keyboard.

    Args:
        text: The source's name, such as "Ärende 2026-014"; plain text.
        parent: The owning widget.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", "chip", parent=parent)
        self.setSizePolicy(_FIXED)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_source(text)

    def set_source(self, text: str) -> None:
        """Name another source; ``&`` in it stays a character and makes no shortcut."""
        plain = text.replace("&", "&&")
        if plain == self.text() and self.accessibleName():
            return
        self.setText(plain)
        self.setAccessibleName(QCoreApplication.translate("SourceChip", "Öppna {source}").format(source=text))


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties have changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
