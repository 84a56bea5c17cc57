"""The logical tree of a document: what each piece of a page is, in reading order (ISO 32000-1, 14.7).

The tree is made while the document is put together; drawing only hangs marked content on it.
"""

from typing import Any

from desktop.pdf.press import pdfdoc

_ALWAYS_KEPT = {"TD", "TH"}


class Node:
    """One element of the tree.

    Args:
        tag: A standard structure type such as ``P`` or ``TH``.
        parent: The element it belongs to; a node without one is hung in the tree when it is drawn.
        attributes: An attribute dictionary in PDF syntax, or an empty text.
        alternative: Alternative text of a figure.
        repeats: Drawn again on later pages, as the head of a table is; only the first time counts as content.
    """

    __slots__ = ("alternative", "attributes", "children", "content", "links", "repeats", "tag")

    def __init__(
        self,
        tag: str,
        parent: "Node | None" = None,
        *,
        attributes: str = "",
        alternative: str = "",
        repeats: bool = False,
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.alternative = alternative
        self.repeats = repeats
        self.children: list[Node] = []
        self.content: list[Node | Mark | Annotation] = []
        self.links: dict[Any, Node] = {}
        if parent is not None:
            parent.children.append(self)

    def adopt(self, node: "Node") -> None:
        """Let a node that appears in running text, such as a link, come where the text has come."""
        if node is not self and node not in self.content:
            self.content.append(node)

    @property
    def kept(self) -> "list[Node | Mark | Annotation]":
        """What the element holds once what never drew anything is left out; in a link, text comes first."""
        kids = [child for child in self.children if child.kept or child.tag in _ALWAYS_KEPT]
        if self.tag == "Link":
            return [*kids, *sorted(self.content, key=lambda part: isinstance(part, Annotation))]
        return [*kids, *self.content]


class Mark:
    """A stretch of marked content: its page, counted from 1, and its number there."""

    __slots__ = ("number", "page")

    def __init__(self, page: int, number: int) -> None:
        self.page = page
        self.number = number


class Annotation:
    """A hot spot on a page that belongs to a link."""

    __slots__ = ("page", "shape")

    def __init__(self, page: int, shape: Any) -> None:
        self.page = page
        self.shape = shape


class Written(pdfdoc.PDFObject):
    """A PDF object whose text is known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, _document: Any) -> bytes:
        """The object as it stands in the file."""
        return self.text.encode("latin-1")


class StructureTree:
    """Keeps account of what has been drawn for which node, and writes the tree when all pages are done."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self._parents: list[Node | list[Node]] = []
        self._on_page: list[Node] = []
        self._page = 1

    def mark(self, node: Node) -> int:
        """The number of a new stretch of marked content on this page that belongs to the node."""
        number = len(self._on_page)
        self._on_page.append(node)
        node.content.append(Mark(self._page, number))
        return number

    def annotate(self, node: Node, shape: Any) -> int:
        """The key in the parent tree of a hot spot on this page that belongs to the node."""
        node.content.append(Annotation(self._page, shape))
        self._parents.append(node)
        return len(self._parents) - 1

    def end_page(self) -> int:
        """The key in the parent tree of the page that has been finished."""
        self._parents.append(self._on_page)
        self._on_page = []
        self._page += 1
        return len(self._parents) - 1

    def write(self, document: Any) -> Written:
        """The root of the structure tree with its elements and parent tree entered in the document."""
        return _Writer(document).write(self.root, self._parents)


class _Writer:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._references: dict[Node, str] = {}

    def write(self, top: Node, parents: list[Node | list[Node]]) -> Written:
        root, tree = Written(), Written()
        element = self._element(top, self._reference(root))
        numbers = " ".join(f"{key} {self._owner(owner)}" for key, owner in enumerate(parents))
        tree.text = f"<</Nums [{numbers}]>>\n"
        root.text = (
            f"<</Type /StructTreeRoot /K [{element}] /ParentTree {self._reference(tree)} "
            f"/ParentTreeNextKey {len(parents)}>>\n"
        )
        return root

    def _owner(self, owner: Node | list[Node]) -> str:
        if isinstance(owner, Node):
            return self._references[owner]
        return f"[{' '.join(self._references[node] for node in owner)}]"

    def _element(self, node: Node, parent: str) -> str:
        written = Written()
        me = self._references[node] = self._reference(written)
        held = node.kept
        page = next((part.page for part in held if not isinstance(part, Node)), 0)
        kids = " ".join(self._kid(part, me, page) for part in held)
        entries = [f"/Type /StructElem /S /{node.tag} /P {parent}"]
        if page:
            entries.append(f"/Pg {self._page(page)}")
        if node.attributes:
            entries.append(f"/A {node.attributes}")
        if node.alternative:
            entries.append(f"/Alt {pdfdoc.PDFString(node.alternative).format(self._document).decode('latin-1')}")
        written.text = f"<<{' '.join(entries)} /K [{kids}]>>\n"
        return me

    def _kid(self, part: Node | Mark | Annotation, me: str, page: int) -> str:
        if isinstance(part, Node):
            return self._element(part, me)
        if isinstance(part, Annotation):
            return f"<</Type /OBJR /Pg {self._page(part.page)} /Obj {self._reference(part.shape)}>>"
        if part.page == page:
            return str(part.number)
        return f"<</Type /MCR /Pg {self._page(part.page)} /MCID {part.number}>>"

    def _reference(self, shape: Any) -> str:
        return self._document.Reference(shape).format(self._document).decode()

    def _page(self, number: int) -> str:
        return f"{self._document.idToObjectNumberAndVersion[f'Page{number}'][0]} 0 R"
