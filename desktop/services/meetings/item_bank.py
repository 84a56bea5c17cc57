"""The bank: things to take up at a level some day, until an agenda has them (R8)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.meetings.agenda import BankedItem
from desktop.errors import InputError
from desktop.models.agenda import AgendaItemRecord, BankedItemRecord
from desktop.models.database import Database
from desktop.models.removal import remove

LONGEST_TITLE = 300


class ItemBank:
    """Keeps what waits to be taken up.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def waiting(self) -> tuple[BankedItem, ...]:
        """What no agenda has yet, by level from the operational upwards, the longest waiting first."""
        with self._database.reading() as session:
            return waiting_in(session)

    def add(self, title: str, level: Level) -> UUID:
        """Put something into a level's bank.

        Raises:
            InputError: It says nothing, or too much for a title.
        """
        item = BankedItem(id=new_id(), level=level, title=_titled(title), added_on=self._today())
        with self._database.writing(Act("bank.add", item.title)) as session:
            session.add(BankedItemRecord.of(item))
        return item.id

    def change(self, item_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a banked item a new content, by the names ``BankedItem`` has for them.

        Another level lifts it there with its history and its age.

        Raises:
            InputError: It is gone, or its title would say nothing or too much.
        """
        if "title" in fields:
            fields["title"] = _titled(fields["title"])
        with self._database.reading() as session:
            title = _known(session, item_id).title
        with self._database.writing(Act("bank.change", title), group=group) as session:
            _known(session, item_id).change(**fields)

    def remove(self, item_id: UUID) -> None:
        """Take something out of the bank; undo brings it back.

        Raises:
            InputError: It is not in the register any more.
        """
        with self._database.reading() as session:
            title = _known(session, item_id).title
        with self._database.writing(Act("bank.remove", title)) as session:
            remove(session, _known(session, item_id))


def waiting_in(session: Session) -> tuple[BankedItem, ...]:
    """What waits in the bank and is on no agenda, as this session sees it."""
    taken_up = set(session.scalars(select(AgendaItemRecord.origin).where(AgendaItemRecord.origin.startswith("bank:"))))
    every = (record.to_value() for record in session.scalars(select(BankedItemRecord)))
    waiting = (item for item in every if f"bank:{item.id}" not in taken_up)
    return tuple(sorted(waiting, key=lambda item: (item.level.rank, item.added_on, item.id)))


def _known(session: Session, item_id: UUID) -> BankedItemRecord:
    record = session.get(BankedItemRecord, item_id)
    if record is None:
        raise InputError("Punkten finns inte längre i punktbanken.")
    return record


def _titled(title: str) -> str:
    plain = " ".join(title.split())
    if not plain:
        raise InputError("Punkten behöver en rubrik.")
    if len(plain) > LONGEST_TITLE:
        raise InputError(f"Rubriken får ha högst {LONGEST_TITLE} tecken.", "Skriv resten som notering.")
    return plain
