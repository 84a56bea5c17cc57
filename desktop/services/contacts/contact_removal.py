"""Whether a contact may be removed: only one that was added by mistake, and that nothing rests on (R39)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord
from desktop.models.contact_list import DistinctPairRecord
from desktop.models.removal import referring_to

_OWN = (AssignmentRecord, AuthorisedOrdererRecord, DistinctPairRecord)
_INSTEAD = "Avsluta kontakten i stället, så finns uppgifterna kvar."


def check_removable(session: Session, contact: Contact, day: date) -> None:
    """Nothing refers to the contact, and no role or right of it has been in force before this day.

    Raises:
        InputError: The contact has to be ended instead.
    """
    for record, column in referring_to("contact"):
        wanted = select(func.count()).select_from(record).where(column == contact.id)
        if record not in _OWN and session.scalar(wanted):
            raise InputError(f"{contact.name} finns med på annat i registret och kan inte tas bort.", _INSTEAD)
    begun = (*contact.assignments, *contact.orderer_rights)
    if any(each.starts_on is None or each.starts_on < day for each in begun):
        raise InputError(f"{contact.name} har haft uppdrag och kan inte tas bort.", _INSTEAD)


def pairs_in(session: Session, contact_id: UUID) -> Sequence[DistinctPairRecord]:
    """What has been said of the contact and another one who only look alike; it goes away with the contact."""
    concerned = or_(DistinctPairRecord.first_id == contact_id, DistinctPairRecord.second_id == contact_id)
    return session.scalars(select(DistinctPairRecord).where(concerned)).all()
