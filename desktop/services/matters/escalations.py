"""Escalation: one level at a time, by a person, with a reason; and the way back down (R20)."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.contacts.contact import Contact
from desktop.domain.dates import now, today
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.climb import Climb, checked_request
from desktop.domain.matters.escalating import level_above, rung
from desktop.domain.matters.escalation import Escalation, EscalationStep, StepRequest
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.matters.matter_path import MatterPath
from desktop.errors import InputError
from desktop.models.database import Database
from desktop.models.escalation import EscalationRecord, EscalationStepRecord
from desktop.models.matter import MatterRecord
from desktop.services.agreements import agreement_in
from desktop.services.contacts.contacts import contacts_in
from desktop.services.matters.matters import end_climb_in, repetitions_in
from desktop.services.matters.ways import path_in


class Escalations:
    """Escalates and returns matters, and keeps the answers.

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

    def of(self, matter_id: UUID) -> Climb:
        """A matter's way so far, and where it may go today.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            return climb_in(session, matter_id, self._today())

    def way(self, matter_id: UUID) -> tuple[Climb, MatterPath]:
        """A matter's way so far, and the same as it is drawn, with the meeting where it comes up next.

        Raises:
            InputError: The matter is not in the register any more.
        """
        with self._database.reading() as session:
            climb = climb_in(session, matter_id, self._today())
            return climb, path_in(session, climb, self._now())

    def take(self, request: StepRequest) -> EscalationStep:
        """Escalate a matter, or return it, as one act; the matter is on its new level from then on.

        Raises:
            InputError: The matter is gone, the step is not allowed, or something it takes is missing.
        """
        with self._database.reading() as session:
            climb = climb_in(session, request.matter_id, self._today())
        goes_up = request.to_level.rank > climb.matter.level.rank
        verb = "escalation.raise" if goes_up else "escalation.return"
        with self._database.writing(Act(verb, climb.matter.number)) as session:
            climb = climb_in(session, request.matter_id, self._today())
            checked_request(request, climb, self._today())
            return _write(session, climb, request, self._database.who)

    def answer(self, step_id: UUID, answered_on: date | None, answer: str) -> None:
        """Keep what was answered to a step; no day takes the answer away again.

        Raises:
            InputError: The step is gone, or the answer came before the step or in the future.
        """
        with self._database.reading() as session:
            number = _matter(session, _step(session, step_id).matter_id).number
        with self._database.writing(Act("escalation.answer", number)) as session:
            step = _step(session, step_id)
            if answered_on is not None and not step.taken_on <= answered_on <= self._today():
                raise InputError("Svaret kan inte ha kommit den dagen.", "Ange en dag från steget till i dag.")
            step.change(answered_on=answered_on, answer=answer.strip())


def climb_in(session: Session, matter_id: UUID, day: date) -> Climb:
    """A matter's way so far, as this session sees it.

    Raises:
        InputError: The matter is not in the register any more.
    """
    matter = _matter(session, matter_id).to_value()
    agreement = agreement_in(session)
    model = agreement.model_on(day) if agreement else LevelModel.THREE
    above = level_above(matter.level, model)
    climbs = select(EscalationRecord).where(EscalationRecord.matter_id == matter_id)
    return Climb(
        matter=matter,
        model=model,
        escalations=tuple(record.to_value() for record in session.scalars(climbs.order_by(EscalationRecord.begun_on))),
        steps=steps_in(session, matter_id),
        is_repeated=_is_repeated(session, matter, day),
        receivers=_holders(session, matter, above, model, day) if above else (),
    )


def steps_in(session: Session, matter_id: UUID) -> tuple[EscalationStep, ...]:
    """The steps of a matter in the order they were taken; those of one day in the order they were written."""
    wanted = select(EscalationStepRecord).where(EscalationStepRecord.matter_id == matter_id)
    ordered = wanted.order_by(EscalationStepRecord.taken_on, EscalationStepRecord.id)
    return tuple(record.to_value() for record in session.scalars(ordered))


def _write(session: Session, climb: Climb, request: StepRequest, who: str) -> EscalationStep:
    matter, day = climb.matter, request.taken_on
    going_on = [each for each in climb.escalations if each.ended_on is None]
    escalation = going_on[-1] if going_on else Escalation(id=new_id(), matter_id=matter.id, begun_on=day)
    if not going_on:
        session.add(EscalationRecord.of(escalation))
    step = EscalationStep(
        id=new_id(),
        escalation_id=escalation.id,
        from_level=matter.level,
        taken_by=who,
        matter_id=matter.id,
        to_level=request.to_level,
        taken_on=day,
        reason=request.reason if request.to_level is climb.above else None,
        explanation=request.explanation.strip(),
        tried=request.tried.strip(),
        asked=request.asked.strip(),
        answer_by=request.answer_by,
        from_name=request.from_name.strip(),
        to_party=request.to_party,
        to_id=request.to_id,
        to_name=request.to_name.strip(),
    )
    session.add(EscalationStepRecord.of(step))
    at_bottom = rung(request.to_level, climb.model) == 0
    escalated_on = None if at_bottom else _came_up_on((*climb.steps, step), request.to_level)
    _matter(session, matter.id).change(level=request.to_level, escalated_on=escalated_on)
    if at_bottom:
        session.flush()
        end_climb_in(session, matter.id, day)
    return step


def _came_up_on(steps: tuple[EscalationStep, ...], level: Level) -> date | None:
    """When the matter last came up to a level."""
    return next((step.taken_on for step in reversed(steps) if step.to_level is level and not step.is_return), None)


def _is_repeated(session: Session, matter: Matter, day: date) -> bool:
    if matter.kind is not MatterKind.DEFICIENCY:
        return False
    return any(mark.id == matter.id for group in repetitions_in(session, day) for mark in group)


def _holders(session: Session, matter: Matter, level: Level, model: LevelModel, day: date) -> tuple[Contact, ...]:
    levels = {each for each in Level if rung(each, model) == rung(level, model)}

    def holds(contact: Contact) -> bool:
        return any(
            role.level in levels
            and role.held_on(day)
            and (matter.area_id is None or role.area_id in {None, matter.area_id})
            for role in contact.assignments
        )

    return tuple(contact for contact in contacts_in(session) if holds(contact))


def _matter(session: Session, matter_id: UUID) -> MatterRecord:
    record = session.get(MatterRecord, matter_id)
    if record is None:
        raise InputError("Ärendet finns inte längre i registret.")
    return record


def _step(session: Session, step_id: UUID) -> EscalationStepRecord:
    record = session.get(EscalationStepRecord, step_id)
    if record is None:
        raise InputError("Steget finns inte längre i registret.")
    return record
