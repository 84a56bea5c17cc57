"""The open actions of both parties as a document (R37, R40)."""

from desktop.domain.meetings.followup_document import ActionLine, ActionListDocument, PartyActions
from desktop.domain.meetings.followup_list import overdue_words
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.fonts import SEMIBOLD
from desktop.pdf.head import begin_list
from desktop.pdf.text import Content, Run, fit

_COLUMNS = (
    Column("Åtgärd"),
    Column("Ansvarig", 96),
    Column("Nivå", 62),
    Column("Klar senast", 86),
    Column("Möte", 92),
)


def action_list_pdf(document: ActionListDocument) -> bytes:
    """The action list as an accessible PDF, one table for each party; the same value gives the same bytes."""
    page = begin_list("Åtgärdslista", "Öppna åtgärder för båda parter", document.head)
    for party in document.parties:
        _actions_of(page, party)
    return page.build()


def _actions_of(page: DocumentBuilder, party: PartyActions) -> None:
    page.heading(2, fit(party.party, SEMIBOLD).strip() or "Okänd part")
    if not party.actions:
        page.text(Run("Inga öppna åtgärder.", muted=True))
        return
    page.text(_sum(party.actions))
    page.table(_COLUMNS, (_cells(action) for action in party.actions), row_head=0)


def _sum(actions: tuple[ActionLine, ...]) -> str:
    count, late = len(actions), sum(action.days_overdue > 0 for action in actions)
    said = "1 öppen åtgärd" if count == 1 else f"{count} öppna åtgärder"
    if late == count:
        return f"{said}, försenad." if count == 1 else f"{said}, alla försenade."
    return f"{said}, varav {late} {'försenad' if late == 1 else 'försenade'}." if late else f"{said}."


def _cells(action: ActionLine) -> tuple[Content | Lines, ...]:
    due = action.due_on.isoformat() if action.due_on else "Inget datum"
    late = Run(overdue_words(action.days_overdue), strong=True)
    return action.text, action.owner, action.level, Lines((due, late)), action.meeting
