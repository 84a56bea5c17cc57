"""A reportlab canvas that knows what everything it draws is.

Text belongs to a node of the structure tree or is refused; whatever else is painted outside a node becomes an artifact,
which assistive technology passes over (ISO 14289-1, 7.1).
"""

# What super() holds is reportlab's and has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, BinaryIO, TypeAlias

from desktop.pdf import archive
from desktop.pdf.fonts import REGULAR
from desktop.pdf.press import Canvas, PDFTextObject, pdfdoc
from desktop.pdf.structure import Node, StructureTree
from desktop.pdf.xmp import LANGUAGE, About

_PAINTS = re.compile(r"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?|sh|Do|BI|T[jJ])(?:\s|$)")
_SHOWS = (" Tj", " T*", " TJ")


class _Marked(str):
    """A fragment of page code that lies inside marked content, or delimits it."""

    __slots__ = ()


_END = _Marked("EMC")


class Flow:
    """Where the words of a paragraph end, for lines that end in the middle of one.

    Args:
        text: The whole text of the paragraph; how many of its characters have been shown is kept while it is drawn.
    """

    def __init__(self, text: str) -> None:
        self._gaps: set[int] = set()
        self._shown = 0
        count = 0
        for word in text.split(" "):
            count += len(word)
            self._gaps.add(count)

    def word_ends(self, text: str) -> bool:
        """Whether a word ends with this next piece of the paragraph."""
        self._shown += len(text) - text.count(" ")
        return self._shown in self._gaps


class TaggedText(PDFTextObject):
    """A text object that remembers where in its code a link begins and ends."""

    def __init__(self, canvas: "TaggedCanvas", x: float = 0, y: float = 0, direction: Any = None) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self._tagged = canvas
        self._turns: list[tuple[int, Node]] = []

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803  # reportlab's name
        """Show text; between the lines goes a space, or readers would glue the last and the next word together."""
        flow = self._tagged.flow
        ends = flow.word_ends(text) if flow else True
        gap = " " if TStar and ends and not text.endswith(" ") else ""
        super()._textOut(text + gap, TStar)

    def _linkRecord(self, link: Any, what: str) -> None:
        """Called by reportlab on each line right after the text that begins a link, and before what follows it."""
        owner = self._tagged.owner
        assert owner is not None, "a link outside a paragraph"
        if what == "start":
            node = owner.links.setdefault(link, Node("Link"))
            self._turns.append((len(self._code) - 1, node))
            self._tagged.links_on_line.append(node)
        else:
            self._turns.append((len(self._code), owner))

    @property
    def shows(self) -> bool:
        """Whether any text is shown at all."""
        return any(code.endswith(_SHOWS) for code in self._code)

    def marked_code(self, owner: Node) -> str:
        """The whole object as page code, each stretch marked as belonging to its node."""
        code = self._code
        turns = [(1, owner), *self._turns, (len(code), owner)]
        out = [code[0]]
        for (start, node), (stop, _) in pairwise(turns):
            stretch = code[start:stop]
            if any(fragment.endswith(_SHOWS) for fragment in stretch):
                if self._turns:
                    owner.adopt(node)
                out += [self._tagged.begin_marked(node), *stretch, _END]
            else:
                out += stretch
        return " ".join([*out, "ET"])


Furniture: TypeAlias = Callable[["TaggedCanvas", int, int], None]
"""Draws what recurs on each page; is given the canvas, the page's number and how many pages there are."""


