"""The decisions of the page: the log, and what belongs to the chosen one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.meetings.followup import Decision
from desktop.views.followups.decision_detail import DecisionDetail
from desktop.views.followups.pane import FollowupPane

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.views.followups.model import FollowupModel
    from desktop.views.followups.narrowing import Found


class DecisionPane(FollowupPane):
    """The decision log; the arguments are those of ``FollowupPane``.

    Attributes:
        decision_asked: Another decision (``UUID``) is to be shown, whatever the log is narrowed to.
    """

    decision_asked = Signal(object)

    def __init__(self, name: str, followups: FollowupModel, addition: str, parent: QWidget | None = None) -> None:
        super().__init__(name, followups, addition, parent)
        self._every: tuple[Decision, ...] = ()
        self._replaced: Mapping[UUID, Decision] = {}
        self.detail = DecisionDetail(lambda: followups.today)
        self.detail.edited.connect(self._edit)
        self.detail.chosen.connect(self.decision_asked)
        self.column.insertWidget(1, self.detail)
        self.table.selectionModel().currentChanged.connect(self.show_detail)
        followups.rearranged.connect(self.show_detail)

    def show_decisions(self, found: Found) -> None:
        """Show what was found, and the chosen decision with it."""
        self._every, self._replaced = found.every_decision, found.replaced
        self.table.followups.show_entries(found.decisions, found.origins, found.replaced)
        self.show_detail()

    def show_detail(self) -> None:
        """Show what belongs to the chosen decision."""
        row = self.table.current_row
        entry = self.table.followups.entry(row) if 0 <= row < self.table.followups.rowCount() else None
        self.detail.show_decision(entry if isinstance(entry, Decision) else None, self._every, self._replaced)

    def flush(self) -> None:
        """Save everything that is typed here and not saved yet."""
        super().flush()
        self.detail.flush()

    def _edit(self, key: UUID, fields: dict[str, object], group: UUID) -> None:
        row = self.table.followups.row_of(key)
        if row >= 0:
            self.table.followups.edit(row, fields, group)
