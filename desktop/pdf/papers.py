"""Every document of a meeting, printed: which module prints which value."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.meetings.agenda_document import AgendaDocument
from desktop.domain.meetings.binder_document import BinderDocument
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.decision_extract import DecisionExtract
from desktop.domain.meetings.differences_letter import DifferencesLetter
from desktop.domain.meetings.meeting_actions import MeetingActions
from desktop.domain.meetings.meeting_head import MeetingHead
from desktop.domain.meetings.notes_document import NotesDocument
from desktop.domain.meetings.proposals_document import ProposalsDocument
from desktop.pdf.agenda import agenda_pdf
from desktop.pdf.binder import binder_pdf
from desktop.pdf.brief import brief_pdf
from desktop.pdf.decision_extract import decision_extract_pdf
from desktop.pdf.differences_letter import differences_letter_pdf
from desktop.pdf.meeting_actions import meeting_actions_pdf
from desktop.pdf.notes import notes_pdf
from desktop.pdf.proposals import proposals_pdf

PRINTERS: Mapping[type, Callable[[Any], bytes]] = {
    AgendaDocument: agenda_pdf,
    BinderDocument: binder_pdf,
    BriefDocument: brief_pdf,
    DecisionExtract: decision_extract_pdf,
    DifferencesLetter: differences_letter_pdf,
    MeetingActions: meeting_actions_pdf,
    NotesDocument: notes_pdf,
    ProposalsDocument: proposals_pdf,
}


def paper_pdf(document: MeetingHead | BriefDocument) -> bytes:
    """A document of a meeting as an accessible PDF; the same value gives the same bytes."""
    return PRINTERS[type(document)](document)
