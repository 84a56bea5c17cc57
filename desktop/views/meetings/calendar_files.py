"""Calendar files of a meeting: three that calendars treat differently, each with what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.domain.meetings.calendar_file import CalendarKind
from desktop.views.parts.buttons import IconButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class CalendarFiles(Card):
    """Offers the calendar files of a meeting.

    Args:
        parent: The owning widget.

    Attributes:
        chosen: The ``CalendarKind`` that is wanted.
        left: The user wants none.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.setObjectName("calendarFiles")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, (kind, verb, what) in enumerate(self._choices()):
            button = SecondaryButton(verb)
            button.setObjectName(f"calendar-{kind}")
            button.setAccessibleDescription(what)
            button.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
            grid.addWidget(button, place, 0)
            grid.addWidget(Text(what, "muted", wrap=True), place, 1, Qt.AlignmentFlag.AlignVCenter)
        leave = IconButton("close", self.tr("Stäng"), bare=True)
        leave.setObjectName("calendarLeave")
        leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Kalenderfiler")), 1)
        head.addWidget(leave)
        self.body.addLayout(head)
        self.body.addLayout(grid)

    def begin(self) -> None:
        """Show the choices."""
        self.show()
        first = self.findChild(SecondaryButton, f"calendar-{CalendarKind.ENTRY}")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> tuple[tuple[CalendarKind, str, str], ...]:
        return (
            (
                CalendarKind.ENTRY,
                self.tr("Lägg i min kalender"),
                self.tr("En anteckning för dig själv. Ingen kallas, och Outlook frågar inte efter svar."),
            ),
            (
                CalendarKind.INVITATION,
                self.tr("Kallelse att skicka vidare"),
                self.tr("Går till deltagarna, som kan svara. En senare kallelse ändrar mötet i deras kalendrar."),
            ),
            (
                CalendarKind.CANCELLATION,
                self.tr("Återbud"),
                self.tr("Ställer in mötet här och tar bort det ur kalendrarna hos dem som fick kallelsen."),
            ),
        )
