"""The bytes around a stream, which decide whether its length is true (ISO 19005-2, 6.1.7.1)."""

import pytest

from desktop.pdf.archive import prepare
from desktop.pdf.press import pdfdoc
from tests.pdf.documents import ABOUT


@pytest.mark.parametrize(
    ("content", "end"),
    [
        (b"data", b"data\nendstream\n"),
        (b"data\n", b"data\n\nendstream\n"),
        (b"data\r", b"data\r\r\nendstream\n"),
    ],
)
def test_the_line_break_before_the_end_is_never_taken_for_content_or_content_for_it(content: bytes, end: bytes) -> None:
    document = pdfdoc.PDFDocument()
    prepare(document, ABOUT)
    written = pdfdoc.PDFStream(content=content).format(document)
    assert written.endswith(b"stream\n" + end)
    assert b"/Length %d\n" % len(content) in written
