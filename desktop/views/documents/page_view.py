"""One page of a document as it will look."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.document import PageImage


def image_of(page: PageImage) -> QImage:
    """The page as an image that owns its pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


class PageView(QLabel):
    """A page with a hairline around it; assistive technology meets a graphic that tells its own text.

    Args:
        page: The page.
        name: Which page it is: "Sida 1 av 2".
        parent: The owning widget.
    """

    def __init__(self, page: PageImage, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QSize(page.width, page.height)
        self.setScaledContents(True)
        self.setAccessibleName(name)
        self.show_page(page)

    @property
    def paper(self) -> QSize:
        """The page's size in the pixels it was first drawn in."""
        return self._paper

    def show_page(self, page: PageImage) -> None:
        """Show the page drawn in another resolution."""
        self.setPixmap(QPixmap.fromImage(image_of(page)))
        self.setAccessibleDescription(page.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the hairline around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
