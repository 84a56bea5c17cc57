"""Persons, their roles and their rights to order: read, kept and changed one at a time (R15, R16, R32)."""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_rules import check_deputy, checked_assignment, checked_contact, checked_right
from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.errors import InputError
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.database import Database
from desktop.models.removal import remove
from desktop.services.contacts.contact_removal import check_removable, pairs_in
from desktop.services.contacts.merging.survivors import former_selves_in, survivor_in

_GONE = "Kontakten finns inte längre i registret."
_ROLE_GONE = "Uppdraget finns inte längre i registret."
_RIGHT_GONE = "Beställningsrätten finns inte längre i registret."

T = TypeVar("T")
AfterChange = Callable[[Session, Contact | None, Contact | None], None]


class Contacts:
    """Keeps the contact list.

    Args:
        database: The open register.
        now: Says what day it is.
        after_change: What follows when a contact, a role or a right has changed, in the same act: it gets the session
            that keeps it and the contact before and after; None before it came, or after it went.
    """

    def __init__(
        self, database: Database, now: Callable[[], date] = today, after_change: AfterChange | None = None
    ) -> None:
        self._database = database
        self._now = now
        self._after_change = after_change

    def all(self) -> tuple[Contact, ...]:
        """Everyone, in Swedish order by family name, with roles and rights."""
        with self._database.reading() as session:
            return contacts_in(session)

    def get(self, contact_id: UUID) -> Contact:
        """One contact with roles and rights; whoever was merged leads to the one who took over.

        Raises:
            InputError: The contact is not in the register any more.
        """
        with self._database.reading() as session:
            return contact_in(session, contact_id)

    def add(self, contact: Contact, *, group: UUID | None = None) -> None:
        """Keep a new contact with the roles and rights it comes with.

        Raises:
            InputError: The contact, a role or a right makes no sense; the sentence says why.
        """
        kept = checked_contact(contact, self._now())
        roles = [checked_assignment(role, contact.assignments) for role in contact.assignments]
        rights = [checked_right(right) for right in contact.orderer_rights]
        with self._writing("contact.add", kept.id, kept.name, group) as session:
            _check_deputy(session, kept)
            session.add(ContactRecord.of(kept))
            session.add_all(AssignmentRecord.of(replace(role, contact_id=kept.id)) for role in roles)
            session.add_all(AuthorisedOrdererRecord.of(replace(right, contact_id=kept.id)) for right in rights)

    def change(self, contact_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a contact a new content, by the names ``Contact`` has for them; not its roles and rights.

        Raises:
            InputError: The contact is gone or anonymised (R39), or the new content makes no sense.
        """
        before = self._open(contact_id)
        changed = checked_contact(replace(before, **fields), self._now(), before)
        with self._writing("contact.change", before.id, changed.name, group) as session:
            if (changed.deputy_id, changed.party) != (before.deputy_id, before.party):
                _check_deputy(session, changed)
            _record(session, before.id).take(changed)

    def confirm(self, contact_id: UUID, day: date) -> None:
        """Note that the particulars were right that day (R17).

        Raises:
            InputError: The contact is gone, ended or anonymised, or the day is still to come.
        """
        before = self._open(contact_id)
        _check_active(before, "bekräftas")
        changed = checked_contact(replace(before, confirmed_on=day), self._now(), before)
        with self._writing("contact.confirm", before.id, changed.name) as session:
            _record(session, before.id).take(changed)

    def remove(self, contact_id: UUID) -> None:
        """Remove a contact that was added by mistake, with its roles and rights; undo brings it back.

        Raises:
            InputError: The contact is gone, or something rests on it: then it is ended, not removed (R39).
        """
        before = self.get(contact_id)
        with self._writing("contact.remove", before.id, before.name) as session:
            check_removable(session, before, self._now())
            for pair in pairs_in(session, before.id):
                remove(session, pair)
            remove(session, _record(session, before.id))

    def assign(self, role: Assignment) -> None:
        """Give a contact a role (R15, R16).

        Raises:
            InputError: The contact is gone, ended or anonymised, or the role makes no sense.
        """
        before = self._open(role.contact_id)
        _check_active(before, "få uppdrag")
        kept = checked_assignment(role, before.assignments)
        with self._writing("contact.assign", before.id, before.name) as session:
            session.add(AssignmentRecord.of(replace(kept, contact_id=before.id)))

    def change_assignment(self, assignment_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a role a new content, by the names ``Assignment`` has for them; with ``ends_on`` it ends.

        Raises:
            InputError: The role is gone, its contact is anonymised, or the new content makes no sense.
        """
        role, before = self._role(assignment_id)
        kept = checked_assignment(replace(role, **fields), before.assignments)
        with self._writing("contact.assignment", before.id, before.name, group) as session:
            _known(session.get(AssignmentRecord, assignment_id), _ROLE_GONE).take(kept)

    def unassign(self, assignment_id: UUID) -> None:
        """Remove a role that was added by mistake; a role that was held is ended instead, and its history stays.

        Raises:
            InputError: The role is gone, its contact is anonymised, or nothing would be left to call the contact by.
        """
        role, before = self._role(assignment_id)
        left = replace(before, assignments=tuple(each for each in before.assignments if each.id != role.id))
        checked_contact(left, self._now(), before)
        with self._writing("contact.unassign", before.id, before.name) as session:
            remove(session, _known(session.get(AssignmentRecord, assignment_id), _ROLE_GONE))

    def entitle(self, right: AuthorisedOrderer) -> None:
        """Give a contact a right to order (R32).

        Raises:
            InputError: The contact is gone, ended or anonymised, or the right makes no sense.
        """
        before = self._open(right.contact_id)
        _check_active(before, "få beställa")
        kept = replace(checked_right(right), contact_id=before.id)
        with self._writing("contact.entitle", before.id, before.name) as session:
            session.add(AuthorisedOrdererRecord.of(kept))

    def change_right(self, right_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a right a new content, by the names ``AuthorisedOrderer`` has; with ``ends_on`` it ends.

        Raises:
            InputError: The right is gone, its contact is anonymised, or the new content makes no sense.
        """
        right, before = self._right(right_id)
        kept = checked_right(replace(right, **fields))
        with self._writing("contact.right", before.id, before.name, group) as session:
            _known(session.get(AuthorisedOrdererRecord, right_id), _RIGHT_GONE).take(kept)

    def disentitle(self, right_id: UUID) -> None:
        """Remove a right to order that was added by mistake; one that was in force is ended instead.

        Raises:
            InputError: The right is gone, or its contact is anonymised.
        """
        _, before = self._right(right_id)
        with self._writing("contact.disentitle", before.id, before.name) as session:
            remove(session, _known(session.get(AuthorisedOrdererRecord, right_id), _RIGHT_GONE))

    @contextmanager
    def _writing(self, verb: str, contact_id: UUID, name: str, group: UUID | None = None) -> Generator[Session]:
        """A session for one act on a contact; what follows from it is done in it too."""
        with self._database.writing(Act(verb, name), group=group) as session:
            if self._after_change is None:
                yield session
                return
            before = _one_in(session, contact_id)
            yield session
            session.flush()
            self._after_change(session, before, _one_in(session, contact_id))

    def _open(self, contact_id: UUID) -> Contact:
        """A contact that may be changed.

        Raises:
            InputError: It is gone or anonymised.
        """
        contact = self.get(contact_id)
        if contact.anonymised_on is not None:
            raise InputError("Kontakten är anonymiserad och kan inte ändras.")
        return contact

    def _role(self, assignment_id: UUID) -> tuple[Assignment, Contact]:
        with self._database.reading() as session:
            role = _known(session.get(AssignmentRecord, assignment_id), _ROLE_GONE).to_value()
        return role, self._open(role.contact_id)

    def _right(self, right_id: UUID) -> tuple[AuthorisedOrderer, Contact]:
        with self._database.reading() as session:
            right = _known(session.get(AuthorisedOrdererRecord, right_id), _RIGHT_GONE).to_value()
        return right, self._open(right.contact_id)


def contact_in(session: Session, contact_id: UUID) -> Contact:
    """One contact with roles and rights; whoever was merged leads to the one who took over.

    Raises:
        InputError: The contact is not in the register any more.
    """
    found = _one_in(session, survivor_in(session, contact_id))
    if found is None:
        raise InputError(_GONE)
    return found


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
    former = former_selves_in(session)
    return tuple(
        person.to_value(tuple(assignments[person.id]), tuple(orderers[person.id]), former.get(person.id, ()))
        for person in session.scalars(people)
    )


def _one_in(session: Session, contact_id: UUID) -> Contact | None:
    return next(iter(contacts_in(session, [contact_id])), None)


def _record(session: Session, contact_id: UUID) -> ContactRecord:
    return _known(session.get(ContactRecord, contact_id), _GONE)


def _known(record: T | None, gone: str) -> T:
    if record is None:
        raise InputError(gone)
    return record


def _check_active(contact: Contact, what: str) -> None:
    if contact.ended_on is not None:
        raise InputError(f"Kontakten är avslutad och kan inte {what}.", "Öppna den igen först.")


def _check_deputy(session: Session, contact: Contact) -> None:
    if contact.deputy_id is None:
        return
    deputy = contact_in(session, contact.deputy_id)
    if deputy.party is not contact.party:
        raise InputError("En ersättare hör till samma part som den som ersätts.", "Välj någon annan.")
    having = session.scalars(select(ContactRecord).where(ContactRecord.deputy_id.is_not(None)))
    check_deputy(contact.id, contact.deputy_id, {record.id: record.deputy_id for record in having})
