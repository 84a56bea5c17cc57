"""The decisions of all forums as a document (R37, R40)."""

from collections.abc import Iterator

from desktop.domain.meetings.followup_document import DecisionLine, DecisionLogDocument
from desktop.pdf.builder import Column, Lines
from desktop.pdf.head import begin_list
from desktop.pdf.text import Content, Run

_COLUMNS = (
    Column("Beslut"),
    Column("Nivå", 66),
    Column("Beslutat", 66),
    Column("Följs upp", 92),
    Column("Möte", 100),
)


def decision_log_pdf(document: DecisionLogDocument) -> bytes:
    """The decision log as an accessible PDF; the same value gives the same bytes."""
    page = begin_list("Beslutslogg", "Beslut i samverkan", document.head)
    page.heading(2, "Beslut")
    if not document.decisions:
        page.text(Run("Inga beslut är antecknade.", muted=True))
    page.table(_COLUMNS, _rows(document.decisions), row_head=0)
    return page.build()


def _rows(decisions: tuple[DecisionLine, ...]) -> Iterator[tuple[Content | Lines, ...]]:
    for decision in decisions:
        review = decision.review_on.isoformat() if decision.review_on else ""
        due = Run("Dags att följa upp" if decision.due_for_review else "", strong=True)
        text = Lines((decision.text, Run(decision.state, strong=True), Run(decision.source, muted=True)))
        made = Lines((decision.decided_on.isoformat(), Run(decision.decided_by, muted=True)))
        yield text, decision.level, made, Lines((review, due)), decision.meeting
