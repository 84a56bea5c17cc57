"""The persons of a comparison as rows: name, side and what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.contacts.reconciling import ComparedPerson
from desktop.views.contacts.reconciling.words import person_note
from desktop.views.parts.list_row import NOTE_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class People(QAbstractListModel):
    """The persons that are shown; nothing is copied, so that a long list costs nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.persons: Sequence[ComparedPerson] = ()

    def show_persons(self, persons: Sequence[ComparedPerson]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.persons = persons
        self.endResetModel()

    def person_at(self, index: _Index) -> ComparedPerson | None:
        """The person of a row."""
        return self.persons[index.row()] if 0 <= index.row() < len(self.persons) else None

    def row_of(self, key: str) -> int:
        """The row of a person, or the first row."""
        return next((row for row, person in enumerate(self.persons) if person.key == key), 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many persons there are."""
        return 0 if parent.isValid() else len(self.persons)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, and what differs."""
        person = self.person_at(index)
        if person is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == NOTE_ROLE:
            return person_note(person)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name}, {person_note(person)}"
        return None
