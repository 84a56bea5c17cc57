"""What the notes of a meeting say: everything that was written down, and never private preparation (R11)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Contact
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.followup import Action
from desktop.domain.meetings.meeting import MeetingFile, Participant
from desktop.domain.meetings.notes_document import ActionLine, AttendanceLine, NotesDocument, NotesLine
from desktop.domain.vocabulary import ATTENDANCE, ITEM_KIND, OUTCOME
from desktop.models.agenda import AgendaItemRecord
from desktop.models.followup import ActionRecord, DecisionRecord, InformationRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.contacts.contacts import contacts_in
from desktop.services.heads import DRAFT, meeting_head_in, naming_agreement_in, party_names, presenter_words
from desktop.services.meetings.meetings import meeting_file_in

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
    agreement = naming_agreement_in(session)
    parties = party_names(agreement)
    return NotesDocument.under(
        meeting_head_in(session, file, status),
        digest=digest,
        written_by=parties[file.meeting.notes_by],
        participants=tuple(_attendance(session, file, parties)),
        items=tuple(_lines(session, meeting_id, agreement, parties)),
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
            presenter=presenter_words(item, agreement),
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
