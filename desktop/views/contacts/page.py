"""The page of contacts: one room at a time, and the way back through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.domain.contacts.freshness import is_listed
from desktop.domain.dates import today
from desktop.views.contacts.desk import ContactDesk
from desktop.views.contacts.exports import Exports
from desktop.views.contacts.overview import Overview
from desktop.views.contacts.room import Room, Way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_matrix import Gap
    from desktop.tasks import Tasks
    from desktop.views.contacts.desk import ContactServices
    from desktop.views.contacts.room import RoomView

_CONCERNED = frozenset(
    {
        "contact",
        "agreement",
        "contact_notice",
        "received_list",
        "distinct_pair",
        "roster_check",
        "disposal",
        "rule_setting",
        "meeting",
        "action",
        "agenda",
    }
)


class ContactsPage(QWidget):
    """Who holds which role at both sides, and everything that keeps that list right (R15–R18).

    Args:
        tasks: The door to the services.
        services: What does the work.
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        import_asked: The user wants to import a list.
        handed_out: Something is to be made and leave the program, as ``Panels.hand_out`` takes it.
        meeting_opened: The key of a meeting that the user wants to see.
        source_opened: Something of another page that the user wants to see (``Source``).
    """

    message = Signal(str, str, bool)
    import_asked = Signal()
    handed_out = Signal(object)
    meeting_opened = Signal(object)
    source_opened = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: ContactServices,
        now: Callable[[], date] = today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("contactsPage")
        self.desk = ContactDesk(tasks, services, now, self)
        self.desk.message.connect(self.message)
        self.desk.refused.connect(self._read_anew)
        self._made: dict[Room, RoomView] = {}
        self._behind: list[Way] = []
        self._here = Way(Room.OVERVIEW)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._room(Room.OVERVIEW))
        self._room(Room.OVERVIEW).enter(None)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the room that is seen again if the news concern it."""
        if kinds & _CONCERNED:
            self._room(self._here.room).refresh(kinds)

    def flush(self) -> None:
        """Store what is being typed."""
        self._room(self._here.room).flush()

    def open_contact(self, contact_id: UUID) -> None:
        """Show a person."""
        self.go(Way(Room.PERSON, contact_id))

    def new_contact(self, draft: Contact | None = None) -> None:
        """Write a new contact, beginning with what is known of it already."""
        self.go(Way(Room.PERSON))
        if draft is not None:
            self._room(Room.PERSON).begin(draft)

    def open_notice(self, notice_id: UUID) -> None:
        """Show a notice of a changed contact."""
        self.go(Way(Room.NOTICE, notice_id))

    def reconcile(self, path: Path) -> None:
        """Compare SSC's list in a file with ours."""
        from desktop.views.contacts.reconciling.room import ReconcilingRoom

        self.go(Way(Room.RECONCILING))
        room = self._room(Room.RECONCILING)
        assert isinstance(room, ReconcilingRoom)
        room.open_file(path)

    @property
    def reconciles(self) -> bool:
        """Whether reconciling is on screen, so that a dropped file is SSC's list."""
        return self.isVisible() and self._here.room is Room.RECONCILING

    def go(self, way: Way) -> None:
        """Go to a room; the one that is left is where the way back leads."""
        if way != self._here:
            self.flush()
            self._behind = [] if way.room is Room.OVERVIEW else [*self._behind, self._here]
        self._enter(way)

    def go_back(self) -> None:
        """Go back to the room before this one."""
        self.flush()
        self._enter(self._behind.pop() if self._behind else Way(Room.OVERVIEW))

    def _enter(self, way: Way) -> None:
        self._here = way
        room = self._room(way.room)
        self._stack.setCurrentWidget(room)
        room.enter(way.subject)
        room.setFocus()

    def _appoint(self, gap: Gap) -> None:
        """Fill a vacant role, after the one who held it last where they hold nothing any more (R15)."""
        from desktop.views.contacts.change.room import ChangeRoom

        room = self._room(Room.CHANGE)
        assert isinstance(room, ChangeRoom)
        room.fill(gap)
        gone = gap.former is not None and not is_listed(gap.former, self.desk.now())
        self.go(Way(Room.CHANGE, gap.former.id if gap.former is not None and gone else None))

    def _turn(self, way: Way) -> None:
        """Know what the room shows now; a room that has been left meanwhile says nothing."""
        if way.room is self._here.room:
            self._here = way

    def _read_anew(self) -> None:
        self.refresh(_CONCERNED)

    def _room(self, which: Room) -> RoomView:
        if which not in self._made:
            room = self._builders()[which]()
            room.closed.connect(self.go_back)
            room.left_for.connect(self.go)
            room.turned.connect(self._turn)
            room.source_opened.connect(self.source_opened)
            room.handed_out.connect(self.handed_out)
            self._stack.addWidget(room)
            self._made[which] = room
        return self._made[which]

    def _builders(self) -> Mapping[Room, Callable[[], RoomView]]:
        return {
            Room.OVERVIEW: self._overview,
            Room.PERSON: self._person,
            Room.CHANGE: self._change,
            Room.NOTICE: self._notice,
            Room.RECONCILING: self._reconciling,
            Room.DUPLICATES: self._duplicates,
            Room.FRESHNESS: self._freshness,
            Room.ORDERERS: self._orderers,
            Room.ENDING: self._ending,
            Room.ANONYMISING: self._anonymising,
            Room.DISPOSALS: self._disposals,
        }

    def _overview(self) -> RoomView:
        overview = Overview(self.desk, self._builders().keys())
        overview.import_asked.connect(self.import_asked)
        overview.appointed.connect(self._appoint)
        Exports(self.desk, overview).offer_in(overview.top)
        return overview

    def _person(self) -> RoomView:
        from desktop.views.contacts.disposal.menu import offer_personal_data
        from desktop.views.contacts.person.room import PersonRoom

        room = PersonRoom(self.desk)
        room.menu.add(
            self.tr("Byt kontaktperson …"),
            "replaceContact",
            lambda contact: self.go(Way(Room.CHANGE, contact.id)),
            lambda contact: contact.anonymised_on is None and bool(contact.assignments or contact.orderer_rights),
        )
        room.menu.add(
            self.tr("Slå samman med …"),
            "mergeContact",
            lambda contact: self.go(Way(Room.DUPLICATES, contact.id)),
            lambda contact: contact.anonymised_on is None,
        )
        Exports(self.desk, room).offer_card_in(room.menu)
        offer_personal_data(room)
        return room

    def _duplicates(self) -> RoomView:
        from desktop.views.contacts.duplicates.room import DuplicatesRoom

        return DuplicatesRoom(self.desk)

    def _change(self) -> RoomView:
        from desktop.views.contacts.change.room import ChangeRoom

        return ChangeRoom(self.desk)

    def _notice(self) -> RoomView:
        from desktop.views.contacts.change.notice_room import NoticeRoom

        room = NoticeRoom(self.desk)
        room.meeting_opened.connect(self.meeting_opened)
        return room

    def _freshness(self) -> RoomView:
        from desktop.views.contacts.freshness.room import FreshnessRoom

        return FreshnessRoom(self.desk)

    def _orderers(self) -> RoomView:
        from desktop.views.contacts.orderers.room import OrderersRoom

        return OrderersRoom(self.desk)

    def _reconciling(self) -> RoomView:
        from desktop.views.contacts.reconciling.room import ReconcilingRoom

        return ReconcilingRoom(self.desk)

    def _ending(self) -> RoomView:
        from desktop.views.contacts.disposal.end_room import EndRoom

        return EndRoom(self.desk, self._builders().keys())

    def _anonymising(self) -> RoomView:
        from desktop.views.contacts.disposal.anonymise_room import AnonymiseRoom

        return AnonymiseRoom(self.desk)

    def _disposals(self) -> RoomView:
        from desktop.views.contacts.disposal.log_room import DisposalLogRoom

        return DisposalLogRoom(self.desk)
