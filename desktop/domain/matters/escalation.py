"""Escalation: a matter goes one level up at a time, by a person and with a reason, and may be returned (R1, R20)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.level import Level, Party


class EscalationReason(StrEnum):
    """Why a matter is escalated (R20, section 2)."""

    REPEATED_DEFICIENCY = "repeated_deficiency"
    INCIDENT_NOT_REMEDIED = "incident_not_remedied"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """One climb of a matter; a matter can climb again. It ends when the matter is returned all the way or closed."""

    id: UUID
    matter_id: UUID
    begun_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationStep:
    """One step of a climb, one level up or down.

    Attributes:
        taken_on: When it was taken.
        taken_by: Who took it: always a person, never a timer.
        reason: Why it goes up; nothing for a return.
        explanation: The reason in words; always there for ``OTHER``.
        tried: What has been tried on the level it leaves.
        asked: What is asked of the level it comes to.
        answer_by: By when an answer is asked for.
        from_name: Who hands it over, on the level it leaves.
        to_id: Who receives it, where they are in the contact list.
        to_name: The name they had that day.
        answered_on: When the answer came.
        answer: What it was.
    """

    id: UUID
    escalation_id: UUID
    matter_id: UUID
    from_level: Level
    to_level: Level
    taken_on: date
    taken_by: str = ""
    reason: EscalationReason | None = None
    explanation: str = ""
    tried: str = ""
    asked: str = ""
    answer_by: date | None = None
    from_name: str = ""
    to_party: Party | None = None
    to_id: UUID | None = None
    to_name: str = ""
    answered_on: date | None = None
    answer: str = ""

    @property
    def is_return(self) -> bool:
        """Whether it leads down again."""
        return self.to_level.rank < self.from_level.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRequest:
    """What a person says when a matter is escalated or returned; ``EscalationStep`` tells what the fields mean."""

    matter_id: UUID
    to_level: Level
    taken_on: date
    reason: EscalationReason | None = None
    explanation: str = ""
    tried: str = ""
    asked: str = ""
    answer_by: date | None = None
    from_name: str = ""
    to_party: Party | None = None
    to_id: UUID | None = None
    to_name: str = ""
