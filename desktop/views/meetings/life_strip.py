"""The life of a meeting in one line: each step with mark, word and day, and whose turn it is (R5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.meetings.life import STEPS
from desktop.views.meetings.life_words import is_of_notes, short_day, spoken_step, step_word, strip_word, waiting_words
from desktop.views.parts.badge import repolish
from desktop.views.parts.buttons import Button
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.domain.meetings.life import Life, LifeStep
    from desktop.domain.meetings.meeting import Meeting, MeetingState

_HEIGHT = 26
_MARK = 14
_GAP = 2
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Much(NamedTuple):
    """How much is said: of which steps the words, and of which the days.

    ``passed`` are those before the current one, ``ahead`` those after the next.
    """

    passed: bool = False
    ahead: bool = False
    days: bool = False
    day: bool = False


_WHOLE = _Much(passed=True, ahead=True, days=True, day=True)
_LESS_AND_LESS = (
    _WHOLE,
    _Much(passed=True, ahead=True, day=True),
    _Much(ahead=True, day=True),
    _Much(ahead=True),
    _Much(day=True),
    _Much(),
)


class LifeStrip(QWidget):
    """Shows the steps of a meeting; the arrow keys move between them, Enter or a click opens one.

    Where there is little room, days and words far from the current step make way; marks, tips and what a screen reader
    says stay.

    Args:
        parent: The owning widget.

    Attributes:
        chosen: The step (``MeetingState``) that is to be looked at.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lifeStrip")
        self.setAccessibleName(self.tr("Mötets steg"))
        self._shown: tuple[Life, Meeting, date] | None = None
        self._steps = {state: _StepButton(state) for state in STEPS}
        self._turn = Text("", "muted")
        self._turn.setObjectName("lifeTurn")
        self._turn.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._turn.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for state, button in self._steps.items():
            button.clicked.connect(lambda _checked=False, state=state: self.chosen.emit(state))
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self._turn, 1)
        self.setFixedHeight(_HEIGHT)

    @property
    def turn(self) -> str:
        """Whose turn it is, in whole words."""
        return self._turn.accessibleName()

    def show_life(self, life: Life, meeting: Meeting, today: date) -> None:
        """Show where a meeting stands, if that is not on screen already."""
        if self._shown == (life, meeting, today):
            return
        self._shown = life, meeting, today
        for step in life.steps:
            self._steps[step.state].show_step(step, meeting, life)
        self._turn.setAccessibleName(waiting_words(life, meeting, today))
        self._turn.setToolTip(self._turn.accessibleName())
        self._fit()

    def focus_step(self, state: MeetingState) -> None:
        """Move the focus to a step."""
        self._steps[state].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: words make way."""
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move between the steps."""
        buttons = list(self._steps.values())
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if here is None or event.key() not in _ARROWS:
            super().keyPressEvent(event)
            return
        buttons[min(max(0, here + _ARROWS[Qt.Key(event.key())]), len(buttons) - 1)].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _fit(self) -> None:
        if self._shown is None:
            return
        needed = 0
        for much in _LESS_AND_LESS:
            needed = self._say(much)
            if needed <= self.width():
                return
        words = self._turn.text()
        room = self._turn.fontMetrics().horizontalAdvance(words) - (needed - self.width())
        self._turn.setText(self._turn.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, room)))

    def _say(self, much: _Much) -> int:
        """Say so much; the width it needs in pixels."""
        assert self._shown is not None
        life, meeting, today = self._shown
        named = False
        for step in life.steps:
            here = step.state is life.current
            near = here or step.state is life.next
            worded = near or (much.passed if step.passed else much.ahead)
            word = strip_word(step.state, meeting, after_notes=named) if worded else ""
            named = named or (worded and is_of_notes(step.state))
            day = short_day(step.on) if step.on and (much.days or (much.day and here)) else ""
            self._steps[step.state].setText(" ".join(part for part in (word, day) if part))
        self._turn.setText(waiting_words(life, meeting, today, short=much is not _WHOLE))
        buttons = sum(button.sizeHint().width() + _GAP for button in self._steps.values())
        return buttons + 10 + self._turn.fontMetrics().horizontalAdvance(self._turn.text())


class _StepButton(Button):
    """One step. The one to take next, or else the current one, is where Tab leads; the arrow keys go on from there."""

    def __init__(self, state: MeetingState) -> None:
        super().__init__("", "step", "step-ahead", QPalette.ColorRole.PlaceholderText)
        self.setObjectName(f"step-{state}")
        self.setIconSize(QSize(_MARK, _MARK))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys, which lead a button anywhere, to the strip."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_step(self, step: LifeStep, meeting: Meeting, life: Life) -> None:
        """Show mark and rank of a step, and what it tells when it is pointed at or read aloud."""
        current = step.state is life.current and not life.is_cancelled
        rank = "current" if current else "next" if step.state is life.next else "passed" if step.passed else "ahead"
        skipped = step.passed and step.on is None and not current
        marks = {"next": "step-next", "ahead": "step-ahead"}
        self._icon_name = "step-skipped" if skipped else marks.get(rank, "check")
        self._tint = QPalette.ColorRole.Accent if current else QPalette.ColorRole.PlaceholderText
        self.setProperty("rank", rank)
        self.setAccessibleName(spoken_step(step, meeting, life))
        self.setToolTip(self.accessibleName())
        self.setAccessibleDescription(self.tr("Öppna {step}").format(step=step_word(step.state, meeting)))
        landing = step.state is (life.next or life.current)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if landing else Qt.FocusPolicy.ClickFocus)
        if self._tinted:
            self._tint_icon()
        repolish(self)
