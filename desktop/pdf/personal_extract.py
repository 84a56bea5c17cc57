"""What the register holds about one person, as a document (R37, R40)."""

from desktop.domain.contacts.personal_extract import PURPOSE, REMARKS, ExtractSection, PersonalExtract
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.head import begin_list, said
from desktop.pdf.look import WIDTH
from desktop.pdf.text import Run

_WIDTHS = {
    **dict.fromkeys(("Dag", "Från", "Till", "Klar senast", "Klar den", "Beslutat", "Gäller från", "Meddelad"), 64),
    **dict.fromkeys(("Datum", "Nivå", "Version"), 64),
    **dict.fromkeys(("Närvaro", "Kanal", "Läge", "Av"), 72),
    **dict.fromkeys(("Tidpunkt", "Förhållande"), 88),
}
"""Columns whose content is short, in points; the others share what is left."""


def personal_extract_pdf(extract: PersonalExtract) -> bytes:
    """The extract as an accessible PDF; the same value gives the same bytes."""
    page = begin_list("Registerutdrag", f"Uppgifter om {said(extract.name) or 'en person'}", extract.head)
    page.text(PURPOSE)
    page.heading(2, "Uppgifter")
    page.facts((label, Lines(tuple(value.splitlines()))) for label, value in extract.facts if said(value))
    for section in extract.sections:
        if section.rows:
            _show(page, section)
    page.heading(2, "Anmärkningar")
    empty = [section.title.lower() for section in extract.sections if not section.rows]
    page.bullets((*([f"Registret har inget under: {', '.join(empty)}."] if empty else []), *REMARKS))
    return page.build()


def _show(page: DocumentBuilder, section: ExtractSection) -> None:
    page.heading(2, section.title)
    cells = ([Lines(tuple(cell.splitlines()) or (Run(""),)) for cell in row] for row in section.rows)
    page.table(_columns(section.columns), cells, row_head=0)


def _columns(titles: tuple[str, ...]) -> list[Column]:
    """The first of the wide columns takes the odd points."""
    wide = [title for title in titles if title not in _WIDTHS]
    taken = sum(_WIDTHS.get(title, 0) for title in titles)
    share = (WIDTH - taken) // max(len(wide), 1)
    return [Column(title, 0 if title == wide[0] else _WIDTHS.get(title, share)) for title in titles]
