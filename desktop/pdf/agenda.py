"""The agenda as a document (R6, R37, R40)."""

from collections.abc import Iterator
from functools import partial

from desktop.domain import dates
from desktop.domain.agenda_document import AgendaDocument, AgendaLine, ParticipantLine, PartyHead
from desktop.pdf import look
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.fonts import SEMIBOLD
from desktop.pdf.text import NBSP, Content, Run, fit
from desktop.pdf.xmp import About

_COLUMNS = (
    Column("Nr", 15, right=True),
    Column("Tid", 77),
    Column("Punkt"),
    Column("Typ", 62),
    Column("Föredrar", 88),
    Column("Min", 26, right=True),
)


def agenda_pdf(document: AgendaDocument) -> bytes:
    """The agenda as an accessible PDF; the same value gives the same bytes."""
    day = dates.in_prose(_day(document))
    title = _said(document.title) or "Möte"
    about = About(
        title=f"Dagordning: {title}, {day}",
        author=document.agency.name,
        subject="Dagordning",
        created=document.created,
    )
    page = DocumentBuilder(about, footer=f"{day} · {document.status} · {title}")
    page.text(" · ".join(filter(None, ("Dagordning", document.level))), look.EYEBROW)
    page.heading(1, title)
    page.facts(_key_facts(document))
    _participants(page, document)
    _items(page, document)
    return page.build()


def _key_facts(document: AgendaDocument) -> Iterator[tuple[str, Content | Lines]]:
    day = _day(document)
    span = dates.clock_span(document.starts, document.ends)
    yield "Tid", f"{dates.in_prose(day)}, kl.{NBSP}{span} ({dates.week(day)})"
    if _said(document.place):
        yield "Plats", document.place
    if _said(document.convener):
        yield "Sammankallande", document.convener
    yield "Myndighet", _party(document.agency)
    yield "Motpart", _party(document.counterpart)
    yield "Status", document.status
    if document.secrecy is not None:
        marking = document.secrecy
        made = f"{dates.in_prose(marking.marked_on)}, {marking.authority}"
        yield "Sekretess", Lines((Run(f"Sekretess enligt {marking.provision}", strong=True), Run(made, muted=True)))


def _party(party: PartyHead) -> Lines:
    numbers = [
        f"{name}{NBSP}{number}"
        for name, number in (
            ("Organisationsnummer", party.organisation_number),
            ("Diarienummer", party.registry_number),
        )
        if _said(number)
    ]
    return Lines((party.name, Run(" · ".join(numbers), muted=True)))


def _participants(page: DocumentBuilder, document: AgendaDocument) -> None:
    page.heading(2, "Deltagare")
    if not document.participants:
        page.text(Run("Inga deltagare är angivna.", muted=True))
        return
    parties = list(dict.fromkeys(person.party for person in document.participants))

    def column(party: str) -> None:
        page.heading(3, _said(party) or "Övriga")
        page.names(_participant(person) for person in document.participants if person.party == party)

    for start in range(0, len(parties), 2):
        page.side_by_side(*(partial(column, party) for party in parties[start : start + 2]))


def _participant(person: ParticipantLine) -> Content:
    parts = (person.title, person.role, "inbjuden" if person.external else "")
    said = ", ".join(_said(part) for part in parts if _said(part))
    return (person.name, Run(f", {said}", muted=True)) if said else person.name


def _items(page: DocumentBuilder, document: AgendaDocument) -> None:
    page.heading(2, "Punkter")
    if not document.items:
        page.text(Run("Dagordningen har inga punkter ännu.", muted=True))
        return
    planned, available = document.planned_minutes, document.meeting_minutes
    page.text(f"{planned} av {available}{NBSP}min planerade.")
    if planned > available:
        over = planned - available
        page.text(Run(f"Punkterna tar {over}{NBSP}min längre tid än mötet.", strong=True))
    page.table(_COLUMNS, (_row(item) for item in document.items), row_head=0)


def _row(item: AgendaLine) -> tuple[Content | Lines, ...]:
    outcome = f"Önskat resultat: {item.wanted_outcome}" if _said(item.wanted_outcome) else ""
    source = f"Underlag: {item.source}" if _said(item.source) else ""
    return (
        str(item.number),
        f"kl.{NBSP}{dates.clock_span(item.starts, item.ends)}" if item.minutes else "",
        Lines((Run(item.title, strong=True), Run(outcome, muted=True), Run(source, muted=True))),
        item.kind,
        item.presenter,
        str(item.minutes) if item.minutes else "",
    )


def _said(text: str) -> str:
    """What is left of a text once it is fitted for print; nothing, if it holds only what cannot be seen."""
    return fit(text, SEMIBOLD).strip()


def _day(document: AgendaDocument) -> "dates.date":
    return document.starts.astimezone(dates.SWEDEN).date()
