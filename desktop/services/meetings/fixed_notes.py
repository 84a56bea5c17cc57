"""Which finalised version of a meeting's notes is in force; while one is, what it fixes may not be changed (R12)."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.meetings.agenda import ItemState
from desktop.domain.meetings.closing import CLOSING, is_closed
from desktop.domain.meetings.notes import NotesVersion
from desktop.domain.meetings.notes_content import digest_of, document_of
from desktop.domain.meetings.notes_document import NotesDocument
from desktop.errors import InputError, StoreError
from desktop.models.agenda import AgendaItemRecord
from desktop.models.meeting import MeetingStepRecord
from desktop.models.notes import NotesVersionRecord


def version_in_force(session: Session, meeting_id: UUID) -> NotesVersionRecord | None:
    """The finalised version of a meeting's notes that has not been opened again, if there is one."""
    wanted = select(NotesVersionRecord).where(
        NotesVersionRecord.meeting_id == meeting_id, NotesVersionRecord.reopened_at.is_(None)
    )
    return session.scalars(wanted.order_by(NotesVersionRecord.number.desc()).limit(1)).one_or_none()


def fixed_document(version: NotesVersion) -> NotesDocument:
    """A version exactly as it was finalised, however the register has changed since.

    Raises:
        StoreError: Its content is damaged.
    """
    if digest_of(version.content) != version.digest:
        raise StoreError(
            f"Innehållet i version {version.number} stämmer inte med dess kontrollsumma.",
            "Hämta versionen ur en säkerhetskopia.",
        )
    return document_of(
        version.content,
        status=f"Fastställd, version {version.number}",
        digest=version.digest,
        created=version.finalised_at,
    )


def number_in_force(session: Session, meeting_id: UUID) -> int | None:
    """The number of that version, or None while the notes are open."""
    version = version_in_force(session, meeting_id)
    return version.number if version else None


def check_removable(session: Session, meeting_id: UUID) -> None:
    """Let a meeting be removed: what has ever been finalised is not removed by accident (R39).

    Raises:
        InputError: A version of its notes has been finalised, whether or not it is in force.
    """
    wanted = select(NotesVersionRecord.id).where(NotesVersionRecord.meeting_id == meeting_id).limit(1)
    if session.scalar(wanted) is not None:
        raise InputError(
            "Mötet har fastställda anteckningar och kan inte tas bort.", "Det som är fastställt ska finnas kvar."
        )


def check_open(session: Session, meeting_id: UUID | None) -> None:
    """Let what belongs to a meeting's notes be changed; what belongs to no meeting always may.

    Raises:
        InputError: The notes are finalised.
    """
    number = number_in_force(session, meeting_id) if meeting_id else None
    if number is not None:
        raise InputError(f"Anteckningarna är fastställda, version {number}.", "Öppna dem igen för att ändra.")


def check_item_open(session: Session, item_id: UUID) -> None:
    """The same for what belongs to an item; one that is gone is told of by who looks for it.

    Raises:
        InputError: The notes of its meeting are finalised.
    """
    record = session.get(AgendaItemRecord, item_id)
    if record is not None:
        check_open(session, record.meeting_id)


def is_closed_in(session: Session, meeting_id: UUID) -> bool:
    """Whether a meeting has been closed."""
    wanted = select(MeetingStepRecord).where(
        MeetingStepRecord.meeting_id == meeting_id, MeetingStepRecord.state == CLOSING
    )
    return is_closed(record.to_value() for record in session.scalars(wanted))


def check_takes_items(session: Session, meeting_id: UUID) -> None:
    """Let a meeting get another item; on a closed one it would have no outcome (R10).

    Raises:
        InputError: The meeting is closed, or its notes are finalised.
    """
    check_open(session, meeting_id)
    if is_closed_in(session, meeting_id):
        raise InputError(
            "Mötet är avslutat, så dagordningen tar inte emot fler punkter.", "Öppna mötet igen under Efter."
        )


def check_outcomes(session: Session, meeting_id: UUID) -> None:
    """Let a meeting be closed: every item is dealt with, deferred or struck (R10).

    Raises:
        InputError: An item is open.
    """
    wanted = select(AgendaItemRecord.state).where(AgendaItemRecord.meeting_id == meeting_id)
    states = list(session.scalars(wanted))
    left = states.count(ItemState.OPEN)
    if left:
        raise InputError(
            f"{left} av {len(states)} punkter saknar utfall.",
            "Ange för varje punkt om den är behandlad, bordlagd eller struken.",
        )
