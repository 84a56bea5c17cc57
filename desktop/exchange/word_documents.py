"""The documents that can be had for Word, to go on writing in: agenda and notes (R37)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from desktop.domain.dates import in_prose
from desktop.domain.meetings.agenda_document import AgendaDocument, AgendaLine
from desktop.domain.meetings.meeting_head import MeetingHead
from desktop.domain.meetings.notes_document import NotesDocument, NotesLine
from desktop.exchange.word import WordBuilder

_PEOPLE = (("Namn", 3), ("Part", 3), ("Roll och närvaro", 4))
_ITEMS = (("Nr", 1), ("Tid", 3), ("Punkt", 8), ("Typ", 2.5), ("Föredrar", 3.5), ("Min", 1.2))
_OUTCOMES = (("Slag", 2), ("Text", 7), ("Ansvar", 4))


def word_document(document: object) -> bytes:
    """A document of a meeting for Word; the same value gives the same bytes.

    Raises:
        ValueError: There is no such document for Word.
    """
    write = WRITERS.get(type(document))
    if write is None:
        raise ValueError("this document is not made for Word")
    return write(document)


def _agenda(document: AgendaDocument) -> bytes:
    word = _begin("Dagordning", document)
    word.heading(2, "Deltagare")
    word.table(_PEOPLE, ((person.name, person.party, _joined(person.parts)) for person in document.participants))
    if not document.participants:
        word.text("Inga deltagare är angivna.")
    word.heading(2, "Punkter")
    if document.items:
        for sentence in filter(None, document.sums):
            word.text(sentence)
    else:
        word.text("Dagordningen har inga punkter ännu.")
    for section, lines in document.sections:
        if section.strip():
            word.heading(3, section)
        word.table(_ITEMS, map(_agenda_row, lines))
    return word.build()


def _agenda_row(item: AgendaLine) -> tuple[str, ...]:
    told = "\n".join((item.title, *(f"{label}: {text}" for label, text in item.details if text.strip())))
    minutes = str(item.minutes) if item.minutes else ""
    return str(item.number), item.clock, told, item.kind, item.presenter, minutes


def _notes(document: NotesDocument) -> bytes:
    word = _begin("Minnesanteckningar", document)
    word.heading(2, "Deltagare")
    word.table(_PEOPLE, ((person.name, person.party, _joined(person.parts)) for person in document.participants))
    if not document.participants:
        word.text("Inga deltagare är angivna.")
    section = None
    for item in document.items:
        if item.section != section:
            section = item.section
            word.heading(2, section if section.strip() else "Punkter")
        word.heading(3, f"{item.number}. {item.title}")
        word.text(" · ".join(part for part in item.parts if part.strip()))
        word.text(item.text)
        word.table(_OUTCOMES, _outcomes(item))
    return word.build()


def _outcomes(item: NotesLine) -> Iterator[tuple[str, ...]]:
    for text in item.decisions:
        yield "Beslut", text, ""
    for action in item.actions:
        yield "Åtgärd", action.text, action.answers
    for text in item.information:
        yield "Information", text, ""


def _begin(kind: str, head: MeetingHead) -> WordBuilder:
    title, day = head.title.strip() or "Möte", in_prose(head.day)
    word = WordBuilder(
        f"{kind}: {title}, {day}", head.agency.name, head.created, footer=f"{kind} · {day} · {head.status}"
    )
    word.text(_joined((kind, head.level), " · "), strong=True)
    word.heading(1, title)
    word.facts(head.facts())
    return word


def _joined(parts: tuple[str, ...], between: str = ", ") -> str:
    return between.join(part for part in parts if part.strip())


WRITERS: Mapping[type, Callable[[Any], bytes]] = {AgendaDocument: _agenda, NotesDocument: _notes}
