"""Where a matter stands: the facts at a glance, what the rules ask for, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dates import in_prose
from desktop.views.matters.path.view import PathView
from desktop.views.matters.reference_fields import ReferenceFields
from desktop.views.matters.rule_fields import RuleFields
from desktop.views.matters.words import level_phrase
from desktop.views.parts.facts import Facts
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.matters.matter import Matter
    from desktop.domain.matters.matter_path import MatterPath
    from desktop.views.matters.matter_tabs import OpenMatter


class OverviewTab(VerticalScroll):
    """Facts, the few fields that the rules go by, and the description.

    Attributes:
        changed: A matter (``UUID``) was given new fields (``dict``).
    """

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, parent)
        self.setObjectName("matterScroll")
        self._matter_id: UUID | None = None
        self._path = PathView()
        self._facts = Facts()
        self._fields = RuleFields()
        self._fields.changed.connect(self._tell)
        self._references = ReferenceFields()
        self._references.changed.connect(self._tell)
        self._description = Text("", wrap=True)
        self._description.setObjectName("matterDescription")
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._description_head = SectionHeading(self.tr("Beskrivning"))
        description = QVBoxLayout()
        description.setSpacing(6)
        description.addWidget(self._description_head)
        description.addWidget(self._description)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 4, 16, 16)
        self.column.setSpacing(16)
        self.column.addWidget(self._path)
        self.column.addWidget(self._facts)
        self.column.addWidget(self._fields)
        self.column.addWidget(self._references)
        self.column.addLayout(description)
        self.column.addStretch(1)

    def show_matter(self, opened: OpenMatter) -> None:
        """Show where a matter stands."""
        matter = opened.matter
        if matter.id != self._matter_id:
            self._path.show_path(None)
        self._matter_id = matter.id
        self._facts.show_facts(self._facts_of(matter))
        self._fields.show_matter(matter)
        self._references.show_matter(matter)
        self._description.setText(matter.description)
        self._description.setVisible(bool(matter.description))
        self._description_head.setVisible(bool(matter.description))

    def show_path(self, path: MatterPath) -> None:
        """Draw the way of the matter."""
        self._path.show_path(path)

    def flush(self) -> None:
        """Take what stands half typed."""
        self._fields.finish()
        self._references.finish()

    def _facts_of(self, matter: Matter) -> list[tuple[str, str]]:
        escalated = f"{in_prose(matter.escalated_on)}, {level_phrase(matter.level)}" if matter.escalated_on else ""
        return [
            (self.tr("Anmält"), in_prose(matter.reported_on)),
            (self.tr("Eskalerat"), escalated),
            (self.tr("Kostnad"), str(matter.cost) if matter.cost is not None else ""),
            (self.tr("Avslutat"), in_prose(matter.closed_on) if matter.closed_on else ""),
            (self.tr("Utgång"), matter.outcome),
            (self.tr("Bekräftat av"), matter.confirmed_by),
            (self.tr("Lärdom"), matter.lesson),
            (self.tr("Följs upp"), in_prose(matter.follow_up_on) if matter.follow_up_on else ""),
        ]

    def _tell(self, fields: dict[str, object]) -> None:
        if self._matter_id is not None:
            self.changed.emit(self._matter_id, fields)
