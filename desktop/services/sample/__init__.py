"""A filled sample register: a fictional agency a week before its next tactical meeting.

Dates lie around the day it is made, so that something is always coming and something is always late.
"""

from datetime import UTC, datetime, time, timedelta

from desktop.domain.dates import SWEDEN, today
from desktop.domain.history import Act
from desktop.models.contents import keep_whole
from desktop.models.database import Database
from desktop.services.meetings.notes_versions import NotesVersions
from desktop.services.sample.afterwards import add_afterwards
from desktop.services.sample.alike import add_alike
from desktop.services.sample.files import add_files
from desktop.services.sample.lives import add_lives
from desktop.services.sample.meetings import add_coming_meeting, add_council, add_other_meetings, add_past_meeting
from desktop.services.sample.notices import add_notices
from desktop.services.sample.people import add_people
from desktop.services.sample.reaching import add_reaching
from desktop.services.sample.received import add_received
from desktop.services.sample.rosters import add_rosters
from desktop.services.sample.series import add_series
from desktop.services.sample.stage import Stage, add_agreement
from desktop.services.sample.work import add_matters, add_orders

_PARTS = (
    add_agreement,
    add_people,
    add_received,
    add_reaching,
    add_alike,
    add_rosters,
    add_matters,
    add_orders,
    add_past_meeting,
    add_notices,
    add_coming_meeting,
    add_other_meetings,
    add_council,
    add_afterwards,
    add_series,
    add_lives,
    add_files,
)


def fill(database: Database) -> None:
    """Fill an empty register with the sample, and finalise our notes of its last tactical meeting."""
    stage = Stage(today())
    for part in _PARTS:
        part(stage)
    with database.writing(Act("sample.fill")) as session:
        session.add_all(stage.records)
        for content in stage.contents:
            keep_whole(session, content)
    past = stage.meetings["past"]
    fixed_at = datetime.combine(past.day + timedelta(days=1), time(9, 14), SWEDEN).astimezone(UTC)
    NotesVersions(database, lambda: fixed_at).finalise(past.id)
