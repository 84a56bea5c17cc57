"""How the particulars of incidents, deficiencies and risks are kept beside their matters (R21–R24)."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.level import Level, Party
from desktop.domain.matters.deficiency import Deficiency
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.risk import Risk
from desktop.models.base import Kept, Record, refers_to


class IncidentRecord(Kept[Incident], Record):
    """The particulars of an incident (R21)."""

    __tablename__ = "incident"
    news: ClassVar[str] = "incident"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id", unique=True)
    risks_breach: Mapped[bool | None]
    risks_damage: Mapped[bool | None]
    needs_action: Mapped[bool | None]
    justification: Mapped[str] = mapped_column(default="")
    found_by: Mapped[Party | None]
    occurred_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ssc_knew_at: Mapped[datetime | None]
    we_knew_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    told_level: Mapped[Level | None]
    told_by: Mapped[str] = mapped_column(default="")
    concerns_personal_data: Mapped[bool] = mapped_column(default=False)
    reported_to_authority_at: Mapped[datetime | None]
    is_it: Mapped[bool] = mapped_column(default=False)
    course: Mapped[str] = mapped_column(default="")
    consequences: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(default="")
    remedy: Mapped[str] = mapped_column(default="")
    report_made_on: Mapped[date | None]
    report_sent_on: Mapped[date | None]
    ssc_report_on: Mapped[date | None]

    def to_value(self) -> Incident:
        """The value."""
        return Incident(**self.same(Incident))


class DeficiencyRecord(Kept[Deficiency], Record):
    """The particulars of a deficiency (R22)."""

    __tablename__ = "deficiency"
    news: ClassVar[str] = "deficiency"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id", unique=True)
    type: Mapped[str] = mapped_column(default="")
    promise: Mapped[str] = mapped_column(default="")
    failing_party: Mapped[Party | None]
    minutes: Mapped[int | None]
    proposed_ssc_percent: Mapped[int | None]
    agreed_ssc_percent: Mapped[int | None]
    decision_id: Mapped[UUID | None] = refers_to("decision.id")
    cost_basis: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Deficiency:
        """The value."""
        return Deficiency(**self.same(Deficiency))


class RiskRecord(Kept[Risk], Record):
    """The particulars of a risk (R24)."""

    __tablename__ = "risk"
    news: ClassVar[str] = "risk"
    parent: ClassVar[str | None] = "matter_id"

    matter_id: Mapped[UUID] = refers_to("matter.id", unique=True)
    cause: Mapped[str] = mapped_column(default="")
    event: Mapped[str] = mapped_column(default="")
    consequence: Mapped[str] = mapped_column(default="")
    probability: Mapped[int | None]
    impact: Mapped[int | None]
    operational_answer: Mapped[str] = mapped_column(default="")
    tactical_answer: Mapped[str] = mapped_column(default="")

    def to_value(self) -> Risk:
        """The value."""
        return Risk(**self.same(Risk))
