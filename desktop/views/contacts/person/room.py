"""One person of the contact list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.views.contacts.detail import ContactDetail
from desktop.views.contacts.person.menu import PersonMenu
from desktop.views.contacts.room import RoomView

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.agreement import ServiceArea
    from desktop.domain.contact import Contact
    from desktop.views.contacts.desk import ContactDesk


class PersonRoom(RoomView):
    """Shows a person.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        menu: What else can be done with the person.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.setObjectName("personRoom")
        self._subject: UUID | None = None
        self.menu = PersonMenu()
        self.menu.hide()
        self.head.add_action(self.menu)
        self._detail = ContactDetail()
        self.body.addWidget(self._detail, 1)

    def enter(self, subject: UUID | None) -> None:
        """Show the person with this key."""
        self._subject = subject
        services = self.desk.services
        if subject is not None:
            self.desk.read(
                "person",
                lambda: (services.contacts.get(subject), services.agreements.get(), services.agreements.areas()),
                lambda found: self._show(found[0], found[1].agency_name if found[1] else "", found[2]),
            )

    def refresh(self, kinds: frozenset[str]) -> None:  # noqa: ARG002 - all of it is here
        """Read the person again."""
        self.enter(self._subject)

    def _show(self, contact: Contact, agency: str, areas: tuple[ServiceArea, ...]) -> None:
        self.head.set_title(contact.name)
        self.menu.show_contact(contact)
        self._detail.show_contact(contact, agency, {area.id: area.name for area in areas}, self.desk.now())
