"""The letter about what differs in SSC's notes, as a document (R13, R37, R40)."""

from collections.abc import Iterator

from desktop.domain.meetings.differences_letter import DifferenceLine, DifferencesLetter
from desktop.pdf.builder import Lines
from desktop.pdf.head import begin_letter, said
from desktop.pdf.notes import undertaken
from desktop.pdf.text import Content, Run


def differences_letter_pdf(letter: DifferencesLetter) -> bytes:
    """The letter as an accessible PDF; the same value gives the same bytes."""
    page = begin_letter(letter)
    page.heading(2, "Vad vi har sett")
    for paragraph in letter.opening:
        page.text(paragraph)
    for difference in letter.differences:
        page.heading(3, said(difference.heading) or "Punkt utan rubrik")
        page.facts(_said_of(difference))
    page.heading(2, "Vad vi ber er om")
    *first, last = letter.request
    for paragraph in first:
        page.text(paragraph)
    page.together((last, *letter.ending))
    return page.build()


def _said_of(difference: DifferenceLine) -> Iterator[tuple[str, Content | Lines]]:
    yield "Jämförelse", Run(difference.verdict, strong=True)
    for label, text in (("Vår synpunkt", difference.remark), ("Vi antecknade", difference.noted)):
        paragraphs = tuple(line for line in text.splitlines() if said(line))
        if paragraphs:
            yield label, Lines(paragraphs)
    if difference.decisions:
        yield "Beslut", Lines(difference.decisions)
    if difference.actions:
        yield "Åtgärder", Lines(tuple(map(undertaken, difference.actions)))
