"""The page of the meetings: the list at the left, one meeting at the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import now
from desktop.views.meetings.agenda_tab import Agenda
from desktop.views.meetings.desk import Desk
from desktop.views.meetings.list_side import ListSide
from desktop.views.meetings.meeting_tabs import OpenMeeting, Tab
from desktop.views.meetings.meeting_view import MeetingView
from desktop.views.meetings.reading import read_meeting
from desktop.views.meetings.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.agreement import Agreement
    from desktop.domain.forum import Forum
    from desktop.domain.glance import Glance
    from desktop.domain.meetings.meeting import Meeting, MeetingRow
    from desktop.tasks import Tasks
    from desktop.views.calendar.panel import CalendarPanel
    from desktop.views.meetings.desk import MeetingServices
    from desktop.views.meetings.new_meeting import NewMeetingForm
    from desktop.views.series.panel import SeriesPanel

_CONCERNED = frozenset(
    {"meeting", "agenda", "agreement", "contact", "matter", "action", "decision", "order", "attachment", "series"}
)
_LISTED = frozenset({"meeting", "agenda", "series", "agreement"})
_IN_TABS = frozenset(
    {"note", "information", "notes_version", "notes_check", "evaluation", "survey", "bank", "template"}
)
"""What only the tabs read, each for itself."""
_NOTHING, _VIEW = 0, 1


class MeetingsPage(QWidget):
    """The meetings and their agendas (R5–R8).

    Args:
        tasks: The door to the services' thread.
        services: What the page asks of the engine.
        clock: Says what time it is; it divides coming meetings from past ones.
        parent: The owning widget.

    Attributes:
        message: What happened: a sentence, its tone (info, good, warning, danger), and whether it can be undone.
        source_opened: The ``Source`` of an item is to be opened.
        calendar_asked: A calendar file is wanted: the key of the meeting, and its ``CalendarKind``.
        attachment_opened: An ``Attachment`` is to be opened in its own program.
        attachment_saved: An ``Attachment`` is to be saved somewhere.
        document_asked: A document of a meeting is wanted (``DocumentRequest``).
        import_asked: An invitation is to be opened.
        shown: The key of the meeting that is on screen now.
    """

    message = Signal(str, str, bool)
    source_opened = Signal(object)
    calendar_asked = Signal(object, object)
    attachment_opened = Signal(object)
    attachment_saved = Signal(object)
    document_asked = Signal(object)
    import_asked = Signal()
    shown = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: MeetingServices,
        clock: Callable[[], datetime] = now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("meetingsPage")
        self._desk = Desk(tasks, services, self)
        self._forum: Forum | None = None
        self._agreement: Agreement | None = None
        self._wanted: UUID | None = None
        self._removed: UUID | None = None
        self._side = ListSide(clock)
        self.list = self._side.list
        self.view = MeetingView(self._desk, clock)
        self._lay_out()
        self._connect()

    @cached_property
    def form(self) -> NewMeetingForm:
        """The form for a new meeting, built when one is wanted for the first time."""
        from desktop.views.meetings.new_meeting import NewMeetingForm

        made = NewMeetingForm()
        made.made.connect(self._make)
        made.left.connect(self._leave_form)
        self._right.addWidget(made)
        return made

    @cached_property
    def calendar(self) -> CalendarPanel:
        """The meetings as month and year, built when they are wanted for the first time."""
        from desktop.views.calendar.panel import CalendarPanel

        made = CalendarPanel()
        made.meeting_chosen.connect(self.open_meeting)
        made.day_chosen.connect(self._new_on)
        self._right.addWidget(made)
        return made

    @cached_property
    def series(self) -> SeriesPanel:
        """The series of meetings, built when they are wanted for the first time."""
        from desktop.views.series.panel import SeriesPanel

        made = SeriesPanel(self._desk)
        made.meeting_chosen.connect(self.open_meeting)
        made.left.connect(self._leave_form)
        self._right.addWidget(made)
        return made

    # What the window asks for

    def show_glance(self, glance: Glance) -> None:
        """Show the list and the first meeting's agenda; what the glance does not say is read as usual."""
        self._show_list((self._forum, glance.rows, None))
        if glance.first is not None:
            agenda = Agenda(file=glance.first, items=glance.items, prepared=frozenset(), proposals=None, dismissed=0)
            self._show_meeting(OpenMeeting(agenda=agenda, proposed=(), areas=()))

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read anew what the news concern."""
        if kinds & _LISTED:
            self._read_list()
            self._read_calendar()
            self._read_series()
        if kinds & _CONCERNED:
            self._read_meeting()
        elif kinds & _IN_TABS:
            self.view.refresh_tab()
        self.view.showing.refresh(kinds)

    def show_forum(self, forum: Forum | None) -> None:
        """List the meetings of one forum, or all."""
        self._forum = forum
        self._read_list()
        if "calendar" in self.__dict__:
            self.calendar.show_forum(forum)

    def open_meeting(self, meeting_id: UUID) -> None:
        """Show a meeting, whatever forum is filtered by and whatever stands in its place."""
        self.view.flush()
        self._right.setCurrentWidget(self.view)
        self._wanted = meeting_id
        if not self.list.choose(meeting_id):
            self._side.show_all()
        if not self.list.choose(meeting_id):
            self._forum = None
        self._read_list()
        self._read_meeting()

    def new_meeting(self) -> None:
        """Offer the form for a new meeting."""
        self.view.flush()
        self._right.setCurrentWidget(self.form)
        self._pages.setCurrentIndex(0)
        self.form.begin(self._forum, self._agreement)
        self._desk.read("templates", self._desk.services.templates.get, self.form.template.show_templates)

    def show_calendar(self) -> None:
        """Show the meetings as month and year instead of one meeting."""
        self.view.flush()
        self._right.setCurrentWidget(self.calendar)
        self.calendar.show_forum(self._forum)
        self._read_calendar()
        self.calendar.month.grid.setFocus()

    def show_series(self) -> None:
        """Show the series of meetings instead of one meeting."""
        self.view.flush()
        self._right.setCurrentWidget(self.series)
        self.series.enter(self._forum)

    def new_item(self) -> None:
        """Go to where a new item of the open agenda is typed."""
        if self.view.meeting_id is not None:
            self._right.setCurrentWidget(self.view)
            self.view.show_tab(Tab.AGENDA)
            self.view.agenda.begin_item()

    def show_invitation(self) -> None:
        """Show what SSC's invitation to the open meeting said, as soon as one is open."""
        self.view.show_tab(Tab.INVITATION)
        if self.view.meeting_id is not None:
            self._right.setCurrentWidget(self.view)

    def shows_meeting(self) -> bool:
        """Whether a meeting is on screen."""
        return self._right.currentWidget() is self.view and self.view.meeting_id is not None

    def looks_at_attachments(self) -> bool:
        """Whether the files of a meeting, or the wait for SSC's notes, are on screen: a dropped file belongs there."""
        return self.shows_meeting() and (self.view.tabs.current is Tab.ATTACHMENTS or self.view.awaits_notes)

    def attach(self, paths: list[Path]) -> None:
        """Attach files to the meeting on screen, and show its files; a single one may be SSC's notes."""
        if self.shows_meeting() and self.view.awaits_notes and len(paths) == 1:
            self.view.after.afterwards.receive(paths)
        elif self.shows_meeting():
            self.view.show_tab(Tab.ATTACHMENTS)
            self.view.attachments.attach(paths)

    def day(self) -> date | None:
        """The date of the meeting on screen."""
        return self.view.day

    def flush(self) -> None:
        """Save everything that is typed and not saved yet; before undo, and before the window closes."""
        self.view.flush()

    # Building

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(QWidget())
        self._right.addWidget(self.view)
        self._splitter = Sides(self._side, self._right, self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._splitter)
        edge = QVBoxLayout(self)
        edge.addWidget(self._pages)
        self._splitter.edge(edge)

    @cached_property
    def _empty(self) -> QWidget:
        """What a register without meetings shows."""
        from desktop.views.meetings.no_meetings import NoMeetings

        made = NoMeetings()
        made.import_asked.connect(self.import_asked)
        made.new_asked.connect(self.new_meeting)
        self._pages.addWidget(made)
        return made

    def _connect(self) -> None:
        self._desk.message.connect(self.message)
        self._desk.refused.connect(self._read_all)
        self._side.new_asked.connect(self.new_meeting)
        self._side.calendar_asked.connect(self.show_calendar)
        self._side.series_asked.connect(self.show_series)
        self._side.filter_asked.connect(self._read_series_titles)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._side.begin_filter)
        self.list.chosen.connect(self._choose)
        self.view.source_opened.connect(self.source_opened)
        self.view.meeting_opened.connect(self.open_meeting)
        self.view.calendar_asked.connect(self.calendar_asked)
        self.view.attachment_opened.connect(self.attachment_opened)
        self.view.attachment_saved.connect(self.attachment_saved)
        self.view.document_asked.connect(self.document_asked)
        self.view.removal_asked.connect(self._remove)

    @property
    def _elsewhere(self) -> bool:
        return self._right.currentIndex() > _VIEW

    # Reading

    def _read_all(self) -> None:
        self._read_list()
        self._read_meeting()

    def _read_series_titles(self) -> None:
        series = self._desk.services.series

        def read() -> dict[UUID, str]:
            return {file.series.id: file.series.title for file in series.all()}

        self._desk.read("series titles", read, self._side.show_series)

    def _read_list(self) -> None:
        meetings, agreements, forum = self._desk.services.meetings, self._desk.services.agreements, self._forum
        self._desk.read("list", lambda: (forum, meetings.rows(forum=forum), agreements.get()), self._show_list)

    def _show_list(self, answer: tuple[Forum | None, tuple[MeetingRow, ...], Agreement | None]) -> None:
        forum, rows, self._agreement = answer
        if forum is not self._forum:
            return
        self._side.show_meetings(rows, self._agreement.areas if self._agreement else ())
        something = bool(rows) or forum is not None or self._elsewhere
        self._pages.setCurrentWidget(self._splitter if something else self._empty)
        known = {row.id for row in rows}
        if self._removed in known:  # undone: what comes back is what one wants to see
            self._show_again(self._removed)
        if self._wanted not in known:
            self._wanted = rows[0].id if rows else None
            self._read_meeting()
        self.list.choose(self._wanted)
        if self._wanted is None:
            self._show_nothing()

    def _read_calendar(self) -> None:
        if "calendar" in self.__dict__:
            meetings, agreements = self._desk.services.meetings, self._desk.services.agreements
            self._desk.read("calendar", lambda: (meetings.rows(), agreements.get()), self._show_calendar)

    def _read_series(self) -> None:
        if "series" in self.__dict__:
            self.series.refresh()

    def _show_calendar(self, answer: tuple[tuple[MeetingRow, ...], Agreement | None]) -> None:
        self.calendar.show_meetings(*answer)

    def _read_meeting(self) -> None:
        key, services = self._wanted, self._desk.services
        if key is not None:
            self._desk.read("meeting", lambda: read_meeting(services, key), self._show_meeting)

    def _show_meeting(self, opened: OpenMeeting | None) -> None:
        if opened is None or opened.agenda.file.meeting.id != self._wanted:
            return
        first = self.view.meeting_id != self._wanted
        self.view.show_meeting(opened)
        if not self._elsewhere:
            self._right.setCurrentWidget(self.view)
        if first:
            self.shown.emit(self._wanted)

    def _show_nothing(self) -> None:
        self.view.leave()
        if self._right.currentWidget() is self.view:
            self._right.setCurrentIndex(_NOTHING)

    def _show_again(self, key: UUID | None) -> None:
        self.view.flush()
        self._wanted, self._removed = key, None
        self._read_meeting()

    # What the user does

    def _new_on(self, day: date) -> None:
        self.new_meeting()
        self.form.propose_day(day)

    def _choose(self, key: UUID) -> None:
        if self._elsewhere:
            self._right.setCurrentWidget(self.view)
        if key != self._wanted:
            self.view.flush()
            self._wanted = key
            self._read_meeting()

    def _remove(self, meeting: Meeting) -> None:
        """Take a meeting away and go on to its neighbour in the list."""
        meetings = self._desk.services.meetings
        keys = [row.id for row in self.list.meetings.rows]
        place = keys.index(meeting.id) if meeting.id in keys else 0
        rest = [key for key in keys if key != meeting.id]
        self.view.leave()
        self.view.show_tab(Tab.AGENDA)
        self._right.setCurrentIndex(_NOTHING)
        self._removed = meeting.id
        self._wanted = rest[min(place, len(rest) - 1)] if rest else None
        sentence = self.tr("”{title}” är borttaget.").format(title=meeting.title)
        self._desk.write(lambda: meetings.remove(meeting.id), lambda _: self.message.emit(sentence, "info", True))
        self._read_all()

    def _make(self, meeting: Meeting, template_id: UUID | None) -> None:
        meetings = self._desk.services.meetings

        def made(key: UUID) -> None:
            self.form.clear()
            self._wanted = key
            if self._forum is not None:
                self._forum = meeting.forum_under(self._agreement)
            self._right.setCurrentWidget(self.view)
            self._read_all()
            self.message.emit(self.tr("”{title}” är upplagt.").format(title=meeting.title), "good", True)

        self._desk.write(lambda: meetings.create(meeting, template_id), made)

    def _leave_form(self) -> None:
        self._right.setCurrentIndex(_VIEW if self.view.meeting_id is not None else _NOTHING)
        self._read_list()
        self.list.setFocus()
