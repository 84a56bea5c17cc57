"""The window that a whole room looks at: one item after the other, by keyboard, nothing private in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.dates import now
from desktop.views.meetings.presentation.page import SlidePage
from desktop.views.meetings.presentation.words import plan_words, progress_words
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from desktop.domain.meetings.presentation import Presentation, Slide

_LEAST = 14
_TICK = 5_000
"""How often the clock is looked at, in milliseconds."""


class PresentationWindow(QWidget):
    """Shows a ``Presentation`` over the whole screen; it knows nothing else, so nothing private can get in (R11).

    Right and Page Down go on, Left and Page Up go back, Home and End to the ends; Up and Down scroll; Escape leaves.

    Args:
        shown: What to show; at least one item.
        clock: Says what time it is.
        parent: The window it belongs to; it brings the style.

    Attributes:
        left: The window is gone.
    """

    left = Signal()

    def __init__(self, shown: Presentation, clock: Callable[[], datetime] = now, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        self.setObjectName("presentation")
        self._clock = clock
        self._shown = shown
        self._place = shown.first_open()
        self._meeting = Text("", "muted", wrap=True)
        self._meeting.setObjectName("presentationMeeting")
        self._progress = Text("")
        self._progress.setObjectName("presentationProgress")
        self._bar = QProgressBar()
        self._bar.setObjectName("presentationBar")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Så långt har mötet kommit"))
        self.page = SlidePage()
        self._plan = Text("", wrap=True)
        self._plan.setObjectName("presentationPlan")
        self._back = SecondaryButton(self.tr("Föregående"))
        self._on = SecondaryButton(self.tr("Nästa"))
        self._leave = SecondaryButton(self.tr("Avsluta visningen"))
        self._lay_out()
        self._bind()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tell_plan)
        self._timer.start()
        self._show()

    @property
    def slide(self) -> Slide:
        """The item that is shown."""
        return self._shown.slides[self._place]

    def show_presentation(self, shown: Presentation) -> None:
        """Show what has changed, and stay at the item that is up; where that is gone, at what took its place."""
        here = self.slide.item_id
        if not shown.slides:
            self.close()
            return
        found = shown.place_of(here)
        self._shown = shown
        self._place = found if found is not None else min(self._place, len(shown.slides) - 1)
        self._show()

    def go(self, place: int) -> None:
        """Show the item at a place, counted from 0; past the ends, that at the end."""
        place = max(0, min(place, len(self._shown.slides) - 1))
        if place != self._place:
            self._place = place
            self._show()
            told = self.tr("Punkt {progress}: {title}")
            announce(self, told.format(progress=self._progress_words(), title=self.slide.title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines above and below grow with the screen too."""
        super().resizeEvent(event)
        for text in (self._meeting, self._progress, self._plan):
            font = QFont(text.font())
            font.setPixelSize(max(_LEAST, event.size().height() // 45))
            font.setBold(text is not self._meeting)
            text.setFont(font)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is over."""
        super().closeEvent(event)
        self.left.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.addWidget(self._meeting, 1)
        top.addWidget(self._progress)
        below = QHBoxLayout()
        below.setContentsMargins(24, 8, 24, 16)
        below.setSpacing(8)
        below.addWidget(self._plan, 1)
        for button, name, tip in (
            (self._back, "presentationBack", self.tr("Vänsterpil eller Page Up")),
            (self._on, "presentationOn", self.tr("Högerpil eller Page Down")),
            (self._leave, "presentationLeave", self.tr("Escape")),
        ):
            button.setObjectName(name)
            button.setToolTip(tip)
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self.page, 1)
        column.addLayout(below)

    def _bind(self) -> None:
        self._back.clicked.connect(lambda: self.go(self._place - 1))
        self._on.clicked.connect(lambda: self.go(self._place + 1))
        self._leave.clicked.connect(self.close)
        key = Qt.Key
        for keys, do in (
            ((key.Key_Right, key.Key_PageDown), lambda: self.go(self._place + 1)),
            ((key.Key_Left, key.Key_PageUp), lambda: self.go(self._place - 1)),
            ((key.Key_Home,), lambda: self.go(0)),
            ((key.Key_End,), lambda: self.go(len(self._shown.slides) - 1)),
            ((key.Key_Down,), lambda: self.page.scroll_by(1)),
            ((key.Key_Up,), lambda: self.page.scroll_by(-1)),
            ((key.Key_Escape, key.Key_F11), self.close),
        ):
            for each in keys:
                QShortcut(QKeySequence(each), self).activated.connect(do)

    def _show(self) -> None:
        self.setWindowTitle(self._shown.title)
        self._meeting.setText(self._shown.title)
        self._progress.setText(self._progress_words())
        self._bar.setRange(0, len(self._shown.slides))
        self._bar.setValue(self._place + 1)
        self._back.setEnabled(self._place > 0)
        self._on.setEnabled(self._place < len(self._shown.slides) - 1)
        self.page.show_slide(self.slide)
        self._tell_plan()

    def _tell_plan(self) -> None:
        self._plan.setText(plan_words(self.slide, self._clock()))

    def _progress_words(self) -> str:
        return progress_words(self._place, len(self._shown.slides))
