"""The contact list of both parties as a document, level by level (R15, R16, R32, R37)."""

from desktop.domain.contacts.contact_document import (
    ContactListDocument,
    LevelPeople,
    OrdererLine,
    PartyPeople,
    PersonLine,
)
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.head import begin_list, said
from desktop.pdf.text import Content, Run

_PHONES, _EMAILS = Column("Telefon", 86), Column("E-post", 172)
_LEVEL_COLUMNS = (Column("Namn"), Column("Tjänsteområde", 106), _PHONES, _EMAILS)
_FUNCTION_COLUMNS = (Column("Namn"), Column("Funktion", 106), _PHONES, _EMAILS)
_ORDERER_COLUMNS = (
    Column("Namn"),
    Column("Tjänsteområde", 92),
    Column("Beställningstyp", 116),
    Column("Högsta belopp", 84, right=True),
    Column("Gäller t.o.m.", 76),
)


def contact_list_pdf(document: ContactListDocument) -> bytes:
    """The list as an accessible PDF, a table for each party at each level; the same value gives the same bytes."""
    page = begin_list("Kontaktförteckning", document.scope, document.head)
    for level in document.levels:
        _level(page, level)
    if any(party.people for party in document.functions):
        page.heading(2, "Särskilda funktioner")
        for party in document.functions:
            if party.people:
                _people(page, party, _FUNCTION_COLUMNS)
    if document.orderers is not None:
        _orderers(page, document.orderers)
    return page.build()


def _level(page: DocumentBuilder, level: LevelPeople) -> None:
    page.heading(2, said(level.level) or "Okänd nivå")
    for party in level.parties:
        _people(page, party, _LEVEL_COLUMNS)


def _people(page: DocumentBuilder, party: PartyPeople, columns: tuple[Column, ...]) -> None:
    page.heading(3, said(party.party) or "Okänd part")
    if party.people:
        page.table(columns, (_cells(person) for person in party.people), row_head=0)
    else:
        page.text(Run("Ingen kontaktperson är utsedd.", muted=True))


def _cells(person: PersonLine) -> tuple[Content | Lines, ...]:
    deputy = f"Ersättare: {person.deputy}" if said(person.deputy) else ""
    name = Lines((Run(person.name, strong=True), Run(person.title, muted=True), Run(deputy, muted=True)))
    return name, Lines(person.about), Lines(person.phones), Lines(person.emails)


def _orderers(page: DocumentBuilder, orderers: tuple[OrdererLine, ...]) -> None:
    page.heading(2, "Behöriga beställare")
    if not orderers:
        page.text(Run("Ingen har rätt att beställa.", muted=True))
        return
    rows = (
        (
            Run(line.name, strong=True),
            line.area,
            line.kind,
            line.limit,
            line.ends_on.isoformat() if line.ends_on else "Tills vidare",
        )
        for line in orderers
    )
    page.table(_ORDERER_COLUMNS, rows, row_head=0)
