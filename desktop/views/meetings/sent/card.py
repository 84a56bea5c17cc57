"""What came of the items that were proposed to SSC, in a card beside the agenda (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.dates import day_and_month
from desktop.domain.meetings.agenda import SentState
from desktop.domain.meetings.comparing import followed, proposable
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text
from desktop.views.wording import sent_state_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.agenda_reminder import AgendaReminder

_MARKS = {SentState.PROPOSED: "…", SentState.ON_AGENDA: "✓", SentState.LEFT_OUT: "✗"}
_ORDER = (SentState.LEFT_OUT, SentState.PROPOSED, SentState.ON_AGENDA)
_HIGHEST = 112
"""The height of the list in pixels, from which on it scrolls."""


class SentCard(QWidget):
    """Says how far our items have come with SSC, those that were left out first, and begins the next step.

    Attributes:
        sending_asked: Items are to be proposed.
        comparing_asked: SSC's agenda is to be compared.
        reminding_asked: SSC is to be asked for the agenda.
    """

    sending_asked = Signal()
    comparing_asked = Signal()
    reminding_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentCard")
        self._state = Text("", "muted", wrap=True)
        self._state.setObjectName("sentState")
        self._state.setContentsMargins(8, 8, 8, 4)
        self.list = QListWidget()
        self.list.setObjectName("sentList")
        self.list.setAccessibleName(self.tr("Föreslagna punkter hos Statens servicecenter"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.sending = SecondaryButton(self.tr("Föreslå …"))
        self.sending.setObjectName("sendProposals")
        self.sending.setAccessibleName(self.tr("Föreslå punkter för Statens servicecenter"))
        self.sending.clicked.connect(self.sending_asked)
        self.comparing = SecondaryButton(self.tr("Jämför …"))
        self.comparing.setObjectName("compareAgenda")
        self.comparing.setAccessibleName(self.tr("Jämför med Statens servicecenters dagordning"))
        self.comparing.clicked.connect(self.comparing_asked)
        self.reminding = SecondaryButton(self.tr("Påminn"))
        self.reminding.setObjectName("remindSsc")
        self.reminding.setAccessibleName(self.tr("Påminn Statens servicecenter om dagordningen"))
        self.reminding.clicked.connect(self.reminding_asked)
        self._late = Text("", "problem", wrap=True)
        self._late.setObjectName("agendaLate")
        self._card = Card()
        self._card.body.addWidget(self._state)
        self._card.body.addWidget(self.list)
        buttons = FlowLayout()
        buttons.addWidget(self.sending)
        buttons.addWidget(self.comparing)
        buttons.addWidget(self.reminding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(self.tr("Hos Statens servicecenter")))
        column.addWidget(self._late)
        column.addWidget(self._card)
        column.addLayout(buttons)

    def show_items(self, items: Sequence[AgendaItem], late: AgendaReminder) -> None:
        """Show what came of the items of an agenda, and what is late for it."""
        sent = sorted(followed(items), key=lambda item: _ORDER.index(item.sent))
        self._state.setText(self._since(sent))
        lines = [_line(item) for item in sent]
        if lines != [self.list.item(row).text() for row in range(self.list.count())]:
            self.list.clear()
            for line in lines:
                QListWidgetItem(line, self.list)
        self._card.setVisible(bool(sent))
        self._late.setText(_late_words(late))
        self._late.setVisible(bool(late))
        self.reminding.setVisible(late.agenda_missing)
        self.list.setFixedHeight(min(_HIGHEST, sum(self.list.sizeHintForRow(row) for row in range(len(lines))) + 4))
        self.sending.setEnabled(bool(proposable(items)))

    def _since(self, sent: Sequence[AgendaItem]) -> str:
        days = [item.sent_on for item in sent if item.sent_on]
        return self.tr("Föreslaget {day}").format(day=day_and_month(max(days))) if days else ""


def _line(item: AgendaItem) -> str:
    """Mark and word: never the mark alone."""
    return f"{_MARKS[item.sent]} {item.title} – {sent_state_word(item.sent).lower()}"


def _late_words(late: AgendaReminder) -> str:
    """What is late, and how long there is left; never that anybody has broken anything."""
    left = {
        0: QCoreApplication.translate("SentCard", "mötet är i dag"),
        1: QCoreApplication.translate("SentCard", "en arbetsdag kvar"),
    }.get(late.working_days, QCoreApplication.translate("SentCard", "{days} arbetsdagar kvar"))
    lines: list[str] = []
    if late.agenda_missing:
        lines.append(QCoreApplication.translate("SentCard", "Dagordningen har inte kommit, {left}."))
    if late.unsent:
        one = QCoreApplication.translate("SentCard", "En punkt är inte föreslagen ännu.")
        many = QCoreApplication.translate("SentCard", "{unsent} punkter är inte föreslagna ännu.")
        lines.append(one if late.unsent == 1 else many)
    return " ".join(lines).format(left=left.format(days=late.working_days), unsent=late.unsent)
