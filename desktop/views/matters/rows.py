"""The rows of the list of matters."""

import html
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.matters.matter import Matter
from desktop.views.matters.words import level_phrase, summary
from desktop.views.parts.list_row import LEVEL_ROLE, NOTE_ROLE

_Index = QModelIndex | QPersistentModelIndex


class MatterRows(QAbstractListModel):
    """Matters in the order the service gives them."""

    def __init__(self) -> None:
        super().__init__()
        self._matters: tuple[Matter, ...] = ()
        self._area_names: Mapping[UUID, str] = {}

    def show_matters(self, matters: Sequence[Matter], area_names: Mapping[UUID, str]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._matters = tuple(matters)
        self._area_names = area_names
        self.endResetModel()

    def area_name(self, matter: Matter) -> str:
        """The name of a matter's service area, or nothing."""
        return self._area_names.get(matter.area_id, "") if matter.area_id else ""

    def matter_at(self, index: _Index) -> Matter | None:
        """The matter of a row."""
        return self._matters[index.row()] if 0 <= index.row() < len(self._matters) else None

    def index_of(self, matter_id: UUID | None) -> QModelIndex:
        """The row of a matter, invalid if it is not among them."""
        for row, matter in enumerate(self._matters):
            if matter.id == matter_id:
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many matters there are."""
        return 0 if parent.isValid() else len(self._matters)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, facts and level of a row; read aloud as one sentence."""
        matter = self.matter_at(index)
        if matter is None:
            return None

        def facts() -> str:
            return summary(matter, self.area_name(matter))

        told: dict[int, Callable[[], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda: matter.title,
            # as markup, since tips guess whether they hold it; what a file says never does
            Qt.ItemDataRole.ToolTipRole: lambda: f"<p>{html.escape(matter.title)}</p>",
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{matter.title}, {facts()}, {level_phrase(matter.level)}",
            NOTE_ROLE: facts,
            LEVEL_ROLE: lambda: matter.level.value,
        }
        return told[role]() if role in told else None
