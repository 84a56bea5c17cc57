"""Puts a document together piece by piece: headings, text, lists, key facts, tables and figures, in reading order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from desktop.pdf import look
from desktop.pdf.canvas import TaggedCanvas
from desktop.pdf.flowables import SideBySide, TaggedFigure, TaggedParagraph, is_heading
from desktop.pdf.fonts import REGULAR, SEMIBOLD, load
from desktop.pdf.press import ParaFrag, pdfmetrics, platypus
from desktop.pdf.structure import Node
from desktop.pdf.text import Content, Run, fit, runs
from desktop.pdf.xmp import About


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        title: What stands in its head.
        width: Its width in points; 0 for the one that takes what is left.
        right: Set to the right, as numbers are.
    """

    title: str
    width: float = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Content in several short paragraphs below each other; empty ones are left out."""

    lines: tuple[Content, ...]


class DocumentBuilder:
    """Collects the pieces of one document and builds it.

    User text goes in as it is; it is fitted to the font and never read as markup.

    Args:
        about: What the document says about itself; its title is shown by viewers.
        footer: A line at the foot of each page, beside the page number.

    Attributes:
        pages: The page, counted from 1, on which each marked heading stands; known once the document is built.
    """

    def __init__(self, about: About, footer: str) -> None:
        load()
        self._about = About(
            title=fit(about.title, REGULAR).strip(),
            author=fit(about.author, REGULAR).strip(),
            subject=fit(about.subject, REGULAR).strip(),
            created=about.created,
        )
        if not self._about.title:
            raise ValueError("a document without a title")
        self._footer = _shortened(fit(footer, REGULAR).strip(), 8.5, look.WIDTH - 90)
        self._root = Node("Document")
        self._story: list[Any] = []
        self._level = 0
        self.pages: dict[str, int] = {}

    def heading(self, level: int, content: str, *, mark: str = "") -> None:
        """A heading, which is also a bookmark.

        Args:
            level: 1, 2 or 3; at most one more than that of the heading before.
            content: Its text.
            mark: The name under which its page is told in ``pages``.

        Raises:
            ValueError: The heading is empty or skips a level, which PDF/UA forbids (ISO 14289-1, 7.4.2).
        """
        text = fit(content, SEMIBOLD).strip()
        if level > self._level + 1 or not text:
            raise ValueError("a heading is empty or skips a level")
        self._level = level
        paragraph = _paragraph(text, look.HEADINGS[level], Node(f"H{level}", self._root))
        paragraph.outline = text, level
        if mark:
            paragraph.reached = partial(self.pages.__setitem__, mark)
        self._story.append(paragraph)

    def text(self, content: Content, style: Any = look.BODY) -> None:
        """A paragraph."""
        self._story.append(_paragraph(content, style, Node("P", self._root)))

    def bullets(self, items: Iterable[Content], *, numbered: bool = False) -> None:
        """A list with bullets or numbers."""
        numbering = "Decimal" if numbered else "Disc"
        for place, content, node in self._list_items(items, numbering):
            label = Node("Lbl", node)
            mark = f"{place}." if numbered else "•"
            paragraph = _paragraph(content, look.ITEM, Node("LBody", node), bullet=mark)
            paragraph.label = label
            self._story.append(paragraph)

    def names(self, items: Iterable[Content]) -> None:
        """A list without marks, as of people."""
        for _, content, node in self._list_items(items, "None"):
            self._story.append(_paragraph(content, look.NAME, Node("LBody", node)))

    def facts(self, facts: Iterable[tuple[str, Content | Lines]]) -> None:
        """Key facts, each a label and what it says, tagged as a list of terms."""
        for _, (label, said), node in self._list_items(facts, "None"):
            term = _paragraph(label, look.LABEL, Node("Lbl", node))
            body = _paragraphs(said, look.FACT, Node("LBody", node))
            self._story.append(SideBySide([[term], body], (22, 78), gap=10, spaceAfter=4))

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[Content | Lines]], *, row_head: int = -1
    ) -> None:
        """A table with real headers, repeated on each page it reaches; without rows nothing is drawn.

        Args:
            columns: Its columns.
            rows: One content for each column.
            row_head: The column whose cells name their rows, or -1.
        """
        body = list(rows)
        if not body:
            return
        table = Node("Table", self._root)
        cells = [_head_row(columns, Node("TR", Node("THead", table)))]
        group = Node("TBody", table)
        taken = sum(column.width for column in columns)
        widths = [column.width or look.WIDTH - taken for column in columns]
        cells += [_body_row(columns, widths, row, Node("TR", group), row_head) for row in body]
        self._story.append(
            platypus.Table(cells, widths, repeatRows=1, splitInRow=1, hAlign="LEFT", spaceAfter=10, style=_TABLE_STYLE)
        )

    def figure(self, drawing: Any, alternative: str) -> None:
        """A drawing with the text that stands for it where it cannot be seen.

        Raises:
            ValueError: The alternative text is empty (ISO 14289-1, 7.3).
        """
        said = fit(alternative, REGULAR).strip()
        if not said:
            raise ValueError("a figure without alternative text")
        self._story.append(TaggedFigure(drawing, Node("Figure", self._root, alternative=said)))

    def side_by_side(self, *parts: Callable[[], None]) -> None:
        """Columns of equal width; each part adds its pieces through this same builder and is read after the last."""
        outer, columns = self._story, list[list[Any]]()
        for part in parts:
            self._story = []
            part()
            columns.append(self._story)
        self._story = outer
        self._story.append(SideBySide(columns, [1] * len(columns), gap=24, spaceAfter=6))

    def together(self, lines: Iterable[Content]) -> None:
        """Paragraphs that stay on one page."""
        kept = [_paragraph(line, look.BODY, Node("P", self._root)) for line in lines]
        self._story.append(platypus.KeepTogether(kept))

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self._story.append(platypus.PageBreak())

    def build(self) -> bytes:
        """The finished document. The same pieces give the same bytes."""
        file = BytesIO()
        frame = platypus.Frame(
            look.SIDE, look.FOOT, look.WIDTH, look.PAGE[1] - look.TOP - look.FOOT, 0, 0, 0, 0, id="page"
        )
        template = platypus.BaseDocTemplate(
            file, pagesize=look.PAGE, pageTemplates=[platypus.PageTemplate("page", frame)]
        )
        template.build(
            list(self._kept_with_headings()),
            canvasmaker=partial(TaggedCanvas, root=self._root, about=self._about, furniture=self._furnish),
        )
        return file.getvalue()

    def _kept_with_headings(self) -> Iterator[Any]:
        for piece, following in zip(self._story, (*self._story[1:], None), strict=True):
            if is_heading(piece):
                also = look.ROOM_FOR_NEXT_HEADING if is_heading(following) else 0
                yield platypus.CondPageBreak(look.ROOM_AFTER_HEADING + also)
            yield piece

    def _list_items(self, items: Iterable[Any], numbering: str) -> Iterable[tuple[int, Any, Node]]:
        held = list(items)
        if not held:
            return
        parent = Node("L", self._root, attributes=f"<</O /List /ListNumbering /{numbering}>>")
        for place, item in enumerate(held, 1):
            yield place, item, Node("LI", parent)

    def _furnish(self, canvas: TaggedCanvas, number: int, pages: int) -> None:
        right = look.PAGE[0] - look.SIDE
        canvas.setStrokeColor(look.RULE)
        canvas.setLineWidth(0.5)
        canvas.line(look.SIDE, look.FOOTER_LINE + 14, right, look.FOOTER_LINE + 14)
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(look.MUTED)
        canvas.drawString(look.SIDE, look.FOOTER_LINE, self._footer)
        canvas.drawRightString(right, look.FOOTER_LINE, f"Sida {number} av {pages}")


_TABLE_STYLE = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, look.INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, look.RULE),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("LEFTPADDING", (1, 0), (-1, -1), look.CELL_PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, 0), 0),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
]


def _head_row(columns: Sequence[Column], row: Node) -> list[Any]:
    return [
        _paragraph(
            column.title,
            look.HEAD_RIGHT if column.right else look.HEAD,
            Node("TH", row, attributes="<</O /Table /Scope /Column>>", repeats=True),
        )
        for column in columns
    ]


def _body_row(
    columns: Sequence[Column], widths: Sequence[float], row: Sequence[Content | Lines], parent: Node, head: int
) -> list[Any]:
    cells: list[Any] = []
    for place, (column, width, content) in enumerate(zip(columns, widths, row, strict=True)):
        scope = "<</O /Table /Scope /Row>>" if place == head else ""
        node = Node("TH" if scope else "TD", parent, attributes=scope)
        paragraphs = _paragraphs(content, look.CELL_RIGHT if column.right else look.CELL, node)
        for paragraph in paragraphs:
            paragraph.break_words(width - look.CELL_PADDING * (place > 0))
        cells.append(paragraphs)
    return cells


def _paragraphs(content: Content | Lines, style: Any, node: Node) -> list[TaggedParagraph]:
    if not isinstance(content, Lines):
        return [_paragraph(content, style, node)]
    lines = [line for line in content.lines if any(run.text.strip() for run in runs(line))]
    if len(lines) == 1:
        return [_paragraph(lines[0], style, node)]
    return [_paragraph(line, style, Node("P", node)) for line in lines]


def _paragraph(content: Content, style: Any, node: Node, bullet: str | None = None) -> TaggedParagraph:
    fragments = [_fragment(place, run, style) for place, run in enumerate(runs(content))]
    paragraph = TaggedParagraph(None, style, bulletText=bullet, frags=fragments)
    paragraph.said = "".join(fragment.text for fragment in fragments)
    alone = len(fragments) == 1 and fragments[0].link
    paragraph.node = Node("Link", node) if alone else node
    return paragraph


def _fragment(place: int, run: Run, style: Any) -> Any:
    font = SEMIBOLD if run.strong else style.fontName
    text = fit(run.text, font)
    leads = bool(run.link and text.strip())
    colour = look.ACCENT if leads else look.MUTED if run.muted else style.textColor
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=style.fontSize,
        textColor=colour,
        rise=0,
        greek=0,
        bold=0,
        italic=0,
        us_lines=[(place, "underline", None, "", "", 0, 1, "")] if leads else [],
        link=[(place, run.link)] if leads else [],
    )


def _shortened(text: str, size: float, width: float) -> str:
    """The text with its end left out if it is wider than there is room for."""
    if pdfmetrics.stringWidth(text, REGULAR, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", REGULAR, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
