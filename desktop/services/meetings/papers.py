"""Every document of a meeting: how what it says is read from the register. Private preparation is not read (R11)."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from desktop.domain.document import DocumentRequest, Paper
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.meeting_head import MeetingHead
from desktop.domain.meetings.notes_document import NotesDocument
from desktop.errors import InputError
from desktop.models.notes import NotesVersionRecord
from desktop.services.meetings.agenda_papers import agenda_document_in, proposals_document_in
from desktop.services.meetings.binder_papers import binder_document_in
from desktop.services.meetings.briefs import brief_document_in
from desktop.services.meetings.fixed_notes import fixed_document, version_in_force
from desktop.services.meetings.notes_papers import notes_document_in
from desktop.services.meetings.notes_reviews import letter_in
from desktop.services.meetings.outcome_papers import decision_extract_in, meeting_actions_in

_Reader = Callable[[Session, DocumentRequest, date], MeetingHead | BriefDocument]

READERS: Mapping[Paper, _Reader] = {
    Paper.AGENDA: lambda session, asked, _: agenda_document_in(session, asked.meeting_id),
    Paper.BRIEF: lambda session, asked, day: brief_document_in(session, asked.meeting_id, day),
    Paper.PROPOSALS: lambda session, asked, _: proposals_document_in(session, asked.meeting_id, asked.items),
    Paper.BINDER: lambda session, asked, day: binder_document_in(session, asked.meeting_id, day),
    Paper.NOTES: lambda session, asked, _: _notes_in(session, asked),
    Paper.DECISIONS: lambda session, asked, _: decision_extract_in(session, asked.meeting_id),
    Paper.ACTIONS: lambda session, asked, day: meeting_actions_in(session, asked.meeting_id, day),
    Paper.DIFFERENCES: lambda session, asked, day: letter_in(session, asked.meeting_id, day),
}


def paper_in(session: Session, asked: DocumentRequest, day: date) -> MeetingHead | BriefDocument:
    """What a document says that day, as this session sees it.

    Raises:
        InputError: The meeting is gone, there is nothing to write about, or the agency has no name yet (R37).
    """
    return READERS[asked.paper](session, asked, day)


def _notes_in(session: Session, asked: DocumentRequest) -> NotesDocument:
    """The finalised notes that are asked for or in force, exactly as they were fixed; else the draft (R12)."""
    record = session.get(NotesVersionRecord, asked.version) if asked.version else None
    if asked.version and record is None:
        raise InputError("Versionen finns inte längre i registret.")
    record = record or version_in_force(session, asked.meeting_id)
    return fixed_document(record.to_value()) if record else notes_document_in(session, asked.meeting_id)
