"""What can be done with a person's data, in the menu of the person (R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.views.contacts.room import Room, Way

if TYPE_CHECKING:
    from desktop.domain.contacts.contact import Contact
    from desktop.views.contacts.person.room import PersonRoom


def offer_personal_data(room: PersonRoom) -> None:
    """Add the extract, and the ways to end, to open again and to anonymise."""
    data, menu = room.desk.services.personal_data, room.menu
    menu.add(
        QCoreApplication.translate("Disposal", "Registerutdrag som PDF"),
        "personExtract",
        lambda contact: room.handed_out.emit(lambda: data.extract(contact.id)),
    )
    menu.add(
        QCoreApplication.translate("Disposal", "Registerutdrag som fil"),
        "personExtractFile",
        lambda contact: room.handed_out.emit(lambda: data.extract_file(contact.id)),
    )
    menu.add(
        QCoreApplication.translate("Disposal", "Avsluta kontakten …"),
        "endContact",
        lambda contact: room.left_for.emit(Way(Room.ENDING, contact.id)),
        lambda contact: contact.ended_on is None and contact.anonymised_on is None,
    )
    menu.add(
        QCoreApplication.translate("Disposal", "Öppna kontakten igen"),
        "resumeContact",
        lambda contact: _resume(room, contact),
        _is_ended,
    )
    menu.add(
        QCoreApplication.translate("Disposal", "Anonymisera …"),
        "anonymiseContact",
        lambda contact: room.left_for.emit(Way(Room.ANONYMISING, contact.id)),
        _is_ended,
    )


def _is_ended(contact: Contact) -> bool:
    return contact.ended_on is not None and contact.anonymised_on is None


def _resume(room: PersonRoom, contact: Contact) -> None:
    desk = room.desk
    said = QCoreApplication.translate("Disposal", "{name} är öppnad igen. Uppdragen är fortfarande avslutade.")
    desk.write(
        lambda: desk.services.personal_data.resume(contact.id),
        lambda _: desk.message.emit(said.format(name=contact.name), "good", True),
    )
