"""What we propose to SSC for a meeting, as a document (R9, R37, R40)."""

from collections.abc import Iterator

from desktop.domain.meetings.proposals_document import ProposalsDocument, ProposedItem
from desktop.pdf.builder import Column, Lines
from desktop.pdf.head import begin_meeting, quiet_details
from desktop.pdf.text import Content, Run

_COLUMNS = (
    Column("Nr", 15, right=True),
    Column("Punkt"),
    Column("Typ", 70),
    Column("Föredrar", 110),
    Column("Min", 26, right=True),
)


def proposals_pdf(document: ProposalsDocument) -> bytes:
    """Our proposals as an accessible PDF; the same value gives the same bytes."""
    page = begin_meeting("Förslag till punkter", document)
    page.heading(2, "Våra förslag")
    if not document.items:
        page.text(Run("Vi har inga punkter att föreslå till mötet.", muted=True))
        return page.build()
    for paragraph in document.opening:
        page.text(paragraph)
    page.table(_COLUMNS, _rows(document.items), row_head=0)
    for paragraph in document.request:
        page.text(paragraph)
    return page.build()


def _rows(items: tuple[ProposedItem, ...]) -> Iterator[tuple[Content | Lines, ...]]:
    for item in items:
        yield (
            str(item.number),
            Lines((Run(item.title, strong=True), *quiet_details(item.details))),
            item.kind,
            item.presenter,
            str(item.minutes) if item.minutes else "",
        )
