"""The page before a meeting as a document: one sheet as a rule (R37, R40)."""

from collections.abc import Iterable, Iterator
from functools import partial

from desktop.domain import dates
from desktop.domain.brief import Brief, BriefLine, BriefSection
from desktop.domain.brief_document import BriefDocument
from desktop.pdf import look
from desktop.pdf.builder import DocumentBuilder, Lines
from desktop.pdf.list_head import begin_list
from desktop.pdf.press import ParagraphStyle
from desktop.pdf.text import NBSP, Content, Run

SHOWN = 6
"""How many lines a section has on paper, so that the page can be taken in; what is left out is counted."""
_LEAD = ParagraphStyle("lead", parent=look.BODY, spaceBefore=10, spaceAfter=12)


def brief_pdf(document: BriefDocument) -> bytes:
    """The page before a meeting as an accessible PDF; the same value gives the same bytes."""
    brief = document.brief
    page = begin_list(f"Inför mötet: {brief.title}", brief.level, document.head)
    page.facts(_facts(brief))
    before = [section for section in brief.sections if section.topic.from_before]
    now = [section for section in brief.sections if not section.topic.from_before]
    groups = [(title, each) for title, each in (("Från tidigare möten", before), ("Läget nu", now)) if each]
    if groups:
        page.text(_sum(brief), _LEAD)
        page.side_by_side(*(partial(_group, page, title, sections) for title, sections in groups))
    else:
        page.text(Run("Registret har inget öppet för mötet.", muted=True), _LEAD)
    return page.build()


def _facts(brief: Brief) -> Iterator[tuple[str, Content | Lines]]:
    day = brief.meeting_day
    span = dates.clock_span(brief.starts_at, brief.ends_at)
    yield "Mötet", f"{dates.in_prose(day)}, kl.{NBSP}{span} ({dates.week(day)})"
    if brief.place.strip():
        yield "Plats", brief.place
    if brief.previous_on is not None:
        yield "Förra mötet", dates.in_prose(brief.previous_on)
    if brief.secrecy is not None:
        marking = brief.secrecy
        made = f"{dates.in_prose(marking.marked_on)}, {marking.authority}"
        yield "Sekretess", Lines((Run(f"Sekretess enligt {marking.provision}", strong=True), Run(made, muted=True)))


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
