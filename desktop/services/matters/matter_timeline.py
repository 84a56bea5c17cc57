"""The timeline of a matter: entries are added and corrected, never rewritten (R19)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.attachment import Attachment
from desktop.domain.dates import SWEDEN, now
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.matters.matter_entry import MatterEntry
from desktop.domain.matters.timeline import Timeline
from desktop.errors import InputError
from desktop.models.attachment import AttachmentRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.matter_timeline import MatterEntryRecord
from desktop.services.matters.escalations import steps_in

LONGEST_ENTRY = 20_000
"""The longest entry, in characters: a mail fits, a book does not."""
_AHEAD = timedelta(minutes=5)
"""How far a clock may be ahead of ours."""


class MatterTimeline:
    """Adds entries, corrects them by new ones, and says who has the ball.

    Args:
        database: The open register.
        now: Says what time it is.
    """

    def __init__(self, database: Database, now: Callable[[], datetime] = now) -> None:
        self._database = database
        self._now = now

    def of(self, matter_id: UUID) -> Timeline:
        """Everything that happened in a matter.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            return timeline_in(session, matter_id)

    def add(self, entry: MatterEntry) -> MatterEntry:
        """Write an entry down, as it is from now on; who wrote it and when is put in here.

        Raises:
            InputError: The matter is gone, the entry says nothing or too much, or it tells of the future.
        """
        with self._database.reading() as session:
            number = _matter(session, entry.matter_id).number
        verb = "timeline.pass" if entry.passes_to else "timeline.add"
        with self._database.writing(Act(verb, number)) as session:
            return add_in(session, entry, self._database.who, self._now())

    def correct(self, entry_id: UUID, **said: object) -> MatterEntry:
        """Put an entry right by a new one that takes its place; the old one stays to be read.

        Args:
            entry_id: The entry that is wrong.
            said: The fields that should have been otherwise, by the names ``MatterEntry`` has for them.

        Raises:
            InputError: The entry is gone or was corrected already, or the correction cannot be kept.
        """
        with self._database.reading() as session:
            wrong = _entry(session, entry_id).to_value()
            number = _matter(session, wrong.matter_id).number
        with self._database.writing(Act("timeline.correct", number)) as session:
            if session.scalar(select(MatterEntryRecord.id).where(MatterEntryRecord.corrects_id == entry_id).limit(1)):
                raise InputError("Anteckningen är redan rättad.", "Rätta den nyare anteckningen i stället.")
            right = replace(wrong, id=new_id(), corrects_id=entry_id, **said)  # pyright: ignore[reportArgumentType]
            return add_in(session, right, self._database.who, self._now())


def timeline_in(session: Session, matter_id: UUID) -> Timeline:
    """Everything that happened in a matter, as this session sees it.

    Raises:
        InputError: The matter is not in the register any more.
    """
    matter = _matter(session, matter_id).to_value()
    wanted = select(MatterEntryRecord).where(MatterEntryRecord.matter_id == matter_id)
    entries = session.scalars(wanted.order_by(MatterEntryRecord.happened_at, MatterEntryRecord.id))
    return Timeline(
        matter=matter,
        entries=tuple(record.to_value() for record in entries),
        steps=steps_in(session, matter_id),
        files=tuple(_files_in(session, matter_id)),
    )


def add_in(session: Session, entry: MatterEntry, who: str, at: datetime) -> MatterEntry:
    """Write an entry down in a session that someone else began.

    Raises:
        InputError: The entry says nothing or too much, or it tells of the future.
    """
    text = entry.text.strip()
    if not text:
        raise InputError("Anteckningen saknar text.", "Skriv vad som hände.")
    if len(text) > LONGEST_ENTRY:
        raise InputError(f"En anteckning får ha högst {LONGEST_ENTRY} tecken.", "Dela den, eller bifoga en fil.")
    if entry.happened_at > at + _AHEAD:
        raise InputError("En anteckning kan inte handla om något som ännu inte har hänt.", "Rätta tidpunkten.")
    if entry.passes_until is not None:
        if entry.passes_to is None:
            raise InputError("Dagen säger när någon ska ha svarat, men ingen har bollen.", "Välj vem som ska svara.")
        if entry.passes_until < entry.happened_at.astimezone(SWEDEN).date():
            raise InputError("Svaret kan inte väntas före kontakten.", "Rätta ett av datumen.")
    kept = replace(entry, text=text, written_at=at, written_by=who)
    session.add(MatterEntryRecord.of(kept))
    return kept


def _files_in(session: Session, matter_id: UUID) -> list[Attachment]:
    """The files of a matter in their newest versions, in the order they were added."""
    wanted = select(AttachmentRecord).where(
        AttachmentRecord.matter_id == matter_id, AttachmentRecord.replaced_by.is_(None)
    )
    found = session.scalars(wanted.order_by(AttachmentRecord.added_at, AttachmentRecord.id))
    return [record.to_value() for record in found]


def _matter(session: Session, matter_id: UUID) -> MatterRecord:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record


def _entry(session: Session, entry_id: UUID) -> MatterEntryRecord:
    record = session.get(MatterEntryRecord, entry_id)
    if record is None:
        raise InputError("Anteckningen finns inte längre i registret.")
    return record
