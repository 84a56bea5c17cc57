"""The functions outside the levels, and who may order (R16, R32)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.domain.contacts.contact_matrix import Gap
from desktop.domain.level import Party
from desktop.views.contacts.matrix.words import orderer_word, vacancy_words
from desktop.views.parts.badge import StateChip
from desktop.views.parts.list_row import paint_ground, picture_of
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow
from desktop.views.parts.wrapped import semibold

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_matrix import FunctionRow
    from desktop.views.contacts.list_of_day import ListOfDay


_PERSON, _REACHED = 1, 3
"""The column of the person, and how many there are with the ways to reach them."""
_PADDING, _TOP, _GAP = 10, 7, 9


class _VacantCell(QStyledItemDelegate):
    """Paints that a function is vacant as the other gaps of the matrix: a chip, and what a click does."""

    def __init__(self, view: QTableView, rows: RowsModel) -> None:
        super().__init__(view)
        self._rows = rows
        self._plain = view.itemDelegate()
        self._chip = StateChip("", "danger", view)
        self._chip.hide()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell; the words are those of the model."""
        if not isinstance(self._rows.rows[index.row()].key, Gap):
            self._plain.paint(painter, option, index)
            return
        look: Any = option  # the stubs leave the attributes of options out
        self.initStyleOption(option, index)
        painter.save()
        paint_ground(painter, option)
        inside = QRect(look.rect).adjusted(_PADDING, 0, 0, -1)
        self._chip.set_state(str(index.data()), "danger")
        picture = picture_of(self._chip)
        size = picture.deviceIndependentSize().toSize()
        painter.drawPixmap(inside.left(), inside.top() + _TOP, picture)
        painter.setFont(semibold(QFont(look.font)))
        painter.setPen(look.palette.color(QPalette.ColorRole.Accent))
        inside.setRect(inside.left() + size.width() + _GAP, inside.top() + _TOP, inside.width(), size.height())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, QCoreApplication.translate("Contacts", "Utse"))
        painter.restore()


class FunctionsTable(RowsTable):
    """A line for each function and each orderer; a click or Enter opens the person, or fills what is vacant.

    Args:
        parent: The owning widget.

    Attributes:
        opened: A person (``UUID``) is to be shown.
        appointed: A vacant function is to be filled (``Gap``).
    """

    opened = Signal(object)
    appointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            TextColumn(QCoreApplication.translate("Contacts", "Funktion"), 6),
            TextColumn(QCoreApplication.translate("Contacts", "Person"), 5),
            TextColumn(QCoreApplication.translate("Contacts", "Telefon"), 4),
            TextColumn(QCoreApplication.translate("Contacts", "E-post"), 9),
            TextColumn(QCoreApplication.translate("Contacts", "Bekräftad")),
        )
        self._rows = RowsModel(columns)
        super().__init__(QCoreApplication.translate("Contacts", "Särskilda funktioner"), self._rows, parent)
        self._rows.setParent(self)
        self.setObjectName("functionsTable")
        self.setItemDelegateForColumn(_PERSON, _VacantCell(self, self._rows))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_list(self, shown: ListOfDay) -> None:
        """Show who holds the functions on the day, and who may order."""
        rows = [_function_row(row, shown) for row in shown.functions]
        orderer = orderer_word()
        rows += [_person_row(orderer[:1].upper() + orderer[1:], contact) for contact in shown.orderers]
        self.clearSpans()
        self._rows.show_rows(rows)
        for place, row in enumerate(rows):
            if isinstance(row.key, Gap):
                self.setSpan(place, _PERSON, 1, _REACHED)

    def focus_contact(self, contact_id: UUID) -> bool:
        """Choose the line of a person and give the table the focus, if there is one."""
        for place, row in enumerate(self._rows.rows):
            if row.key == contact_id:
                self.setCurrentIndex(self._rows.index(place, 0))
                self.setFocus()
                return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        key = self._rows.rows[index.row()].key
        if isinstance(key, Gap):
            self.appointed.emit(key)
        else:
            self.opened.emit(key)


def _function_row(row: FunctionRow, shown: ListOfDay) -> TextRow:
    if row.contact is None:
        gap = row.gap or Gap()
        return TextRow(gap, (row.function, vacancy_words(gap, shown.areas, shown.today), "", "", ""))
    side = QCoreApplication.translate("Contacts", "{function}, SSC") if row.party is Party.SSC else "{function}"
    return _person_row(side.format(function=row.function), row.contact)


def _person_row(function: str, contact: Contact) -> TextRow:
    confirmed = (
        contact.confirmed_on.isoformat() if contact.confirmed_on else QCoreApplication.translate("Contacts", "Aldrig")
    )
    phone = contact.phone or contact.mobile
    return TextRow(contact.id, (function, contact.name, phone, contact.email or contact.function_email, confirmed))
