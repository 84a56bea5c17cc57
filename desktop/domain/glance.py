"""What the first screen shows before the engine is awake."""

from dataclasses import dataclass

from desktop.domain.agenda import AgendaItem
from desktop.domain.meeting import MeetingFile, MeetingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The list of meetings and the first one's agenda, read in one go."""

    agency_name: str
    rows: tuple[MeetingRow, ...]
    first: MeetingFile | None = None
    items: tuple[AgendaItem, ...] = ()
