"""Puts a Word document together: headings, key facts, text and tables, in Swedish, of nothing but plain text (R40)."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from desktop.domain.meetings.meeting_head import Fact
from desktop.exchange.plain_text import plain_passage

LANGUAGE = "sv-SE"
_MILLIMETRE = 36_000
_PAGE = (210, 297)
_MARGIN = 22
_INK = "1B2430"
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_MADE = (1980, 1, 1, 0, 0, 0)
_PICTURE_OF_THE_TEMPLATE = "thumbnail"


class WordBuilder:
    """Collects the pieces of one document. Text goes in as it is; what XML cannot hold is left out.

    Args:
        title: What the document is called, in its properties.
        author: Who it comes from, an agency rather than a person.
        created: The instant it is made; the only time that enters the file.
        footer: A line at the foot of each page.
    """

    def __init__(self, title: str, author: str, created: datetime, footer: str) -> None:
        import docx

        self._document: Any = docx.Document()
        _speak_swedish(self._document)
        _set_on_paper(self._document)
        properties = self._document.core_properties
        properties.title, properties.author, properties.last_modified_by = _plain(title), _plain(author), ""
        properties.language, properties.comments = LANGUAGE, ""
        properties.created = properties.modified = created.astimezone(UTC).replace(microsecond=0, tzinfo=None)
        self._document.sections[0].footer.paragraphs[0].add_run(_plain(footer))

    def heading(self, level: int, content: str) -> None:
        """A heading of level 1, 2 or 3; one that says nothing is left out."""
        text = " ".join(_plain(content).split())
        if text:
            self._document.add_heading(text, level)

    def text(self, content: str, *, strong: bool = False) -> None:
        """A paragraph for each line of a text."""
        for line in _plain(content).splitlines():
            if line.strip():
                self._document.add_paragraph().add_run(line).bold = strong

    def facts(self, facts: Iterable[Fact]) -> None:
        """Key facts, one paragraph each; what says nothing is left out."""
        for fact in facts:
            if not _plain(fact.said):
                continue
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.space_after = 0
            paragraph.add_run(f"{fact.label}: ").bold = True
            paragraph.add_run(_plain(fact.said))
            for told in filter(None, map(_plain, fact.details)):
                paragraph.add_run().add_break()
                paragraph.add_run(told)

    def table(self, columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[str]]) -> None:
        """A table whose head is marked as such and repeated on each page; without rows nothing is written.

        Args:
            columns: Title and share of the width of each.
            rows: One text for each column.
        """
        body = list(rows)
        if not body:
            return
        table = self._document.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        for row in body:
            _fill(table.add_row(), row)
        _fill(table.rows[0], [title for title, _ in columns], strong=True)
        _mark_head(table.rows[0])
        _share_width(table, [share for _, share in columns])

    def build(self) -> bytes:
        """The finished document. The same pieces give the same bytes."""
        stream = io.BytesIO()
        _without_picture(self._document)
        self._document.save(stream)
        return _undated(stream.getvalue())


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("", plain_passage(text))


def _speak_swedish(document: Any) -> None:
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), LANGUAGE)
        element.set(qn("w:eastAsia"), LANGUAGE)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), LANGUAGE)


def _set_on_paper(document: Any) -> None:
    from docx.shared import RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = (side * _MILLIMETRE for side in _PAGE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN * _MILLIMETRE
    for level in (1, 2, 3):
        document.styles[f"Heading {level}"].font.color.rgb = RGBColor.from_string(_INK)


def _fill(row: Any, texts: Sequence[str], *, strong: bool = False) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        first, *rest = _plain(text).splitlines() or [""]
        cell.paragraphs[0].add_run(first).bold = strong
        for line in rest:
            cell.add_paragraph(line)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = 0


def _mark_head(row: Any) -> None:
    """Say that a row is the head of its table (ECMA-376, 17.4.78)."""
    from docx import oxml

    elements: Any = oxml  # the library types it in part
    row._tr.get_or_add_trPr().append(elements.OxmlElement("w:tblHeader"))  # noqa: SLF001  # the library has no name for it


def _share_width(table: Any, shares: Sequence[float]) -> None:
    room, whole = (_PAGE[0] - 2 * _MARGIN) * _MILLIMETRE, sum(shares)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = round(room * share / whole)


def _without_picture(document: Any) -> None:
    """Leave out the picture of another document that the library's template has."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(_PICTURE_OF_THE_TEMPLATE)]:
        relations.pop(key)


def _undated(content: bytes) -> bytes:
    """The same archive without the times at which its parts were written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as written, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in written.infolist():
            kept.writestr(zipfile.ZipInfo(part.filename, _MADE), written.read(part), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
