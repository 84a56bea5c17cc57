"""The pairs that may be one person, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.contacts.merging import in_keeping_order
from desktop.views.contacts.duplicates.words import likeness_words
from desktop.views.contacts.words import party_name
from desktop.views.parts.list_row import NOTE_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.likeness import Likeness
    from desktop.domain.contacts.suggestion import LikePair

_Index = QModelIndex | QPersistentModelIndex


class PairRow(NamedTuple):
    """A pair in the list: whom to keep, whom to merge, and the likeness where they were not put together by hand."""

    kept_id: UUID
    dropped_id: UUID
    title: str
    note: str
    likeness: Likeness | None = None

    @property
    def pair(self) -> frozenset[UUID]:
        """The two, whichever is kept."""
        return frozenset((self.kept_id, self.dropped_id))


def pair_row(pair: LikePair) -> PairRow:
    """A pair among all."""
    kept, dropped = in_keeping_order(pair.first, pair.second)
    return PairRow(kept.id, dropped.id, f"{dropped.name} · {kept.name}", likeness_words(pair.likeness), pair.likeness)


def like_row(subject: UUID, pair: LikePair) -> PairRow:
    """Someone who looks like the one contact that this is about, who is the one to keep."""
    other = pair.second if pair.first.id == subject else pair.first
    return PairRow(subject, other.id, other.name, likeness_words(pair.likeness), pair.likeness)


def other_row(subject: UUID, other: Contact, agency: str) -> PairRow:
    """Anyone else that the one contact may turn out to be."""
    facts = (other.title if other.title != other.name else "", party_name(other.party, agency), other.email)
    return PairRow(subject, other.id, other.name, " · ".join(fact for fact in facts if fact))


class PairRows(QAbstractListModel):
    """The pairs, the surest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PairRow, ...] = ()

    def show_rows(self, rows: Sequence[PairRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: _Index) -> PairRow | None:
        """The pair of a row."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def index_of(self, pair: frozenset[UUID] | None) -> QModelIndex:
        """The row of a pair, or the first one where it is gone; invalid if there is none."""
        places = (place for place, row in enumerate(self._rows) if row.pair == pair)
        return self.index(next(places, 0), 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Who they are, and why they may be one; read aloud and shown in full where a row is too narrow."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == NOTE_ROLE:
            return row.note
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{row.title}, {row.note}"
        return None
