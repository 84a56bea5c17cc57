"""Finished documents: the agenda as PDF, its pages as pictures and the mail it is sent with."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from desktop.domain.agenda import AgendaItem, PresenterRole, SourceKind, clock_times
from desktop.domain.agenda_document import AgendaDocument, AgendaLine, ParticipantLine, PartyHead
from desktop.domain.agreement import SSC_NAME, SSC_NUMBER, Agreement
from desktop.domain.contact import Contact
from desktop.domain.dates import SWEDEN, clock, clock_span, in_prose, now, week
from desktop.domain.document import FinishedDocument, MailDraft, PageImage
from desktop.domain.file_names import file_name
from desktop.domain.level import Party
from desktop.domain.meeting import Meeting, MeetingFile, Participant
from desktop.domain.vocabulary import ITEM_KIND, LEVEL, PRESENTER, forum_words
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.services.agreements import agreement_in
from desktop.services.contacts import contacts_in
from desktop.services.meetings import meeting_file_in

_DRAFT = "Utkast"
_SHARED_SOURCES = {SourceKind.MATTER, SourceKind.REPETITION, SourceKind.ORDER}
"""Sources that both parties know by the same name; the rest are the liaison's own bookkeeping."""


class Documents:
    """Makes documents of the register. Private preparation is never read here (R11)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def agenda(self, meeting_id: UUID) -> FinishedDocument:
        """The agenda of a meeting, accessible and archivable.

        Raises:
            InputError: The meeting is gone, or the agency has no name yet (R37).
        """
        from desktop.pdf.agenda import agenda_pdf

        content = self._agenda_document(meeting_id)
        title = f"Dagordning: {content.title} {in_prose(content.starts.date())}"
        return FinishedDocument(
            file_name=f"{file_name(f'Dagordning {content.starts.date()} {content.title}')}.pdf",
            title=title,
            pdf=agenda_pdf(content),
        )

    def pages(self, document: FinishedDocument, dots_per_inch: int) -> tuple[PageImage, ...]:
        """The pages as they will be printed, with the text they read."""
        from desktop.pdf.pages import render_pages

        return tuple(render_pages(document.pdf, dots_per_inch))

    def agenda_mail(self, meeting_id: UUID) -> MailDraft:
        """A mail with the agenda to everyone who takes part, for the user to look through and send.

        Raises:
            InputError: The meeting is gone, or the agency has no name yet.
        """
        from desktop.exchange.mail_draft import Attachment, Recipient, is_address, mail_draft

        document = self.agenda(meeting_id)
        with self._database.reading() as session:
            file = meeting_file_in(session, meeting_id)
            agreement = agreement_in(session)
            people = _in_order(file)
        reachable = [person for person in people if is_address(person.email)]
        content = mail_draft(
            document.title,
            _covering_letter(file.meeting, agreement),
            [Recipient(person.name, person.email) for person in reachable],
            Attachment(document.file_name, document.pdf),
        )
        return MailDraft(
            file_name=document.file_name.removesuffix(".pdf") + ".eml",
            content=content,
            recipients=tuple(person.name for person in reachable),
            without_address=tuple(person.name for person in people if person not in reachable),
        )

    def _agenda_document(self, meeting_id: UUID) -> AgendaDocument:
        with self._database.reading() as session:
            file = meeting_file_in(session, meeting_id)
            agreement = agreement_in(session)
            if agreement is None or not agreement.agency_name:
                raise InputError(
                    "Dokument måste ange myndigheten, och den är inte ifylld än.",
                    "Fyll i den under Arkiv, Myndighet och överenskommelse.",
                )
            wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
            records = session.scalars(wanted.order_by(AgendaItemRecord.position))
            items = [record.to_value() for record in records]
            people = _in_order(file)
            contacts = {c.id: c for c in contacts_in(session, [p.contact_id for p in people if p.contact_id])}
        return _agenda_document(file, agreement, items, people, contacts)


def _agenda_document(
    file: MeetingFile,
    agreement: Agreement,
    items: list[AgendaItem],
    people: list[Participant],
    contacts: dict[UUID, Contact],
) -> AgendaDocument:
    meeting = file.meeting
    parties = {Party.AGENCY: agreement.agency_name, Party.SSC: SSC_NAME}
    times = clock_times(meeting.starts_at, items)
    return AgendaDocument(
        title=meeting.title,
        level=forum_words(file.forum, file.area_name),
        agency=PartyHead(
            name=agreement.agency_name,
            organisation_number=str(agreement.agency_number or ""),
            registry_number=meeting.own_registry_number or agreement.own_registry_number,
        ),
        counterpart=PartyHead(
            name=SSC_NAME,
            organisation_number=str(SSC_NUMBER),
            registry_number=meeting.ssc_registry_number or agreement.ssc_registry_number,
        ),
        starts=meeting.starts_at.astimezone(SWEDEN),
        ends=meeting.ends_at.astimezone(SWEDEN),
        place=meeting.place,
        convener=parties[meeting.convener],
        status=_DRAFT,
        created=now(),
        participants=tuple(
            replace(_participant_line(p, contacts, parties, meeting), item=_item_words(p, items, times)) for p in people
        ),
        items=tuple(
            AgendaLine(
                number=number,
                title=item.title,
                kind=ITEM_KIND[item.kind],
                presenter=_presenter(item, agreement),
                minutes=item.minutes,
                starts=starts.astimezone(SWEDEN),
                ends=ends.astimezone(SWEDEN),
                wanted_outcome=item.wanted_outcome,
                source=item.source.label if item.source.kind in _SHARED_SOURCES else "",
            )
            for number, (item, (starts, ends)) in enumerate(zip(items, times, strict=True), 1)
        ),
        secrecy=meeting.secrecy,
    )


def _in_order(file: MeetingFile) -> list[Participant]:
    """The participants, our side first, those who are needed before those who may come."""
    return sorted(file.participants, key=lambda p: (p.party is not Party.AGENCY, not p.required))


def _participant_line(
    participant: Participant, contacts: dict[UUID, Contact], parties: dict[Party, str], meeting: Meeting
) -> ParticipantLine:
    contact = contacts.get(participant.contact_id) if participant.contact_id else None
    roles = [a for a in contact.assignments if a.held_on(meeting.day)] if contact else []
    title = participant.title or (contact.title if contact else "")
    functions = list(dict.fromkeys(a.function for a in roles if a.function and a.function != title))
    levels = list(dict.fromkeys(LEVEL[a.level] for a in roles if a.level))
    return ParticipantLine(
        name=participant.name,
        party=parties[participant.party] if participant.party else "",
        title=title,
        role=", ".join([*levels, *functions]),
        external=participant.party is None,
    )


def _item_words(participant: Participant, items: list[AgendaItem], times: list[tuple[datetime, datetime]]) -> str:
    """The one item an expert is invited to and when it begins if every item takes its time (R7)."""
    for number, (item, (starts, _)) in enumerate(zip(items, times, strict=True), 1):
        if item.id == participant.item_id:
            return f"till punkt\u00a0{number}, kl.\u00a0{clock(starts)}"
    return ""


def _presenter(item: AgendaItem, agreement: Agreement) -> str:
    """A reader at SSC would take "vi" for themselves, so the document names the agency."""
    role = item.presenter.role
    return item.presenter.name or (agreement.agency_name if role is PresenterRole.US else PRESENTER[role])


def _covering_letter(meeting: Meeting, agreement: Agreement | None) -> str:
    when = f"{in_prose(meeting.day)} kl. {clock_span(meeting.starts_at, meeting.ends_at)} ({week(meeting.day)})"
    sender = agreement.agency_name if agreement else ""
    place = f"Plats: {meeting.place}\n" if meeting.place else ""
    return (
        f"Hej!\n\nHär kommer förslaget till dagordning för {meeting.title[:1].lower()}{meeting.title[1:]} {when}.\n"
        f"{place}\nHör gärna av er om något saknas eller ska ändras.\n\nMed vänlig hälsning\n{sender}\n"
    )
