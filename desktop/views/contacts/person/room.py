"""One person of the contact list, or a new one: who they are, what they may, and everything connected to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.contacts.contact import Contact
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import Source
from desktop.views.contacts.person.file import PersonFile, read_around, read_person
from desktop.views.contacts.person.menu import PersonMenu
from desktop.views.contacts.person.new_contact import NewContact
from desktop.views.contacts.person.pages import PersonPages
from desktop.views.contacts.person.reach_bar import ReachBar
from desktop.views.contacts.person.state_line import StateLine
from desktop.views.contacts.room import Room, RoomView, Way
from desktop.views.contacts.suggestion import Suggestions
from desktop.views.contacts.words import party_name
from desktop.views.parts.card import Card
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import VerticalScroll

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.errors import AppError
    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import Around

_CONCERNED = frozenset({
    "contact", "agreement", "contact_notice", "disposal", "meeting", "agenda", "action", "decision", "notes_version",
})  # fmt: skip
_FORM_WIDTH = 720


class PersonRoom(RoomView):
    """Shows and changes a person; entered for nobody, it writes a new contact.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        menu: What else can be done with the person.
        pages: What is shown of a person: particulars, roles, rights, everything connected, history.
        new: The form of a new contact.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("personRoom")
        self._subject: UUID | None = None
        self._around: Around | None = None
        self._draft: Contact | None = None
        self.menu = PersonMenu()
        self.menu.add(self.tr("Ta bort, lades in av misstag"), "contactRemove", self._remove)
        self.menu.hide()
        self.head.add_action(self.menu)
        self._reach = ReachBar()
        self._reach.said.connect(self._say)
        self._state = StateLine()
        self.pages = PersonPages(desk)
        self.pages.details.changed.connect(self._show_head)
        self.pages.connected.opened.connect(self._open)
        self.new = NewContact(desk.now)
        self.new.setObjectName("newContactForm")
        self.new.accepted.connect(self._add)
        self.new.cancelled.connect(self.closed)
        self._like_new = Suggestions(desk, is_new=True)
        self._like_new.left_for.connect(self._look_at)
        self.new.typed.connect(self._like_new.consider)
        self.new.below_names.addWidget(self._like_new)
        self._like_shown = Suggestions(desk, is_new=False)
        self._like_shown.left_for.connect(self.left_for)
        self.pages.details.typed.connect(self._like_shown.consider)
        self.pages.details.below_names.addWidget(self._like_shown)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._person_side())
        self._stack.addWidget(self._new_side())
        self.body.addWidget(self._stack, 1)
        self._order = ReadingOrder(self)

    def enter(self, subject: UUID | None) -> None:
        """Show the person with this key, or an empty form for a new one."""
        services = self.desk.services
        if subject is None:
            self._leave_person()
            self._draft = self._draft or Contact(id=new_id(), party=Party.AGENCY)
            self.desk.read("person", lambda: read_around(services), self._show_new)
            return
        if subject != self._subject:
            self._leave_person()
            self._stack.hide()
        self._subject = subject
        self.desk.read("person", lambda: read_person(services, subject), self._show, self._be_gone)

    def begin(self, draft: Contact) -> None:
        """Write a new contact with what is known of it already."""
        self._draft = draft
        self.enter(None)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read the person again if the news concern it; a form that is being filled in stays as it is."""
        if self._subject is not None and kinds & _CONCERNED:
            self.enter(self._subject)

    def flush(self) -> None:
        """Store what is being typed."""
        self.pages.flush()

    def _person_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._reach)
        column.addWidget(self._state)
        column.addWidget(self.pages, 1)
        return side

    def _new_side(self) -> QWidget:
        card = Card(padding=16)
        card.body.addWidget(self.new)
        card.setMaximumWidth(_FORM_WIDTH)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.addWidget(card)
        column.addStretch(1)
        line.addLayout(column, 1)
        line.addStretch(0)
        return VerticalScroll(inside)

    def _show(self, file: PersonFile) -> None:
        self._subject = file.contact.id
        self._around = file.around
        self.turned.emit(Way(Room.PERSON, file.contact.id))
        self._show_head(file.contact)
        self._state.show_person(file)
        self.pages.show_person(file)
        self._stack.setCurrentIndex(0)
        self._stack.show()

    def _show_head(self, contact: Contact) -> None:
        self.head.set_title(contact.name)
        agency = self._around.agency if self._around is not None else ""
        title = contact.title if contact.title != contact.name else ""
        self.head.set_subtitle(" · ".join(part for part in (title, party_name(contact.party, agency)) if part))
        self.menu.show_contact(contact)
        self._reach.show_contact(contact)

    def _show_new(self, around: Around) -> None:
        self.head.set_title(self.tr("Ny kontakt"))
        self.head.set_subtitle("")
        self.menu.hide()
        if self._draft is not None:
            self._like_new.clear()
            self.new.show_draft(self._draft, around)
        self._draft = None
        self._stack.setCurrentIndex(1)
        self._stack.show()
        self.new.focus_first()

    def _look_at(self, way: Way) -> None:
        """See who was suggested; what is written of the new contact is there on the way back."""
        self._draft = self.new.written()
        self.left_for.emit(way)

    def _leave_person(self) -> None:
        self.pages.leave()
        self._like_shown.clear()
        self._subject = None

    def _be_gone(self, error: AppError) -> None:
        """The person is not there any more, for instance because adding them was undone."""
        self._subject = None
        self._say(str(error))
        if self.isVisible():
            self.closed.emit()

    def _add(self) -> None:
        contact = self.new.checked()
        if contact is None:
            return
        contacts, group = self.desk.services.contacts, new_id()
        said = self.tr("{name} är tillagd.").format(name=contact.name)

        def added(_: object) -> None:
            self._like_new.remember(contact.id, group)
            self.desk.message.emit(said, "good", True)
            self.enter(contact.id)

        self.desk.write(lambda: contacts.add(contact, group=group), added)

    def _remove(self, contact: Contact) -> None:
        contacts = self.desk.services.contacts
        said = self.tr("{name} är borttagen.").format(name=contact.name)

        def removed(_: object) -> None:
            self.desk.message.emit(said, "good", True)
            self._subject = None
            self.closed.emit()

        self.flush()
        self.desk.write(lambda: contacts.remove(contact.id), removed)

    def _say(self, sentence: str) -> None:
        self.desk.message.emit(sentence, "info", False)

    def _open(self, way: Way | Source) -> None:
        if isinstance(way, Source):
            self.source_opened.emit(way)
        else:
            self.left_for.emit(way)
