"""The rows of the contact list and how they are painted."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem

from desktop.views.contacts.register import Entry, EntryKind
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import NOTE_ROLE, TwoLineRow, paint_ground, picture_of

_Index = QModelIndex | QPersistentModelIndex
_CHOOSABLE = {EntryKind.PERSON, EntryKind.GAP}
_HEIGHTS = {EntryKind.PARTY: 44, EntryKind.LEVEL: 36, EntryKind.GROUP: 36, EntryKind.GAP: 40}
_PADDING = 12


class ContactRows(QAbstractListModel):
    """The entries of the register; headings can be neither chosen nor reached by the arrow keys."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry_at(self, index: _Index) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if 0 <= index.row() < len(self._entries) else None

    def index_of(self, contact_id: UUID | None) -> QModelIndex:
        """The first row of a contact, invalid if there is none."""
        for row, entry in enumerate(self._entries):
            if entry.contact is not None and entry.contact.id == contact_id:
                return self.index(row, 0)
        return QModelIndex()

    def first_person(self) -> QModelIndex:
        """The first row with a person, invalid if there is none."""
        persons = (row for row, entry in enumerate(self._entries) if entry.kind is EntryKind.PERSON)
        return self.index(next(persons, -1), 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Persons and vacancies can be chosen."""
        entry = self.entry_at(index)
        if entry is None or entry.kind not in _CHOOSABLE:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name and facts of a row; read aloud with the place in the register."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == NOTE_ROLE:
            return entry.note
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = entry.place if entry.kind is EntryKind.PERSON else ""
            return ", ".join(part for part in (entry.title, entry.note, place) if part)
        return None


class ContactRow(TwoLineRow):
    """Paints persons as two lines, headings with the level's badge, and vacancies as a warning.

    Args:
        view: The list whose rows are painted.
        rows: The model with the entries.
    """

    def __init__(self, view: QListView, rows: ContactRows) -> None:
        super().__init__(view)
        self._rows = rows
        self._chip = StateChip("", "warning", view)
        self._chip.hide()
        self._chips: dict[tuple[str, int, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines for a person, one for everything else."""
        entry = self._rows.entry_at(index)
        if entry is None or entry.kind is EntryKind.PERSON:
            return super().sizeHint(option, index)
        return QSize(0, max(_HEIGHTS[entry.kind], 2 * QFontMetrics(option.font).height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row by its kind."""
        entry = self._rows.entry_at(index)
        if entry is None or entry.kind is EntryKind.PERSON:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, -1)
        if entry.kind is EntryKind.GAP:
            self._paint_picture(painter, inside, self._chip_picture(entry.title))
        elif entry.kind is EntryKind.LEVEL and entry.level is not None:
            self._paint_picture(painter, inside, self.badge_picture(entry.level))
        else:
            _paint_heading(painter, inside, option, entry)
        painter.restore()

    def _paint_picture(self, painter: QPainter, inside: QRect, picture: QPixmap) -> None:
        height = picture.deviceIndependentSize().toSize().height()
        painter.drawPixmap(inside.left(), inside.top() + (inside.height() - height) // 2, picture)

    def _chip_picture(self, words: str) -> QPixmap:
        key = (words, QApplication.palette().cacheKey(), self._chip.devicePixelRatioF())
        if key not in self._chips:
            self._chip.set_state(words, "warning")
            self._chips[key] = picture_of(self._chip)
        return self._chips[key]


def _paint_heading(painter: QPainter, inside: QRect, option: QStyleOptionViewItem, entry: Entry) -> None:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    role = QPalette.ColorRole.Text if entry.kind is EntryKind.PARTY else QPalette.ColorRole.PlaceholderText
    if entry.kind is EntryKind.PARTY:
        font.setPixelSize(round(font.pixelSize() * 14 / 13))
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
    shown = QFontMetrics(font).elidedText(" ".join(entry.title.split()), Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
