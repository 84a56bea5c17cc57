"""The words of a Word document, line by line; nothing else of it is read, and nothing in it is run."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from desktop.errors import FileError

_LONGEST_ROW = 20
"""How many cells of one row are read."""


def word_text(data: bytes, file_name: str) -> str:
    """The text of a Word document: paragraphs as lines, those of a list with a bullet, rows of tables as lines.

    Raises:
        FileError: The document is damaged or protected by a password.
    """
    import docx

    try:
        document: Any = docx.Document(BytesIO(data))
        return "\n".join(_lines(document))
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the parser raise, the user gets one sentence
        raise FileError(
            f"Worddokumentet {file_name} är skadat eller skyddat med lösenord.", "Kopiera punkterna och klistra in dem."
        ) from None


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                yield " ".join(dict.fromkeys(cell.text.strip() for cell in row.cells[:_LONGEST_ROW]))
        else:
            yield f"- {part.text}" if _is_listed(part) and part.text.strip() else part.text


def _is_listed(paragraph: Any) -> bool:
    """Whether Word numbers the paragraph or gives it a bullet; the number itself is nowhere in the text."""
    properties = paragraph._p.pPr  # noqa: SLF001 - the library has no other way to the numbering
    numbered = properties is not None and properties.numPr is not None
    return numbered or (paragraph.style is not None and str(paragraph.style.name).startswith("List"))
