"""What both sides undertook at one meeting, as a document (R37, R40)."""

from desktop.domain.meetings.meeting_actions import MeetingAction, MeetingActions
from desktop.pdf.builder import Column, Lines
from desktop.pdf.head import begin_meeting, quiet_details, said
from desktop.pdf.text import Content, Run

_COLUMNS = (Column("Åtgärd"), Column("Ansvarig", 110), Column("Klar senast", 80), Column("Läge", 92))


def meeting_actions_pdf(document: MeetingActions) -> bytes:
    """The action list of a meeting as an accessible PDF; the same value gives the same bytes."""
    page = begin_meeting("Åtgärdslista", document)
    for party in document.parties:
        page.heading(2, said(party.party) or "Okänd part")
        page.text(party.sum if party.actions else Run(party.sum, muted=True))
        page.table(_COLUMNS, (_cells(action) for action in party.actions), row_head=0)
    return page.build()


def _cells(action: MeetingAction) -> tuple[Content | Lines, ...]:
    late = action.days_overdue > 0
    text = Lines((Run(action.text, strong=True), *quiet_details(action.details)))
    return text, action.owner, action.due, Run(action.progress, strong=late)
