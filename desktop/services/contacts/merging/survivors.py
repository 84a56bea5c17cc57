"""Where contacts that have been merged lead, and whom a contact was before."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.models.contact import ContactRecord


def survivor_in(session: Session, contact_id: UUID) -> UUID:
    """The contact that a key leads to now: that of whom it was merged into, however many times; else itself."""
    passed = {contact_id}
    while (following := _merged_into(session, contact_id)) is not None and following not in passed:
        passed.add(following)
        contact_id = following
    return contact_id


def merged_ids_in(session: Session, contact_id: UUID) -> tuple[UUID, ...]:
    """The keys of everyone who was merged into a contact, however many times; their history is its history too."""
    found: list[UUID] = []
    behind = [contact_id]
    while behind:
        nearest = select(ContactRecord.id).where(ContactRecord.merged_into.in_(behind)).order_by(ContactRecord.id)
        behind = [each for each in session.scalars(nearest) if each not in {contact_id, *found}]
        found += behind
    return tuple(found)


def former_selves_in(session: Session) -> dict[UUID, tuple[Contact, ...]]:
    """Those who were merged into each contact, as they were; their names and addresses are signs of it still."""
    merged = select(ContactRecord).where(ContactRecord.merged_into.is_not(None)).order_by(ContactRecord.id)
    known = {record.id: record.to_value() for record in session.scalars(merged)}
    found: dict[UUID, list[Contact]] = defaultdict(list)
    for contact in known.values():
        found[_end_of_chain(contact, known)].append(contact)
    return {contact_id: tuple(selves) for contact_id, selves in found.items()}


def _end_of_chain(contact: Contact, known: Mapping[UUID, Contact]) -> UUID:
    """Where a contact leads through those who were merged after it."""
    passed: set[UUID] = set()
    while contact.id not in passed and contact.merged_into is not None:
        passed.add(contact.id)
        if contact.merged_into not in known:
            return contact.merged_into
        contact = known[contact.merged_into]
    return contact.id


def _merged_into(session: Session, contact_id: UUID) -> UUID | None:
    return session.scalar(select(ContactRecord.merged_into).where(ContactRecord.id == contact_id))
