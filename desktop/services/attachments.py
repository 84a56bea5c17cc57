"""Files that are kept with a meeting: copied into the register, replaced as versions, written out again."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path, PurePath
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.attachment import Attached, Attachment, AttachmentRow, Filing, guessed_purpose
from desktop.domain.dates import now, today
from desktop.domain.file_names import kept_name
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.errors import FileError, InputError
from desktop.exchange.attached import AttachedFile, attached_file
from desktop.models import contents
from desktop.models.attachment import AttachmentRecord
from desktop.models.database import Database
from desktop.models.meeting import MeetingRecord
from desktop.models.removal import remove

REMEMBERED = timedelta(days=30)
"""How long the bytes of a removed file are kept, so that what history tells of can be had again."""
_UNFILED = Filing()
_GONE = "Bilagan finns inte längre i registret."


class Attachments:
    """Keeps files with meetings.

    Args:
        database: The open register.
        today: Says what day it is.
        now: Says what time it is.
    """

    def __init__(
        self, database: Database, today: Callable[[], date] = today, now: Callable[[], datetime] = now
    ) -> None:
        self._database = database
        self._today = today
        self._now = now

    def of(self, meeting_id: UUID) -> tuple[AttachmentRow, ...]:
        """The files of a meeting in their newest versions, the one that was added last at the end."""
        with self._database.reading() as session:
            return rows_of(attachments_in(session, meeting_id))

    def get(self, attachment_id: UUID) -> Attachment:
        """What is known of a file.

        Raises:
            InputError: It is not in the register any more.
        """
        with self._database.reading() as session:
            return _known(session, attachment_id).to_value()

    def add(self, meeting_id: UUID, path: Path, filing: Filing = _UNFILED, *, group: UUID | None = None) -> Attachment:
        """Copy a file into the register; at no time is more than a piece of it in memory.

        Args:
            meeting_id: The meeting it belongs to.
            path: The file.
            filing: What it is for and where it came from; without a day it is today's.
            group: The undertaking it is part of; undo takes a whole group back.

        Raises:
            FileError: The file is too large, empty, a folder, gone, unreadable, or changes while it is read.
            InputError: The meeting is not in the register any more.
        """
        with attached_file(path) as file:
            made = Attachment(
                id=new_id(),
                meeting_id=meeting_id,
                name=file.name,
                size=file.size,
                digest=file.digest,
                added_at=self._now(),
                dated_on=filing.dated_on or self._today(),
                purpose=filing.purpose,
                received=filing.received,
                sender=filing.sender.strip(),
            )
            with self._database.writing(Act("attachment.add", made.name), group=group) as session:
                if session.get(MeetingRecord, meeting_id) is None:
                    raise InputError("Mötet finns inte längre i registret.")
                _keep(session, made, file)
        return made

    def add_all(self, meeting_id: UUID, paths: Sequence[Path]) -> Attached:
        """Copy several files into the register, each filed as its name tells; one undo takes all of them back.

        A file that cannot be taken is told of and holds up none of the others.

        Raises:
            InputError: The meeting is not in the register any more.
        """
        kept: list[Attachment] = []
        refused: list[str] = []
        group = new_id()
        for path in paths:
            try:
                kept.append(self.add(meeting_id, path, Filing(purpose=guessed_purpose(path.name)), group=group))
            except FileError as error:
                refused.append(str(error))
        return Attached(tuple(kept), tuple(refused))

    def replace(self, attachment_id: UUID, path: Path) -> Attachment:
        """Copy a newer version of a file into the register; the earlier ones stay and refer to it.

        Raises:
            FileError: As for ``add``.
            InputError: The file to replace is not in the register any more, or is the same as the new one.
        """
        with attached_file(path) as file, self._database.writing(Act("attachment.replace", file.name)) as session:
            former = _known(session, attachment_id)
            former = _known(session, former.replaced_by) if former.replaced_by else former
            if former.digest == file.digest:
                raise InputError(f"Filen {file.name} är likadan som den version som redan finns.", "Välj en annan fil.")
            made = replace(
                former.to_value(),
                id=new_id(),
                name=file.name,
                size=file.size,
                digest=file.digest,
                added_at=self._now(),
                dated_on=self._today(),
            )
            earlier = _earlier(session, former.id)
            _keep(session, made, file)
            for record in (former, *earlier):
                record.replaced_by = made.id
        return made

    def change(self, attachment_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give name, purpose, sender, date or whether it was received a new content; the bytes never change.

        A new name keeps the ending that tells what the file is.

        Raises:
            InputError: The file is not in the register any more, or would have no name.
        """
        if "name" in fields:
            fields["name"] = self._new_name(attachment_id, fields["name"])
        name = self.get(attachment_id).name
        with self._database.writing(Act("attachment.change", fields.get("name", name)), group=group) as session:
            _known(session, attachment_id).change(**fields)

    def remove(self, attachment_id: UUID) -> None:
        """Remove a file with its earlier versions, or one earlier version alone; undo brings back the bytes too.

        Raises:
            InputError: It is not in the register any more.
        """
        name = self.get(attachment_id).name
        with self._database.writing(Act("attachment.remove", name)) as session:
            for record in (*_earlier(session, attachment_id), _known(session, attachment_id)):
                remove(session, record)

    def content(self, attachment_id: UUID) -> bytes:
        """The bytes of a file, all of them in memory; ``write_out`` needs less.

        Raises:
            InputError: It is not in the register any more.
            StoreError: What is kept is damaged.
        """
        with self._database.reading() as session:
            return b"".join(contents.pieces_of(session, _known(session, attachment_id).digest))

    def write_out(self, attachment_id: UUID, path: Path, *, private: bool = False) -> Path:
        """Write a file where it is wanted, whole and as it was attached, or not at all.

        Args:
            attachment_id: The file.
            path: Where it goes; what is there is replaced.
            private: Whether the user alone may read it.

        Raises:
            InputError: It is not in the register any more.
            StoreError: What is kept is damaged.
            FileError: The place cannot be written.
        """
        part = path.with_name(f".{path.name}.part")
        mode = 0o600 if private else 0o666
        with self._database.reading() as session:
            digest = _known(session, attachment_id).digest
            try:
                part.unlink(missing_ok=True)
                with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
                    for piece in contents.pieces_of(session, digest):
                        stream.write(piece)
                part.replace(path)
            except OSError as error:
                raise FileError(
                    f"Det gick inte att skriva ”{path.name}” i mappen ”{path.parent.name or path.parent}”.",
                    "Stäng filen om den är öppen i ett annat program, eller välj en mapp som du får skriva i.",
                ) from error
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
        return path

    def sweep(self) -> int:
        """Forget the bytes that no attachment has, nor has had for a month; returns how many contents went.

        It leaves no history: what it forgets is nowhere to be seen.

        Raises:
            StoreError: The register cannot be written.
        """
        since = self._now() - REMEMBERED
        with self._database.reading() as session:
            if not contents.unneeded(session, since):
                return 0
        with self._database.writing(Act("attachment.sweep")) as session:
            gone = contents.unneeded(session, since)
            contents.discard(session, gone)
        return len(gone)

    def _new_name(self, attachment_id: UUID, written: str) -> str:
        if not written.strip():
            raise InputError("Bilagan behöver ett namn.")
        name, ending = kept_name(written), PurePath(self.get(attachment_id).name).suffix
        return name if name.lower().endswith(ending.lower()) else kept_name(f"{name}{ending}")


