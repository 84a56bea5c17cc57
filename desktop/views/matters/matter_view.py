"""One matter, at the right of the list: its head with the next step, and its tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.matters.matter import MatterKind
from desktop.views.matters.closing_form import ClosingForm
from desktop.views.matters.escalation.climbing import Climbing
from desktop.views.matters.matter_parts import MatterParts
from desktop.views.matters.matter_tabs import MatterTabs, OpenMatter, Tab
from desktop.views.matters.overview_tab import OverviewTab
from desktop.views.matters.particulars_tab import SECTIONS
from desktop.views.matters.words import summary
from desktop.views.parts.badge import LevelBadge, StateChip
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.card import Card
from desktop.views.parts.flow import FlowLayout
from desktop.views.parts.scroll import VerticalScroll
from desktop.views.parts.text import Text

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.domain.matters.matter import Matter
    from desktop.domain.matters.matter_path import MatterPath
    from desktop.views.matters.desk import MatterDesk


class MatterView(Card):
    """Title, level, what is missing and what can be done, above the tabs of a matter.

    Args:
        desk: The way to the register.
        parent: The owning widget.

    Attributes:
        calls_asked: The user wants to know whom to call.
        parts: The tabs and what they ask for.
        climbing: The next step, and what can be done beside it.
    """

    calls_asked = Signal()

    def __init__(self, desk: MatterDesk, parent: QWidget | None = None) -> None:
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
        self._desk = desk
        self._close = SecondaryButton(self.tr("Avsluta …"), "check")
        self._close.setObjectName("matterClose")
        self._close.clicked.connect(self.ask_for_closing)
        self._reopen = SecondaryButton(self.tr("Öppna igen"))
        self._reopen.setObjectName("matterReopen")
        self._reopen.clicked.connect(self._open_again)
        self._closing = ClosingForm(desk)
        self._closing.left.connect(self._leave_closing)
        self._questions = VerticalScroll(self._closing)
        self._questions.setObjectName("closingScroll")
        self._questions.hide()
        self._report = SecondaryButton(self.tr("Incidentrapport"), "print")
        self._report.setObjectName("incidentReport")
        self._report.clicked.connect(self._hand_out_report)
        self.parts = MatterParts(desk, self)
        self.tabs = MatterTabs(self.parts.all(), self.tr("Delar av ärendet"), "matterTabs")
        self.climbing = Climbing(desk, self.tabs, self)
        self.body.addLayout(self._build_head())
        self.body.addWidget(self._questions, 1)
        self.body.addWidget(self.climbing.stage, 1)
        self.climbing.stage.currentChanged.connect(self._show_tabs_again)
        self.climbing.read.connect(self._show_path)
        self.hide()

    @property
    def matter_id(self) -> UUID | None:
        """The key of the matter that is shown."""
        return self._matter.id if self._matter else None

    def ask_for_closing(self) -> None:
        """Ask how the matter ended."""
        if self._matter is not None and self._matter.is_open:
            self.tabs.flush()
            self._show_questions(True)
            self._closing.begin()

    def focus_calls(self) -> None:
        """Give the focus to the button that asks whom to call."""
        self._calls.setFocus()

    def flush(self) -> None:
        """Store what is being typed."""
        self.tabs.flush()

    def refresh(self) -> None:
        """Read what the tab that is looked at shows beside the matter."""
        self.tabs.refresh()
        self.climbing.refresh()

    def show_matter(self, matter: Matter | None, area_name: str = "") -> None:
        """Show a matter, or nothing."""
        if self._matter is not None and (matter is None or matter.id != self._matter.id):
            self.tabs.leave()
        if matter is None or not matter.is_open or (self._matter is not None and matter.id != self._matter.id):
            self._show_questions(False)
        self._matter = matter
        self._closing.show_matter(matter)
        self.climbing.show_matter(matter)
        self.setVisible(matter is not None)
        if matter is None:
            return
        self._title.setText(matter.title)
        self._summary.setText(summary(matter, area_name))
        self._show_badge(matter)
        self._close.setVisible(matter.is_open)
        self._reopen.setVisible(not matter.is_open and matter.merged_into is None)
        need = self._need(matter)
        self._chip.set_state(need, "warning")
        self._chip.setVisible(bool(need))
        self._offer_particulars(matter)
        self._report.setVisible(
            matter.kind is MatterKind.INCIDENT and bool(matter.grade and matter.grade.requires_report)
        )
        self.tabs.show_record(OpenMatter(matter=matter, area_name=area_name))

    def _hand_out_report(self) -> None:
        key, papers = self.matter_id, self._desk.services.matter_papers
        if key is not None:
            self.flush()
            self.parts.handed_out.emit(lambda: papers.incident_report(key))

    def _offer_particulars(self, matter: Matter) -> None:
        offered = matter.kind in SECTIONS
        if not offered and self.tabs.current is Tab.PARTICULARS:
            self.tabs.turn_to(Tab.OVERVIEW)
        self.tabs.offer(Tab.PARTICULARS, offered)

    def _show_tabs_again(self) -> None:
        self._show_questions(False)

    def _show_path(self, path: MatterPath) -> None:
        overview = self.tabs.widget(Tab.OVERVIEW)
        assert isinstance(overview, OverviewTab)
        overview.show_path(path)

    def _build_head(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addLayout(words, 1)
        self.steps = FlowLayout()
        self.steps.addWidget(self._chip)
        self.steps.addWidget(self.climbing.up)
        self.steps.addWidget(self._report)
        self.steps.addWidget(self._calls)
        self.steps.addWidget(self._close)
        self.steps.addWidget(self._reopen)
        self.steps.addWidget(self.climbing.more)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(12)
        head.addLayout(self._head)
        head.addLayout(self.steps)
        return head

    def _show_questions(self, shown: bool) -> None:
        """Show what is asked at the end in place of the tabs, or the tabs again."""
        self._questions.setVisible(shown)
        self.climbing.stage.setVisible(not shown)

    def _leave_closing(self) -> None:
        self._show_questions(False)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_again(self) -> None:
        matter = self._matter
        if matter is None:
            return

        def tell(_: None) -> None:
            self._desk.message.emit(self.tr("Ärendet är öppet igen."), "good", True)

        self._desk.write(lambda: self._desk.services.matters.reopen(matter.id), tell)

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
