"""What the first screen shows before the engine is awake."""

from dataclasses import dataclass

from desktop.domain.forum import Forum
from desktop.domain.meetings.agenda import AgendaItem
from desktop.domain.meetings.meeting import MeetingFile, MeetingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The list of meetings and the first one's agenda, read in one go; ``forums`` are those of today (R1)."""

    agency_name: str
    forums: tuple[Forum, ...]
    rows: tuple[MeetingRow, ...]
    first: MeetingFile | None = None
    items: tuple[AgendaItem, ...] = ()
