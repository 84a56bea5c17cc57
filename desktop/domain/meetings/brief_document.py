"""What the printed page before a meeting says: a frozen value with everything shown and nothing more (R11, R37)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.meetings.brief import Brief
from desktop.domain.meetings.followup_document import ListHead


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefDocument:
    """The page before a meeting, ready to be printed; for our own eyes, and its status says so."""

    head: ListHead
    brief: Brief

    @property
    def title(self) -> str:
        """The title of the meeting."""
        return self.brief.title

    @property
    def day(self) -> date:
        """The date of the meeting in Sweden."""
        return self.brief.meeting_day
