"""The page before a meeting: what to know, from the register alone, and as a document."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.domain.agenda_document import PartyHead
from desktop.domain.agreement import SSC_NAME, SSC_NUMBER
from desktop.domain.brief import Brief, brief
from desktop.domain.brief_document import BriefDocument
from desktop.domain.dates import in_prose, now, today
from desktop.domain.document import FinishedDocument
from desktop.domain.file_names import file_name
from desktop.domain.followup_document import ListHead
from desktop.domain.forum import Forum
from desktop.domain.meeting import MeetingState
from desktop.domain.proposal import Situation
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.followup import DecisionRecord
from desktop.models.meeting import MeetingRecord
from desktop.services.agreements import agreement_in
from desktop.services.forums import is_of
from desktop.services.meetings import with_registry_numbers
from desktop.services.situation import situation_in

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
            return self._brief(session, situation_in(session, meeting_id))

    def document(self, meeting_id: UUID) -> FinishedDocument:
        """The same as a document for our own use, accessible and archivable.

        Raises:
            InputError: The meeting is gone, or the agency has no name yet (R37).
        """
        from desktop.pdf.brief import brief_pdf

        with self._database.reading() as session:
            situation = situation_in(session, meeting_id)
            content = BriefDocument(
                head=_head(session, situation, self._today()), brief=self._brief(session, situation)
            )
        told = content.brief
        return FinishedDocument(
            file_name=f"{file_name(f'Inför mötet {told.meeting_day} {told.title}')}.pdf",
            title=f"Inför mötet: {told.title} {in_prose(told.meeting_day)}",
            pdf=brief_pdf(content),
        )

    def _brief(self, session: Session, situation: Situation) -> Brief:
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
            day=self._today(),
        )


def _is_decided_in(forum: Forum) -> ColumnElement[bool]:
    """Whether a decision belongs to a forum: to its levels, or for Kundråd to an earlier one."""
    if forum.is_council:
        return DecisionRecord.meeting_id.in_(select(MeetingRecord.id).where(is_of(forum)))
    return DecisionRecord.level.in_(forum.levels)


def _head(session: Session, situation: Situation, day: date) -> ListHead:
    agreement = agreement_in(session)
    if agreement is None or not agreement.agency_name:
        raise InputError(
            "Dokument måste ange myndigheten, och den är inte ifylld än.",
            "Fyll i den under Arkiv, Myndighet och överenskommelse.",
        )
    meeting = with_registry_numbers(session, situation.meeting)
    return ListHead(
        agency=PartyHead(
            name=agreement.agency_name,
            organisation_number=str(agreement.agency_number or ""),
            registry_number=meeting.own_registry_number,
        ),
        counterpart=PartyHead(
            name=SSC_NAME, organisation_number=str(SSC_NUMBER), registry_number=meeting.ssc_registry_number
        ),
        day=day,
        status=_INTERNAL,
        created=now(),
    )
