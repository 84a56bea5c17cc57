"""How escalations and their steps are kept (R20)."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level, Party
from desktop.domain.matters.escalation import Escalation, EscalationReason, EscalationStep
from desktop.models.base import Kept, Record, refers_to


class EscalationRecord(Kept[Escalation], Record):
    """One climb of a matter (R20)."""

    __tablename__ = "escalation"
    news: ClassVar[str] = "escalation"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id")
    begun_on: Mapped[date]
    ended_on: Mapped[date | None]

    def to_value(self) -> Escalation:
        """The value."""
        return Escalation(**self.same(Escalation))


class EscalationStepRecord(Kept[EscalationStep], Record):
    """One step of a climb (R20)."""

    __tablename__ = "escalation_step"
    news: ClassVar[str] = "escalation"
    parent: ClassVar[str | None] = "matter_id"

    escalation_id: Mapped[UUID] = refers_to("escalation.id")
    matter_id: Mapped[UUID] = refers_to("matter.id")
    from_level: Mapped[Level]
    to_level: Mapped[Level]
    taken_on: Mapped[date]
    taken_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[EscalationReason | None]
    explanation: Mapped[str] = mapped_column(default="")
    tried: Mapped[str] = mapped_column(default="")
    asked: Mapped[str] = mapped_column(default="")
    answer_by: Mapped[date | None]
    from_name: Mapped[str] = mapped_column(default="")
    to_party: Mapped[Party | None]
    to_id: Mapped[UUID | None] = refers_to("contact.id")
    to_name: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")

    def to_value(self) -> EscalationStep:
        """The value."""
        return EscalationStep(**self.same(EscalationStep))
