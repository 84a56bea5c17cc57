"""The forum of a meeting, as one session sees it, and which other meetings are of the same one (R1, R3)."""

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from desktop.domain.forum import Forum
from desktop.domain.meetings.meeting import Meeting
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in


def forum_in(session: Session, meeting: Meeting) -> Forum:
    """The forum a meeting belongs to on its day."""
    return meeting.forum_under(agreement_in(session))


def is_of(forum: Forum) -> ColumnElement[bool]:
    """Whether a meeting takes up what belongs to a forum: an earlier one of its levels too, but never a Kundråd.

    A Kundråd goes on with earlier Kundråd alone.
    """
    if forum.is_council:
        return MeetingRecord.is_council.is_(True)
    return MeetingRecord.is_council.is_(False) & MeetingRecord.level.in_(forum.levels)
