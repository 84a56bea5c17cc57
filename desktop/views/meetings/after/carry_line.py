"""Where a deferred item is taken up again, moved or copied (R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.meetings.closing import Carry
from desktop.views.meetings.after.closing_words import later_words
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.meetings.agenda import AgendaItem
    from desktop.domain.meetings.closing import Closing, LaterMeeting

_INSET = 32
_LEAST_TARGET = 160


class CarryLine(QWidget):
    """Offers the later meetings of the forum; tells where the item is if one of them has taken it up.

    Attributes:
        asked: The key of the meeting where the item is to be taken up, and the way (``Carry``) it goes there.
    """

    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carryLine")
        self._offered: tuple[LaterMeeting, ...] = ()
        self._words = Text("", "muted", wrap=True)
        self._words.setObjectName("carryWords")
        self._label = Text(self.tr("Ta upp igen:"), "muted")
        self.target = QComboBox()
        self.target.setObjectName("carryTarget")
        self.target.setMinimumWidth(_LEAST_TARGET)
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label.setBuddy(self.target)
        self.move_button = SecondaryButton(self.tr("Flytta"))
        self.move_button.setObjectName("carryMove")
        self.move_button.setToolTip(self.tr("Punkten lämnar det här mötet och tar sin förberedelse med sig"))
        self.move_button.clicked.connect(lambda: self._ask(Carry.MOVE))
        self.copy_button = SecondaryButton(self.tr("Kopiera"))
        self.copy_button.setObjectName("carryCopy")
        self.copy_button.setToolTip(self.tr("Punkten står kvar här som bordlagd, och en ny tar vid på det andra mötet"))
        self.copy_button.clicked.connect(lambda: self._ask(Carry.COPY))
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._label)
        row.addWidget(self.target, 1)
        row.addWidget(self.move_button)
        row.addWidget(self.copy_button)

    def show_item(self, item: AgendaItem, closing: Closing) -> None:
        """Show where a deferred item can go on, or already does."""
        taken = closing.taken_up.get(item.id)
        offered = taken is None and bool(closing.targets)
        for part in (self._label, self.target, self.move_button, self.copy_button):
            part.setVisible(offered)
        self._words.setVisible(not offered)
        self._words.setText(
            self.tr("Tas upp på {meeting}.").format(meeting=later_words(taken))
            if taken
            else self.tr("Inget senare möte är planerat. Punkten föreslås när det finns ett.")
        )
        self.move_button.setEnabled(closing.fixed is None)
        self._name(item.title)
        self._offer(closing.targets)

    def _name(self, title: str) -> None:
        self.target.setAccessibleName(self.tr("Möte att ta upp {title} på").format(title=title))
        self.move_button.setAccessibleName(self.tr("Flytta {title} till mötet").format(title=title))
        self.copy_button.setAccessibleName(self.tr("Kopiera {title} till mötet").format(title=title))

    def _offer(self, targets: tuple[LaterMeeting, ...]) -> None:
        """List the meetings; the chosen one stays chosen while it is there."""
        if targets == self._offered:
            return
        chosen = self._chosen
        self._offered = targets
        self.target.clear()
        self.target.addItems([later_words(target) for target in targets])
        if chosen in targets:
            self.target.setCurrentIndex(targets.index(chosen))

    @property
    def _chosen(self) -> LaterMeeting | None:
        place = self.target.currentIndex()
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def _ask(self, way: Carry) -> None:
        if self._chosen is not None:
            self.asked.emit(self._chosen.id, way)
