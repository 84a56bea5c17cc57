"""The check of SSC's notes: item by item, as a whole, and what comes of the differences (R13)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.differences_letter import WHOLE, DifferencesLetter
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.notes import NotesCheck, Verdict
from desktop.domain.notes_review import NotesReview
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.notes import NotesCheckRecord
from desktop.models.removal import remove
from desktop.services.meetings import meeting_file_in
from desktop.services.notes_reviews import letter_in, review_in

LONGEST_COMMENT = 2000
"""The longest comment on an item, in characters."""


class NotesChecks:
    """Compares SSC's notes with ours. Private preparation is never read here (R11).

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def get(self, meeting_id: UUID) -> NotesReview:
        """The check of a meeting's notes: what has been compared and what remains.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        with self._database.reading() as session:
            return review_in(session, meeting_id)

    def judge(self, meeting_id: UUID, item_id: UUID | None, verdict: Verdict | None) -> None:
        """Say what SSC's notes tell of an item, or of the whole; no verdict takes back the one there is.

        Raises:
            InputError: The meeting or its item is gone.
        """
        with self._database.writing(Act("notes_check.judge", self._subject(meeting_id, item_id))) as session:
            record = _check_in(session, meeting_id, item_id)
            if record is not None and verdict is None:
                remove(session, record)
            elif record is not None and verdict is not None:
                record.change(verdict=verdict)
            elif verdict is not None:
                made = NotesCheck(id=new_id(), meeting_id=meeting_id, item_id=item_id, verdict=verdict)
                session.add(NotesCheckRecord.of(made))

    def comment(self, meeting_id: UUID, item_id: UUID | None, text: str, *, group: UUID | None = None) -> None:
        """Keep what is wrong with an item in SSC's notes, or with the whole, and what we ask for.

        An item that has no verdict yet differs: only then there is something to say.

        Raises:
            InputError: The meeting or its item is gone, or the text is too long.
        """
        if len(text) > LONGEST_COMMENT:
            raise InputError(f"Kommentaren får ha högst {LONGEST_COMMENT} tecken.", "Korta texten.")
        act = Act("notes_check.comment", self._subject(meeting_id, item_id))
        with self._database.writing(act, group=group) as session:
            record = _check_in(session, meeting_id, item_id)
            if record is not None:
                record.change(comment=text)
            elif text.strip():
                made = NotesCheck(id=new_id(), meeting_id=meeting_id, item_id=item_id, verdict=Verdict.DIFFERS)
                session.add(NotesCheckRecord.of(replace(made, comment=text)))

    def letter(self, meeting_id: UUID) -> DifferencesLetter:
        """The letter about what differs, dated today.

        Raises:
            InputError: The meeting is gone, nothing differs, or the agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return letter_in(session, meeting_id, self._now())

    def _subject(self, meeting_id: UUID, item_id: UUID | None) -> str:
        """What is compared, for the history."""
        with self._database.reading() as session:
            meeting_file_in(session, meeting_id)
            if item_id is None:
                return WHOLE
            record = session.get(AgendaItemRecord, item_id)
            if record is None or record.meeting_id != meeting_id:
                raise InputError("Punkten finns inte längre på dagordningen.")
            return record.title


def _check_in(session: Session, meeting_id: UUID, item_id: UUID | None) -> NotesCheckRecord | None:
    return session.scalars(
        select(NotesCheckRecord).where(NotesCheckRecord.meeting_id == meeting_id, NotesCheckRecord.item_id == item_id)
    ).one_or_none()
