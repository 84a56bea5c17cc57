"""The tab after a meeting: what is left to do about it, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.meetings.after.afterwards import Afterwards
from desktop.views.meetings.after.closing_section import ClosingSection
from desktop.views.meetings.after.finalising_section import FinalisingSection
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import VerticalScroll

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.meetings.desk import Desk

_GAP = 28
_EDGE = 3
"""Room at the edges, so that the ring of the focus is not cut by the frame."""


class AfterSection(Protocol):
    """One part of what there is to do; it reads by itself what it shows."""

    def show_meeting(self, meeting_id: UUID) -> None:
        """Read and show what there is to do about a meeting; called anew whenever something has changed."""
        ...

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        ...

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        ...


class AfterTab(QWidget):
    """Shows what there is to do after one meeting, in the order it is done.

    Args:
        desk: The way to the register.
        parent: The owning widget.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("afterTab")
        self._sections: list[AfterSection] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(_EDGE, _EDGE, 10, _EDGE)
        self._column.setSpacing(_GAP)
        self.closing = ClosingSection(desk)
        self.finalising = FinalisingSection(desk)
        self.afterwards = Afterwards(desk)
        for section in (self.closing, self.finalising, self.afterwards):
            self._add(section)
        self._column.addStretch(1)
        self._scroll = VerticalScroll(inside)
        self._scroll.setObjectName("afterScroll")
        ReadingOrder(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_after(self, meeting_id: UUID) -> None:
        """Show what there is to do about a meeting."""
        for section in self._sections:
            section.show_meeting(meeting_id)

    def flush(self) -> None:
        """Save everything that is typed and not saved yet."""
        for section in self._sections:
            section.flush()

    def leave(self) -> None:
        """Save, and belong to no meeting any more."""
        for section in self._sections:
            section.leave()

    def begin_reopening(self) -> None:
        """Go to where finalised notes are opened again, which asks why (R12)."""
        self.finalising.begin_reopening()
        self._scroll.ensureWidgetVisible(self.finalising)

    def _add(self, section: ClosingSection | FinalisingSection | Afterwards) -> None:
        self._sections.append(section)
        self._column.addWidget(section)
