"""The table of the list: one line for everyone, as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QTableView, QWidget

from desktop.views.contacts.listing.header import SortingHeader
from desktop.views.contacts.listing.listed import CONFIRMED, EMAIL, NAME, PARTY, PHONE, ROLES
from desktop.views.icons import icon_pixmap
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import paint_ground
from desktop.views.parts.wrapped import semibold

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop.views.contacts.listing.model import ListModel

    Index = QModelIndex | QPersistentModelIndex

_PADDING = 10
_SIGN = 14
_SHARES = {NAME: 33, ROLES: 35, EMAIL: 32}
_DAY, _NUMBER = "2026-12-30", "0771-456 00 00"


class ListTable(QTableView):
    """Shows a ``ListModel``; a line is chosen whole, and Enter or a double click opens it.

    Args:
        model: The lines.
        parent: The owning widget.

    Attributes:
        opened: A contact (``UUID``) is to be shown.
    """

    opened = Signal(object)

    def __init__(self, model: ListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._wanted: UUID | None = None
        self.setObjectName("contactTable")
        self.setAccessibleName(self.tr("Kontakter"))
        self.setHorizontalHeader(SortingHeader(self))
        self.setModel(model)
        self.setItemDelegate(_LineCell(self, model))
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(36, QFontMetrics(self.font()).height() + 18))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSortIndicatorShown(True)  # taking over a header hides it
        self.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose)
        self.activated.connect(self._open)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._share)

    @property
    def chosen(self) -> UUID | None:
        """The contact that is chosen."""
        row = self.currentIndex().row()
        return self._lines.line(row).contact.id if row >= 0 else None

    def choose(self, contact_id: UUID | None) -> None:
        """Choose a contact, as soon as it is shown."""
        self._wanted = contact_id
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._lines.line(index.row()).contact.id)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._lines.sort(column, order)

    def _remember(self) -> None:
        self._wanted = self.chosen or self._wanted

    def _choose(self) -> None:
        """Choose again what was chosen, or else the first line, so that the keyboard has somewhere to begin."""
        row = max(self._lines.row_of(self._wanted), 0)
        if row < self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(row, NAME))

    def _share(self) -> None:
        body = QFontMetrics(self.font())
        heading = 2 * _PADDING + 22  # the sign of the order stands after the heading
        fixed = {
            PARTY: max(body.horizontalAdvance("SSC") + 2 * _PADDING, body.horizontalAdvance("Part") + heading),
            PHONE: body.horizontalAdvance(_NUMBER) + 2 * _PADDING,
            CONFIRMED: body.horizontalAdvance(_DAY) + 2 * _PADDING + _SIGN + 6,
        }
        rest = self.viewport().width() - sum(fixed.values())
        shared = {column: rest * share // sum(_SHARES.values()) for column, share in _SHARES.items()}
        shared[ROLES] += rest - sum(shared.values())
        for column, width in (fixed | shared).items():
            self.setColumnWidth(column, width)


class _LineCell(QStyledItemDelegate):
    """Paints one line of text, shortened with an ellipsis; a warning sign stands before a date that is too old."""

    def __init__(self, view: QTableView, lines: ListModel) -> None:
        super().__init__(view)
        self._lines = lines
        self._warning = StateChip("", "warning", view)
        self._warning.hide()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        inside = option.rect.adjusted(_PADDING, 0, -_PADDING, -1)
        if index.column() == CONFIRMED and self._lines.line(index.row()).is_stale:
            self._warning.ensurePolished()
            colour = self._warning.palette().color(self._warning.foregroundRole())
            sign = icon_pixmap("warning", colour, _SIGN, painter.device().devicePixelRatioF())
            painter.drawPixmap(inside.left(), inside.top() + (inside.height() - _SIGN) // 2, sign)
            inside.setLeft(inside.left() + _SIGN + 6)
        font = semibold(option.font) if index.column() == NAME else QFont(option.font)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        text = " ".join(str(index.data()).split())
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
