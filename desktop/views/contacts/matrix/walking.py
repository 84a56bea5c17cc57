"""Walking a grid by the arrow keys: one of its parts is a stop of Tab, the arrows lead to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class Place(NamedTuple):
    """A row of the grid, a column, and which of the stops there from the top."""

    row: int = 0
    column: int = 0
    stop: int = 0


class Walk(QObject):
    """Lets the arrow keys, Home and End move among what can be chosen in a grid.

    Args:
        grid: The grid; it becomes the owner.
    """

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._stops: dict[Place, QWidget] = {}
        self.place = Place()

    def set_stops(self, rows: Sequence[Sequence[Sequence[QWidget]]]) -> None:
        """Take over what can be chosen: row by row, cell by cell, from the top."""
        self._stops = {
            Place(row, column, stop): widget
            for row, cells in enumerate(rows)
            for column, stops in enumerate(cells)
            for stop, widget in enumerate(stops)
        }
        for widget in self._stops.values():
            widget.installEventFilter(self)
        self._settle()

    def take_focus(self) -> None:
        """Give the focus to the place one is at, or to the nearest there is."""
        for widget in self._stops.values():
            if widget.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, wanted: Callable[[QWidget], bool]) -> bool:
        """Give the focus to the first stop that is wanted; whether there is one."""
        for widget in self._stops.values():
            if wanted(widget):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on arrow keys, and remember where the focus is."""
        here = next((place for place, widget in self._stops.items() if widget is watched), None)
        if here is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self.place = here
            self._settle()
        elif event.type() == QEvent.Type.KeyPress:
            there = self._next(here, Qt.Key(cast("QKeyEvent", event).key()))
            if there is not None:
                self._stops[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _next(self, here: Place, key: Qt.Key) -> Place | None:
        """Where a key leads: to itself at an edge, to nothing when it is no key of the grid."""
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                column = [place for place in self._stops if place.column == here.column]
                at = column.index(here) + (1 if key == Qt.Key.Key_Down else -1)
                return column[at] if 0 <= at < len(column) else here
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if key == Qt.Key.Key_Right else -1
                beside = [p for p in self._stops if (p.row, p.column) == (here.row, here.column + step)]
                return min(beside, key=lambda place: abs(place.stop - here.stop), default=here)
            case Qt.Key.Key_Home:
                return next(iter(self._stops))
            case Qt.Key.Key_End:
                return next(reversed(self._stops))
            case _:
                return None

    def _settle(self) -> None:
        """Make the place where one is, or else the first of its row or of all, the one stop of Tab."""
        near = [place for place in self._stops if place[:2] == self.place[:2]] or list(self._stops)
        here = self.place if self.place in self._stops else next(iter(near), None)
        for place, widget in self._stops.items():
            policy = Qt.FocusPolicy.StrongFocus if place == here else Qt.FocusPolicy.ClickFocus
            widget.setFocusPolicy(policy)
