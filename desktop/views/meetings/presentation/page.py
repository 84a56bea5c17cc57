"""One item in large type; what does not fit is scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.meetings.presentation.words import breakable, facts_line, sections_of
from desktop.views.parts.text import Text, TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.meetings.presentation import Slide

_LEAST, _MOST = 18, 44
_LONG_TITLE = 90
_SIDES = 0.07
"""The free space at each side, as a part of the width."""


class _Look(NamedTuple):
    """How a text of a slide looks: its object name, its size against body text, its role and its weight."""

    name: str
    size: float
    role: TextRole = "body"
    bold: bool = False


_SECTION = _Look("slideSection", 0.9, "muted")
_TITLE = _Look("slideTitle", 1.9, bold=True)
_SMALL_TITLE = _Look("slideTitle", 1.4, bold=True)
_FACTS = _Look("slideFacts", 1.0, "muted")
_HEADING = _Look("slideHeading", 0.9, "muted", bold=True)
_TEXT = _Look("slideText", 1.15)


class SlidePage(QScrollArea):
    """Shows a slide; its type grows with the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slide")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the window scrolls it by its own keys
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._slide: Slide | None = None
        self._texts: list[tuple[Text, float]] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self.setWidget(self._inside)

    def show_slide(self, slide: Slide) -> None:
        """Show another slide, from its top; or the same one with what is new in it, where it was scrolled to."""
        if slide == self._slide:
            return
        other = self._slide is None or self._slide.item_id != slide.item_id
        self._slide = slide
        self._clear()
        if slide.section:
            self._add(slide.section, _SECTION)
        self._add(f"{slide.number}. {slide.title}", _TITLE if len(slide.title) <= _LONG_TITLE else _SMALL_TITLE)
        self._add(facts_line(slide), _FACTS)
        for heading, paragraphs in sections_of(slide):
            self._column.addSpacing(self._body_size() // 2)
            self._add(heading, _HEADING)
            for paragraph in paragraphs:
                self._add(paragraph, _TEXT)
        self._column.addStretch(1)
        self._fit()
        if other:
            self.verticalScrollBar().setValue(0)

    def scroll_by(self, steps: int) -> None:
        """Go down, or up for a negative number, by some lines."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * 3 * self._body_size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the type follow the size."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any size will do; what does not fit is scrolled to."""
        return QSize(200, 100)

    def _clear(self) -> None:
        self._texts = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, words: str, look: _Look) -> None:
        text = Text(breakable(words), look.role, wrap=True)
        text.setObjectName(look.name)
        text.setAccessibleName(words)
        font = QFont(text.font())
        font.setBold(look.bold)
        text.setFont(font)
        self._column.addWidget(text)
        text.show()  # what is hidden has no height yet
        self._texts.append((text, look.size))

    def _body_size(self) -> int:
        """The height of the body text in pixels: a line for every fortieth of what is seen, within reason."""
        room = self.viewport().size()
        return max(_LEAST, min(_MOST, room.height() // 26, room.width() // 40))

    def _fit(self) -> None:
        side, body = round(self.viewport().width() * _SIDES), self._body_size()
        self._column.setContentsMargins(side, body, side, body)
        self._column.setSpacing(max(4, body // 3))
        for text, size in self._texts:
            font = QFont(text.font())
            font.setPixelSize(round(body * size))
            text.setFont(font)
        self._column.invalidate()
        if self._texts:
            self._inside.setMinimumHeight(self._column.totalHeightForWidth(self.viewport().width()))
