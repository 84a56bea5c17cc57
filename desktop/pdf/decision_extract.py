"""The decisions of one meeting as a document (R37, R40)."""

from collections.abc import Iterator

from desktop.domain.meetings.decision_extract import DecisionExtract, ExtractedDecision
from desktop.pdf.builder import Column, Lines
from desktop.pdf.head import begin_meeting, quiet_details
from desktop.pdf.text import Content, Run

_COLUMNS = (
    Column("Nr", 15, right=True),
    Column("Beslut"),
    Column("Beslutat av", 98),
    Column("Nivå", 66),
    Column("Gäller till", 62),
    Column("Följs upp", 62),
)


def decision_extract_pdf(document: DecisionExtract) -> bytes:
    """The extract as an accessible PDF; the same value gives the same bytes."""
    page = begin_meeting("Beslutsutdrag", document)
    page.heading(2, "Beslut")
    if not document.decisions:
        page.text(Run("Inga beslut är antecknade från mötet.", muted=True))
    page.table(_COLUMNS, _rows(document.decisions), row_head=0)
    return page.build()


def _rows(decisions: tuple[ExtractedDecision, ...]) -> Iterator[tuple[Content | Lines, ...]]:
    for decision in decisions:
        yield (
            str(decision.number),
            Lines((Run(decision.text, strong=True), *quiet_details(decision.details))),
            decision.decided_by,
            decision.level,
            decision.valid_until.isoformat() if decision.valid_until else "",
            decision.review_on.isoformat() if decision.review_on else "",
        )
