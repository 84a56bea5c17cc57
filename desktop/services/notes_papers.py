"""What the notes of a meeting say: everything that was written down, and never private preparation (R11)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.agenda import AgendaItem, PresenterRole
from desktop.domain.agenda_document import PartyHead
from desktop.domain.agreement import SSC_NAME, SSC_NUMBER, Agreement
from desktop.domain.contact import Contact
from desktop.domain.dates import SWEDEN, now
from desktop.domain.followup import Action
from desktop.domain.level import Party
from desktop.domain.meeting import MeetingFile, Participant
from desktop.domain.notes_document import ActionLine, AttendanceLine, NotesDocument, NotesLine
from desktop.domain.vocabulary import ATTENDANCE, ITEM_KIND, OUTCOME, PRESENTER, forum_words
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.agreements import agreement_in
from desktop.services.contacts import contacts_in
from desktop.services.meetings import meeting_file_in, with_registry_numbers

DRAFT = "Utkast"
_BESIDE = "Antecknat utanför dagordningen"


@dataclass(slots=True)
class _Said:
    """What was written down under one item, or under none."""

    text: str = ""
    decisions: list[str] = field(default_factory=list[str])
    actions: list[Action] = field(default_factory=list[Action])
    information: list[str] = field(default_factory=list[str])

    @property
    def nothing(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.text or self.decisions or self.actions or self.information)


def notes_document_in(session: Session, meeting_id: UUID, *, status: str = DRAFT, digest: str = "") -> NotesDocument:
    """The notes of a meeting as they stand now, as this session sees them.

    Args:
        session: The session to read in.
        meeting_id: The meeting.
        status: How far the notes have come, as documents say it.
        digest: What finalised notes are known again by; empty for a draft.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    agreement = agreement_in(session)
    if agreement is None or not agreement.agency_name:
        raise InputError(
            "Dokument måste ange myndigheten, och den är inte ifylld än.",
            "Fyll i den under Arkiv, Myndighet och överenskommelse.",
        )
    meeting = with_registry_numbers(session, file.meeting)
    parties = {Party.AGENCY: agreement.agency_name, Party.SSC: SSC_NAME}
    return NotesDocument(
        title=meeting.title,
        level=forum_words(file.forum, file.area_name),
        agency=PartyHead(
            name=agreement.agency_name,
            organisation_number=str(agreement.agency_number or ""),
            registry_number=meeting.own_registry_number,
        ),
        counterpart=PartyHead(
            name=SSC_NAME, organisation_number=str(SSC_NUMBER), registry_number=meeting.ssc_registry_number
        ),
        starts=meeting.starts_at.astimezone(SWEDEN),
        ends=meeting.ends_at.astimezone(SWEDEN),
        place=meeting.place,
        convener=parties[meeting.convener],
        written_by=parties[meeting.notes_by],
        status=status,
        digest=digest,
        created=now(),
        participants=tuple(_attendance(session, file, parties)),
        items=tuple(_lines(session, meeting_id, agreement, parties)),
        secrecy=meeting.secrecy,
    )


def _attendance(session: Session, file: MeetingFile, parties: Mapping[Party, str]) -> Iterable[AttendanceLine]:
    """Those who were invited, our side first, those who were needed before those who could come (R7)."""
    people = sorted(file.participants, key=lambda p: (p.party is not Party.AGENCY, not p.required))
    contacts = {c.id: c for c in contacts_in(session, [p.contact_id for p in people if p.contact_id])}
    for person in people:
        yield AttendanceLine(
            name=person.name or person.email,
            party=parties[person.party] if person.party else "",
            title=_title(person, contacts),
            attendance=ATTENDANCE[person.attendance],
            replaced_by=person.replaced_by,
        )


def _title(person: Participant, contacts: Mapping[UUID, Contact]) -> str:
    contact = contacts.get(person.contact_id) if person.contact_id else None
    return person.title or (contact.title if contact else "")


def _lines(
    session: Session, meeting_id: UUID, agreement: Agreement, parties: Mapping[Party, str]
) -> Iterable[NotesLine]:
    """The items in order, and last what was written down under none of them."""
    records = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    items = [record.to_value() for record in session.scalars(records.order_by(AgendaItemRecord.position))]
    said = _said(session, meeting_id, items)
    for number, item in enumerate(items, 1):
        yield NotesLine(
            number=number,
            title=item.title,
            kind=ITEM_KIND[item.kind],
            section=item.section,
            presenter=_presenter(item, agreement),
            outcome=OUTCOME[item.state],
            deferrals=item.deferrals,
            **_content(said[item.id], parties),
        )
    if not said[None].nothing:
        yield NotesLine(number=len(items) + 1, title=_BESIDE, kind="", **_content(said[None], parties))


def _said(session: Session, meeting_id: UUID, items: Sequence[AgendaItem]) -> dict[UUID | None, _Said]:
    """What was written down at the meeting, by item; what belongs to no item of it stands under None."""
    keys = [item.id for item in items]
    said: dict[UUID | None, _Said] = {key: _Said() for key in (*keys, None)}
    for note in session.scalars(select(ItemNoteRecord).where(ItemNoteRecord.item_id.in_(keys))):
        said[note.item_id].text = note.text
    for kind in (DecisionRecord, ActionRecord, InformationRecord):
        wanted = select(kind).where(or_(kind.meeting_id == meeting_id, kind.item_id.in_(keys)))
        for record in session.scalars(wanted.order_by(kind.id)):
            _add(said[record.item_id if record.item_id in said else None], record)
    return said


def _add(said: _Said, record: DecisionRecord | ActionRecord | InformationRecord) -> None:
    if isinstance(record, ActionRecord):
        said.actions.append(record.to_value())
    elif isinstance(record, DecisionRecord):
        said.decisions.append(record.text)
    else:
        said.information.append(record.text)


def _content(said: _Said, parties: Mapping[Party, str]) -> dict[str, Any]:
    return {
        "text": said.text,
        "decisions": tuple(said.decisions),
        "actions": tuple(
            ActionLine(text=one.text, party=parties[one.party], owner=one.owner, due_on=one.due_on)
            for one in said.actions
        ),
        "information": tuple(said.information),
    }


def _presenter(item: AgendaItem, agreement: Agreement) -> str:
    """A reader at SSC would take "vi" for themselves, so the document names the agency."""
    role = item.presenter.role
    return item.presenter.name or (agreement.agency_name if role is PresenterRole.US else PRESENTER[role])
