"""What the register holds about one person, and the ending and anonymising of contacts (R38, R39)."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.disposal import (
    ANONYMOUS,
    AnonymisationPreview,
    Disposal,
    DisposalKind,
    DisposalRow,
    LooseEnds,
    checked_basis,
)
from desktop.domain.contacts.personal_extract import PersonalExtract
from desktop.domain.dates import today
from desktop.domain.document import FinishedDocument
from desktop.domain.file_names import file_name
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.meetings.followup_list import ExportedFile
from desktop.errors import InputError
from desktop.models.contact import ContactRecord
from desktop.models.contact_list import DisposalRecord
from desktop.models.database import Database
from desktop.models.scrubbing import scrub_at_commit
from desktop.services.contacts.contact_connections import ContactConnections
from desktop.services.contacts.contacts import contact_in, contacts_in
from desktop.services.contacts.privacy.anonymising import carry_out, check_can_anonymise, plan_in
from desktop.services.contacts.privacy.ending import check_can_end, check_can_resume, end_in, loose_ends
from desktop.services.contacts.privacy.extract import extract_in
from desktop.services.contacts.privacy.telling import kept_lines, removed_lines
from desktop.services.heads import list_head_in

_STATUS = "Utdrag ur registret"
_ALL_STAYS = "Uppgifterna finns kvar i registret tills kontakten anonymiseras."


class PersonalData:
    """Makes extracts, ends and anonymises contacts, and keeps the log of it.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def extract(self, contact_id: UUID) -> FinishedDocument:
        """Everything the register holds about a person as a document; private preparation is not part of it (R11).

        Raises:
            InputError: The contact is not in the register any more, or the agency has no name yet (R37).
        """
        from desktop.pdf.personal_extract import personal_extract_pdf

        extract = self._extract(contact_id)
        title = f"Registerutdrag {extract.name}"
        return FinishedDocument(
            file_name=f"{file_name(title)} {extract.head.day}.pdf",
            title=title,
            pdf=personal_extract_pdf(extract),
        )

    def extract_file(self, contact_id: UUID) -> ExportedFile:
        """The same as a JSON file with Swedish keys, which other programs can read too.

        Raises:
            InputError: The contact is not in the register any more, or the agency has no name yet (R37).
        """
        extract = self._extract(contact_id)
        name = f"{file_name(f'Registerutdrag {extract.name}')} {extract.head.day}.json"
        return ExportedFile(file_name=name, content=extract.to_json().encode())

    def loose_ends(self, contact_id: UUID) -> LooseEnds:
        """What somebody has to take over or see to before a contact is ended.

        Raises:
            InputError: The contact is not in the register any more.
        """
        connections = ContactConnections(self._database).of(contact_id)
        return loose_ends(self._contact(contact_id), connections, self._now())

    def end(self, contact_id: UUID, day: date, basis: str) -> None:
        """End a contact, with its open roles and rights, and log it (R39). Undo takes it back.

        Raises:
            InputError: The contact is gone, ended or anonymised, the day is still to come, or there is no basis.
        """
        reason = checked_basis(basis)
        contact = self._contact(contact_id)
        check_can_end(contact, day, self._now())
        with self._database.writing(Act("contact.end", contact.name)) as session:
            end_in(session, contact, day)
            self._log(session, contact.id, DisposalKind.ENDED, reason, _ALL_STAYS)

    def resume(self, contact_id: UUID) -> None:
        """Open an ended contact again; its roles and rights stay ended.

        Raises:
            InputError: The contact is gone, anonymised or not ended.
        """
        contact = self._contact(contact_id)
        check_can_resume(contact)
        with self._database.writing(Act("contact.resume", contact.name)) as session:
            session.get_one(ContactRecord, contact.id).change(ended_on=None)

    def preview(self, contact_id: UUID) -> AnonymisationPreview:
        """Exactly what anonymising a contact takes away, and what stays and why.

        Raises:
            InputError: The contact is not in the register any more.
        """
        contact = self._contact(contact_id)
        cannot = ""
        try:
            check_can_anonymise(contact)
        except InputError as error:
            cannot = str(error)
        with self._database.reading() as session:
            plan = plan_in(session, contact.id, self._now())
            return AnonymisationPreview(
                removed=tuple(removed_lines(plan)), kept=tuple(kept_lines(session, plan)), cannot=cannot
            )

    def anonymise(self, contact_id: UUID, basis: str) -> None:
        """Take away what tells who an ended contact was, also in history, and log it. This is lasting (R39).

        Neither this nor anything done before it can be undone from then on.

        Raises:
            InputError: The contact is gone, anonymised already or not ended, or there is no basis.
        """
        reason = checked_basis(basis)
        contact = self._contact(contact_id)
        check_can_anonymise(contact)
        with self._database.writing(Act("contact.anonymise", ANONYMOUS), lasting=True) as session:
            plan = plan_in(session, contact.id, self._now())
            kept = "\n".join(kept_lines(session, plan))
            carry_out(plan)
            self._log(session, contact.id, DisposalKind.ANONYMISED, plan.marks.without(reason), kept)
            scrub_at_commit(session, plan.told, plan.subject)

    def log(self) -> tuple[DisposalRow, ...]:
        """Every entry of the log, the latest first."""
        wanted = select(DisposalRecord).order_by(DisposalRecord.made_on.desc(), DisposalRecord.id.desc())
        with self._database.reading() as session:
            entries = [record.to_value() for record in session.scalars(wanted)]
            names = {contact.id: contact.name for contact in contacts_in(session, {e.contact_id for e in entries})}
        return tuple(DisposalRow(disposal=e, contact_name=names.get(e.contact_id, "")) for e in entries)

    def _extract(self, contact_id: UUID) -> PersonalExtract:
        connected = ContactConnections(self._database)
        connections, history = connected.of(contact_id), connected.history(contact_id)
        with self._database.reading() as session:
            head = list_head_in(session, self._now(), _STATUS)
            return extract_in(session, head, contact_in(session, contact_id), connections, history)

    def _contact(self, contact_id: UUID) -> Contact:
        with self._database.reading() as session:
            return contact_in(session, contact_id)

    def _log(self, session: Session, contact_id: UUID, kind: DisposalKind, basis: str, kept: str) -> None:
        entry = Disposal(
            id=new_id(),
            contact_id=contact_id,
            kind=kind,
            made_on=self._now(),
            basis=basis,
            made_by=self._database.who,
            kept=kept,
        )
        session.add(DisposalRecord.of(entry))
