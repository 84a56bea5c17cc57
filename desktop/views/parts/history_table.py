"""The history of a record as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.history_lines import history_lines
from desktop.views.parts.card import Card
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.history import HistoryEntry


class HistoryTable(QWidget):
    """Shows what was done to a record and to what is part of it.

    Args:
        name: What the object names of the parts begin with.
        parent: The owning widget.
    """

    def __init__(self, name: str = "history", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Tab")
        columns = (
            TextColumn(self.tr("När")),
            TextColumn(self.tr("Vem")),
            TextColumn(self.tr("Vad"), 3),
            TextColumn(self.tr("Fält"), 2),
            TextColumn(self.tr("Före"), 4),
            TextColumn(self.tr("Efter"), 4),
        )
        self.model = RowsModel(columns, self)
        self._table = RowsTable(self.tr("Historik"), self.model)
        self._table.setObjectName(f"{name}Table")
        self._none = Text(self.tr("Här syns vem som ändrade vad, och när."), "muted", wrap=True)
        self._none.setContentsMargins(12, 14, 12, 14)
        card = Card()
        card.body.addWidget(self._table)
        card.body.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def show_history(self, entries: Sequence[HistoryEntry]) -> None:
        """Show the history, newest first."""
        self.model.show_rows([TextRow(place, line) for place, line in enumerate(history_lines(entries))])
        self._table.setVisible(self.model.rowCount() > 0)
        self._none.setVisible(self.model.rowCount() == 0)
