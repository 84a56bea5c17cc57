"""The tab of SSC's invitation: its points as received, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow

if TYPE_CHECKING:
    from desktop.domain.meetings.meeting import MeetingFile


class InvitationTab(QWidget):
    """Shows what SSC sent, as plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("invitationTab")
        columns = (
            TextColumn(self.tr("Nr")),
            TextColumn(self.tr("Punkt"), 1),
        )
        self.model = RowsModel(columns, self)
        table = RowsTable(self.tr("Punkter i kallelsen"), self.model)
        table.setObjectName("receivedTable")
        self._points = Card()
        self._points.body.addWidget(table)
        self._heading = SectionHeading(self.tr("Punkter som Statens servicecenter har satt upp"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("invitationText")
        self._text.setAccessibleName(self.tr("Kallelsens text"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._points)
        column.addSpacing(8)
        column.addWidget(SectionHeading(self.tr("Kallelsens text")))
        column.addWidget(self._text, 1)

    def show_invitation(self, file: MeetingFile) -> None:
        """Show a meeting's invitation."""
        self.model.show_rows([TextRow(point.id, (str(point.number), point.text)) for point in file.received])
        self._heading.setVisible(bool(file.received))
        self._points.setVisible(bool(file.received))
        if self._text.toPlainText() != file.meeting.invitation:
            self._text.setPlainText(file.meeting.invitation)
