"""Deficiencies: the promise, the cost and its split, and the totals over areas and years (R22, R23)."""

from typing import Any
from uuid import UUID

from sqlalchemy import extract, func, select
from sqlalchemy.orm import Session

from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.matters.deficiency import AreaYear, Deficiency
from desktop.domain.matters.matter import MatterKind
from desktop.domain.money import Money
from desktop.errors import InputError
from desktop.models.agreement import ServiceAreaRecord
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.matter_kinds import DeficiencyRecord

_PERCENTS = ("proposed_ssc_percent", "agreed_ssc_percent")


class Deficiencies:
    """Keeps what a deficiency needs beside its matter, and sums up.

    Args:
        database: The open register.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, matter_id: UUID) -> Deficiency:
        """The particulars of a deficiency; empty ones while nothing was said."""
        with self._database.reading() as session:
            return deficiency_in(session, matter_id)

    def change(self, matter_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give particulars a new content, by the names ``Deficiency`` has for them; ``cost`` is kept on the matter.

        Raises:
            InputError: The matter is gone, a share is no whole percent of 0 to 100, or hours or cost are negative.
        """
        _check(fields)
        with self._database.reading() as session:
            number = _matter(session, matter_id).number
        with self._database.writing(Act("deficiency.change", number), group=group) as session:
            matter = _matter(session, matter_id)
            if "cost" in fields:
                matter.change(cost=fields.pop("cost"))
            if fields:
                _record(session, matter_id).change(**fields)

    def totals(self) -> tuple[AreaYear, ...]:
        """Number, cost and work of all deficiencies per year and area, the latest year first."""
        year, area = extract("year", MatterRecord.reported_on), ServiceAreaRecord.name
        sums = (func.count(), func.sum(MatterRecord.cost_ore), func.sum(DeficiencyRecord.minutes))
        wanted = (
            select(year, area, *sums)
            .select_from(MatterRecord)
            .outerjoin(ServiceAreaRecord, ServiceAreaRecord.id == MatterRecord.area_id)
            .outerjoin(DeficiencyRecord, DeficiencyRecord.matter_id == MatterRecord.id)
            .where(MatterRecord.kind == MatterKind.DEFICIENCY)
            .group_by(year, area)
        )
        with self._database.reading() as session:
            found = [
                AreaYear(year=at, area=name or "", count=count, cost=Money(ore or 0), minutes=minutes or 0)
                for at, name, count, ore, minutes in session.execute(wanted)
            ]
        return tuple(sorted(found, key=lambda total: (-total.year, total.area)))


def deficiency_in(session: Session, matter_id: UUID) -> Deficiency:
    """The particulars of a deficiency as this session sees them; empty ones while nothing was said."""
    record = _kept(session, matter_id)
    return record.to_value() if record else Deficiency(id=new_id(), matter_id=matter_id)


def _kept(session: Session, matter_id: UUID) -> DeficiencyRecord | None:
    return session.scalars(select(DeficiencyRecord).where(DeficiencyRecord.matter_id == matter_id)).one_or_none()


def _record(session: Session, matter_id: UUID) -> DeficiencyRecord:
    record = _kept(session, matter_id)
    if record is None:
        record = DeficiencyRecord.of(Deficiency(id=new_id(), matter_id=matter_id))
        session.add(record)
    return record


def _check(fields: dict[str, Any]) -> None:
    for name in _PERCENTS:
        percent = fields.get(name)
        if percent is not None and not 0 <= percent <= 100:
            raise InputError("Andelen är inte mellan 0 och 100 procent.", "Rätta den.")
    minutes = fields.get("minutes")
    if minutes is not None and minutes < 0:
        raise InputError("Tiden kan inte vara negativ.", "Rätta den.")
    cost = fields.get("cost")
    if cost is not None and cost < Money(0):
        raise InputError("Kostnaden kan inte vara negativ.", "Rätta den.")


def _matter(session: Session, matter_id: UUID) -> MatterRecord:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record
