"""How long the tagged agenda takes against plain Platypus with the same content. Goal: at most 1.25.

Run it with ``python -m tests.bench.bench_agenda_pdf``. The two take turns, so that whatever else
the machine does falls on both.
"""

import gc
import statistics
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from desktop.assets import asset
from desktop.domain import dates
from desktop.domain.meetings.agenda_document import AgendaDocument, AgendaLine
from desktop.pdf import look
from desktop.pdf.agenda import agenda_pdf
from desktop.pdf.fonts import REGULAR, SEMIBOLD
from tests.pdf import documents

GOAL = 1.25
ITEMS = 60
ROUNDS = 25
_WIDTHS = (15, 77, look.WIDTH - 268, 62, 88, 26)
_STYLE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, look.RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]


def main() -> None:
    """Print the ratio of the medians."""
    for name in ("Regular", "Semibold"):
        pdfmetrics.registerFont(TTFont(f"plain-{name}", str(asset(f"fonts/SourceSans3-{name}.ttf"))))
    document = documents.agenda(items=documents.items(ITEMS))
    tagged, plain = list[float](), list[float]()
    for round_ in range(ROUNDS + 3):
        pair = _seconds(lambda: agenda_pdf(document)), _seconds(lambda: plain_pdf(document))
        if round_ >= 3:  # the first rounds load fonts and fill caches
            tagged.append(pair[0])
            plain.append(pair[1])
    ratio = statistics.median(tagged) / statistics.median(plain)
    print(  # noqa: T201
        f"agenda of {ITEMS} items: tagged {statistics.median(tagged) * 1000:.1f} ms, "
        f"plain {statistics.median(plain) * 1000:.1f} ms, ratio {ratio:.2f} (goal {GOAL})"
    )


def plain_pdf(document: AgendaDocument) -> bytes:
    """The same content as Platypus sets it when nobody asks for tags."""
    file = BytesIO()
    facts = [
        ("Tid", f"{dates.in_prose(document.starts.date())}, kl. {dates.clock_span(document.starts, document.ends)}"),
        ("Plats", document.place),
        ("Sammankallande", document.convener),
        ("Myndighet", f"{document.agency.name} {document.agency.organisation_number}"),
        ("Motpart", f"{document.counterpart.name} {document.counterpart.organisation_number}"),
        ("Status", document.status),
        ("Sekretess", document.secrecy.provision if document.secrecy else ""),
    ]
    story = [
        _plain("Dagordning", look.EYEBROW),
        _plain(document.title, look.HEADINGS[1]),
        Table([[_plain(label, look.LABEL), _plain(said, look.FACT)] for label, said in facts], (100, None)),
        _plain("Deltagare", look.HEADINGS[2]),
        *(_plain(f"{person.name}, {person.title}", look.NAME) for person in document.participants),
        _plain("Punkter", look.HEADINGS[2]),
        _plain(f"{document.planned_minutes} av {document.meeting_minutes} min planerade.", look.BODY),
        Table(
            [
                [_plain(title, look.HEAD) for title in ("Nr", "Tid", "Punkt", "Typ", "Föredrar", "Min")],
                *map(_row, document.items),
            ],
            _WIDTHS,
            repeatRows=1,
            splitInRow=1,
            style=_STYLE,
        ),
    ]
    margins = {"leftMargin": look.SIDE, "rightMargin": look.SIDE, "topMargin": look.TOP, "bottomMargin": look.FOOT}
    template = SimpleDocTemplate(file, pagesize=look.PAGE, pageCompression=1, **margins)
    template.build(story, onFirstPage=_number, onLaterPages=_number)
    return file.getvalue()


def _row(item: AgendaLine) -> list[object]:
    extra = [f"Önskat resultat: {item.wanted_outcome}"] if item.wanted_outcome else []
    extra += [f"Underlag: {item.source}"] if item.source else []
    return [
        _plain(str(item.number), look.CELL_RIGHT),
        _plain(f"kl. {dates.clock_span(item.starts, item.ends)}", look.CELL),
        [_plain(item.title, look.CELL), *(_plain(line, look.CELL) for line in extra)],
        _plain(item.kind, look.CELL),
        _plain(item.presenter, look.CELL),
        _plain(str(item.minutes), look.CELL_RIGHT),
    ]


def _plain(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), _in_plain_font(style))


@cache
def _in_plain_font(style: ParagraphStyle) -> ParagraphStyle:
    names = {REGULAR: "plain-Regular", SEMIBOLD: "plain-Semibold"}
    return ParagraphStyle(style.name, parent=style, fontName=names[style.fontName], bulletFontName="plain-Regular")


def _number(canvas: Canvas, _: object) -> None:
    canvas.setFont("plain-Regular", 8.5)
    canvas.drawString(look.SIDE, look.FOOTER_LINE, f"Sida {canvas.getPageNumber()}")


def _seconds(make: Callable[[], bytes]) -> float:
    gc.collect()
    began = time.perf_counter()
    make()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