class TaggedCanvas(Canvas):
    """The canvas of a document that is PDF/UA-1 and PDF/A-2a at once.

    Args:
        file: Where the document is written.
        root: The top of its structure tree.
        about: What it says about itself.
        furniture: Draws page numbers and the like when the number of pages is known, as artifacts.
        **settings: What reportlab's templates give each canvas.
    """

    _code: list[str]

    def __init__(self, file: BinaryIO, *, root: Node, about: About, furniture: Furniture, **settings: Any) -> None:
        own = {"pdfVersion": (1, 7), "lang": LANGUAGE, "initialFontName": REGULAR, "pageCompression": 1, "invariant": 1}
        super().__init__(file, **{**settings, **own})
        archive.prepare(self._doc, about)
        self.owner: Node | None = None
        self.flow: Flow | None = None
        self.links_on_line: list[Node] = []
        self._label: Node | None = None
        self._about = about
        self._furniture = furniture
        self._tree = StructureTree(root)
        self._spans = 0
        self._headings = 0

    @contextmanager
    def paragraph(self, owner: Node, label: Node | None, flow: Flow | None) -> Generator[None, None, None]:
        """The text drawn inside belongs to ``owner``; where there is a label, the first text object is the label."""
        self.owner, self._label, self.flow, self.links_on_line = owner, label, flow, []
        yield
        self.owner = self._label = self.flow = None

    @contextmanager
    def span(self, node: Node) -> Generator[None, None, None]:
        """Everything drawn inside belongs to the node, as the parts of a figure do."""
        yield from self._enclosed(self.begin_marked(node))

    @contextmanager
    def artifact(self, kind: str = "Pagination") -> Generator[None, None, None]:
        """Everything drawn inside is passed over by assistive technology."""
        yield from self._enclosed(f"/Artifact <</Type /{kind}>> BDC")

    def begin_marked(self, node: Node) -> str:
        """The code that begins a stretch of content of the node."""
        return f"/{node.tag} <</MCID {self._tree.mark(node)}>> BDC"

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Enter a heading in the bookmarks; ``level`` counts from 1, ``top`` is its upper edge."""
        self._headings += 1
        key = f"heading-{self._headings}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level - 1)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TaggedText:
        """A new text object."""
        return TaggedText(self, x, y, direction=direction)

    def drawText(self, aTextObject: TaggedText) -> None:  # noqa: N803  # reportlab's name
        """Draw a text object.

        Raises:
            ValueError: Its text belongs to nothing.
        """
        owner, self._label = self._label or self.owner, None
        if self._spans:
            super().drawText(aTextObject)
        elif owner is not None:
            self._code.append(_Marked(aTextObject.marked_code(owner)))
        elif aTextObject.shows:
            raise ValueError("text that belongs to no part of the document")
        else:
            super().drawText(aTextObject)

    def linkURL(self, url: str, rect: Any, relative: int = 0, **_: Any) -> None:
        """Lay a hot spot over the text of a link; reportlab calls this for each line of it."""
        node = self.links_on_line.pop(0) if self.links_on_line else self.owner
        assert node is not None, "a link outside a paragraph"
        shape = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "F": 4,
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "Rect": pdfdoc.PDFArray(self._absRect(rect, relative)),
                "Contents": pdfdoc.PDFString(f"Länk till {url}"),
                "A": pdfdoc.PDFDictionary({"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(url)}),
            }
        )
        shape["StructParent"] = self._tree.annotate(node, shape)
        self._addAnnotation(shape)

    def showPage(self) -> None:
        """Finish the page; what has been painted outside marked content becomes an artifact."""
        self._code = _with_artifacts(self._code)
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = pdfdoc.PDFName("S")
        page.StructParents = self._tree.end_page()

    def save(self) -> None:
        """Furnish the pages, now that their number is known, and write the document."""
        if self._code:
            self.showPage()
        pages = self._doc.Pages.pages
        for number, page in enumerate(pages, 1):
            self._code = []
            with self.artifact():
                self._furniture(self, number, len(pages))
            page.stream += "\n".join(self._code) + "\n"
        self._code = []
        self.setViewerPreference("DisplayDocTitle", "true")
        archive.prepare(self._doc, self._about)  # templates set title and author of their own
        archive.declare(self._doc, self._about, self._tree.write(self._doc))
        self._doc.SaveToFile(self._filename, self)

    def _enclosed(self, beginning: str) -> Generator[None, None, None]:
        self._code.append(_Marked(beginning))
        start = len(self._code)
        self._spans += 1
        yield
        self._spans -= 1
        self._code[start:] = map(_Marked, self._code[start:])
        self._code.append(_END)


def _with_artifacts(code: list[str]) -> list[str]:
    out: list[str] = []
    loose: list[str] = []
    for fragment in [*code, _Marked()]:
        if not isinstance(fragment, _Marked):
            loose.append(fragment)
            continue
        if any(map(_PAINTS.search, loose)):
            out += ["/Artifact <</Type /Layout>> BDC", *loose, _END]
        else:
            out += loose
        loose = []
        if fragment:
            out.append(fragment)
    return out
