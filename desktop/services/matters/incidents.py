"""Incidents: the two questions, the grade, the duty, the times and the report (R21)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dates import now, today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.matters.grading import proposed_grade
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Grade
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.matter import MatterRecord
from desktop.models.matter_kinds import IncidentRecord

_TIMES = ("occurred_at", "ended_at", "ssc_knew_at", "we_knew_at", "told_at", "reported_to_authority_at")
_ANSWERS = frozenset({"risks_breach", "risks_damage", "needs_action"})


class Incidents:
    """Keeps what an incident needs beside its matter.

    Args:
        database: The open register.
        now: Says what time it is.
        today: Says what day it is.
    """

    def __init__(
        self, database: Database, now: Callable[[], datetime] = now, today: Callable[[], date] = today
    ) -> None:
        self._database = database
        self._now = now
        self._today = today

    def of(self, matter_id: UUID) -> Incident:
        """The particulars of an incident; empty ones while nothing was said."""
        with self._database.reading() as session:
            return incident_in(session, matter_id)

    def change(self, matter_id: UUID, *, group: UUID | None = None, **fields: Any) -> None:
        """Give particulars a new content, by the names ``Incident`` has for them.

        While nobody has said otherwise, the grade follows the answers: it does when it was what they spoke for before.

        Raises:
            InputError: The matter is gone, or a time lies in the future or out of order.
        """
        number = self._number(matter_id)
        with self._database.writing(Act("incident.change", number), group=group) as session:
            before = incident_in(session, matter_id)
            record = _record(session, before)
            record.change(**fields)
            _check_times(record.to_value(), self._now())
            if _ANSWERS & fields.keys():
                _follow(session, matter_id, before, record.to_value())

    def grade(self, matter_id: UUID, grade: Grade | None, justification: str) -> None:
        """Set the grade; one that differs from what the answers speak for needs a reason.

        Raises:
            InputError: The matter is gone, or the reason is missing.
        """
        number = self._number(matter_id)
        with self._database.writing(Act("incident.change", number)) as session:
            record = _record(session, incident_in(session, matter_id))
            proposed = proposed_grade(record.to_value())
            if grade is not None and proposed is not None and grade is not proposed and not justification.strip():
                raise InputError("Motiveringen saknas.", "Skriv varför graden är en annan än svaren talar för.")
            record.change(justification=justification.strip())
            _matter(session, matter_id).change(grade=grade)

    def report(self, matter_id: UUID, *, made_on: date | None, sent_on: date | None, ssc_on: date | None) -> None:
        """Keep when our report was drawn up and sent, and when SSC's came; the matter lacks none from then on.

        Raises:
            InputError: The matter is gone, or a day lies in the future or out of order.
        """
        if any(day is not None and day > self._today() for day in (made_on, sent_on, ssc_on)):
            raise InputError("En rapport kan inte ha kommit en dag som ännu inte har varit.", "Rätta datumet.")
        if sent_on is not None and (made_on is None or sent_on < made_on):
            raise InputError("Rapporten kan inte ha skickats innan den var upprättad.", "Rätta ett av datumen.")
        number = self._number(matter_id)
        with self._database.writing(Act("incident.report", number)) as session:
            record = _record(session, incident_in(session, matter_id))
            record.change(report_made_on=made_on, report_sent_on=sent_on, ssc_report_on=ssc_on)
            days = [day for day in (made_on, ssc_on) if day is not None]
            _matter(session, matter_id).change(report_on=min(days, default=None))

    def _number(self, matter_id: UUID) -> str:
        with self._database.reading() as session:
            return _matter(session, matter_id).number


def incident_in(session: Session, matter_id: UUID) -> Incident:
    """The particulars of an incident as this session sees them; empty ones while nothing was said."""
    record = _kept(session, matter_id)
    return record.to_value() if record else Incident(id=new_id(), matter_id=matter_id)


def _kept(session: Session, matter_id: UUID) -> IncidentRecord | None:
    return session.scalars(select(IncidentRecord).where(IncidentRecord.matter_id == matter_id)).one_or_none()


def _record(session: Session, incident: Incident) -> IncidentRecord:
    record = _kept(session, incident.matter_id)
    if record is None:
        record = IncidentRecord.of(incident)
        session.add(record)
    return record


def _follow(session: Session, matter_id: UUID, before: Incident, after: Incident) -> None:
    matter = _matter(session, matter_id)
    if matter.grade is None or matter.grade is proposed_grade(before):
        matter.change(grade=proposed_grade(after))


def _check_times(incident: Incident, at: datetime) -> None:
    times = [getattr(incident, name) for name in _TIMES]
    if any(time is not None and time > at for time in times):
        raise InputError("En tidpunkt ligger i framtiden.", "Rätta den.")
    if incident.occurred_at is None:
        return
    if any(time is not None and time < incident.occurred_at for time in times):
        raise InputError("En tidpunkt ligger före den då incidenten inträffade.", "Rätta en av dem.")


def _matter(session: Session, matter_id: UUID) -> MatterRecord:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record
