"""What the agenda of a meeting and our proposals for it say on paper; private preparation is not read (R6, R9, R11)."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import SWEDEN, clock
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import AgendaItem, SourceKind, clock_times
from desktop.domain.meetings.agenda_document import AgendaDocument, AgendaLine, ParticipantLine
from desktop.domain.meetings.comparing import proposable
from desktop.domain.meetings.meeting import Meeting, MeetingFile, Participant
from desktop.domain.meetings.proposals_document import ProposalsDocument, ProposedItem
from desktop.domain.vocabulary import ITEM_KIND, LEVEL
from desktop.models.agenda import AgendaItemRecord
from desktop.services.contacts.contacts import contacts_in
from desktop.services.heads import meeting_head_in, naming_agreement_in, party_names, presenter_words
from desktop.services.meetings.meetings import meeting_file_in

_SHARED_SOURCES = {SourceKind.MATTER, SourceKind.REPETITION, SourceKind.ORDER}
"""Sources that both parties know by the same name; the rest are the liaison's own bookkeeping."""


def agenda_document_in(session: Session, meeting_id: UUID) -> AgendaDocument:
    """The agenda of a meeting, as this session sees it.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    agreement = naming_agreement_in(session)
    people = in_order(file)
    contacts = {c.id: c for c in contacts_in(session, [p.contact_id for p in people if p.contact_id])}
    parties, items = party_names(agreement), items_in(session, meeting_id)
    lines = agenda_lines(items, agreement, file.meeting)
    invited_to = {item.id: _item_words(line) for item, line in zip(items, lines, strict=True)}
    return AgendaDocument.under(
        meeting_head_in(session, file),
        participants=tuple(
            replace(
                _participant_line(person, contacts, parties, file.meeting),
                item=invited_to.get(person.item_id, "") if person.item_id else "",
            )
            for person in people
        ),
        items=lines,
    )


def proposals_document_in(session: Session, meeting_id: UUID, chosen: Collection[UUID] = ()) -> ProposalsDocument:
    """What we propose to SSC for a meeting: the chosen items, or all that can be proposed (R9).

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    agreement = naming_agreement_in(session)
    items = [item for item in items_in(session, meeting_id) if item.id in chosen]
    if not chosen:
        items = list(proposable(items_in(session, meeting_id)))
    return ProposalsDocument.under(
        meeting_head_in(session, file),
        items=tuple(
            ProposedItem(
                number=number,
                title=item.title,
                kind=ITEM_KIND[item.kind],
                presenter=presenter_words(item, agreement),
                minutes=item.minutes,
                wanted_outcome=item.wanted_outcome,
                source=shared_source(item),
                sent_on=item.sent_on,
            )
            for number, item in enumerate(items, 1)
        ),
    )


def items_in(session: Session, meeting_id: UUID) -> list[AgendaItem]:
    """The items of a meeting in order, as this session sees them."""
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    return [record.to_value() for record in session.scalars(wanted.order_by(AgendaItemRecord.position))]


def agenda_lines(items: list[AgendaItem], agreement: Agreement, meeting: Meeting) -> tuple[AgendaLine, ...]:
    """The items as they are printed, one after the other in time."""
    times = clock_times(meeting.starts_at, items)
    return tuple(
        AgendaLine(
            number=number,
            title=item.title,
            kind=ITEM_KIND[item.kind],
            presenter=presenter_words(item, agreement),
            minutes=item.minutes,
            starts=starts.astimezone(SWEDEN),
            ends=ends.astimezone(SWEDEN),
            wanted_outcome=item.wanted_outcome,
            source=shared_source(item),
            section=item.section,
        )
        for number, (item, (starts, ends)) in enumerate(zip(items, times, strict=True), 1)
    )


def shared_source(item: AgendaItem) -> str:
    """Where an item comes from, if both parties know it by that name."""
    return item.source.label if item.source.kind in _SHARED_SOURCES else ""


def in_order(file: MeetingFile) -> list[Participant]:
    """The participants, our side first, those who are needed before those who may come."""
    return sorted(file.participants, key=lambda p: (p.party is not Party.AGENCY, not p.required))


def _item_words(line: AgendaLine) -> str:
    """The one item an expert is invited to and when it begins if every item takes its time (R7)."""
    return f"till punkt\u00a0{line.number}, kl.\u00a0{clock(line.starts)}"


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
