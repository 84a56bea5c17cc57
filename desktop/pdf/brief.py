"""The page before a meeting as a document: one sheet as a rule (R37, R40)."""

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.domain.dates import in_prose
from desktop.domain.meetings.brief import Brief, BriefLine, BriefSection
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.meeting_head import Fact, secrecy_fact, when_words
from desktop.pdf import look
from desktop.pdf.builder import DocumentBuilder
from desktop.pdf.head import begin_list, show_facts
from desktop.pdf.press import ParagraphStyle
from desktop.pdf.text import Content, Run

SHOWN = 6
"""How many lines a section has on paper, so that the page can be taken in; what is left out is counted."""
_LEAD = ParagraphStyle("lead", parent=look.BODY, spaceBefore=10, spaceAfter=12)


def brief_pdf(document: BriefDocument) -> bytes:
    """The page before a meeting as an accessible PDF; the same value gives the same bytes."""
    brief = document.brief
    page = begin_list(f"Inför mötet: {brief.title}", brief.level, document.head)
    show_facts(page, _facts(brief))
    before = [section for section in brief.sections if section.topic.from_before]
    now = [section for section in brief.sections if not section.topic.from_before]
    groups = [(title, each) for title, each in (("Från tidigare möten", before), ("Läget nu", now)) if each]
    if groups:
        page.text(_sum(brief), _LEAD)
        page.side_by_side(*(partial(_group, page, title, sections) for title, sections in groups))
    else:
        page.text(Run("Registret har inget öppet för mötet.", muted=True), _LEAD)
    return page.build()


def _facts(brief: Brief) -> Iterator[Fact]:
    yield Fact("Mötet", when_words(brief.starts_at, brief.ends_at))
    yield Fact("Plats", brief.place)
    if brief.previous_on is not None:
        yield Fact("Förra mötet", in_prose(brief.previous_on))
    if brief.secrecy is not None:
        yield secrecy_fact(brief.secrecy)


def _sum(brief: Brief) -> str:
    count = sum(len(section.lines) for section in brief.sections)
    return "En sak att känna till inför mötet." if count == 1 else f"{count} saker att känna till inför mötet."


def _group(page: DocumentBuilder, title: str, sections: Iterable[BriefSection]) -> None:
    page.heading(2, title)
    for section in sections:
        count = len(section.lines)
        page.heading(3, f"{section.title} ({count})")
        page.names(_line(line) for line in section.lines[:SHOWN])
        if count > SHOWN:
            page.text(Run(f"Ytterligare {count - SHOWN} finns i registret.", muted=True))


def _line(line: BriefLine) -> Content:
    mark = Run(f" {line.mark}." if line.mark else "", strong=True)
    return Run(f"{line.text.rstrip('.')}."), mark, Run(f" {line.detail}" if line.detail else "", muted=True)
