"""Ends a contact with its open roles and rights, and opens it again (R39)."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_connections import Connections
from desktop.domain.contacts.disposal import LooseEnds
from desktop.domain.dates import in_prose
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.removal import remove
from desktop.services.contacts.change_notices import notice_of_change_in
from desktop.services.contacts.contacts import contact_in

_Held = TypeVar("_Held", AssignmentRecord, AuthorisedOrdererRecord)


def loose_ends(contact: Contact, connections: Connections, day: date) -> LooseEnds:
    """What is open for a contact on a day, from what is connected to it."""
    held = (*contact.assignments, *contact.orderer_rights)
    return LooseEnds(
        actions=sum(action.done_on is None for action in connections.actions),
        meetings=sum(meeting.is_coming for meeting in connections.meetings),
        notices=sum(notice.is_open for notice in connections.notices),
        roles=sum(each.ends_on is None or each.ends_on > day for each in held),
        deputy_for=tuple(other.name for other in connections.deputy_for),
    )


def check_can_end(contact: Contact, day: date, today: date) -> None:
    """Let a contact be ended that day.

    Raises:
        InputError: It is ended or anonymised already, or the day is still to come.
    """
    if contact.anonymised_on is not None:
        raise InputError("Kontakten är anonymiserad och kan inte ändras.")
    if contact.ended_on is not None:
        raise InputError(f"Kontakten avslutades redan den {in_prose(contact.ended_on)}.")
    if day > today:
        raise InputError(
            "En kontakt avslutas den dag den har slutat, inte i förväg.",
            "Ge uppdragen ett slutdatum i stället, eller byt kontaktperson.",
        )


def end_in(session: Session, contact: Contact, day: date) -> None:
    """End a contact: what is open of roles and rights ends that day, and the other party is told (R17).

    A role or right that begins later has never been held, and goes away.
    """
    _end_all(session, AssignmentRecord, contact.id, day)
    _end_all(session, AuthorisedOrdererRecord, contact.id, day)
    session.get_one(ContactRecord, contact.id).change(ended_on=day)
    session.flush()
    notice_of_change_in(session, contact, contact_in(session, contact.id), day)


def check_can_resume(contact: Contact) -> None:
    """Let an ended contact be opened again.

    Raises:
        InputError: It is anonymised, or not ended.
    """
    if contact.anonymised_on is not None:
        raise InputError("En anonymiserad kontakt kan inte öppnas igen.", "Lägg upp personen som en ny kontakt.")
    if contact.ended_on is None:
        raise InputError("Kontakten är inte avslutad.")


def _end_all(session: Session, kind: type[_Held], contact_id: UUID, day: date) -> None:
    for record in session.scalars(select(kind).where(kind.contact_id == contact_id)).all():
        if record.starts_on is not None and record.starts_on > day:
            remove(session, record)
        elif record.ends_on is None or record.ends_on > day:
            record.ends_on = day
