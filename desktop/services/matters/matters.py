"""Questions, deficiencies, incidents and risks."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.dates import add_months, today
from desktop.domain.history import Act
from desktop.domain.level import ALL_LEVELS, Level
from desktop.domain.matters.matter import DeficiencyMark, Matter, MatterKind, MatterStatus, RepetitionRule, repetition
from desktop.errors import InputError
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.escalation import EscalationRecord
from desktop.models.matter import MatterRecord

REPETITION = RepetitionRule()
"""Three within six months, until the agency can set it otherwise (R23)."""

_WINDOWS_AT_ONCE = 16


class Matters:
    """Reads and changes the register of matters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, *, open_only: bool, levels: frozenset[Level] = ALL_LEVELS, limit: int = 500) -> tuple[Matter, ...]:
        """Matters of these levels, newest first, at most ``limit`` of them."""
        newest = (MatterRecord.reported_on.desc(), MatterRecord.number.desc())
        wanted = _narrowed(select(MatterRecord), open_only, levels).order_by(*newest).limit(limit)
        with self._database.reading() as session:
            return tuple(record.to_value() for record in session.scalars(wanted))

    def count(self, *, open_only: bool, levels: frozenset[Level] = ALL_LEVELS) -> int:
        """How many matters of these levels there are."""
        with self._database.reading() as session:
            found = session.scalar(_narrowed(select(func.count(MatterRecord.id)), open_only, levels))
            return found or 0

    def get(self, matter_id: UUID) -> Matter:
        """One matter.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            return _known(session, matter_id).to_value()

    def in_repetition(self, area_id: UUID | None, day: date) -> tuple[Matter, ...]:
        """The deficiencies of an area that count as repeated on a day, oldest first (R23)."""
        with self._database.reading() as session:
            for group in repetitions_in(session, day):
                if group[-1].area_id == area_id:
                    ids = [mark.id for mark in group]
                    found = select(MatterRecord).where(MatterRecord.id.in_(ids)).order_by(MatterRecord.reported_on)
                    return tuple(record.to_value() for record in session.scalars(found))
        return ()

    def change(self, matter_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give fields of a matter a new content, by the names ``Matter`` has for them.

        A matter that is closed without a date is closed today; one that is opened again has no closing date.

        Raises:
            InputError: The matter is not in the register any more.
        """
        if "status" in fields:
            fields.setdefault("closed_on", today() if fields["status"] is MatterStatus.CLOSED else None)
        number = self.get(matter_id).number
        with self._database.writing(Act("matter.change", number), group=group) as session:
            _known(session, matter_id).change(**fields)
            if fields.get("status") is MatterStatus.CLOSED:
                end_climb_in(session, matter_id, fields["closed_on"] or today())


def _narrowed(wanted: Select[Any], open_only: bool, levels: frozenset[Level]) -> Select[Any]:
    if open_only:
        wanted = wanted.where(MatterRecord.status == MatterStatus.OPEN)
    return wanted if levels == ALL_LEVELS else wanted.where(MatterRecord.level.in_(levels))


def _known(session: Session, matter_id: UUID) -> MatterRecord:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record


def end_climb_in(session: Session, matter_id: UUID, day: date) -> None:
    """End the climb that is under way, because the matter is closed or back where it began."""
    wanted = select(EscalationRecord).where(
        EscalationRecord.matter_id == matter_id, EscalationRecord.ended_on.is_(None)
    )
    for record in session.scalars(wanted):
        record.change(ended_on=day)


def repetitions_in(
    session: Session, day: date, rule: RepetitionRule = REPETITION
) -> tuple[tuple[DeficiencyMark, ...], ...]:
    """The latest group of repeated deficiencies of every service area, on a day (R23).

    Only windows that end in a deficiency which is still open or recent are read, the latest first, so that a long
    memory costs nothing.
    """
    groups = (
        _latest_group(session, area, ends, day, rule) for area, ends in _possible_ends(session, day, rule).items()
    )
    return tuple(sorted(filter(None, groups), key=lambda group: group[-1].reported_on, reverse=True))


def _possible_ends(session: Session, day: date, rule: RepetitionRule) -> dict[UUID | None, list[date]]:
    """By area, the dates on which a group may end, the latest first."""
    areas: list[UUID | None] = [*session.scalars(select(ServiceAreaRecord.id)), None]
    recent = add_months(day, -rule.months)
    deficiency = MatterRecord.kind == MatterKind.DEFICIENCY
    ends: dict[UUID | None, set[date]] = {area: set() for area in areas}
    still_open = select(MatterRecord.area_id, MatterRecord.reported_on).where(
        MatterRecord.status == MatterStatus.OPEN, deficiency, MatterRecord.reported_on <= day
    )
    for area_id, reported_on in session.execute(still_open):
        ends[area_id].add(reported_on)
    for area_id in areas:  # one area at a time, as the index goes
        dates = select(MatterRecord.reported_on).where(deficiency, _of(area_id), MatterRecord.reported_on <= day)
        ends[area_id].update(session.scalars(dates.where(MatterRecord.reported_on >= recent).distinct()))
    return {area_id: sorted(found, reverse=True) for area_id, found in ends.items()}


def _of(area_id: UUID | None) -> ColumnElement[bool]:
    return MatterRecord.area_id.is_(None) if area_id is None else MatterRecord.area_id == area_id


def _latest_group(
    session: Session, area_id: UUID | None, ends: list[date], day: date, rule: RepetitionRule
) -> tuple[DeficiencyMark, ...]:
    start, many = 0, 1
    while start < len(ends):
        windows = ends[start : start + many]
        spans = [MatterRecord.reported_on.between(add_months(end, -rule.months), end) for end in windows]
        if group := repetition(_marks(session, area_id, or_(*spans)), day, rule):
            return group
        start, many = start + many, min(2 * many, _WINDOWS_AT_ONCE)
    return ()


def _marks(session: Session, area_id: UUID | None, within: ColumnElement[bool]) -> list[DeficiencyMark]:
    columns = (MatterRecord.id, MatterRecord.number, MatterRecord.area_id, MatterRecord.reported_on)
    wanted = select(*columns, MatterRecord.status).where(
        MatterRecord.kind == MatterKind.DEFICIENCY,
        _of(area_id),
        within,
    )
    return [
        DeficiencyMark(id=key, number=number, area_id=area, reported_on=on, is_open=status == MatterStatus.OPEN)
        for key, number, area, on, status in session.execute(wanted)
    ]
