"""Information that must reach those concerned: in the agency, or at SSC (R25)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.matters.spreading import Spreading
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.spreading import SpreadingRecord

LONGEST_INFORMATION = 2000
"""The longest information, in characters."""
_SHOWN = 60


class Spreadings:
    """Keeps what came, who must know and when they were told.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def all(self, *, open_only: bool = False) -> tuple[Spreading, ...]:
        """Everything: what is open first, the most urgent before the rest; then what is done, the latest first."""
        wanted = select(SpreadingRecord)
        if open_only:
            wanted = wanted.where(SpreadingRecord.done_on.is_(None))
        with self._database.reading() as session:
            found = [record.to_value() for record in session.scalars(wanted)]
        waiting = sorted((one for one in found if one.is_open), key=lambda one: (one.due_on or date.max, one.came_on))
        over = sorted((one for one in found if not one.is_open), key=lambda one: one.done_on or one.came_on)
        return (*waiting, *reversed(over))

    def add(self, spreading: Spreading) -> Spreading:
        """Keep information that must be spread.

        Raises:
            InputError: It says nothing, too much or something impossible.
        """
        kept = self._checked(spreading)
        with self._database.writing(Act("spreading.add", kept.text[:_SHOWN])) as session:
            session.add(SpreadingRecord.of(kept))
        return kept

    def change(self, spreading_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give it a new content, by the names ``Spreading`` has for its fields.

        Raises:
            InputError: It is gone, or would say nothing, too much or something impossible.
        """
        with self._database.reading() as session:
            text = _known(session, spreading_id).text
        verb = "spreading.done" if fields.get("done_on") else "spreading.change"
        with self._database.writing(Act(verb, text[:_SHOWN]), group=group) as session:
            record = _known(session, spreading_id)
            record.take(self._checked(replace(record.to_value(), **fields)))

    def remove(self, spreading_id: UUID) -> None:
        """Take away what was written down by mistake.

        Raises:
            InputError: It is gone, or somebody has been told already: what was sent stays (R39).
        """
        with self._database.reading() as session:
            text = _known(session, spreading_id).text
        with self._database.writing(Act("spreading.remove", text[:_SHOWN])) as session:
            record = _known(session, spreading_id)
            if record.sent_on is not None:
                raise InputError("Informationen är skickad och tas inte bort.", "Markera den som klar i stället.")
            session.delete(record)

    def _checked(self, spreading: Spreading) -> Spreading:
        text = " ".join(spreading.text.split())
        if not text:
            raise InputError("Informationen saknar text.", "Skriv vad som kom.")
        if len(text) > LONGEST_INFORMATION:
            raise InputError(f"En information får ha högst {LONGEST_INFORMATION} tecken.", "Korta texten.")
        days = (spreading.came_on, spreading.sent_on, spreading.done_on)
        if any(day is not None and day > self._today() for day in days):
            raise InputError("En av dagarna har ännu inte varit.", "Rätta datumet.")
        if any(day is not None and day < spreading.came_on for day in (spreading.sent_on, spreading.done_on)):
            raise InputError("Informationen kan inte ha spridits innan den kom.", "Rätta ett av datumen.")
        return replace(spreading, text=text)


def _known(session: Session, spreading_id: UUID) -> SpreadingRecord:
    record = session.get(SpreadingRecord, spreading_id)
    if record is None:
        raise InputError("Informationen finns inte längre i registret.")
    return record
