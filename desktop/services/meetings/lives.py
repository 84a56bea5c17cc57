"""The steps of a meeting's life: taken, dated anew, taken back; meetings cancelled and taken up again (R5)."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import in_prose, today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.closing import CLOSING
from desktop.domain.meetings.life import before, furthest, refuse_nonsense, responsible
from desktop.domain.meetings.meeting import MeetingState, MeetingStep
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord, MeetingStepRecord
from desktop.models.removal import remove
from desktop.services.meetings.fixed_notes import check_open, check_outcomes

_CANCELLED = MeetingState.CANCELLED


class Lives:
    """Takes the steps of meetings; each can be undone as one.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def take(self, meeting_id: UUID, state: MeetingState, on: date, party: Party | None = None, note: str = "") -> None:
        """Take a step, or date one anew that was taken; the meeting has then come at least that far.

        Args:
            meeting_id: The meeting.
            state: The step.
            on: When it was taken.
            party: Who took it; else who is to by R5.
            note: What to remember about it.

        Raises:
            InputError: The meeting is gone or cancelled, the day has not been yet, or it lies on the wrong side of the
                meeting or of another step; or the step closes the meeting and an item has no outcome (R10).
        """
        if on > self._now():
            raise InputError(f"Den {in_prose(on)} har inte varit än.", "Skriv dagen då det hände.")
        with self._database.writing(Act("meeting.step", self._title(meeting_id))) as session:
            if state is CLOSING:
                check_outcomes(session, meeting_id)
            take_in(session, meeting_id, state, on, party=party, note=note)

    def take_back(self, meeting_id: UUID, state: MeetingState) -> None:
        """Let a step not have been taken; the meeting has come as far as the others say.

        Raises:
            InputError: The meeting is gone, the step is the first (a meeting is always planned), or it closed the
                meeting and the notes are finalised (R12).
        """
        if state is MeetingState.PLANNED:
            raise InputError("Ett möte är alltid åtminstone planerat.", "Ta bort mötet eller ställ in det i stället.")
        with self._database.writing(Act("meeting.step_back", self._title(meeting_id))) as session:
            if state is CLOSING:
                check_open(session, meeting_id)
            take_back_in(session, meeting_id, state)

    def cancel(self, meeting_id: UUID, reason: str = "", on: date | None = None, party: Party | None = None) -> None:
        """Cancel a meeting, as of today and by its convener unless said otherwise; everything of it stays.

        Raises:
            InputError: The meeting is gone, or the day has not been yet.
        """
        day = on or self._now()
        if day > self._now():
            raise InputError(f"Den {in_prose(day)} har inte varit än.", "Skriv dagen då mötet ställdes in.")
        with self._database.writing(Act("meeting.cancel", self._title(meeting_id))) as session:
            take_in(session, meeting_id, _CANCELLED, day, party=party, note=reason)

    def resume(self, meeting_id: UUID) -> None:
        """Take up a cancelled meeting again where it was; nothing happens to one that is not cancelled.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.writing(Act("meeting.resume", self._title(meeting_id))) as session:
            take_back_in(session, meeting_id, _CANCELLED)

    def _title(self, meeting_id: UUID) -> str:
        with self._database.reading() as session:
            return _known(session, meeting_id).title


def take_in(  # noqa: PLR0913  # a step is these facts
    session: Session, meeting_id: UUID, state: MeetingState, on: date, *, party: Party | None = None, note: str = ""
) -> None:
    """Take a step within a change that someone else began; whether the day has been is not asked.

    Raises:
        InputError: The meeting is gone or cancelled, or the day lies on the wrong side of it or of another step.
    """
    meeting = _known(session, meeting_id)
    value, taken = meeting.to_value(), _steps_in(session, meeting_id)
    refuse_nonsense(value, [record.to_value() for record in taken.values()], state, on)
    step = MeetingStep(
        id=taken[state].id if state in taken else new_id(),
        meeting_id=meeting_id,
        state=state,
        taken_on=on,
        party=party or responsible(value, state) or value.convener,
        note=" ".join(note.split()),
    )
    if state in taken:
        taken[state].take(step)
    else:
        session.add(MeetingStepRecord.of(step))
    if value.state is not _CANCELLED:
        meeting.change(state=state if state is _CANCELLED else furthest({value.state, state}))


def take_back_in(session: Session, meeting_id: UUID, state: MeetingState) -> None:
    """Let a step not have been taken, within a change that someone else began.

    Raises:
        InputError: The meeting is not in the register any more.
    """
    meeting, taken = _known(session, meeting_id), _steps_in(session, meeting_id)
    if state in taken:
        remove(session, taken.pop(state))
    if meeting.state is state:
        meeting.change(state=furthest(taken) if taken else before(state))


def _steps_in(session: Session, meeting_id: UUID) -> dict[MeetingState, MeetingStepRecord]:
    wanted = select(MeetingStepRecord).where(MeetingStepRecord.meeting_id == meeting_id)
    return {record.state: record for record in session.scalars(wanted)}


def _known(session: Session, meeting_id: UUID) -> MeetingRecord:
    record = session.get(MeetingRecord, meeting_id)
    if record is None:
        raise InputError("Mötet finns inte längre i registret.")
    return record
