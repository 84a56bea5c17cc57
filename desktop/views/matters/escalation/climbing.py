"""The next step of a matter in its head, the way back in a menu, and the panel that either opens (R20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.views.matters.escalation.words import escalate_words, return_words, taken_words
from desktop.views.parts.action_menu import MenuButton
from desktop.views.parts.buttons import PrimaryButton

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop.domain.level import Level
    from desktop.domain.matters.climb import Climb
    from desktop.domain.matters.escalation import EscalationStep, StepRequest
    from desktop.domain.matters.matter import Matter
    from desktop.domain.matters.matter_path import MatterPath
    from desktop.views.matters.desk import MatterDesk
    from desktop.views.matters.escalation.panel import EscalationPanel


class Climbing(QObject):
    """Offers the legal steps of a matter, and takes the one that is chosen.

    Args:
        desk: The way to the register.
        tabs: What the panel is shown over.
        parent: The owning object.

    Attributes:
        read: The way of the matter is known (``MatterPath``).
        up: The button of the next step.
        more: The menu of what is done less often.
        stage: The tabs, or the panel over them.
    """

    read = Signal(object)

    def __init__(self, desk: MatterDesk, tabs: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._climb: Climb | None = None
        self._matter_id: UUID | None = None
        self._panel: EscalationPanel | None = None
        self.up = PrimaryButton("")
        self.up.setObjectName("matterEscalate")
        self.up.clicked.connect(self.open_up)
        self.up.hide()
        self.more = MenuButton(self.tr("Mer"), "matterMoreMenu")
        self._down = self.more.actions_menu.offer("", "matterReturn", self.open_down)
        self.more.hide()
        self.stage = QStackedWidget()
        self.stage.addWidget(tabs)

    def show_matter(self, matter: Matter | None) -> None:
        """Offer what can be done with a matter now."""
        if matter is None or matter.id != self._matter_id:
            self.close()
            self._climb = None
            self.up.hide()
            self.more.hide()
        self._matter_id = matter.id if matter else None
        self.refresh()

    def refresh(self) -> None:
        """Read the way of the matter anew."""
        if (key := self._matter_id) is not None:
            self._desk.read("climb", lambda: self._desk.services.escalations.way(key), self._show)

    def open_up(self) -> None:
        """Ask for what the next step upwards takes."""
        if self._climb is not None and self._climb.above is not None:
            self._open(self._climb, self._climb.above)

    def open_down(self) -> None:
        """Ask why the matter is returned."""
        if self._climb is not None and self._climb.below is not None:
            self._open(self._climb, self._climb.below)

    def close(self) -> None:
        """Go back to the tabs."""
        self.stage.setCurrentIndex(0)

    def _show(self, way: tuple[Climb, MatterPath]) -> None:
        climb, path = way
        if climb.matter.id != self._matter_id:
            return
        self._climb = climb
        self.up.setVisible(climb.above is not None)
        if climb.above is not None:
            self.up.setText(escalate_words(climb.above))
        self.more.setVisible(climb.below is not None)
        if climb.below is not None:
            self._down.setText(return_words(climb.below))
        self.read.emit(path)

    def _open(self, climb: Climb, level: Level) -> None:
        if self._panel is None:
            from desktop.views.matters.escalation.panel import EscalationPanel

            self._panel = EscalationPanel(self._desk.today)
            self._panel.requested.connect(self._take)
            self._panel.left.connect(self._leave)
            self.stage.addWidget(self._panel)
        self.stage.setCurrentWidget(self._panel)
        self._panel.open_step(climb, level)

    def _leave(self) -> None:
        self.close()
        (self.up if self.up.isVisible() else self.more).setFocus()

    def _take(self, request: StepRequest) -> None:
        def taken(step: EscalationStep) -> None:
            if self._matter_id == request.matter_id:
                self.close()
            sentence = taken_words(step.to_level, is_return=step.is_return)
            self._desk.message.emit(sentence, "good", True)

        self._desk.write(lambda: self._desk.services.escalations.take(request), taken)
