"""Reads a tagged PDF as assistive technology does: the structure tree, with the text that each element marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain

import pikepdf


@dataclass
class Element:
    """One element of the structure tree; ``parts`` holds text and elements in reading order."""

    tag: str
    scope: str = ""
    alternative: str = ""
    parts: list["str | Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text of the element and those below it, with single spaces."""
        return " ".join("".join(self._pieces()).split())

    def all(self, *tags: str) -> Iterator["Element"]:
        """The elements below with one of these tags, in reading order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.tag in tags:
                    yield part
                yield from part.all(*tags)

    def _pieces(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, Element):
                yield from part._pieces()
                yield "" if part.tag in {"Link", "Span"} else " "
            else:
                yield part


@dataclass
class Page:
    """What a page shows: the text of each marked stretch, and of what is passed over."""

    marked: dict[int, str] = field(default_factory=dict)
    artifacts: str = ""


class TaggedFile:
    """A tagged PDF that has been read."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [_read(page) for page in self.pdf.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        top = self.pdf.Root.StructTreeRoot.K
        self.document = self._element(top[0] if isinstance(top, pikepdf.Array) else top)

    @property
    def bookmarks(self) -> list[str]:
        """The titles of the outline, with two spaces for each level."""
        with self.pdf.open_outline() as outline:
            return list(chain.from_iterable(_titles(item, 0) for item in outline.root))

    def _element(self, node: pikepdf.Object) -> Element:
        attributes = node.get("/A", {})
        element = Element(str(node.S)[1:], str(attributes.get("/Scope", ""))[1:], str(node.get("/Alt", "")))
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            element.parts += self._part(kid, node)
        return element

    def _part(self, kid: pikepdf.Object, node: pikepdf.Object) -> Iterator[str | Element]:
        if isinstance(kid, int):
            yield self.pages[self._numbers[node.Pg.objgen]].marked[kid]
        elif "/MCID" in kid:
            yield self.pages[self._numbers[kid.Pg.objgen]].marked[int(kid.MCID)]
        elif kid.get("/Type") != "/OBJR":
            yield self._element(kid)


def _titles(item: pikepdf.OutlineItem, depth: int) -> Iterator[str]:
    yield "  " * depth + str(item.title)
    for child in item.children:
        yield from _titles(child, depth + 1)


def _read(page: pikepdf.Page) -> Page:
    fonts = {name: _meanings(font) for name, font in page.Resources.Font.items() if "/ToUnicode" in font}
    read, stack, font = Page(), list[int | None](), dict[int, str]()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marked = len(operands) > 1 and "/MCID" in operands[1]
                stack.append(int(operands[1].MCID) if marked else None)
                if marked:
                    read.marked[stack[-1]] = ""
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts.get(str(operands[0]), {})
            case "Tj":
                assert stack, "text outside marked content"
                shown = "".join(font[code] for code in bytes(operands[0]))
                if stack[-1] is None:
                    read.artifacts += shown + " "
                else:
                    read.marked[stack[-1]] += shown
    assert not stack, "marked content that is never ended"
    return read


def _meanings(font: pikepdf.Object) -> dict[int, str]:
    lines = bytes(font.ToUnicode.read_bytes()).decode()
    pairs = re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", lines, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(meaning).decode("utf-16-be") for code, meaning in pairs}
