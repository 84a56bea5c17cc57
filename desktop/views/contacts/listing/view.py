"""The list: filters above a table, and a sentence where nobody is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.contacts.listing.filters import ListFilters
from desktop.views.contacts.listing.model import ListModel
from desktop.views.contacts.listing.narrowing import Narrowing
from desktop.views.contacts.listing.table import ListTable
from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.views.contacts.list_of_day import ListOfDay

_PAUSE_MS = 700


class ListView(QWidget):
    """Everyone in a table.

    Args:
        parent: The owning widget.

    Attributes:
        opened: A contact (``UUID``) is to be shown.
        filters: What the table is narrowed to.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = ListFilters()
        self.model = ListModel(self)
        self.table = ListTable(self.model)
        self.table.opened.connect(self.opened)
        self.filters.narrowed.connect(self._narrow)
        self._count = Text("", "muted")
        self._count.setObjectName("contactCount")
        none = Text(self.tr("Ingen kontakt passar filtret."), "muted", wrap=True)
        none.setObjectName("contactNone")
        everyone = QuietButton(self.tr("Visa alla"))
        everyone.setObjectName("contactShowAll")
        everyone.clicked.connect(self._show_all)
        self._card = Card()
        self._card.body.addWidget(self.table, 1)
        self._nobody = QWidget()
        nobody = QVBoxLayout(self._nobody)
        nobody.setContentsMargins(12, 12, 12, 12)
        nobody.addWidget(none)
        nobody.addWidget(everyone, 0, Qt.AlignmentFlag.AlignLeft)
        nobody.addStretch(1)
        self._card.body.addWidget(self._nobody, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self._card, 1)
        column.addWidget(self._count)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(lambda: announce(self._count, self._count.text()))

    def show_list(self, shown: ListOfDay) -> None:
        """Show everyone as of the day."""
        self.filters.show_areas(shown.areas)
        self.model.show_lines(shown.lines)
        self._say()

    def focus_contact(self, contact_id: UUID) -> bool:
        """Choose a contact and give the table the focus, if it is shown."""
        self.table.choose(contact_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.model.row_of(contact_id) >= 0

    def _narrow(self) -> None:
        self.model.narrow(self.filters.narrowing)
        self._say()
        self._later.start()

    def _show_all(self) -> None:
        self.filters.show_narrowing(Narrowing())
        self.filters.words.setFocus()

    def _say(self) -> None:
        count = self.model.rowCount()
        self._count.setText(self.tr("1 kontakt") if count == 1 else self.tr("{count} kontakter").format(count=count))
        self.table.setVisible(count > 0)
        self._count.setVisible(count > 0)
        self._nobody.setVisible(count == 0)
