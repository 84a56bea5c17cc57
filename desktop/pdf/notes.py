"""The notes of a meeting as a document (R10–R12, R37, R40)."""

from collections.abc import Iterator

from desktop.domain.meetings.notes_document import ActionLine, NotesDocument, NotesLine
from desktop.pdf import look
from desktop.pdf.builder import DocumentBuilder, Lines
from desktop.pdf.head import begin_meeting, said, show_people
from desktop.pdf.text import Content, Run


def notes_pdf(document: NotesDocument) -> bytes:
    """The notes as an accessible PDF; the same value gives the same bytes."""
    page = begin_meeting("Minnesanteckningar", document)
    show_people(page, document.participants)
    section = ""
    if not document.items:
        page.heading(2, "Punkter")
        page.text(Run("Mötet har inga punkter.", muted=True))
    for place, item in enumerate(document.items):
        if not place or item.section != section:
            section = item.section
            page.heading(2, said(section) or "Punkter")
        page.heading(3, f"{item.number}. {item.title}")
        show_noted(page, item)
    return page.build()


def show_noted(page: DocumentBuilder, item: NotesLine) -> None:
    """What was said under an item and what came of it."""
    told = " · ".join(part for part in map(said, item.parts) if part)
    if told:
        page.text(Run(told, muted=True), look.UNDER_HEADING)
    for paragraph in item.paragraphs:
        page.text(paragraph)
    page.facts(outcomes(item))
    if not (item.paragraphs or item.decisions or item.actions or item.information):
        page.text(Run("Inget är antecknat.", muted=True))


def outcomes(item: NotesLine) -> Iterator[tuple[str, Content | Lines]]:
    """What came of an item, kind by kind."""
    if item.decisions:
        yield "Beslut", Lines(tuple(Run(text, strong=True) for text in item.decisions))
    if item.actions:
        yield "Åtgärder", Lines(tuple(map(undertaken, item.actions)))
    if item.information:
        yield "Information", Lines(item.information)


def undertaken(action: ActionLine) -> Content:
    """An action with who does it, and by when."""
    return action.text, Run(f" ({action.answers})", muted=True)
