"""All that belongs to a meeting between two covers: contents, items, participants and files (R6, R37, R40)."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.domain.attachment import size_words
from desktop.domain.dates import in_prose
from desktop.domain.meetings.binder_document import BinderAttachment, BinderDocument, BinderItem
from desktop.pdf import look
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.head import begin_meeting, said, show_people
from desktop.pdf.notes import outcomes
from desktop.pdf.text import Content, Run

_CONTENTS = (Column("Nr", 22, right=True), Column("Innehåll"), Column("Sida", 34, right=True))
_FILES = (
    Column("Nr", 15, right=True),
    Column("Fil"),
    Column("Datum", 62),
    Column("Ursprung", 120),
    Column("Storlek", 52, right=True),
)


_PEOPLE, _ATTACHED = "people", "attached"


def binder_pdf(document: BinderDocument) -> bytes:
    """The binder as an accessible PDF; the same value gives the same bytes.

    It is laid out twice: first to learn on which page each part begins, then with those pages in the contents, whose
    column for them is as wide either way.
    """
    first = _laid_out(document, {})
    first.build()
    return _laid_out(document, first.pages).build()


def _laid_out(document: BinderDocument, pages: Mapping[str, int]) -> DocumentBuilder:
    page = begin_meeting("Möteshandlingar", document)
    page.heading(2, "Innehåll")
    page.text(_sum(document))
    rows = (
        (number, Run(title, strong=not number), str(pages.get(mark, ""))) for number, title, mark in _parts(document)
    )
    page.table(_CONTENTS, rows, row_head=1)
    page.new_page()
    page.heading(2, "Punkter")
    if not document.items:
        page.text(Run("Dagordningen har inga punkter ännu.", muted=True))
    for item in document.items:
        _item(page, item)
    show_people(page, document.participants, mark=_PEOPLE)
    page.heading(2, "Bilagor", mark=_ATTACHED)
    _attached(page, document)
    return page


def _parts(document: BinderDocument) -> Iterator[tuple[str, str, str]]:
    """Number, title and mark of each part that the contents list."""
    for item in document.items:
        yield str(item.line.number), item.line.title, _mark(item)
    yield "", "Deltagare", _PEOPLE
    yield "", "Bilagor", _ATTACHED


def _mark(item: BinderItem) -> str:
    return f"item-{item.line.number}"


def _sum(document: BinderDocument) -> str:
    late = sum(file.late for file in document.attachments)
    items = _count(len(document.items), "punkt", "punkter")
    people = _count(len(document.participants), "deltagare", "deltagare")
    files = _count(len(document.attachments), "bilaga", "bilagor")
    came = f", varav {_count(late, 'sen handling', 'sena handlingar')}" if late else ""
    return f"Pärmen har {items}, {people} och {files}{came}."


def _count(count: int, one: str, several: str) -> str:
    return f"{count or 'inga'} {one if count == 1 else several}"


def _item(page: DocumentBuilder, item: BinderItem) -> None:
    line = item.line
    page.heading(3, f"{line.number}. {line.title}", mark=_mark(item))
    told = " · ".join(part for part in map(said, (line.clock, line.kind, line.presenter)) if part)
    if told:
        page.text(Run(told, muted=True), look.UNDER_HEADING)
    page.facts(_facts(item))


def _facts(item: BinderItem) -> Iterator[tuple[str, Content | Lines]]:
    for label, text in item.line.details:
        if said(text):
            yield label, text
    earlier = tuple(line for line in item.earlier.splitlines() if said(line))
    if earlier:
        when = Run(f"Ur anteckningarna från {in_prose(item.earlier_on)}" if item.earlier_on else "", muted=True)
        yield "Bakgrund", Lines((*earlier, when))
    if item.notes is not None:
        if item.notes.paragraphs:
            yield "Anteckningar", Lines(item.notes.paragraphs)
        yield from outcomes(item.notes)
        if said(item.notes.outcome):
            yield "Utfall", item.notes.parts[-1]


def _attached(page: DocumentBuilder, document: BinderDocument) -> None:
    if not document.attachments:
        page.text(Run("Mötet har inga bilagor.", muted=True))
        return
    page.text(
        "Filerna följer inte med i pärmen. Kontrollsumman (SHA-256) visar att en fil är den som listas: "
        "samma summa betyder samma innehåll."
    )
    late = tuple(file for file in document.attachments if file.late)
    page.table(_FILES, _rows(file for file in document.attachments if not file.late), row_head=1)
    if late:
        page.heading(3, "Sena handlingar")
        page.text("De här filerna kom till efter att dagordningen fanns tillgänglig.")
        page.table(_FILES, _rows(late), row_head=1)


def _rows(files: Iterable[BinderAttachment]) -> Iterator[tuple[Content | Lines, ...]]:
    for file in files:
        late = Run("Sen handling" if file.late else "", strong=True)
        yield (
            str(file.number),
            Lines((file.name, late, Run(file.digest, muted=True))),
            file.dated_on.isoformat(),
            file.origin,
            size_words(file.size),
        )
