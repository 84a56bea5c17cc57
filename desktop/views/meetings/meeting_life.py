"""The life of the meeting on screen: its strip, what opens below it, and its next step (R5)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import SWEDEN, in_prose
from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.domain.meetings.life import STEPS, life_of
from desktop.domain.meetings.meeting import MeetingState
from desktop.views.meetings.life_strip import LifeStrip
from desktop.views.meetings.life_words import step_word
from desktop.views.meetings.next_step import NextStep, Way, next_step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QAction, QMoveEvent, QResizeEvent

    from desktop.domain.level import Party
    from desktop.domain.meetings.life import Life
    from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingStep
    from desktop.views.meetings.calendar_files import CalendarFiles
    from desktop.views.meetings.desk import Desk
    from desktop.views.meetings.step_editor import StepEditor
    from desktop.views.parts.action_menu import ActionMenu

Panel = TypeVar("Panel", bound=QWidget)


class MeetingLife(QWidget):
    """Shows where a meeting stands and takes its steps; a step, its cancelling or its calendar files open in place.

    Args:
        desk: The way to the register.
        clock: Says what time it is.
        parent: The owning widget.

    Attributes:
        next_changed: What the next step is called, as a verb; empty when there is none.
        mail_asked: The agenda is to be sent.
        calendar_asked: A calendar file is wanted: the key of the meeting, and its ``CalendarKind``.
        tab_asked: The ``Tab`` where the work of the next step is done.
    """

    next_changed = Signal(str)
    mail_asked = Signal()
    calendar_asked = Signal(object, object)
    tab_asked = Signal(object)

    def __init__(self, desk: Desk, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingLife")
        self._desk = desk
        self._clock = clock
        self._meeting: Meeting | None = None
        self._life: Life | None = None
        self._next: NextStep | None = None
        self._opened: QWidget | None = None
        self._steps: tuple[MeetingStep, ...] = ()
        self._cancel: QAction | None = None
        self._resume: QAction | None = None
        self.strip = LifeStrip()
        self.strip.chosen.connect(self.open_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)

    @cached_property
    def editor(self) -> StepEditor:
        """Where a step is dated, built when one is first opened."""
        from desktop.views.meetings.step_editor import StepEditor

        made = StepEditor(self._today)
        made.kept.connect(self._keep)
        made.taken_back.connect(self._take_back)
        made.left.connect(self.close_panel)
        return self._above(made)

    @cached_property
    def calendar(self) -> CalendarFiles:
        """The choice of calendar files, built when one is first wanted."""
        from desktop.views.meetings.calendar_files import CalendarFiles

        made = CalendarFiles()
        made.chosen.connect(self._ask_calendar)
        made.chosen.connect(self.close_panel)
        made.left.connect(self.close_panel)
        return self._above(made)

    def offer_in(self, menu: ActionMenu) -> None:
        """Add to a menu what can be done with the meeting's life as a whole."""
        self._cancel = menu.offer(self.tr("Ställ in mötet …"), "cancelMeeting", self.ask_cancellation)
        self._resume = menu.offer(self.tr("Ta upp mötet igen"), "resumeMeeting", self.resume)
        menu.offer(self.tr("Kalenderfiler …"), "calendarMenu", self.offer_calendar)
        menu.addSeparator()

    def show_meeting(self, file: MeetingFile) -> None:
        """Show where a meeting stands now; what was opened for another one goes."""
        if self._meeting is None or self._meeting.id != file.meeting.id:
            self._close()
        self._steps = file.steps
        self.show_changed(file.meeting)

    def show_changed(self, meeting: Meeting) -> None:
        """Show where the same meeting stands when its own data have changed."""
        self._meeting = meeting
        self._life = life_of(meeting, self._steps, self._today())
        if self._cancel is not None and self._resume is not None:
            self._cancel.setVisible(not self._life.is_cancelled)
            self._resume.setVisible(self._life.is_cancelled)
        self._next = next_step(self._life, meeting, self._clock(), self._today())
        self.strip.show_life(self._life, meeting, self._today())
        self.next_changed.emit(self._next.words if self._next else "")

    def leave(self) -> None:
        """Belong to no meeting any more."""
        self._close()
        self._meeting = self._life = self._next = None

    # What opens below the strip

    def open_step(self, state: MeetingState) -> None:
        """Offer to date a step and to note something about it; one that was not taken gets a day proposed."""
        if self._meeting is None or self._life is None:
            return
        if self._life.is_cancelled:
            self._desk.message.emit(self.tr("Mötet är inställt. Ta upp det igen under Mer."), "info", False)
            return
        proposed = self._meeting.day if state is MeetingState.HELD else self._today()
        self._open(self.editor)
        self.editor.open_step(step_word(state, self._meeting), self._life.step(state), proposed)

    def ask_cancellation(self) -> None:
        """Ask why the meeting is cancelled."""
        if self._meeting is not None:
            self._open(self.editor)
            self.editor.open_cancellation(self._today(), self._meeting.convener)

    def offer_calendar(self) -> None:
        """Offer the meeting's calendar files."""
        self._open(self.calendar)
        self.calendar.begin()

    def close_panel(self) -> None:
        """Close what is open, and go back to the strip."""
        state = self.editor.state if self._opened is self.__dict__.get("editor") else None
        self._close()
        if self._life is not None:
            self.strip.focus_step(self._life.current if state is None or state not in STEPS else state)

    def resume(self) -> None:
        """Take a cancelled meeting up again."""
        if self._meeting is not None:
            key, lives = self._meeting.id, self._desk.services.lives
            self._desk.write(lambda: lives.resume(key), self._telling(self.tr("Mötet är upptaget igen.")))

    # The next step

    def take_next(self) -> None:
        """Do what the next step is."""
        step = self._next
        if step is None:
            return
        if step.way is Way.MAIL:
            self.mail_asked.emit()
            self.open_step(step.state)
        elif step.way is Way.INVITE:
            self._ask_calendar(CalendarKind.INVITATION)
        elif step.way is Way.TAKE:
            self._keep(step.state, step.on, None, "")
        if step.tab is not None:
            self.tab_asked.emit(step.tab)

    def _ask_calendar(self, kind: CalendarKind) -> None:
        if self._meeting is not None:
            self.calendar_asked.emit(self._meeting.id, kind)

    def _keep(self, state: MeetingState, on: date, party: Party | None, note: str) -> None:
        if self._meeting is None:
            return
        key, lives = self._meeting.id, self._desk.services.lives
        if state is MeetingState.CANCELLED:
            done = self._telling(self.tr("Mötet är inställt."))
            self._desk.write(lambda: lives.cancel(key, note, on, party), done)
        else:
            done = self._telling(f"{step_word(state, self._meeting)} {in_prose(on)}.")
            self._desk.write(lambda: lives.take(key, state, on, party, note), done)

    def _take_back(self, state: MeetingState) -> None:
        if self._meeting is not None:
            key, lives = self._meeting.id, self._desk.services.lives
            words = self.tr("Steget ”{step}” är borttaget.").format(step=step_word(state, self._meeting))
            self._desk.write(lambda: lives.take_back(key, state), self._telling(words))

    def _telling(self, sentence: str) -> Callable[[object], None]:
        """What closes the panel, once it is stored, and tells what has happened; what was refused stays open."""

        def done(_result: object) -> None:
            if self._opened is not None:
                self.close_panel()
            self._desk.message.emit(sentence, "good", True)

        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is open is as wide as the strip."""
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What is open stays below the strip."""
        super().moveEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is open grows with what it says."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._opened:
            self._place()
        return super().eventFilter(watched, event)

    def _above(self, panel: Panel) -> Panel:
        """A panel that opens over what lies below the strip: nothing there moves, and the window need not grow."""
        panel.hide()
        panel.setParent(self.parentWidget())
        panel.installEventFilter(self)
        return panel

    def _place(self) -> None:
        panel = self._opened
        if panel is not None:
            width = self.width()
            height = panel.heightForWidth(width) if panel.hasHeightForWidth() else panel.sizeHint().height()
            panel.setGeometry(self.x(), self.geometry().bottom() + 4, width, height)

    def _open(self, panel: QWidget) -> None:
        self._close()
        self._opened = panel
        self._place()
        panel.show()
        panel.raise_()

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.hide()
            self._opened = None

    def _today(self) -> date:
        return self._clock().astimezone(SWEDEN).date()
