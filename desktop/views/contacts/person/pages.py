"""What is shown of a person: beside each other where there is room, else behind tabs."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.contacts.person.connected import Connected
from desktop.views.contacts.person.details import PersonDetails
from desktop.views.contacts.person.rights import Rights
from desktop.views.contacts.person.roles import Roles
from desktop.views.parts.history_table import HistoryTable
from desktop.views.parts.scroll import ScrolledColumn, VerticalScroll
from desktop.views.parts.tab_bar import UnderlinedTabs

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.views.contacts.desk import ContactDesk
    from desktop.views.contacts.person.file import PersonFile

_ABREAST = 920
"""From which width in pixels the particulars and what is connected stand beside each other."""


class _Tab(IntEnum):
    DETAILS = 0
    CONNECTED = 1
    HISTORY = 2


class PersonPages(QWidget):
    """Particulars, roles and rights; everything connected; and the history.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        details: The particulars.
        roles: The roles.
        rights: The rights to order.
        connected: Everything connected to the person.
    """

    def __init__(self, desk: ContactDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personPages")
        self._abreast: bool | None = None
        self.details = PersonDetails(desk)
        self.roles = Roles(desk)
        self.rights = Rights(desk)
        self.connected = Connected(desk)
        self._history = HistoryTable("personHistory")
        self.tabs = UnderlinedTabs(self.tr("Om personen"))
        self.tabs.setObjectName("personTabs")
        for title in (self.tr("Uppgifter och uppdrag"), self.tr("Allt om personen"), self.tr("Historik")):
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self._arrange)
        left = ScrolledColumn()
        for place, part in enumerate((self.details, self.roles, self.rights, self.details.notes)):
            left.column.insertWidget(place, part)
        for entries in (self.roles, self.rights):
            entries.form_opened.connect(self._bring_into_view)
        self._left = VerticalScroll(left)
        self._left.setObjectName("personScroll")
        self._past = VerticalScroll(self._history)
        self._past.setObjectName("personHistoryScroll")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._left, 3)
        line.addWidget(self.connected, 2)
        line.addWidget(self._past, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tabs)
        whole.addLayout(line, 1)
        self._arrange()

    def show_person(self, file: PersonFile) -> None:
        """Show a person."""
        self.details.show_person(file)
        self.roles.show_person(file)
        self.rights.show_person(file)
        self.connected.show_person(file)
        self._history.show_history(file.history)

    def flush(self) -> None:
        """Store what is being typed."""
        self.details.flush()

    def leave(self) -> None:
        """Store what is being typed, and be about nobody."""
        self.details.leave()
        self.roles.close_form()
        self.rights.close_form()
        self.tabs.setCurrentIndex(_Tab.DETAILS)
        self._left.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other, or behind tabs, as the width allows."""
        super().resizeEvent(event)
        abreast = event.size().width() >= _ABREAST
        if abreast != self._abreast:
            self._abreast = abreast
            if abreast and self.tabs.currentIndex() == _Tab.CONNECTED:
                self.tabs.setCurrentIndex(_Tab.DETAILS)
            self.tabs.setTabVisible(_Tab.CONNECTED, not abreast)
            self.connected.heading.setVisible(abreast)
            self._arrange()

    def _bring_into_view(self, form: QWidget) -> None:
        """Scroll until the whole form is seen, once it has its place."""
        if (inside := self._left.widget()) is not None and (layout := inside.layout()) is not None:
            layout.activate()
            inside.adjustSize()
        self._left.ensureWidgetVisible(form, 0, 24)

    def _arrange(self) -> None:
        chosen = self.tabs.currentIndex()
        details = chosen == _Tab.DETAILS
        self._left.setVisible(details)
        self.connected.setVisible(chosen == _Tab.CONNECTED or (details and self._abreast is True))
        self._past.setVisible(chosen == _Tab.HISTORY)
