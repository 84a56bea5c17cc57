"""The page of contacts: the register at the left, one contact at the right; for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.dates import in_prose, today
from desktop.views.contacts.detail import ContactDetail
from desktop.views.contacts.register import EntryKind, Register
from desktop.views.contacts.rows import ContactRow, ContactRows
from desktop.views.parts.card import Card
from desktop.views.parts.empty_state import EmptyState
from desktop.views.parts.heading import PageHead
from desktop.views.parts.list_row import RowList
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QModelIndex

    from desktop.services.agreements import Agreements
    from desktop.services.contacts import Contacts
    from desktop.tasks import Tasks

_CONCERNED = frozenset({"contact", "agreement"})


class ContactsPage(QWidget):
    """Who holds which role at which level at both sides, and where nobody does (R15–R17).

    Args:
        tasks: The door to the services.
        contacts: The contact list.
        agreements: Gives our side's name and the service areas.
        now: Says what day it is.
        parent: The owning widget.

    Attributes:
        message: A sentence for the message bar, its tone and whether it can be undone.
        import_asked: The user wants to import the contact list.
    """

    message = Signal(str, str, bool)
    import_asked = Signal()

    def __init__(
        self,
        tasks: Tasks,
        contacts: Contacts,
        agreements: Agreements,
        now: Callable[[], date] = today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("contactsPage")
        self._tasks = tasks
        self._contacts = contacts
        self._agreements = agreements
        self._now = now
        self._register = Register(contacts=(), agency="", areas={}, day=now())
        self._wanted: UUID | None = None
        self._build()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the register again if the news concern it."""
        if kinds & _CONCERNED:
            self._tasks.run(self._read, self, self._show)

    def open_contact(self, contact_id: UUID) -> None:
        """Show a contact, whatever was searched for."""
        self._wanted = contact_id
        self._search.clear()
        self._tasks.run(self._read, self, self._show)

    def _build(self) -> None:
        self._head = PageHead(self.tr("Kontakter"))
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
        self._list.selectionModel().currentChanged.connect(self._row_chosen)
        self._none = Text(self.tr("Ingen kontakt passar sökningen."), "muted", wrap=True)
        self._none.setObjectName("contactNone")
        self._none.setContentsMargins(12, 12, 12, 12)
        self._detail = ContactDetail()
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
        self._pages.addWidget(self._register_and_detail())
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)

    def _register_and_detail(self) -> QWidget:
        register = Card()
        register.setMinimumWidth(260)
        register.body.addWidget(self._list, 1)
        register.body.addWidget(self._none)
        self._detail.setMinimumWidth(320)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("contactsSplitter")
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(register)
        splitter.addWidget(self._detail)
        splitter.setSizes([440, 580])
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(splitter, 1)
        return whole

    def _read(self) -> Register:
        agreement = self._agreements.get()
        return Register(
            contacts=self._contacts.all(),
            agency=agreement.agency_name if agreement else "",
            areas={area.id: area.name for area in self._agreements.areas()},
            day=self._now(),
        )

    def _show(self, register: Register) -> None:
        self._register = register
        self._pages.setCurrentIndex(0 if register.contacts else 1)
        confirmed = max((contact.confirmed_on for contact in register.contacts if contact.confirmed_on), default=None)
        last = self.tr("Uppgifter bekräftades senast {day}.").format(day=in_prose(confirmed)) if confirmed else ""
        self._head.set_subtitle(last)
        self._show_entries()

    def _show_entries(self) -> None:
        entries = self._register.entries(self._search.text())
        self._rows.show_entries(entries)
        self._none.setVisible(not entries)
        self._list.setVisible(bool(entries))
        index = self._rows.index_of(self._wanted)
        if not index.isValid():
            index = self._rows.first_person()
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        self._detail.setVisible(index.isValid())

    def _row_chosen(self, index: QModelIndex) -> None:
        entry = self._rows.entry_at(index)
        if entry is None:
            return
        if entry.contact is not None:
            self._wanted = entry.contact.id
            register = self._register
            self._detail.show_contact(entry.contact, register.agency, register.areas, register.day)
        elif entry.kind is EntryKind.GAP:
            self._detail.show_gap(entry.title)
