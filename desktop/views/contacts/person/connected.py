"""Everything connected to a person, in one list; each row leads to where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette

from desktop.views.contacts.person.ties import Tie, ties
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.list_row import LEVEL_ROLE, NOTE_ROLE, RowList, TwoLineRow, paint_ground
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import PersonFile

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_HEADING_HEIGHT = 36
_PADDING = 12


class TieRows(QAbstractListModel):
    """The rows; headings can be neither chosen nor reached by the arrow keys."""

    def __init__(self) -> None:
        super().__init__()
        self._ties: tuple[Tie, ...] = ()

    def show_ties(self, rows: Sequence[Tie]) -> None:
        """Replace the rows if they are others."""
        if tuple(rows) != self._ties:
            self.beginResetModel()
            self._ties = tuple(rows)
            self.endResetModel()

    def tie_at(self, index: Index) -> Tie | None:
        """The row at an index."""
        return self._ties[index.row()] if 0 <= index.row() < len(self._ties) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._ties)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but headings can be chosen."""
        tie = self.tie_at(index)
        if tie is None or tie.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, facts and level of a row."""
        tie = self.tie_at(index)
        if tie is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{tie.title} ({tie.note})" if tie.is_heading else tie.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (tie.title, tie.note) if part)
        return {NOTE_ROLE: tie.note, LEVEL_ROLE: tie.level}.get(role)


class _TieRow(TwoLineRow):
    """Paints headings in one line, and everything else in two."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.flags() == Qt.ItemFlag.NoItemFlags:
            return QSize(0, max(_HEADING_HEIGHT, 2 * QFontMetrics(option.font).height()))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.flags() != Qt.ItemFlag.NoItemFlags:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, -1)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
        shown = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class Connected(Card):
    """Shows everything that has to do with a person.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        heading: What it says above the list; a tab may say it instead.
        opened: What the user wants to see: a ``Way`` to a room of this page or a ``Source``.
    """

    opened = Signal(object)

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personConnected")
        self._desk = desk
        self._rows = TieRows()
        self._list = RowList(self.tr("Allt om personen"))
        self._list.setObjectName("personTies")
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_TieRow(self._list))
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self.heading = SectionHeading(self.tr("Allt om personen"))
        self.heading.setContentsMargins(_PADDING, _PADDING, _PADDING, 4)
        self._none = Text(
            self.tr(
                "Här samlas allt som hör ihop med kontakten: möten, punkter, åtgärder, beslut, ändringar och vem "
                "hen ersätter. Ännu finns inget."
            ),
            "muted",
            wrap=True,
        )
        self._none.setObjectName("personNoTies")
        self._none.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.body.addWidget(self.heading)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch()

    def show_person(self, file: PersonFile) -> None:
        """Show what is connected to a person."""
        rows = ties(file.connections, self._desk.now())
        self._rows.show_ties(rows)
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _open(self, index: Index) -> None:
        tie = self._rows.tie_at(index)
        if tie is not None and tie.way is not None:
            self.opened.emit(tie.way)
