"""What the room of a person shows, read in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.agreement import ServiceArea
    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_connections import Connections
    from desktop.domain.history import HistoryEntry
    from desktop.views.contacts.desk import ContactServices


class Around(NamedTuple):
    """What a form needs besides the contact: our side's name, the service areas and the functions there are."""

    agency: str = ""
    areas: tuple[ServiceArea, ...] = ()
    functions: tuple[str, ...] = ()


class PersonFile(NamedTuple):
    """A contact and everything about it."""

    contact: Contact
    around: Around
    connections: Connections
    history: tuple[HistoryEntry, ...]


def read_around(services: ContactServices) -> Around:
    """What forms need; called in the lane of the register."""
    agreement = services.agreements.get()
    areas = services.agreements.areas()
    return Around(agreement.agency_name if agreement else "", areas, services.contact_connections.functions())


def read_person(services: ContactServices, contact_id: UUID) -> PersonFile:
    """Everything about a contact; called in the lane of the register.

    Raises:
        InputError: The contact is not in the register any more.
    """
    return PersonFile(
        services.contacts.get(contact_id),
        read_around(services),
        services.contact_connections.of(contact_id),
        services.contact_connections.history(contact_id),
    )
