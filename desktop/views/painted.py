"""Waits until something has been painted, so that what comes next never delays it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 1000
"""A window that nobody sees, minimised say, is never painted; work begins all the same."""


def after_paint(widget: QWidget, then: Callable[[], None]) -> None:
    """Call something once, when a widget has been painted or has had a second to be."""
    _Painted(widget, then)


class _Painted(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        self._seen = False
        widget.installEventFilter(self)
        QTimer.singleShot(_PATIENCE_MS, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint, with that of everything inside, be over before anything else begins."""
        if event.type() == QEvent.Type.Paint and not self._seen:
            QTimer.singleShot(0, self, self._go_on)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if not self._seen:
            self._seen = True
            self._widget.removeEventFilter(self)
            self._then()
