"""Where one comes in: who holds which role at both sides, as a matrix or as a list, as of any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.contacts.contact_notice import NoticeChannel
from desktop.domain.dates import in_prose
from desktop.views.contacts.day_bar import DayBar, Look
from desktop.views.contacts.list_of_day import read_list
from desktop.views.contacts.listing.narrowing import Narrowing, Standing
from desktop.views.contacts.listing.view import ListView
from desktop.views.contacts.matrix.view import MatrixView
from desktop.views.contacts.overview_head import OverviewHead
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.parts.announce import announce
from desktop.views.parts.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from desktop.domain.contacts.contact_notice import NoticeRow
    from desktop.domain.forum import Forum
    from desktop.domain.level import Party
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.list_of_day import ListOfDay

_CONCERNED = frozenset({"contact", "agreement", "contact_notice", "meeting", "roster_check", "rule_setting"})


class Overview(RoomView):
    """Who holds which role at which level at both sides, and where nobody does (R15–R18).

    Args:
        desk: The way to the register.
        rooms: The rooms there are besides; only these are offered.
        parent: The owning widget.

    Attributes:
        top: The actions of the head, where exports are offered.
        import_asked: The user wants to import the contact list.
        appointed: A vacant role is to be filled (``Gap``).
    """

    import_asked = Signal()
    appointed = Signal(object)

    def __init__(self, desk: ContactDesk, rooms: Collection[Room] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("contactsOverview")
        self._rooms = rooms
        self._look = Look.MATRIX
        self._asked: date | None = None
        self._shown: ListOfDay | None = None
        self._opened: UUID | None = None
        self.back.hide()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(8)
        self._build()
        self._connect()
        self._show_title()

    @property
    def day(self) -> date:
        """The day that is asked about."""
        return self._asked or self.desk.now()

    @property
    def listed(self) -> tuple[UUID, ...]:
        """The contacts that the list shows as it is narrowed, in its order; everyone while the matrix is looked at."""
        if self._look is Look.LIST:
            return self.list.model.contact_ids
        return tuple(line.contact.id for line in self._shown.lines) if self._shown else ()

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show the list as it was left, with the focus where it was."""
        self._read()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the list again if the news concern it."""
        if kinds & _CONCERNED:
            self._read()

    def show_look(self, look: Look) -> None:
        """Look at the list as a matrix or in a table."""
        self._look = look
        self._bar.show_look(look)
        self._show_page()

    def _build(self) -> None:
        self.top = OverviewHead(self.head, self._rooms)
        self._bar = DayBar(self.desk.now)
        self._bar.show_look(self._look)
        self._bar.show_day(self.day)
        self.matrix = MatrixView()
        self.list = ListView()
        self._empty = EmptyState(
            self.tr("Inga kontakter ännu"),
            self.tr(
                "Här står vem som är kontaktperson på varje nivå hos er och hos Statens servicecenter. "
                "Börja med kontaktförteckningen som ni har."
            ),
            self.tr("Importera kontaktförteckningen"),
            "contacts",
        )
        self._pages = QStackedWidget()
        for page in (self.matrix, self.list, self._empty):
            self._pages.addWidget(page)
        self.body.addWidget(self.top)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.top.import_asked.connect(self.import_asked)
        self.top.left_for.connect(self.left_for)
        self._empty.action_chosen.connect(self.import_asked)
        self._bar.look_chosen.connect(self.show_look)
        self._bar.day_chosen.connect(self._ask_about)
        self.matrix.opened.connect(self._open)
        self.matrix.appointed.connect(self.appointed)
        self.matrix.grid.list_asked.connect(self._list)
        self.matrix.notices.opened.connect(self._open_notice)
        self.matrix.notices.planned.connect(self._plan)
        self.matrix.notices.told.connect(self._note_told)
        self.list.opened.connect(self._open)
        self.closed.connect(self._leave_filter)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    # Reading

    def _read(self) -> None:
        services, day, today = self.desk.services, self.day, self.desk.now()
        self.desk.read("overview", lambda: read_list(services, day, today), self._show)

    def _show(self, shown: ListOfDay) -> None:
        if shown.day != self.day:
            return  # another day was asked about meanwhile
        self._shown = shown
        empty = not shown.lines
        self.top.show_freshness(shown)
        self._bar.setVisible(not empty)
        self._bar.show_day(shown.day)
        self.matrix.show_list(shown)
        self.list.show_list(shown)
        self._show_page()
        if self.hasFocus() and self._opened is not None:
            self._go_to(self._opened)

    def _show_page(self) -> None:
        if self._shown is not None and not self._shown.lines:
            self._pages.setCurrentWidget(self._empty)
        else:
            self._pages.setCurrentWidget(self.list if self._look is Look.LIST else self.matrix)

    def _show_title(self) -> None:
        if self._asked is None:
            self.head.set_title(self.tr("Kontakter"))
        else:
            self.head.set_title(self.tr("Kontakter den {day}").format(day=in_prose(self._asked)))

    def _go_to(self, contact_id: UUID) -> None:
        (self.list if self._look is Look.LIST else self.matrix).focus_contact(contact_id)

    # What the user does

    def _ask_about(self, day: date) -> None:
        asked = None if day == self.desk.now() else day
        if asked != self._asked:
            self._asked = asked
            self._show_title()
            announce(self, self.tr("Visar {day}").format(day=in_prose(day)))
        self._bar.show_day(day)
        self._read()

    def _open(self, contact_id: UUID) -> None:
        self._opened = contact_id
        self.left_for.emit(Way(Room.PERSON, contact_id))

    def _open_notice(self, notice_id: UUID) -> None:
        self.left_for.emit(Way(Room.NOTICE, notice_id))

    def _list(self, forum: Forum, party: Party) -> None:
        self.list.filters.show_narrowing(Narrowing(party=party, levels=forum.levels, standing=Standing.WITH_ROLE))
        self.show_look(Look.LIST)
        self.list.table.setFocus()

    def _plan(self, row: NoticeRow) -> None:
        """Take a change up at the next meeting, or open it where no meeting is planned (R18)."""
        place = row.next_forum
        if place is None:
            self.left_for.emit(Way(Room.NOTICE, row.notice.id))
            return
        said = self.tr("Ändringen tas upp på {meeting} den {day}.").format(meeting=place.title, day=in_prose(place.day))
        self.desk.write(
            lambda: self.desk.services.contact_notices.plan(row.notice.id, place.meeting_id),
            lambda _: self.desk.message.emit(said, "good", True),
        )

    def _note_told(self, row: NoticeRow) -> None:
        """Note that a change was announced at the meeting it was planned for (R18)."""
        place, notices = row.place, self.desk.services.contact_notices
        if place is None:
            return
        said = self.tr("Ändringen är meddelad på {meeting} den {day}.")
        self.desk.write(
            lambda: notices.announce(row.notice.id, NoticeChannel.FORUM, place.day, meeting_id=place.meeting_id),
            lambda _: self.desk.message.emit(said.format(meeting=place.title, day=in_prose(place.day)), "good", True),
        )

    def _find(self) -> None:
        """Finding is done in the list."""
        if self._shown is not None and self._shown.lines:
            self.show_look(Look.LIST)
            self.list.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.filters.words.selectAll()

    def _leave_filter(self) -> None:
        """Escape leaves what was typed in the filter."""
        if self._look is Look.LIST and self.list.filters.words.text():
            self.list.filters.words.clear()
