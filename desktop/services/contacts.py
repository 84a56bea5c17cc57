"""Persons and their roles."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contact import Assignment, AuthorisedOrderer, Contact
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.database import Database


class Contacts:
    """Reads the contact list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Contact, ...]:
        """Everyone, in Swedish order by family name, with roles and rights."""
        with self._database.reading() as session:
            return contacts_in(session)

    def get(self, contact_id: UUID) -> Contact:
        """One contact with roles and rights.

        Raises:
            InputError: The contact is not in the register any more.
        """
        with self._database.reading() as session:
            for contact in contacts_in(session, [contact_id]):
                return contact
        raise InputError("Kontakten finns inte längre i registret.")


def contacts_in(session: Session, ids: Iterable[UUID] | None = None) -> tuple[Contact, ...]:
    """Contacts with their roles and rights in Swedish order: everyone, or those with these keys.

    Who has been merged into another contact is left out; all they had is there.
    """
    wanted = None if ids is None else list(ids)
    people = (
        select(ContactRecord)
        .where(ContactRecord.merged_into.is_(None))
        .order_by(ContactRecord.sort_key, ContactRecord.id)
    )
    roles = select(AssignmentRecord).order_by(AssignmentRecord.starts_on, AssignmentRecord.id)
    rights = select(AuthorisedOrdererRecord).order_by(AuthorisedOrdererRecord.starts_on, AuthorisedOrdererRecord.id)
    if wanted is not None:
        people = people.where(ContactRecord.id.in_(wanted))
        roles = roles.where(AssignmentRecord.contact_id.in_(wanted))
        rights = rights.where(AuthorisedOrdererRecord.contact_id.in_(wanted))
    assignments: dict[UUID, list[Assignment]] = defaultdict(list)
    for role in session.scalars(roles):
        assignments[role.contact_id].append(role.to_value())
    orderers: dict[UUID, list[AuthorisedOrderer]] = defaultdict(list)
    for right in session.scalars(rights):
        orderers[right.contact_id].append(right.to_value())
    return tuple(
        person.to_value(tuple(assignments[person.id]), tuple(orderers[person.id])) for person in session.scalars(people)
    )
