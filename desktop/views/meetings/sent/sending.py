"""The panel where one chooses which items to propose to SSC, and how (R9, model section 1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.meetings.agenda import SentState
from desktop.domain.meetings.comparing import proposable
from desktop.views.parts.buttons import PrimaryButton, SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text
from desktop.views.wording import sent_state_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.domain.meetings.agenda import AgendaItem


class SendingPanel(QWidget):
    """Offers the items that SSC has not got yet, all of them chosen.

    Attributes:
        mail_asked: These items (``tuple[UUID, ...]``) are to go into a mail draft.
        preview_asked: The same, as a document to look at.
        marking_asked: These items have been proposed in some other way.
        left: Nothing is to be proposed now.
    """

    mail_asked = Signal(object)
    preview_asked = Signal(object)
    marking_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sendingPanel")
        self._boxes: dict[UUID, QCheckBox] = {}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(12, 10, 12, 10)
        self._rows.setSpacing(6)
        self._buttons: list[PrimaryButton | SecondaryButton] = []
        self._lay_out()

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Offer the items of an agenda; those that SSC has got already are not chosen."""
        for box in self._boxes.values():
            self._rows.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for item in proposable(items):
            words = (
                item.title
                if item.sent is SentState.NOT_SENT
                else f"{item.title} ({sent_state_word(item.sent).lower()})"
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setObjectName("proposeItem")
            box.setChecked(item.sent in {SentState.NOT_SENT, SentState.LEFT_OUT})
            box.toggled.connect(self._allow)
            self._boxes[item.id] = box
            self._rows.addWidget(box)
        self._allow()

    def begin(self) -> None:
        """Take the focus to the first item."""
        first = next(iter(self._boxes.values()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The keys of the chosen items, in the order of the agenda."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        card = Card()
        card.body.addWidget(VerticalScroll(holder))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, name, signal in (
            (PrimaryButton(self.tr("Öppna e-postutkast")), "proposeByMail", self.mail_asked),
            (SecondaryButton(self.tr("Förhandsgranska som PDF")), "proposeAsPdf", self.preview_asked),
            (SecondaryButton(self.tr("Redan föreslagna")), "proposeMark", self.marking_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, told=signal: told.emit(self.chosen))
            buttons.addWidget(button)
            self._buttons.append(button)
        leave = SecondaryButton(self.tr("Avbryt"))
        leave.setObjectName("proposeLeave")
        leave.clicked.connect(self.left)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(SectionHeading(self.tr("Föreslå punkter för Statens servicecenter")))
        outer.addWidget(
            Text(
                self.tr(
                    "Båda parter kan ta initiativ, och Statens servicecenter sammanställer punkterna "
                    "(samverkansmodellen, avsnitt 1.2). Egen förberedelse följer aldrig med."
                ),
                "muted",
                wrap=True,
            )
        )
        outer.addWidget(card, 1)
        outer.addLayout(buttons)

    def _allow(self) -> None:
        for button in self._buttons:
            button.setEnabled(bool(self.chosen))
