"""The page before a meeting: what to know, from the register alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.forum import Forum
from desktop.domain.meetings.brief import Brief, brief
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.meeting import MeetingState
from desktop.domain.meetings.proposal import Situation
from desktop.models.database import Database
from desktop.models.followup import DecisionRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.forums import is_of
from desktop.services.heads import list_head_in
from desktop.services.meetings.meetings import with_registry_numbers
from desktop.services.meetings.situation import situation_in

_INTERNAL = "Internt underlag"


class Briefs:
    """Tells what to know before a meeting. Private preparation is never read here (R11).

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def get(self, meeting_id: UUID) -> Brief:
        """What to know before a meeting, as of today.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            return _brief_in(session, situation_in(session, meeting_id), self._today())


def brief_document_in(session: Session, meeting_id: UUID, day: date) -> BriefDocument:
    """What to know before a meeting that day, as a document for our own use.

    Raises:
        InputError: The meeting is gone, or the agency has no name yet (R37).
    """
    situation = situation_in(session, meeting_id)
    meeting = with_registry_numbers(session, situation.meeting)
    head = list_head_in(session, day, _INTERNAL)
    return BriefDocument(
        head=replace(
            head,
            agency=replace(head.agency, registry_number=meeting.own_registry_number),
            counterpart=replace(head.counterpart, registry_number=meeting.ssc_registry_number),
        ),
        brief=_brief_in(session, situation, day),
    )


def _brief_in(session: Session, situation: Situation, day: date) -> Brief:
    meeting, forum = situation.meeting, situation.forum
    decisions = session.scalars(select(DecisionRecord).where(_is_decided_in(forum)))
    awaiting = session.scalars(
        select(MeetingRecord).where(
            is_of(forum),
            MeetingRecord.state == MeetingState.NOTES_AWAITED,
            MeetingRecord.starts_at < meeting.starts_at,
        )
    )
    return brief(
        situation,
        [record.to_value() for record in decisions],
        awaiting_notes=[record.to_value() for record in awaiting],
        day=day,
    )


def _is_decided_in(forum: Forum) -> ColumnElement[bool]:
    """Whether a decision belongs to a forum: to its levels, or for Kundråd to an earlier one."""
    if forum.is_council:
        return DecisionRecord.meeting_id.in_(select(MeetingRecord.id).where(is_of(forum)))
    return DecisionRecord.level.in_(forum.levels)
