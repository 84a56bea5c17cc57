"""The pages of a document below each other, in a size the user chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.document import PageImage
from desktop.views.documents.page_view import PageView

SCREEN = 96
"""Dots per inch at 100 %: one device-independent pixel is a 96th of an inch, as everywhere on screens."""

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_MARGIN = 16


class Pages(QScrollArea):
    """Scrolls through pages and zooms them.

    Attributes:
        zoomed: The size in use, 1.0 being the paper's own, has changed (``float``).
        page_reached: Another page (``int``, from 1) is the one being read.
    """

    zoomed = Signal(float)
    page_reached = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentPages")
        self.setAccessibleName(self.tr("Sidor"))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._views: list[PageView] = []
        self._dots_per_inch = SCREEN
        self._zoom: float | None = None
        self._column = QWidget()
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(_MARGIN)
        self._layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.setWidget(self._column)
        self._column.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        for keys, act in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), self.zoom_in),
            ([QKeySequence("Ctrl+=")], self.zoom_in),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), self.zoom_out),
            ([QKeySequence("Ctrl+0")], self.zoom_to_paper),
        ):
            for key in keys:
                shortcut = QShortcut(key, self)
                shortcut.activated.connect(act)
                shortcut.activatedAmbiguously.connect(act)

    @property
    def zoom(self) -> float:
        """The size in use; 1.0 is the paper's own."""
        return self._zoom if self._zoom is not None else self._width_zoom()

    @property
    def fits_width(self) -> bool:
        """Whether the pages follow the width of the window."""
        return self._zoom is None

    @property
    def views(self) -> Sequence[PageView]:
        """The pages as widgets."""
        return tuple(self._views)

    def show_pages(self, pages: Sequence[PageImage], dots_per_inch: int) -> None:
        """Show another document, from its first page."""
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._dots_per_inch = dots_per_inch
        self._views = []
        for number, page in enumerate(pages, 1):
            view = PageView(page, self.tr("Sida {number} av {count}").format(number=number, count=len(pages)))
            self._layout.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
            self._views.append(view)
        self._resize_pages()
        self.verticalScrollBar().setValue(0)
        self.page_reached.emit(1)

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self._zoom_to(next((zoom for zoom in _ZOOMS if zoom > self.zoom + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self._zoom_to(next((zoom for zoom in reversed(_ZOOMS) if zoom < self.zoom - 0.01), _ZOOMS[0]))

    def zoom_to_paper(self) -> None:
        """Show the pages in the size of the paper."""
        self._zoom_to(1.0)

    def fit_width(self) -> None:
        """Make the pages as wide as there is room, and keep them so."""
        self._zoom_to(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width where that was asked for."""
        super().resizeEvent(event)
        if self.fits_width:
            self._resize_pages()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the hairlines when the theme has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._column.update()

    def _zoom_to(self, zoom: float | None) -> None:
        height = max(self._column.height(), 1)
        place = self.verticalScrollBar().value() / height
        self._zoom = zoom
        self._resize_pages()
        self.verticalScrollBar().setValue(round(place * self._column.height()))

    def _width_zoom(self) -> float:
        if not self._views:
            return 1.0
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        widest = max(view.paper.width() for view in self._views) * SCREEN / self._dots_per_inch
        return max(room / widest, 0.2)

    def _resize_pages(self) -> None:
        scale = self.zoom * SCREEN / self._dots_per_inch
        for view in self._views:
            view.setFixedSize(QSize(round(view.paper.width() * scale), round(view.paper.height() * scale)))
        self._layout.activate()
        self._column.adjustSize()
        self.zoomed.emit(self.zoom)
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        reached = [number for number, view in enumerate(self._views, 1) if view.y() <= middle]
        self.page_reached.emit(max(reached, default=1))
