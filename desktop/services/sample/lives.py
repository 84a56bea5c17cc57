"""How the meetings of the sample came as far as they have: planned, convened and with an agenda (R5)."""

from datetime import date, timedelta

from desktop.domain.dates import SWEDEN
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.meeting import MeetingState, MeetingStep
from desktop.models.meeting import MeetingRecord, MeetingStepRecord
from desktop.services.sample.stage import Stage

_CONVENED_FOR = 12
"""For how many days SSC's agendas have been waited for."""


def add_lives(stage: Stage) -> None:
    """The steps that every meeting has taken before it was held."""
    meetings = [record for record in stage.records if isinstance(record, MeetingRecord)]
    taken = {(one.meeting_id, one.state) for one in stage.records if isinstance(one, MeetingStepRecord)}
    for meeting in meetings:
        for state, day in _before(stage, meeting).items():
            if (meeting.id, state) not in taken:
                party = Party.AGENCY if state is MeetingState.PLANNED else Party.SSC
                step = MeetingStep(id=new_id(), meeting_id=meeting.id, state=state, taken_on=day, party=party)
                stage.records.append(MeetingStepRecord.of(step))


def _before(stage: Stage, meeting: MeetingRecord) -> dict[MeetingState, date]:
    day = meeting.starts_at.astimezone(SWEDEN).date()
    if day < stage.day:
        return {
            MeetingState.PLANNED: day - timedelta(days=90),
            MeetingState.CONVENED: day - timedelta(days=28),
            MeetingState.AGENDA_AVAILABLE: day - timedelta(days=6),
        }
    planned = {MeetingState.PLANNED: stage.day - timedelta(days=60)}
    if meeting.state is MeetingState.PLANNED:
        return planned
    return {**planned, MeetingState.CONVENED: stage.day - timedelta(days=_CONVENED_FOR)}
