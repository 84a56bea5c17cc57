"""Pictures and text of the pages of a finished document, for the preview in the program."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # it publishes none

from desktop.domain.document import PageImage

_POINTS_IN_AN_INCH = 72
_HYPHEN_AT_LINE_END = "\ufffe"  # PDFium swallows the line break with it
_one_at_a_time = threading.Lock()  # PDFium may be used from any thread, but from one only at a time


def page_count(pdf: bytes) -> int:
    """How many pages a document has. May be called from any thread."""
    with _opened(pdf) as document:
        return len(document)


def render_pages(pdf: bytes, dots_per_inch: int) -> list[PageImage]:
    """A picture of each page, in order. May be called from any thread, and belongs off the one that draws windows."""
    with _opened(pdf) as document:
        return [_rendered(page, dots_per_inch / _POINTS_IN_AN_INCH) for page in document]


def page_texts(pdf: bytes) -> list[str]:
    """What each page reads, in order. May be called from any thread.

    Raises:
        ValueError: The bytes are no PDF that can be opened, or one that a password protects.
    """
    try:
        with _opened(pdf) as document:
            return [_text_of(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise ValueError("not a PDF that can be read") from error


@contextmanager
def _opened(pdf: bytes) -> Generator[Any, None, None]:
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _rendered(page: Any, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        return PageImage(
            width=bitmap.width,
            height=bitmap.height,
            stride=bitmap.stride,
            pixels=bytes(bitmap.buffer),
            text=_text_of(page),
        )
    finally:
        bitmap.close()
        page.close()


def _text_of(page: Any) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_range().replace("\r\n", "\n").replace(_HYPHEN_AT_LINE_END, "-\n")
    finally:
        text.close()
