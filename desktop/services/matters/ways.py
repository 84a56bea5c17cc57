"""The way of a matter as it is drawn, read from the register (R20)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import SWEDEN
from desktop.domain.matters.climb import Climb
from desktop.domain.matters.matter_path import MatterPath, PlannedMeeting, path_of
from desktop.domain.meetings.agenda import SourceKind
from desktop.domain.meetings.meeting import MeetingState
from desktop.models.agenda import AgendaItemRecord
from desktop.models.matter_timeline import MatterEntryRecord
from desktop.models.meeting import MeetingRecord


def path_in(session: Session, climb: Climb, moment: datetime) -> MatterPath:
    """The way of a matter so far, and the coming meeting where it is on the agenda, as this session sees them."""
    of_matter = select(MatterEntryRecord).where(MatterEntryRecord.matter_id == climb.matter.id)
    entries = [record.to_value() for record in session.scalars(of_matter.order_by(MatterEntryRecord.happened_at))]
    corrected = {entry.corrects_id for entry in entries}
    coming = (
        select(MeetingRecord)
        .join(AgendaItemRecord, AgendaItemRecord.meeting_id == MeetingRecord.id)
        .where(
            AgendaItemRecord.source_kind == SourceKind.MATTER,
            AgendaItemRecord.source_id == climb.matter.id,
            MeetingRecord.starts_at >= moment,
            MeetingRecord.state != MeetingState.CANCELLED,
        )
        .order_by(MeetingRecord.starts_at)
    )
    planned = [
        PlannedMeeting(day=record.starts_at.astimezone(SWEDEN).date(), level=record.level, title=record.title)
        for record in session.scalars(coming.limit(1))
    ]
    return path_of(
        climb.matter, climb.model, climb.steps, [entry for entry in entries if entry.id not in corrected], planned
    )
