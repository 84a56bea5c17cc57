"""What one matter says, at the right of the list."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.dates import in_prose
from desktop.domain.matter import Matter
from desktop.views.matters.rule_fields import RuleFields
from desktop.views.matters.words import level_phrase, summary
from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card, Divider
from desktop.views.parts.facts import Facts
from desktop.views.parts.heading import SectionHeading
from desktop.views.parts.text import Text


class MatterDetail(Card):
    """Title, facts, the few editable fields and the description of a matter.

    Attributes:
        changed: A matter (``UUID``) was given new fields (``dict``).
        calls_asked: The user wants to know whom to call.
    """

    changed = Signal(object, object)
    calls_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matterDetail")
        self._matter: Matter | None = None
        self._title = Text("", "section", wrap=True)
        self._title.setObjectName("matterTitle")
        self._summary = Text("", "muted", wrap=True)
        self._summary.setObjectName("matterSummary")
        self._badge: LevelBadge | None = None
        self._chip = StateChip("", "warning")
        self._chip.setObjectName("matterNeeds")
        self._calls = SecondaryButton(self.tr("Vem ringer jag nu?"), "contacts")
        self._calls.setObjectName("matterCalls")
        self._calls.setToolTip("Ctrl+Shift+R")
        self._calls.clicked.connect(self.calls_asked)
        self._facts = Facts()
        self._fields = RuleFields()
        self._fields.changed.connect(self._tell)
        self._description = Text("", wrap=True)
        self._description.setObjectName("matterDescription")
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._description_head = SectionHeading(self.tr("Beskrivning"))
        self._content = QWidget()
        self.body.addWidget(self._scrolled())
        self.hide()

    @property
    def matter_id(self) -> UUID | None:
        """The key of the matter that is shown."""
        return self._matter.id if self._matter else None

    def focus_calls(self) -> None:
        """Give the focus to the button that asks whom to call."""
        self._calls.setFocus()

    def finish(self) -> None:
        """Take what stands half typed, before something else is shown."""
        self._fields.finish()

    def show_matter(self, matter: Matter | None, area_name: str = "") -> None:
        """Show a matter, or nothing."""
        if self._matter is not None and (matter is None or matter.id != self._matter.id):
            self.finish()
        self._matter = matter
        self.setVisible(matter is not None)
        if matter is None:
            return
        self._title.setText(matter.title)
        self._summary.setText(summary(matter, area_name))
        self._show_badge(matter)
        need = self._need(matter)
        self._chip.set_state(need, "warning")
        self._chip.setVisible(bool(need))
        self._facts.show_facts(self._facts_of(matter))
        self._fields.show_matter(matter)
        self._description.setText(matter.description)
        self._description.setVisible(bool(matter.description))
        self._description_head.setVisible(bool(matter.description))

    def _scrolled(self) -> QScrollArea:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._head)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._calls, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._facts)
        column.addWidget(Divider())
        column.addWidget(self._fields)
        description = QVBoxLayout()
        description.setSpacing(6)
        description.addWidget(self._description_head)
        description.addWidget(self._description)
        column.addLayout(description)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("matterScroll")
        area.setWidgetResizable(True)
        area.setWidget(self._content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setAutoFillBackground(False)  # the card's own ground shows
        return area

    def _show_badge(self, matter: Matter) -> None:
        if self._badge is None:
            self._badge = LevelBadge(matter.level)
            self._head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._badge.set_level(matter.level)

    def _need(self, matter: Matter) -> str:
        """What the agenda's rules miss in an open matter."""
        if not matter.is_open:
            return ""
        if matter.lacks_report:
            return self.tr("Incidentrapport saknas")
        return self.tr("Kostnaden är inte fördelad") if matter.has_unsettled_cost else ""

    def _facts_of(self, matter: Matter) -> list[tuple[str, str]]:
        escalated = f"{in_prose(matter.escalated_on)}, {level_phrase(matter.level)}" if matter.escalated_on else ""
        return [
            (self.tr("Anmält"), in_prose(matter.reported_on)),
            (self.tr("Eskalerat"), escalated),
            (self.tr("Ärende hos kundsupport"), matter.support_case),
            (self.tr("Kostnad"), str(matter.cost) if matter.cost is not None else ""),
            (self.tr("Avslutat"), in_prose(matter.closed_on) if matter.closed_on else ""),
        ]

    def _tell(self, fields: dict[str, object]) -> None:
        if self._matter is not None:
            self.changed.emit(self._matter.id, fields)
