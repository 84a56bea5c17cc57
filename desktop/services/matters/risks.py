"""Risks: how grave they are, what is done about them and what SSC answered (R24)."""

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
from desktop.domain.matters.matter import Matter, MatterKind, MatterStatus
from desktop.domain.matters.risk import Risk
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.matter_kinds import RiskRecord

_RAISED = {Level.OPERATIONAL: "raised_operational_on", Level.TACTICAL: "raised_tactical_on"}


class Risks:
    """Keeps what a risk needs beside its matter, and draws the map.

    Args:
        database: The open register.
        today: Says what day it is.
    """

    def __init__(self, database: Database, today: Callable[[], date] = today) -> None:
        self._database = database
        self._today = today

    def of(self, matter_id: UUID) -> Risk:
        """The particulars of a risk; empty ones while nothing was said."""
        with self._database.reading() as session:
            return risk_in(session, matter_id)

    def map(self) -> tuple[tuple[Matter, Risk], ...]:
        """Every open risk with its particulars, the gravest first, those not judged last."""
        wanted = select(MatterRecord).where(
            MatterRecord.kind == MatterKind.RISK,
            MatterRecord.status == MatterStatus.OPEN,
            MatterRecord.merged_into.is_(None),
        )
        with self._database.reading() as session:
            matters = [record.to_value() for record in session.scalars(wanted)]
            kept = {record.matter_id: record.to_value() for record in session.scalars(select(RiskRecord))}
        found = [(matter, kept.get(matter.id) or Risk(id=new_id(), matter_id=matter.id)) for matter in matters]
        return tuple(sorted(found, key=lambda pair: (-(pair[1].magnitude or 0), pair[0].number)))

    def change(self, matter_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give particulars a new content, by the names ``Risk`` has for them.

        Raises:
            InputError: The matter is gone, or a degree is not 1 to 4.
        """
        with self._database.reading() as session:
            matter = session.get(MatterRecord, matter_id)
            if matter is None:
                raise InputError("Ärendet finns inte längre i registret.")
            number = matter.number
        for name in ("probability", "impact"):
            if fields.get(name) is not None and fields[name] not in range(1, 5):
                raise InputError("Sannolikhet och konsekvens går från 1 till 4.", "Välj ett av de fyra stegen.")
        with self._database.writing(Act("risk.change", number), group=group) as session:
            record = _kept(session, matter_id)
            if record is None:
                record = RiskRecord.of(Risk(id=new_id(), matter_id=matter_id))
                session.add(record)
            record.change(**fields)

    def raise_to(self, matter_id: UUID, level: Level, day: date | None) -> None:
        """Keep the day a risk was raised to the operational or the tactical level at SSC, or that it was not (R24).

        Raises:
            InputError: The matter is gone or no risk, the level is another, or the day has not been yet.
        """
        if level not in _RAISED:
            raise InputError("En risk lyfts till operativ och taktisk nivå.", "Välj en av dem.")
        if day is not None and day > self._today():
            raise InputError("En risk kan inte vara lyft en dag som ännu inte har varit.", "Rätta datumet.")
        with self._database.reading() as session:
            matter = session.get(MatterRecord, matter_id)
            if matter is None:
                raise InputError("Ärendet finns inte längre i registret.")
            if matter.kind is not MatterKind.RISK:
                raise InputError("Bara en risk lyfts på det här sättet.", "Gör om ärendet till en risk först.")
            number = matter.number
        with self._database.writing(Act("risk.raise", number)) as session:
            session.get_one(MatterRecord, matter_id).change(**{_RAISED[level]: day})


def risk_in(session: Session, matter_id: UUID) -> Risk:
    """The particulars of a risk as this session sees them; empty ones while nothing was said."""
    record = _kept(session, matter_id)
    return record.to_value() if record else Risk(id=new_id(), matter_id=matter_id)


def _kept(session: Session, matter_id: UUID) -> RiskRecord | None:
    return session.scalars(select(RiskRecord).where(RiskRecord.matter_id == matter_id)).one_or_none()
