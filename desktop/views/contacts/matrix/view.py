"""The matrix with the functions below it and, at the bottom, the changes that SSC remains to be told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.contacts.matrix.functions import FunctionsTable
from desktop.views.contacts.matrix.grid import MatrixGrid
from desktop.views.contacts.matrix.notices import NoticesCard
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.reading_order import ReadingOrder
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.contacts.list_of_day import ListOfDay


class MatrixView(QWidget):
    """Who holds what on a day, what is vacant, and what remains to be told.

    Args:
        parent: The owning widget.

    Attributes:
        grid: The levels.
        functions: The functions outside them.
        notices: The changes to announce.
        opened: A person (``UUID``) is to be shown.
        appointed: A vacant role is to be filled (``Gap``).
    """

    opened = Signal(object)
    appointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = MatrixGrid()
        self.functions = FunctionsTable()
        self.notices = NoticesCard()
        for part in (self.grid, self.functions):
            part.opened.connect(self.opened)
            part.appointed.connect(self.appointed)
        self._functions_card = Card()
        self._functions_card.body.addWidget(self.functions)
        self._functions_head = SectionHeading(self.tr("Särskilda funktioner"))
        self._notices_head = SectionHeading(self.tr("Ändringar att meddela Statens servicecenter"))
        inside = ScrolledColumn()
        parts = (self.grid, self._functions_head, self._functions_card, self._notices_head, self.notices)
        for place, part in enumerate(parts):
            inside.column.insertWidget(place, part)
        for head in (self._functions_head, self._notices_head):
            head.setContentsMargins(0, 4, 0, 0)
        ReadingOrder(inside)
        self._scroll = VerticalScroll(inside)
        self._scroll.setObjectName("matrixScroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_list(self, shown: ListOfDay) -> None:
        """Show the list as of its day; what remains to be told is of today alone."""
        self.grid.show_list(shown)
        self.functions.show_list(shown)
        self.notices.show_notices(shown.notices, shown.today)
        for part in (self._notices_head, self.notices):
            part.setVisible(shown.is_today)

    def focus_contact(self, contact_id: UUID) -> bool:
        """Give the focus to a person, where they stand first; whether they stand anywhere."""
        return self.grid.focus_contact(contact_id) or self.functions.focus_contact(contact_id)
