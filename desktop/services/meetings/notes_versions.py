"""Finalised notes: fixed versions that are known again by their digest, and that stay when the notes are reopened."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.domain.dates import SWEDEN, now
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.domain.meetings.closing import is_closed
from desktop.domain.meetings.meeting import MeetingFile, MeetingState
from desktop.domain.meetings.notes import NotesVersion
from desktop.domain.meetings.notes_content import content_of, digest_of
from desktop.domain.meetings.notes_document import NotesDocument
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.notes import NotesVersionRecord
from desktop.services.meetings.fixed_notes import check_open, fixed_document, version_in_force
from desktop.services.meetings.lives import take_back_in, take_in
from desktop.services.meetings.meetings import meeting_file_in
from desktop.services.meetings.notes_papers import notes_document_in

LONGEST_REASON = 1000
"""The longest reason to reopen notes, in characters."""


class NotesVersions:
    """Finalises notes and opens them again (R12). Both are lasting acts: undo does not go behind them.

    Args:
        database: The open register.
        clock: Says what time it is.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def versions(self, meeting_id: UUID) -> tuple[NotesVersion, ...]:
        """The finalised versions of a meeting's notes, the latest first."""
        wanted = select(NotesVersionRecord).where(NotesVersionRecord.meeting_id == meeting_id)
        with self._database.reading() as session:
            found = session.scalars(wanted.order_by(NotesVersionRecord.number.desc()))
            return tuple(record.to_value() for record in found)

    def draft(self, meeting_id: UUID) -> NotesDocument:
        """The notes as they stand now.

        Raises:
            InputError: The meeting is gone, or the agency has no name yet (R37).
        """
        with self._database.reading() as session:
            return notes_document_in(session, meeting_id)

    def document(self, version_id: UUID) -> NotesDocument:
        """A version exactly as it was finalised, however the register has changed since.

        Raises:
            InputError: The version is not in the register any more.
            StoreError: Its content is damaged.
        """
        with self._database.reading() as session:
            return fixed_document(_known(session, version_id).to_value())

    def verify(self, version_id: UUID) -> bool:
        """Whether the content of a version still is what its digest was made of.

        Raises:
            InputError: The version is not in the register any more.
        """
        with self._database.reading() as session:
            return _is_whole(_known(session, version_id).to_value())

    def finalise(self, meeting_id: UUID) -> NotesVersion:
        """Fix the notes as they stand now; where the agency writes them, they are received thereby (R5).

        Raises:
            InputError: The meeting is gone or not closed, its notes are finalised already, or the agency has no name.
        """
        title = self._title(meeting_id)
        with self._database.writing(Act("notes.finalise", title), lasting=True) as session:
            check_open(session, meeting_id)
            file = meeting_file_in(session, meeting_id)
            if not is_closed(file.steps):
                raise InputError("Mötet är inte avslutat än.", "Avsluta det innan anteckningarna fastställs.")
            version = self._version(session, meeting_id)
            session.add(NotesVersionRecord.of(version))
            if file.meeting.notes_by is Party.AGENCY and not _have_come(file):
                take_in(session, meeting_id, MeetingState.NOTES_RECEIVED, self._clock().astimezone(SWEDEN).date())
        return version

    def reopen(self, meeting_id: UUID, reason: str) -> None:
        """Let the notes be changed again; the version stays as it was, with the reason beside it.

        Where the agency writes the notes they are awaited again, unless they have been checked already.

        Raises:
            InputError: No version is in force, or no reason is given.
        """
        why = " ".join(reason.split())
        if not why:
            raise InputError("Skäl saknas.", "Skriv varför anteckningarna öppnas igen.")
        if len(why) > LONGEST_REASON:
            raise InputError(f"Skälet får ha högst {LONGEST_REASON} tecken.", "Korta det.")
        title = self._title(meeting_id)
        with self._database.writing(Act("notes.reopen", title), lasting=True) as session:
            meeting = meeting_file_in(session, meeting_id).meeting
            version = version_in_force(session, meeting_id)
            if version is None:
                raise InputError("Anteckningarna är inte fastställda.", "De kan ändras som de är.")
            version.change(reopened_at=self._clock(), reopened_reason=why)
            if meeting.notes_by is Party.AGENCY and meeting.state is MeetingState.NOTES_RECEIVED:
                take_back_in(session, meeting_id, MeetingState.NOTES_RECEIVED)

    def _version(self, session: Session, meeting_id: UUID) -> NotesVersion:
        wanted = select(func.max(NotesVersionRecord.number)).where(NotesVersionRecord.meeting_id == meeting_id)
        content = content_of(notes_document_in(session, meeting_id))
        return NotesVersion(
            id=new_id(),
            meeting_id=meeting_id,
            number=(session.scalar(wanted) or 0) + 1,
            finalised_at=self._clock(),
            finalised_by=self._database.who,
            content=content,
            digest=digest_of(content),
        )

    def _title(self, meeting_id: UUID) -> str:
        with self._database.reading() as session:
            return meeting_file_in(session, meeting_id).meeting.title


def _have_come(file: MeetingFile) -> bool:
    return any(step.state is MeetingState.NOTES_RECEIVED for step in file.steps)


def _is_whole(version: NotesVersion) -> bool:
    return digest_of(version.content) == version.digest


def _known(session: Session, version_id: UUID) -> NotesVersionRecord:
    record = session.get(NotesVersionRecord, version_id)
    if record is None:
        raise InputError("Versionen finns inte längre i registret.")
    return record
