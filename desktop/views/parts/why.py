"""The "Varför?" of a rule: a quiet button that unfolds section, rule, what it looked at and what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.parts.buttons import QuietButton
from desktop.views.parts.card import Card
from desktop.views.parts.facts import Facts
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from desktop.domain.why import Why


class WhyFold(QWidget):
    """Explains a rule where it works; folded until somebody asks.

    Args:
        about: What is explained, for assistive technology: "Eskalera till strategisk nivå".
        parent: The owning widget.
    """

    def __init__(self, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QuietButton(self.tr("Varför?"))
        self._button.setObjectName("whyButton")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._fold)
        self._rule = Text("", wrap=True)
        self._rule.setObjectName("whyRule")
        self._facts = Facts()
        self._card = Card()
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(self._rule)
        inside.addWidget(self._facts)
        self._card.body.addLayout(inside)
        self._card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
        self.set_about(about)

    def set_about(self, about: str) -> None:
        """Say what is explained."""
        self._button.setAccessibleName(self.tr("Varför? {about}").format(about=about).strip())

    def show_why(self, why: Why | None) -> None:
        """Explain this; without anything to explain it is not seen."""
        self.setVisible(why is not None)
        if why is None:
            return
        self._rule.setText(
            self.tr("Samverkansmodellen, avsnitt {section}: {rule}").format(section=why.section, rule=why.rule)
        )
        result = [(self.tr("Följden"), why.result)] if why.result else []
        self._facts.show_facts([*why.inputs, *result])

    def _fold(self, unfolded: bool) -> None:
        self._card.setVisible(unfolded)
