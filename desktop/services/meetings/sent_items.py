"""Our items on their way to SSC's agenda: proposed, then found on it or left out (R9)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.level import Party
from desktop.domain.meetings.agenda import AgendaItem, SentState
from desktop.domain.meetings.comparing import Comparison, compare, proposable, sent_states
from desktop.domain.meetings.meeting import Meeting, MeetingState
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.services.importing.plan import Plan
from desktop.services.importing.received_points import plan_points
from desktop.services.importing.writing import carry_out
from desktop.services.meetings.lives import take_in
from desktop.services.meetings.meetings import meeting_file_in


class SentItems:
    """Follows what was proposed to SSC.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def choice(self, meeting_id: UUID) -> tuple[AgendaItem, ...]:
        """The items that can be proposed to SSC, in the order of the agenda."""
        with self._database.reading() as session:
            return proposable(_items(session, meeting_id))

    def mark_sent(self, meeting_id: UUID, item_ids: Collection[UUID]) -> int:
        """Note that these items have been proposed to SSC today; one undo takes all of it back.

        Returns:
            How many there were; an item that is gone is passed over.

        Raises:
            InputError: None of them is on the agenda.
        """
        with self._database.reading() as session:
            chosen = [item for item in _items(session, meeting_id) if item.id in item_ids]
        if not chosen:
            raise InputError("Ingen punkt är vald.", "Välj minst en punkt att föreslå.")
        subject = chosen[0].title if len(chosen) == 1 else str(len(chosen))
        with self._database.writing(Act("agenda.send", subject)) as session:
            for item in chosen:
                _change(session, item.id, SentState.PROPOSED, self._today())
        return len(chosen)

    def compare(self, meeting_id: UUID, text: str) -> Comparison:
        """Find our items among the points of SSC's agenda, as its text lists them; nothing is kept.

        Raises:
            InputError: The text holds no points.
        """
        from desktop.exchange.agenda_points import pasted_points
        from desktop.exchange.plain_text import plain_passage

        points = pasted_points(plain_passage(text))
        if not points:
            raise InputError("I texten hittades inga punkter.", "Klistra in dagordningen med en punkt på varje rad.")
        with self._database.reading() as session:
            return compare(_items(session, meeting_id), points)

    def read(self, path: Path) -> str:
        """The text of SSC's agenda in a file: a PDF, a Word document, a mail, an invitation or plain text.

        Raises:
            FileError: The file cannot be read, or holds no text.
        """
        from desktop.services.meetings.agenda_files import agenda_text

        return agenda_text(path)

    def keep(self, meeting_id: UUID, points: Sequence[str], verdicts: Mapping[UUID, int | None]) -> None:
        """Keep SSC's agenda as received, and what came of our items; one undo takes all of it back.

        Where SSC convenes, the agenda is available from today on, unless that was said before or it comes after the
        meeting (R5, R6).

        Args:
            meeting_id: The meeting.
            points: SSC's points in order; they replace those received before.
            verdicts: The place among the points for each item that was looked at, or nothing if it was left out.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            title = meeting_file_in(session, meeting_id).meeting.title
        with self._database.writing(Act("agenda.compare", title)) as session:
            plan = Plan()
            plan_points(plan, points, meeting_file_in(session, meeting_id))
            carry_out(session, plan)
            items = {item.id: item for item in _items(session, meeting_id)}
            looked_at = ((items[key], point) for key, point in verdicts.items() if key in items)
            for key, state in sent_states(looked_at).items():
                _change(session, key, state, items[key].sent_on)
            _take_step(session, meeting_file_in(session, meeting_id).meeting, self._today())


def _take_step(session: Session, meeting: Meeting, day: date) -> None:
    """Let the agenda that SSC has sent be available to those who meet."""
    awaited = meeting.state in {MeetingState.PLANNED, MeetingState.CONVENED}
    if awaited and meeting.convener is Party.SSC and day <= meeting.day:
        take_in(session, meeting.id, MeetingState.AGENDA_AVAILABLE, day)


def _items(session: Session, meeting_id: UUID) -> list[AgendaItem]:
    wanted = select(AgendaItemRecord).where(AgendaItemRecord.meeting_id == meeting_id)
    return [record.to_value() for record in session.scalars(wanted.order_by(AgendaItemRecord.position))]


def _change(session: Session, item_id: UUID, state: SentState, day: date | None) -> None:
    record = session.get(AgendaItemRecord, item_id)
    if record is not None:
        record.change(sent=state, sent_on=day)
