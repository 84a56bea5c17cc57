"""The choice of how an agenda begins: empty, or with one of the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.forum import Forum
from desktop.domain.meetings.templates_shipped import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop.domain.meetings.template import Template


class TemplateChoice(QComboBox):
    """Offers an empty agenda and the templates, those of the chosen forum first; what the user picks stays.

    Until something is picked it is the agency's own template for the forum, else the one of the program.

    Args:
        parent: The owning widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newMeetingTemplate")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._templates: tuple[Template, ...] = tuple(SHIPPED.values())
        self._forum = Forum.TACTICAL
        self._keys: list[UUID | None] = []
        self._picked = False
        self.activated.connect(self._pick)

    @property
    def chosen(self) -> UUID | None:
        """The key of the template, or None for an empty agenda."""
        place = self.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these templates."""
        self._templates = tuple(templates)
        self._fill()

    def show_forum(self, forum: Forum) -> None:
        """Offer the templates of another forum first."""
        self._forum = forum
        self._fill()

    def forget(self) -> None:
        """Go back to what the forum has, for the next meeting."""
        self._picked = False
        self._fill()

    def _pick(self) -> None:
        self._picked = True

    def _fill(self) -> None:
        chosen = self.chosen
        own_first = sorted(self._templates, key=lambda template: template.is_shipped)
        suiting = [template for template in own_first if template.suits(self._forum)]
        offered = [*suiting, *(template for template in own_first if template not in suiting)]
        self._keys = [None, *(template.id for template in offered)]
        if not self._picked or chosen not in self._keys:
            self._picked = False
            chosen = suiting[0].id if suiting else None
        with QSignalBlocker(self):
            self.clear()
            self.addItem(self.tr("Tom dagordning"))
            for template in offered:
                words = self.tr("Mall: {name}").format(name=template.name)
                self.addItem(words)
            self.setCurrentIndex(self._keys.index(chosen))
