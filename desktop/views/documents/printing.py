"""Printing the pages of a document as images; loaded when the user first prints."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.domain.document import PageImage
from desktop.views.documents.page_view import image_of

_FINEST = 300
"""Dots per inch that text on paper gains from; more only takes time and memory."""


def resolution_for(printer: QPrinter) -> int:
    """The dots per inch to draw the pages in for a printer."""
    return min(printer.resolution(), _FINEST)


def print_pages(pages: Sequence[PageImage], printer: QPrinter) -> bool:
    """Print the pages the user chose, each scaled to its sheet; tells whether the printer took them."""
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, page in enumerate(pages[first - 1 : last]):
        if place:
            printer.newPage()
        image = image_of(page)
        sheet = painter.viewport()
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    return painter.end()
