"""How the list of meetings and what stands beside it share the width of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QSplitter

from desktop.views.meetings.list_side import LEAST_WIDTH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget

_LIST_WIDTH = 190
_ROOMY = 900
"""From this width of the page on, in pixels, the list shows more than mark and day by itself."""


class Sides(QSplitter):
    """List and meeting abreast; the list is narrow in a narrow page, and roomy in a roomy one.

    Args:
        left: The list.
        right: What stands beside it.
        page: The page whose width counts.
    """

    def __init__(self, left: QWidget, right: QWidget, page: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("meetingsSplitter")
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST_WIDTH, 4 * _LIST_WIDTH])
        self._page = page
        self._roomy: bool | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._share)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the width that the page is given; the first that counts is the one it is shown in."""
        if event.type() == QEvent.Type.Show or (event.type() == QEvent.Type.Resize and self._page.isVisible()):
            self._later.start(0)
        return super().eventFilter(watched, event)

    def edge(self, layout: QLayout) -> None:
        """Keep the layout around the page's content as wide as there is room for."""
        side = 12 if self._roomy is False else 24
        layout.setContentsMargins(side, 20, side, 16)

    def _share(self) -> None:
        """Give list and meeting other shares when the page has become narrow or roomy; else leave them as they are."""
        width = self._page.width()
        roomy = width >= _ROOMY
        if roomy is self._roomy:
            return
        first, self._roomy = self._roomy is None, roomy
        layout = self._page.layout()
        if layout is not None:
            self.edge(layout)
        if not first or not roomy:  # the first roomy size keeps what was arranged last time
            side = _LIST_WIDTH if roomy else LEAST_WIDTH
            self.setSizes([side, max(1, width - side)])
