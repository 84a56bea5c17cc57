"""The fonts of the documents, embedded so that they look and read the same everywhere."""

# What super() holds is reportlab's and has no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import threading
from typing import Any

from desktop.assets import asset
from desktop.pdf.press import TTFont, pdfmetrics

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"
_ROWS_IN_A_BLOCK = 100
_loading = threading.Lock()


def load() -> None:
    """Make the fonts known to reportlab; done once in a program, from whichever thread comes first."""
    with _loading:
        known = set(pdfmetrics.getRegisteredFontNames())
        for name in {REGULAR, SEMIBOLD} - known:
            pdfmetrics.registerFont(DocumentFont(name, str(asset(f"fonts/{name}.ttf")), asciiReadable=True))


def glyphs(name: str) -> frozenset[int]:
    """The code points that the font of this name can show."""
    load()
    covered: dict[int, int] = pdfmetrics.getFont(name).face.charToGlyph
    return frozenset(code for code, glyph in covered.items() if glyph)


class DocumentFont(TTFont):
    """A font whose codes all lead back to text.

    reportlab maps codes that are not in use to U+0000, which PDF/UA forbids (ISO 14289-1, 7.21.7); here the map is
    written anew once reportlab has placed the font in the document.
    """

    def addObjects(self, doc: Any) -> None:
        """Place the font in a document that is about to be saved."""
        state = self.state[doc]
        super().addObjects(doc)
        placed = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(state.subsets):
            name = placed[f"{state.internalName}+{number}"].BaseFont
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)


def _to_unicode(name: str, subset: list[int]) -> str:
    """The map from the codes of a font subset back to text (ISO 32000-1, 9.10.3)."""
    rows = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = [rows[at : at + _ROWS_IN_A_BLOCK] for at in range(0, len(rows), _ROWS_IN_A_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
