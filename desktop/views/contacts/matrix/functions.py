"""The functions outside the levels, and who may order (R16, R32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal

from desktop.domain.contacts.contact_matrix import Gap
from desktop.domain.level import Party
from desktop.views.contacts.matrix.words import orderer_word, vacancy_words
from desktop.views.parts.rows_table import RowsModel, RowsTable, TextColumn, TextRow

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_matrix import FunctionRow
    from desktop.views.contacts.list_of_day import ListOfDay


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
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_list(self, shown: ListOfDay) -> None:
        """Show who holds the functions on the day, and who may order."""
        rows = [_function_row(row, shown) for row in shown.functions]
        orderer = orderer_word()
        rows += [_person_row(orderer[:1].upper() + orderer[1:], contact) for contact in shown.orderers]
        self._rows.show_rows(rows)

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
