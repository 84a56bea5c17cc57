"""Closing meetings: what became of every item, and what goes on at a later meeting (R10)."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import CLOSING, Carry, Closing, is_closed
from desktop.domain.meetings.meeting import MeetingFile, MeetingState
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.services.meetings.carrying import carry_in, item_in, ordered_in, settle_in, taken_up_at, targets_in
from desktop.services.meetings.fixed_notes import check_open, check_outcomes, number_in_force
from desktop.services.meetings.lives import take_back_in, take_in
from desktop.services.meetings.meetings import meeting_file_in


class Closings:
    """Closes meetings, and opens them again.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def get(self, meeting_id: UUID) -> Closing:
        """How far the closing of a meeting has come.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            file = meeting_file_in(session, meeting_id)
            items = tuple(record.to_value() for record in ordered_in(session, meeting_id))
            return Closing(
                meeting_id=meeting_id,
                items=items,
                closed=is_closed(file.steps),
                can_close=self._problem(file) is None,
                fixed=number_in_force(session, meeting_id),
                targets=targets_in(session, file.meeting),
                taken_up=taken_up_at(session, items),
            )

    def settle(self, item_id: UUID, outcome: ItemState) -> None:
        """Say what became of an item, before or after the closing; one undo takes it back.

        Raises:
            InputError: The item is gone, or may not have that outcome; the sentence says why.
        """
        with self._database.writing(Act("agenda.settle", self._title(item_id))) as session:
            settle_in(session, item_id, outcome)

    def carry(self, item_id: UUID, meeting_id: UUID, way: Carry) -> UUID:
        """Take a deferred item up at a later meeting; one undo takes it back.

        Raises:
            InputError: The item is not deferred, is on a later agenda already, cannot leave its meeting because of what
                was noted there, or the other meeting takes no items.

        Returns:
            The key of the item there.
        """
        with self._database.writing(Act(f"agenda.{way}_on", self._title(item_id))) as session:
            return carry_in(session, item_id, meeting_id, way)

    def close(self, meeting_id: UUID) -> None:
        """Close a meeting: it was held, and its notes are awaited from today on (R5); one undo takes it back.

        Raises:
            InputError: An item is open, the meeting has not been, was cancelled, or is closed.
        """
        with self._database.reading() as session:
            title = meeting_file_in(session, meeting_id).meeting.title
        with self._database.writing(Act("meeting.close", title)) as session:
            file = meeting_file_in(session, meeting_id)
            if problem := self._problem(file):
                raise problem
            check_outcomes(session, meeting_id)
            if all(step.state is not MeetingState.HELD for step in file.steps):
                take_in(session, meeting_id, MeetingState.HELD, file.meeting.day)
            take_in(session, meeting_id, CLOSING, self._today())

    def reopen(self, meeting_id: UUID) -> None:
        """Open a closed meeting again; it was held, and outcomes stay. One undo takes it back.

        Raises:
            InputError: The meeting is not closed, or its notes are finalised.
        """
        with self._database.reading() as session:
            title = meeting_file_in(session, meeting_id).meeting.title
        with self._database.writing(Act("meeting.reopen", title)) as session:
            check_open(session, meeting_id)
            if not is_closed(meeting_file_in(session, meeting_id).steps):
                raise InputError("Mötet är inte avslutat.")
            take_back_in(session, meeting_id, CLOSING)

    def _problem(self, file: MeetingFile) -> InputError | None:
        """Why a meeting cannot be closed, whatever its items say."""
        meeting = file.meeting
        if is_closed(file.steps):
            return InputError("Mötet är redan avslutat.")
        if meeting.state is MeetingState.CANCELLED:
            return InputError("Ett inställt möte kan inte avslutas.")
        if meeting.day > self._today():
            return InputError("Mötet har inte varit än.", "Avsluta det när det har hållits.")
        return None

    def _title(self, item_id: UUID) -> str:
        with self._database.reading() as session:
            return item_in(session, item_id).title
