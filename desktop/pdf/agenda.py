"""The agenda as a document (R6, R37, R40)."""

from desktop.domain.meetings.agenda_document import AgendaDocument, AgendaLine
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.head import begin_meeting, quiet_details, said, show_people
from desktop.pdf.text import Content, Run

_COLUMNS = (
    Column("Nr", 15, right=True),
    Column("Tid", 77),
    Column("Punkt"),
    Column("Typ", 62),
    Column("Föredrar", 110),
    Column("Min", 26, right=True),
)


def agenda_pdf(document: AgendaDocument) -> bytes:
    """The agenda as an accessible PDF; the same value gives the same bytes."""
    page = begin_meeting("Dagordning", document)
    show_people(page, document.participants)
    _items(page, document)
    return page.build()


def _items(page: DocumentBuilder, document: AgendaDocument) -> None:
    page.heading(2, "Punkter")
    if not document.items:
        page.text(Run("Dagordningen har inga punkter ännu.", muted=True))
        return
    planned, over = document.sums
    page.text(planned)
    if over:
        page.text(Run(over, strong=True))
    for section, lines in document.sections:
        if heading := said(section):
            page.heading(3, heading)
        page.table(_COLUMNS, map(_row, lines), row_head=0)


def _row(item: AgendaLine) -> tuple[Content | Lines, ...]:
    return (
        str(item.number),
        item.clock,
        Lines((Run(item.title, strong=True), *quiet_details(item.details))),
        item.kind,
        item.presenter,
        str(item.minutes) if item.minutes else "",
    )
