"""Measures in a matter: by whom, by when, and whether they had the effect they were meant to have."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import today
from desktop.domain.history import Act
from desktop.domain.matters.measure import Measure
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.matter_timeline import MeasureRecord

LONGEST_MEASURE = 1000
"""The longest wording of a measure or its effect, in characters."""

LONGEST_NAME = 200
"""The longest name of who sees to a measure or verified it, in characters."""


class Measures:
    """Adds, finishes and verifies measures.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def of(self, matter_id: UUID) -> tuple[Measure, ...]:
        """The measures of a matter: open ones by date, then what is done."""
        with self._database.reading() as session:
            return measures_in(session, matter_id)

    def add(self, measure: Measure) -> Measure:
        """Add a measure.

        Raises:
            InputError: The matter is gone, or the measure says nothing, too much or something impossible.
        """
        kept = self._checked(measure)
        with self._database.reading() as session:
            number = _number(session, measure.matter_id)
        with self._database.writing(Act("measure.add", number)) as session:
            session.add(MeasureRecord.of(kept))
        return kept

    def change(self, measure_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give a measure a new content, by the names ``Measure`` has for its fields.

        Raises:
            InputError: The measure is gone, or would say nothing, too much or something impossible.
        """
        with self._database.reading() as session:
            number = _number(session, _known(session, measure_id).matter_id)
        with self._database.writing(Act("measure.change", number), group=group) as session:
            record = _known(session, measure_id)
            record.take(self._checked(replace(record.to_value(), **fields)))

    def remove(self, measure_id: UUID) -> None:
        """Take away a measure that was added by mistake.

        Raises:
            InputError: The measure is gone, or was done: what was done stays.
        """
        with self._database.reading() as session:
            number = _number(session, _known(session, measure_id).matter_id)
        with self._database.writing(Act("measure.remove", number)) as session:
            record = _known(session, measure_id)
            if record.done_on is not None:
                raise InputError("Åtgärden är gjord och tas inte bort.", "Ta bort dagen först om den inte är gjord.")
            session.delete(record)

    def _checked(self, measure: Measure) -> Measure:
        text, effect = " ".join(measure.text.split()), " ".join(measure.effect.split())
        owner, verified_by = " ".join(measure.owner.split()), " ".join(measure.verified_by.split())
        if not text:
            raise InputError("Åtgärden saknar text.", "Skriv vad som ska göras.")
        if max(len(text), len(effect)) > LONGEST_MEASURE:
            raise InputError(f"En åtgärd får ha högst {LONGEST_MEASURE} tecken.", "Korta texten.")
        if max(len(owner), len(verified_by)) > LONGEST_NAME:
            raise InputError(f"Ett namn får ha högst {LONGEST_NAME} tecken.", "Korta det.")
        self._check_days(measure, verified_by)
        return replace(measure, text=text, effect=effect, owner=owner, verified_by=verified_by)

    def _check_days(self, measure: Measure, verified_by: str) -> None:
        if any(day is not None and day > self._today() for day in (measure.done_on, measure.verified_on)):
            raise InputError("En åtgärd kan inte vara klar en dag som ännu inte har varit.", "Rätta datumet.")
        if measure.verified_on is not None and (measure.done_on is None or measure.verified_on < measure.done_on):
            raise InputError("Effekten kan inte bekräftas innan åtgärden är gjord.", "Rätta ett av datumen.")
        if measure.verified_on is not None and not verified_by:
            raise InputError("Det framgår inte vem som har bekräftat effekten.", "Skriv vem.")


def measures_in(session: Session, matter_id: UUID) -> tuple[Measure, ...]:
    """The measures of a matter, as this session sees them."""
    wanted = select(MeasureRecord).where(MeasureRecord.matter_id == matter_id)
    found = [record.to_value() for record in session.scalars(wanted)]
    return tuple(sorted(found, key=lambda one: (one.done_on is not None, one.due_on or date.max, str(one.id))))


def _known(session: Session, measure_id: UUID) -> MeasureRecord:
    record = session.get(MeasureRecord, measure_id)
    if record is None:
        raise InputError("Åtgärden finns inte längre i registret.")
    return record


def _number(session: Session, matter_id: UUID) -> str:
    matter = session.get(MatterRecord, matter_id)
    if matter is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return matter.number
