"""What the binder of a meeting says: its agenda with background and notes, who takes part, and its files (R6, R11)."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.attachment import Attachment
from desktop.domain.dates import SWEDEN
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.agenda_document import AgendaLine
from desktop.domain.meetings.binder_document import BinderAttachment, BinderDocument, BinderItem, came_late
from desktop.domain.meetings.meeting import Meeting, MeetingFile, MeetingState
from desktop.domain.meetings.notes_document import NotesLine
from desktop.models.agenda import AgendaItemRecord
from desktop.models.attachment import AttachmentRecord
from desktop.models.meeting import MeetingRecord
from desktop.models.notes import ItemNoteRecord
from desktop.services.heads import meeting_head_in, naming_agreement_in
from desktop.services.meetings.agenda_papers import agenda_lines, items_in
from desktop.services.meetings.meetings import meeting_file_in
from desktop.services.meetings.notes_papers import notes_document_in


def binder_document_in(session: Session, meeting_id: UUID, day: date) -> BinderDocument:
    """Everything about a meeting, as it stands that day and as this session sees it.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    file = meeting_file_in(session, meeting_id)
    agreement = naming_agreement_in(session)
    items = items_in(session, meeting_id)
    lines = agenda_lines(items, agreement, file.meeting)
    notes = notes_document_in(session, meeting_id)
    noted = {line.number: line for line in notes.items if _says_something(line)}
    earlier = _earlier(session, items)
    available = _available_on(file)
    return BinderDocument.under(
        meeting_head_in(session, file),
        as_of=day,
        available_on=available,
        participants=notes.participants,
        items=tuple(
            _item(line, earlier.get(item.id), noted.get(line.number)) for item, line in zip(items, lines, strict=True)
        ),
        attachments=tuple(_listed(session, file.meeting, available, agreement.agency_name)),
    )


def _item(line: AgendaLine, earlier: tuple[str, date] | None, notes: NotesLine | None) -> BinderItem:
    said, day = earlier or ("", None)
    return BinderItem(line=line, earlier=said, earlier_on=day, notes=notes)


def _says_something(line: NotesLine) -> bool:
    return bool(line.text or line.decisions or line.actions or line.information or line.outcome)


def _earlier(session: Session, items: list[AgendaItem]) -> Mapping[UUID, tuple[str, date]]:
    """What was noted under the items that these go on with, and on which day, by the keys of these."""
    carried = {item.carried_from: item.id for item in items if item.carried_from}
    wanted = (
        select(ItemNoteRecord.item_id, ItemNoteRecord.text, MeetingRecord.starts_at)
        .join(AgendaItemRecord, AgendaItemRecord.id == ItemNoteRecord.item_id)
        .join(MeetingRecord, MeetingRecord.id == AgendaItemRecord.meeting_id)
        .where(ItemNoteRecord.item_id.in_(list(carried)))
    )
    found = session.execute(wanted)
    return {carried[key]: (text, starts.astimezone(SWEDEN).date()) for key, text, starts in found}


def _available_on(file: MeetingFile) -> date | None:
    days = [step.taken_on for step in file.steps if step.state is MeetingState.AGENDA_AVAILABLE]
    return min(days, default=None)


def _listed(session: Session, meeting: Meeting, available: date | None, agency: str) -> Iterator[BinderAttachment]:
    """The files in their newest versions, by day and name; those that came late last."""
    wanted = select(AttachmentRecord).where(
        AttachmentRecord.meeting_id == meeting.id, AttachmentRecord.replaced_by.is_(None)
    )
    files = [record.to_value() for record in session.scalars(wanted)]
    files.sort(key=lambda file: (came_late(file, available, meeting.day), file.dated_on, file.name))
    for number, file in enumerate(files, 1):
        yield BinderAttachment(
            number=number,
            name=file.name,
            dated_on=file.dated_on,
            origin=_origin(file, agency),
            size=file.size,
            digest=file.digest,
            late=came_late(file, available, meeting.day),
        )


def _origin(file: Attachment, agency: str) -> str:
    if file.received:
        return f"Mottagen från {file.sender}" if file.sender else "Mottagen"
    return file.sender or agency
