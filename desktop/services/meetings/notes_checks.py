"""The check of SSC's notes: item by item, as a whole, and what comes of the differences (R13)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.agreement import SSC_NAME
from desktop.domain.attachment import AttachmentPurpose, Filing
from desktop.domain.dates import in_prose, today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.differences_letter import WHOLE, DifferencesLetter
from desktop.domain.meetings.life import refuse_nonsense
from desktop.domain.meetings.meeting import MeetingState
from desktop.domain.meetings.notes import NotesCheck, Verdict
from desktop.domain.meetings.notes_review import NotesReview
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.database import Database
from desktop.models.notes import NotesCheckRecord
from desktop.models.removal import remove
from desktop.services.attachments import Attachments
from desktop.services.meetings.lives import take_in
from desktop.services.meetings.meetings import meeting_file_in
from desktop.services.meetings.notes_reviews import letter_in, review_in

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
        self._attachments = Attachments(database, now)

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

    def receive(self, meeting_id: UUID, on: date, path: Path | None = None) -> None:
        """Note that SSC's notes have come, and keep their file, if there is one, as its newest version (R5, R13).

        One undo takes both back. Notes that come again, corrected, change nothing but the file.

        Args:
            meeting_id: The meeting.
            on: The day they came.
            path: The file they came in.

        Raises:
            InputError: The meeting is gone or cancelled, or the day cannot be right.
            FileError: The file cannot be taken.
        """
        review = self.get(meeting_id)
        came = review.received_on is None
        if came:
            if on > self._now():
                raise InputError(f"Den {in_prose(on)} har inte varit än.", "Skriv dagen då anteckningarna kom.")
            refuse_nonsense(review.meeting, review.steps, MeetingState.NOTES_RECEIVED, on)
        group = new_id()
        if path is not None:
            self._keep(review, path, on, group)
        if came:
            with self._database.writing(Act("notes_check.receive", review.meeting.title), group=group) as session:
                take_in(session, meeting_id, MeetingState.NOTES_RECEIVED, on, party=Party.SSC)

    def complete(self, meeting_id: UUID) -> None:
        """Say that the check is done; the meeting has then gone through all its steps (R5).

        Raises:
            InputError: The meeting is gone, the notes have not come, or an item has not been compared.
        """
        review = self.get(meeting_id)
        if not review.is_received:
            raise InputError("Anteckningarna har inte kommit än.", "Bifoga dem eller ange när de kom.")
        if not review.is_complete:
            left = len(review.remaining) or 1
            what = "En punkt är" if left == 1 else f"{left} punkter är"
            raise InputError(f"{what} inte jämförda än." if left > 1 else f"{what} inte jämförd än.", "Jämför först.")
        with self._database.writing(Act("notes_check.complete", review.meeting.title)) as session:
            take_in(session, meeting_id, MeetingState.NOTES_CHECKED, self._now(), party=Party.AGENCY)

    def letter(self, meeting_id: UUID) -> DifferencesLetter:
        """The letter about what differs, dated today.

        Raises:
            InputError: The meeting is gone, nothing differs, or the agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return letter_in(session, meeting_id, self._now())

    def _keep(self, review: NotesReview, path: Path, on: date, group: UUID) -> None:
        """Attach the file, in the place of what SSC sent before."""
        filing = Filing(purpose=AttachmentPurpose.NOTES, received=True, sender=SSC_NAME, dated_on=on)
        if review.notes_file is None:
            self._attachments.add(review.meeting.id, path, filing, group=group)
        else:
            self._attachments.replace(review.notes_file.id, path)

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
