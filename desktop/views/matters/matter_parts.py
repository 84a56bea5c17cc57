"""Which tabs a matter has, and how each is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.views.matters.matter_tabs import Part, Tab
from desktop.views.matters.overview_tab import OverviewTab
from desktop.views.matters.particulars_tab import ParticularsTab
from desktop.views.matters.timeline.tab import TimelineTab

if TYPE_CHECKING:
    from desktop.views.matters.desk import MatterDesk


class MatterParts(QObject):
    """Builds the tabs of a matter.

    Args:
        desk: The way to the register.
        parent: The owning object.

    Attributes:
        changed: A matter (``UUID``) was given new fields (``dict``).
        source_opened: The user wants to see something else in the register (``Source``).
        handed_out: Something is to be made and leave the program, as ``Panels.hand_out`` takes it.
        attachment_opened: An ``Attachment`` is to be opened in its own program.
        attachment_saved: An ``Attachment`` is to be saved somewhere.
    """

    changed = Signal(object, object)
    source_opened = Signal(object)
    handed_out = Signal(object)
    attachment_opened = Signal(object)
    attachment_saved = Signal(object)

    def __init__(self, desk: MatterDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def all(self) -> tuple[Part, ...]:
        """Every tab, in order."""
        return (
            Part(
                tab=Tab.OVERVIEW,
                title=self.tr("Läge"),
                build=self._build_overview,
                show=OverviewTab.show_matter,
                flush=OverviewTab.flush,
                leave=OverviewTab.flush,
            ),
            Part(
                tab=Tab.TIMELINE,
                title=self.tr("Tidslinje"),
                build=self._build_timeline,
                show=TimelineTab.show_matter,
                leave=TimelineTab.leave,
            ),
            Part(
                tab=Tab.PARTICULARS,
                title=self.tr("Uppgifter"),
                build=self._build_particulars,
                show=ParticularsTab.show_matter,
                flush=ParticularsTab.flush,
                leave=ParticularsTab.leave,
            ),
        )

    def _build_overview(self) -> OverviewTab:
        made = OverviewTab()
        made.changed.connect(self.changed)
        return made

    def _build_timeline(self) -> TimelineTab:
        made = TimelineTab(self._desk)
        made.file_opened.connect(self.attachment_opened)
        made.file_saved.connect(self.attachment_saved)
        return made

    def _build_particulars(self) -> ParticularsTab:
        made = ParticularsTab(self._desk)
        made.source_opened.connect(self.source_opened)
        return made
