"""Contacts on their way out: visiting cards, tables, the printed list by level, and mail to a group (R15, R16, R37)."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_export import CardVersion, Group, GroupAddresses, is_current
from desktop.domain.dates import in_prose, now, today
from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.file_names import file_name
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup_list import ExportedFile, FileForm
from desktop.domain.vocabulary import LEVEL
from desktop.errors import InputError
from desktop.exchange.contact_table import NAME, contact_table
from desktop.exchange.mail_draft import Recipient, is_address, mail_draft
from desktop.exchange.tables_out import delimited_file, workbook_file
from desktop.exchange.vcard_out import visiting_cards
from desktop.models.database import Database
from desktop.services.agreements import agreement_in, areas_in
from desktop.services.contacts.contact_papers import contact_document_in
from desktop.services.contacts.contacts import contacts_in


class ContactFiles:
    """Makes files, documents and mails of contacts.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def table(self, form: FileForm) -> ExportedFile:
        """All contacts as a file for spreadsheets, to work on or hand on: without our notes."""
        return self._table(form, NAME, with_notes=False)

    def own_copy(self, form: FileForm) -> ExportedFile:
        """All contacts with our notes about them: a copy that comes back without loss and stays with us."""
        return self._table(form, f"{NAME} med anteckningar", with_notes=True)

    def cards(self, version: CardVersion, ids: Iterable[UUID] | None = None) -> ExportedFile:
        """Visiting cards of these contacts, or of everyone who is still there.

        Raises:
            InputError: There is nobody to make a card of.
        """
        day = self._today()
        with self._database.reading() as session:
            contacts = [one for one in contacts_in(session, ids) if ids is not None or is_current(one, day)]
            contacts = [one for one in contacts if one.anonymised_on is None]
            if not contacts:
                raise InputError("Det finns inga kontakter att göra visitkort av.")
            content = visiting_cards(
                contacts,
                version,
                organisations={Party.AGENCY: _agency_in(session), Party.SSC: SSC_NAME},
                areas=_areas_in(session),
                stamp=now(),
            )
        name = file_name(contacts[0].name) if len(contacts) == 1 else f"Visitkort {day}"
        return ExportedFile(file_name=f"{name or 'Visitkort'}.vcf", content=content)

    def document(self, level: Level | None = None) -> FinishedDocument:
        """The list as it is today, all levels or one, with the day as its version.

        Raises:
            InputError: The agency has no name yet (R37).
        """
        from desktop.pdf.contact_list import contact_list_pdf

        day = self._today()
        with self._database.reading() as session:
            document = contact_document_in(session, level, day)
        name = f"{NAME}, {LEVEL[level]}" if level else NAME
        pdf = contact_list_pdf(document)
        return FinishedDocument(file_name=f"{name} {day}.pdf", title=f"{name} {in_prose(day)}", pdf=pdf)

    def mail(self, group: Group) -> MailDraft:
        """A mail to everyone of a group, for the user to write and send.

        Raises:
            InputError: Nobody of the group can be reached by mail.
        """
        with self._database.reading() as session:
            reachable, without = self._reach(session, group)
            sender = _agency_in(session)
        words = _words(group, sender)
        body = f"Hej!\n\n\n\nMed vänlig hälsning\n{sender}\n" if sender else "Hej!\n\n"
        return MailDraft(
            file_name=f"{file_name(f'Mejl till {words} {self._today()}')}.eml",
            content=mail_draft(f"Samverkan, {words}", body, [Recipient(one.name, _address(one)) for one in reachable]),
            recipients=tuple(one.name for one in reachable),
            without_address=tuple(one.name for one in without),
        )

    def addresses(self, group: Group) -> GroupAddresses:
        """The addresses of a group, as mail programs take them.

        Raises:
            InputError: Nobody of the group can be reached by mail.
        """
        with self._database.reading() as session:
            reachable, without = self._reach(session, group)
        return GroupAddresses(
            text="; ".join(dict.fromkeys(_address(one) for one in reachable)),
            recipients=tuple(one.name for one in reachable),
            without_address=tuple(one.name for one in without),
        )

    def _table(self, form: FileForm, name: str, *, with_notes: bool) -> ExportedFile:
        with self._database.reading() as session:
            contacts = [one for one in contacts_in(session) if one.anonymised_on is None]
            table = contact_table(contacts, _agency_in(session), _areas_in(session), with_notes=with_notes)
        write = workbook_file if form is FileForm.WORKBOOK else delimited_file
        return ExportedFile(file_name=f"{name} {self._today()}.{form}", content=write(table))

    def _reach(self, session: Session, group: Group) -> tuple[list[Contact], list[Contact]]:
        """Those of a group who can be reached by mail, and those who cannot."""
        members = group.members(contacts_in(session), self._today())
        reachable = [one for one in members if _address(one)]
        if not reachable:
            words = _words(group, _agency_in(session))
            if not members:
                raise InputError(f"Det finns ingen att skriva till: {words}.", "Lägg till kontaktpersoner först.")
            raise InputError(f"Ingen har en e-postadress: {words}.", "Fyll i adresserna på kontakterna.")
        return reachable, [one for one in members if not _address(one)]


def _address(contact: Contact) -> str:
    """Where someone is reached: their own mailbox, else that of their function; empty where there is neither."""
    return next((each for each in (contact.email, contact.function_email) if is_address(each)), "")


def _words(group: Group, agency: str) -> str:
    """A group in words: "taktisk nivå, Statens servicecenter"."""
    party = SSC_NAME if group.party is Party.SSC else agency or "vi"
    return f"{LEVEL[group.level] if group.level else 'alla med uppdrag'}, {party}"


def _agency_in(session: Session) -> str:
    agreement = agreement_in(session)
    return agreement.agency_name if agreement else ""


def _areas_in(session: Session) -> dict[UUID, str]:
    return {area.id: area.name for area in areas_in(session)}
