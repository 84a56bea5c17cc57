"""The bytes of attached files: kept once per content, piece by piece, in the transaction of whoever refers to them.

They pass the recorder by on purpose: history keeps the digest alone, and undo finds the bytes again under it.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, exists, func, insert, select
from sqlalchemy.orm import Session

from desktop.errors import StoreError
from desktop.models.attachment import CONTENT, AttachmentRecord
from desktop.models.change import ChangeFieldRecord, ChangeRecord

PIECE = 1024 * 1024
"""The size of a piece when the whole content is at hand, in bytes."""


def keep(session: Session, digest: str, pieces: Iterable[bytes]) -> None:
    """Keep a content under its digest; one that is kept already is not read again."""
    connection = session.connection()
    if connection.scalar(select(exists().where(CONTENT.c.digest == digest))):
        return
    for position, piece in enumerate(pieces):
        connection.execute(insert(CONTENT), {"digest": digest, "position": position, "piece": piece})


def keep_whole(session: Session, content: bytes) -> str:
    """Keep a content that is in memory; returns its digest."""
    digest = sha256(content).hexdigest()
    keep(session, digest, (content[start : start + PIECE] for start in range(0, len(content), PIECE)))
    return digest


def pieces_of(session: Session, digest: str) -> Iterator[bytes]:
    """A content, piece by piece.

    Raises:
        StoreError: What is kept is not what its digest says; told at the end, when all of it has been seen.
    """
    connection, seen = session.connection(), sha256()
    count = connection.scalar(select(func.count()).where(CONTENT.c.digest == digest)) or 0
    for position in range(count):
        wanted = select(CONTENT.c.piece).where(CONTENT.c.digest == digest, CONTENT.c.position == position)
        piece = bytes(connection.scalar(wanted) or b"")
        seen.update(piece)
        yield piece
    if seen.hexdigest() != digest:
        raise StoreError("Bilagan är skadad i registret.", "Återställ den senaste säkerhetskopian.")


def unneeded(session: Session, since: datetime) -> frozenset[str]:
    """The digests of contents that no attachment has, nor had at any moment since then."""
    attached = exists().where(AttachmentRecord.digest == CONTENT.c.digest)
    found = frozenset(session.connection().scalars(select(CONTENT.c.digest).where(~attached).distinct()))
    if not found:
        return found
    recent = (
        select(ChangeFieldRecord.old, ChangeFieldRecord.new)
        .join(ChangeRecord, ChangeRecord.id == ChangeFieldRecord.change_id)
        .where(
            ChangeFieldRecord.table_name == AttachmentRecord.__tablename__,
            ChangeFieldRecord.field == AttachmentRecord.digest.key,
            ChangeRecord.at >= since,
        )
    )
    remembered = {json.loads(kept) for pair in session.execute(recent) for kept in pair if kept is not None}
    return found - remembered


def discard(session: Session, digests: Iterable[str]) -> None:
    """Forget contents for good."""
    connection = session.connection()
    for digest in digests:
        connection.execute(delete(CONTENT).where(CONTENT.c.digest == digest))
