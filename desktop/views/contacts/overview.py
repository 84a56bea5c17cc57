"""Where one comes in: everyone with their roles, and where nobody holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.contacts.overview_head import OverviewHead
from desktop.views.contacts.register import Register
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.contacts.rows import ContactRow, ContactRows
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.list_row import RowList
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from PySide6.QtCore import QModelIndex

    from desktop.views.contacts.desk import ContactDesk

_CONCERNED = frozenset({"contact", "agreement"})


class Overview(RoomView):
    """Who holds which role at which level at both sides, and where nobody does (R15–R17).

    Args:
        desk: The way to the register.
        rooms: The rooms there are besides; only these are offered.
        parent: The owning widget.

    Attributes:
        top: The actions of the head, where exports are offered.
        import_asked: The user wants to import the contact list.
    """

    import_asked = Signal()

    def __init__(self, desk: ContactDesk, rooms: Collection[Room] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.head.set_title(self.tr("Kontakter"))
        self.back.hide()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.top = OverviewHead(self.head, rooms)
        self.top.import_asked.connect(self.import_asked)
        self.top.left_for.connect(self.left_for)
        self.body.addWidget(self.top)
        self._register = Register(contacts=(), agency="", areas={}, day=desk.now())
        self._build()

    def enter(self, subject: UUID | None) -> None:  # noqa: ARG002 - there is only one
        """Show the register."""
        self.desk.read("overview", self._read, self._show)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the register again if the news concern it."""
        if kinds & _CONCERNED:
            self.enter(None)

    def _build(self) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("contactSearch")
        self._search.setAccessibleName(self.tr("Sök bland kontakterna"))
        self._search.setPlaceholderText(self.tr("Sök namn, uppdrag eller tjänsteområde"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(400)
        self._search.textChanged.connect(self._show_entries)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._search.setFocus)
        self._rows = ContactRows()
        self._list = RowList(self.tr("Kontakter"))
        self._list.setObjectName("contactList")
        self._list.setModel(self._rows)
        self._list.setItemDelegate(ContactRow(self._list, self._rows))
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self._none = Text(self.tr("Ingen kontakt passar sökningen."), "muted", wrap=True)
        self._none.setObjectName("contactNone")
        self._none.setContentsMargins(12, 12, 12, 12)
        empty = EmptyState(
            self.tr("Inga kontakter ännu"),
            self.tr(
                "Här står vem som är kontaktperson på varje nivå hos er och hos Statens servicecenter. "
                "Börja med kontaktförteckningen som ni har."
            ),
            self.tr("Importera kontaktförteckningen"),
            "contacts",
        )
        empty.action_chosen.connect(self.import_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._register_and_search())
        self._pages.addWidget(empty)
        self.body.addWidget(self._pages, 1)

    def _register_and_search(self) -> QWidget:
        register = Card()
        register.body.addWidget(self._list, 1)
        register.body.addWidget(self._none)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(register, 1)
        return whole

    def _read(self) -> Register:
        agreement = self.desk.services.agreements.get()
        return Register(
            contacts=self.desk.services.contacts.all(),
            agency=agreement.agency_name if agreement else "",
            areas={area.id: area.name for area in self.desk.services.agreements.areas()},
            day=self.desk.now(),
        )

    def _show(self, register: Register) -> None:
        self._register = register
        self._pages.setCurrentIndex(0 if register.contacts else 1)
        confirmed = max((contact.confirmed_on for contact in register.contacts if contact.confirmed_on), default=None)
        self.top.show_freshness(confirmed, register.day, empty=not register.contacts)
        self._show_entries()

    def _show_entries(self) -> None:
        entries = self._register.entries(self._search.text())
        self._rows.show_entries(entries)
        self._none.setVisible(not entries)
        self._list.setVisible(bool(entries))

    def _open(self, index: QModelIndex) -> None:
        entry = self._rows.entry_at(index)
        if entry is not None and entry.contact is not None:
            self.left_for.emit(Way(Room.PERSON, entry.contact.id))
