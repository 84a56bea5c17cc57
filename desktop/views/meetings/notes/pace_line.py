"""The clock against the plan, while a meeting is going on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.dates import clock
from desktop.domain.meetings.note_sheet import pace
from desktop.views.parts.badge import StateChip, Tone
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.meeting import Meeting

_MINUTE = 60_000
_BEFORE, _AFTER = timedelta(minutes=15), timedelta(hours=2)
_LATE = 10
"""From so many minutes on, a delay is grave."""


class PaceLine(QWidget):
    """Says how far the meeting is from its plan, and what could be cut; shown only while it may be going on.

    Args:
        clock: Says what time it is.
        parent: The owning widget.
    """

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paceLine")
        self._clock = clock
        self._meeting: Meeting | None = None
        self._items: Sequence[AgendaItem] = ()
        self._current = -1
        self._state = StateChip("")
        self._state.setObjectName("paceState")
        self._advice = Text("", "muted", wrap=True)
        self._advice.setObjectName("paceAdvice")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._state)
        row.addWidget(self._advice, 1)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.tick)
        self.hide()

    def show_plan(self, meeting: Meeting | None, items: Sequence[AgendaItem], current: int) -> None:
        """Follow a meeting at the item that is up now."""
        self._meeting, self._items, self._current = meeting, items, current
        self.tick()

    def tick(self) -> None:
        """Compare with the clock; called every minute while there is a meeting to follow."""
        meeting, moment = self._meeting, self._clock()
        going = meeting is not None and meeting.starts_at - _BEFORE <= moment <= meeting.ends_at + _AFTER
        if meeting is None or not going or not 0 <= self._current < len(self._items):
            self._minute.stop() if meeting is None else self._minute.start()
            self.hide()
            return
        if not self._minute.isActive():
            self._minute.start()
        found = pace((meeting.starts_at, meeting.ends_at), self._items, self._current, moment)
        self._state.set_state(self._state_words(found.behind), _tone(found.behind))
        self._advice.setText(self._advice_words(meeting, found.over, found.cuts, moment))
        self.show()

    def _state_words(self, behind: int) -> str:
        if behind > 0:
            return self.tr("{minutes} min efter plan").format(minutes=behind)
        if behind < 0:
            return self.tr("{minutes} min före plan").format(minutes=-behind)
        return self.tr("Enligt plan")

    def _advice_words(self, meeting: Meeting, over: int, cuts: Sequence[AgendaItem], moment: datetime) -> str:
        words = [self.tr("Kl. {now}.").format(now=clock(moment))]
        if over > 0:
            ends = clock(meeting.ends_at + timedelta(minutes=over))
            words.append(self.tr("Med resten enligt plan slutar mötet {ends}.").format(ends=ends))
        if cuts:
            numbers = sorted(self._number(item) for item in cuts)
            told = ", ".join(str(number) for number in numbers)
            one, several = self.tr("Punkt {numbers} kan kortas."), self.tr("Punkterna {numbers} kan kortas.")
            words.append((one if len(numbers) == 1 else several).format(numbers=told))
        return " ".join(words)

    def _number(self, item: AgendaItem) -> int:
        return next(number for number, each in enumerate(self._items, 1) if each.id == item.id)


def _tone(behind: int) -> Tone:
    if behind <= 0:
        return "good"
    return "danger" if behind >= _LATE else "warning"
