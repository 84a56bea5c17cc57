"""A notice of a changed contact on its way out: as a document and as a mail draft (R18, R37)."""

from datetime import date

from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_notice import NoticeRow
from desktop.domain.contacts.notice_document import KIND, NoticeDocument, status_words
from desktop.domain.dates import in_prose
from desktop.domain.document import FinishedDocument, MailDraft
from desktop.domain.file_names import file_name
from desktop.domain.level import Level, Party
from desktop.exchange.mail_draft import Recipient, is_address, mail_draft
from desktop.services.contacts.contacts import contacts_in
from desktop.services.heads import list_head_in, naming_agreement_in


def notice_pdf(session: Session, row: NoticeRow, day: date) -> FinishedDocument:
    """A notice as a document.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    from desktop.pdf.contact_notice import contact_notice_pdf

    head, notice = list_head_in(session, day), row.notice
    document = NoticeDocument(
        agency=head.agency,
        counterpart=head.counterpart,
        title=notice.title,
        paragraphs=tuple(notice.body.splitlines()),
        effective_on=notice.effective_on,
        written_on=day,
        status=status_words(row),
        created=head.created,
    )
    return FinishedDocument(
        file_name=f"{file_name(f'{KIND} {day} {notice.title}')}.pdf",
        title=f"{KIND}: {notice.title}",
        pdf=contact_notice_pdf(document),
    )


def notice_mail(session: Session, row: NoticeRow, day: date) -> MailDraft:
    """A mail with the text of a notice, to SSC's contacts of the levels that it concerns.

    Raises:
        InputError: The agency has no name yet (R37).
    """
    agency, notice = naming_agreement_in(session).agency_name, row.notice
    people = _theirs(session, row, day)
    reachable = [person for person in people if is_address(person.email)]
    body = (
        f"Hej!\n\nHär kommer en anmälan om ändrad kontaktperson hos {agency}. "
        f"Ändringen gäller från den {in_prose(notice.effective_on)}.\n\n"
        f"{notice.title}\n\n{notice.body.strip()}\n\n"
        f"Uppdatera gärna er kontaktförteckning (samverkansmodellen, avsnitt 1.5).\n\n"
        f"Med vänlig hälsning\n{agency}\n"
    )
    return MailDraft(
        file_name=f"{file_name(f'{KIND} {day} {notice.title}')}.eml",
        content=mail_draft(
            f"{KIND}: {notice.title}", body, [Recipient(person.name, person.email) for person in reachable]
        ),
        recipients=tuple(person.name for person in reachable),
        without_address=tuple(person.name for person in people if person not in reachable),
    )


def _theirs(session: Session, row: NoticeRow, day: date) -> list[Contact]:
    """SSC's contacts of the levels that the persons of the notice have or had, or of every level."""
    everyone = contacts_in(session)
    concerned = [one for one in everyone if one.id in {row.notice.contact_id, row.notice.successor_id}]
    levels = {role.level for one in concerned for role in one.assignments if role.level}
    theirs = [one for one in everyone if one.party is Party.SSC]
    return _holding(theirs, levels, day) or _holding(theirs, set(Level), day)


def _holding(people: list[Contact], levels: set[Level], day: date) -> list[Contact]:
    return [one for one in people if any(role.level in levels and role.held_on(day) for role in one.assignments)]
