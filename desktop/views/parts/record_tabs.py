"""One record in tabs: what each is called, and how it is built, filled, saved and left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum

TabT = TypeVar("TabT", bound="StrEnum")
OpenT = TypeVar("OpenT")


@dataclass(frozen=True, kw_only=True)  # without slots, which an alias of a generic type cannot make
class Part(Generic[TabT, OpenT]):
    """One tab.

    Attributes:
        title: What its tab says.
        build: Makes its widget, when it is first looked at.
        show: Fills the widget; called anew whenever something has changed while it is looked at.
        flush: Saves what is typed in the widget; nothing where nothing is typed.
        leave: Saves, and lets the widget belong to no record.
    """

    tab: TabT
    title: str
    build: Callable[[], QWidget]
    show: Callable[[Any, OpenT], None]
    flush: Callable[[Any], None] | None = None
    leave: Callable[[Any], None] | None = None


class RecordTabs(QWidget, Generic[TabT, OpenT]):
    """Shows one part of a record at a time; each is built when it is first looked at.

    Args:
        parts: The tabs, in order.
        name: What the tabs choose between, for assistive technology.
        object_name: The name of the tab bar.
        parent: The owning widget.
    """

    def __init__(
        self, parts: Sequence[Part[TabT, OpenT]], name: str, object_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._widgets: dict[TabT, QWidget] = {}
        self._opened: OpenT | None = None
        self._awaited: TabT | None = None
        self._bar = UnderlinedTabs(name)
        self._bar.setObjectName(object_name)
        for part in self._parts:
            self._bar.addTab(part.title)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._stack.setCurrentWidget(self.widget(self._parts[0].tab))
        self._bar.currentChanged.connect(self._turn)

    @property
    def current(self) -> TabT:
        """The tab that is looked at."""
        return self._parts[self._bar.currentIndex()].tab

    def widget(self, tab: TabT) -> QWidget:
        """The widget of a tab, built now if it has not been looked at yet."""
        if tab not in self._widgets:
            made = self._parts[self._place(tab)].build()
            self._widgets[tab] = made
            self._stack.addWidget(made)
        return self._widgets[tab]

    def title(self, tab: TabT) -> str:
        """What a tab says."""
        return self._bar.tabText(self._place(tab))

    def set_title(self, tab: TabT, title: str) -> None:
        """Have a tab say something else."""
        if title != self.title(tab):  # else Qt would lay out all tabs, and the page with them
            self._bar.setTabText(self._place(tab), title)

    def is_offered(self, tab: TabT) -> bool:
        """Whether a tab can be chosen."""
        return self._bar.isTabVisible(self._place(tab))

    def offer(self, tab: TabT, offered: bool) -> None:
        """Let a tab be chosen, or hide it; one that is awaited comes forward once it is offered."""
        if offered is not self.is_offered(tab):
            self._bar.setTabVisible(self._place(tab), offered)
        if offered and tab is self._awaited:
            self.turn_to(tab)

    def turn_to(self, tab: TabT) -> None:
        """Go to a tab, or to one that is not offered yet as soon as it is."""
        self._awaited = None if self.is_offered(tab) else tab
        if self._awaited is None:
            self._bar.setCurrentIndex(self._place(tab))

    def show_record(self, opened: OpenT) -> None:
        """Fill the tab that is looked at, and the first, which is kept up to date all the time."""
        self._opened = opened
        for tab in dict.fromkeys((self._parts[0].tab, self.current)):
            self._fill(tab)

    def refresh(self) -> None:
        """Fill the tab that is looked at anew: something it reads by itself has changed."""
        self._fill(self.current)

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        for part in self._built():
            if part.flush is not None:
                part.flush(self._widgets[part.tab])

    def leave(self) -> None:
        """Save, and belong to no record any more."""
        for part in self._built():
            if part.leave is not None:
                part.leave(self._widgets[part.tab])
        self._opened = self._awaited = None

    def _built(self) -> list[Part[TabT, OpenT]]:
        return [part for part in self._parts if part.tab in self._widgets]

    def _place(self, tab: TabT) -> int:
        return next(place for place, part in enumerate(self._parts) if part.tab is tab)

    def _turn(self, place: int) -> None:
        self._awaited = None
        self.flush()
        tab = self._parts[place].tab
        page = self.widget(tab)
        self._fill(tab)
        self._stack.setCurrentWidget(page)

    def _fill(self, tab: TabT) -> None:
        if self._opened is not None:
            self._parts[self._place(tab)].show(self.widget(tab), self._opened)
