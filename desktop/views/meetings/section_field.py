"""Where the section of an item is typed; the sections that the agenda has already are offered."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.domain.meetings.agenda import LONGEST_SECTION


class SectionField(QLineEdit):
    """One line for the heading that an item stands under.

    Attributes:
        entered: The field has the focus now; what it offers should be known.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("itemSection")
        self.setAccessibleName(self.tr("Avsnitt"))
        self.setPlaceholderText(self.tr("Inget"))
        self.setMaxLength(LONGEST_SECTION)
        self._known = QStringListModel(self)
        offered = QCompleter(self._known, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(offered)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for what to offer only when it is needed: agendas are long, and sections few."""
        self.entered.emit()
        super().focusInEvent(event)

    def offer(self, sections: Iterable[str]) -> None:
        """Offer the sections of the other items, each once and in their order."""
        known = list(dict.fromkeys(filter(None, sections)))
        if known != self._known.stringList():
            self._known.setStringList(known)