def rows_of(attachments: Sequence[Attachment]) -> tuple[AttachmentRow, ...]:
    """Attachments of one meeting, oldest first, as files with their versions."""
    newest = [each for each in attachments if each.replaced_by is None]
    return tuple(
        AttachmentRow(newest=each, earlier=tuple(reversed([one for one in attachments if one.replaced_by == each.id])))
        for each in newest
    )


def attachments_in(session: Session, meeting_id: UUID) -> list[Attachment]:
    """The files of a meeting, every version by itself, in the order they were added."""
    wanted = select(AttachmentRecord).where(AttachmentRecord.meeting_id == meeting_id)
    in_order = wanted.order_by(AttachmentRecord.added_at, AttachmentRecord.id)
    return [record.to_value() for record in session.scalars(in_order)]


def _known(session: Session, attachment_id: UUID) -> AttachmentRecord:
    record = session.get(AttachmentRecord, attachment_id)
    if record is None:
        raise InputError(_GONE)
    return record


def _earlier(session: Session, attachment_id: UUID) -> list[AttachmentRecord]:
    return list(session.scalars(select(AttachmentRecord).where(AttachmentRecord.replaced_by == attachment_id)))


def _keep(session: Session, made: Attachment, file: AttachedFile) -> None:
    contents.keep(session, file.digest, file.pieces())
    session.add(AttachmentRecord.of(made))
