"""Tab order that follows the eye where parts come and go while the program runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent


class ReadingOrder(QObject):
    """Keeps the order of Tab inside a widget as its layouts have the parts; Qt puts what is made later last.

    Args:
        whole: The widget whose parts are put in order; it becomes the owner.
    """

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._order: list[QWidget] = []
        self._hands_on: dict[QObject, QWidget] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.arrange)
        whole.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the layout has been asked to change, and hand on the focus for those that did it before."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._whole:
            self._later.start(0)
        elif event.type() == QEvent.Type.FocusIn and watched in self._hands_on:
            self._hands_on[watched].setFocus(cast("QFocusEvent", event).reason())
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Put the parts in order, if they are not in the order they were put in last."""
        self._lift_proxies(self._whole)
        order = list(_focusable(self._whole))
        if order == self._order:
            return
        self._order = order
        former = self._before()
        for following in order:
            if former is not None:
                QWidget.setTabOrder(former, following)
            former = following

    def _lift_proxies(self, whole: QWidget) -> None:
        """Hand the focus on for the parts that do so.

        Qt stops at them wherever they are in the chain, takes none of them into the order, and goes on from what they
        hand the focus to; one that is left behind would lead Tab back to where it came from.
        """
        for part in whole.findChildren(QWidget):
            proxy = part.focusProxy()
            if proxy is not None and part.layout() is not None:  # without one it is the inside of one of Qt's fields
                part.setFocusProxy(cast("QWidget", None))  # Qt takes null for none
                self._hands_on[part] = proxy
                part.installEventFilter(self)
                part.destroyed.connect(partial(self._hands_on.pop, part, None))

    def _before(self) -> QWidget | None:
        """What Tab comes to last before the widget; Qt takes nothing that cannot have the focus as a beginning."""
        here = self._whole.previousInFocusChain()
        while here is not None and here is not self._whole:
            if here.focusPolicy() != Qt.FocusPolicy.NoFocus and not self._whole.isAncestorOf(here):
                return here
            here = here.previousInFocusChain()
        return None


def _focusable(whole: QWidget) -> Iterator[QWidget]:
    """What can have the focus inside a widget, as its layouts have it."""
    layout = whole.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield widget
            yield from _focusable(widget)
        elif inner is not None:
            yield from _in_layout(inner)
