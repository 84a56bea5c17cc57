"""Questions, deficiencies, incidents and risks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.domain.dates import add_months, today
from desktop.domain.history import Act
from desktop.domain.level import ALL_LEVELS, Level
from desktop.domain.matters.matter import (
    DeficiencyMark,
    Matter,
    MatterKind,
    MatterSearch,
    MatterStatus,
    RepetitionRule,
    repetition,
)
from desktop.domain.matters.matter_number import next_number
from desktop.domain.matters.matter_writing import Closing, check_new, checked_closing, checked_matter
from desktop.errors import InputError
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.escalation import EscalationRecord
from desktop.models.matter import MatterRecord

REPETITION = RepetitionRule()
"""Three within six months, until the agency can set it otherwise (R23)."""

EVERY_MATTER = MatterSearch()
"""Looks for nothing in particular."""

_SEARCHED = (
    MatterRecord.number,
    MatterRecord.title,
    MatterRecord.support_case,
    MatterRecord.own_registry_number,
    MatterRecord.ssc_registry_number,
)
_WINDOWS_AT_ONCE = 16


class Matters:
    """Reads and changes the register of matters.

    Args:
        database: The open register.
        now: Says what day it is.
    """

    def __init__(self, database: Database, now: Callable[[], date] = today) -> None:
        self._database = database
        self._now = now

    def rows(
        self,
        *,
        open_only: bool,
        levels: frozenset[Level] = ALL_LEVELS,
        limit: int = 500,
        search: MatterSearch = EVERY_MATTER,
    ) -> tuple[Matter, ...]:
        """Matters of these levels that are looked for, newest first, at most ``limit`` of them."""
        newest = (MatterRecord.reported_on.desc(), MatterRecord.number.desc())
        narrowed = _searched(_narrowed(select(MatterRecord), open_only, levels), search)
        wanted = narrowed.order_by(*newest).limit(limit)
        with self._database.reading() as session:
            return tuple(record.to_value() for record in session.scalars(wanted))

    def count(
        self, *, open_only: bool, levels: frozenset[Level] = ALL_LEVELS, search: MatterSearch = EVERY_MATTER
    ) -> int:
        """How many matters of these levels that are looked for there are."""
        with self._database.reading() as session:
            counted = _narrowed(select(func.count(MatterRecord.id)), open_only, levels)
            found = session.scalar(_searched(counted, search))
            return found or 0

    def get(self, matter_id: UUID) -> Matter:
        """One matter.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            return _known(session, matter_id).to_value()

    def find_number(self, number: str) -> Matter | None:
        """The matter of a number, however it is written; the number of a merged one leads to the living one."""
        wanted = func.lower(MatterRecord.number) == number.strip().lower()
        with self._database.reading() as session:
            record = session.scalars(select(MatterRecord).where(wanted).limit(1)).one_or_none()
            return _living(session, record).to_value() if record is not None else None

    def add(self, matter: Matter, *, group: UUID | None = None) -> Matter:
        """Keep a new matter, with the next number of the year it was reported in if it has none (R19).

        Raises:
            InputError: The matter makes no sense, or its number is taken; the sentence says which.
        """
        check_new(matter, self._now())
        kept = checked_matter(matter)
        with self._database.reading() as session:
            number = _free_number(session, kept)
        with self._database.writing(Act("matter.add", number), group=group) as session:
            kept = replace(kept, number=_free_number(session, kept))
            session.add(MatterRecord.of(kept))
        return kept

    def close(self, closing: Closing) -> None:
        """Close a matter with how it ended; a climb that is under way ends with it.

        Raises:
            InputError: The matter is gone or closed already, or the answers make no sense.
        """
        matter = self.get(closing.matter_id)
        said = checked_closing(matter, closing, self._now())
        ended = checked_matter(
            replace(matter, outcome=said.outcome, confirmed_by=said.confirmed_by, lesson=said.lesson)
        )
        with self._database.writing(Act("matter.close", matter.number)) as session:
            _known(session, matter.id).change(
                status=MatterStatus.CLOSED,
                closed_on=said.day,
                outcome=ended.outcome,
                confirmed_by=ended.confirmed_by,
                lesson=ended.lesson,
                follow_up_on=said.follow_up_on,
            )
            end_climb_in(session, matter.id, said.day)

    def reopen(self, matter_id: UUID) -> None:
        """Open a closed matter again, with its number; how it ended stays in its history.

        Raises:
            InputError: The matter is gone, open already, or has become part of another.
        """
        matter = self.get(matter_id)
        if matter.is_open:
            raise InputError(f"Ärende {matter.number} är redan öppet.")
        if matter.merged_into is not None:
            raise InputError(f"Ärende {matter.number} är en del av ett annat ärende.", "Öppna det ärendet i stället.")
        with self._database.writing(Act("matter.reopen", matter.number)) as session:
            _known(session, matter_id).change(status=MatterStatus.OPEN, closed_on=None, follow_up_on=None)

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


def _free_number(session: Session, matter: Matter) -> str:
    """The number a new matter gets."""
    if not matter.number:
        year = matter.reported_on.year
        of_year = select(MatterRecord.number).where(MatterRecord.number.startswith(f"{year:04}-"))
        return next_number(year, session.scalars(of_year))
    taken = func.lower(MatterRecord.number) == matter.number.lower()
    if session.scalar(select(MatterRecord.id).where(taken).limit(1)) is not None:
        raise InputError(f"Numret {matter.number} finns redan.", "Låt numret vara tomt, så väljs nästa lediga.")
    return matter.number


def _living(session: Session, record: MatterRecord) -> MatterRecord:
    """The matter that one has become part of, or itself."""
    seen = {record.id}
    while record.merged_into is not None and record.merged_into not in seen:
        seen.add(record.merged_into)
        record = _known(session, record.merged_into)
    return record


def _narrowed(wanted: Select[Any], open_only: bool, levels: frozenset[Level]) -> Select[Any]:
    wanted = wanted.where(MatterRecord.merged_into.is_(None))
    if open_only:
        wanted = wanted.where(MatterRecord.status == MatterStatus.OPEN)
    return wanted if levels == ALL_LEVELS else wanted.where(MatterRecord.level.in_(levels))


def _searched(wanted: Select[Any], search: MatterSearch) -> Select[Any]:
    if search.kind is not None:
        wanted = wanted.where(MatterRecord.kind == search.kind)
    for word in search.words.split():
        # the store knows upper and lower case of a–z alone, not of å, ä and ö
        forms = {word, word.lower(), word.capitalize(), word.upper()}
        wanted = wanted.where(or_(*(field.contains(form, autoescape=True) for field in _SEARCHED for form in forms)))
    return wanted


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
