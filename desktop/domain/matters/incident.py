"""What is kept of an incident beside the matter: the answers behind its grade, its times and its report (R21)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.domain.level import Level, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The particulars of an incident; every instant is in UTC, and unknown until somebody says.

    Attributes:
        risks_breach: The answer to whether it brings a risk of breach of law.
        risks_damage: The answer to whether it brings a risk of economic damage.
        needs_action: Whether it needs action at once.
        justification: Why the grade is what it is.
        found_by: The party that found it.
        told_at: When we were told, at ``told_level`` by ``told_by``.
        concerns_personal_data: Whether personal data are concerned, so that the controller's 72 hours run.
        reported_to_authority_at: When the supervisory authority was notified.
        is_it: Whether it falls under the SLA for IT support.
        report_made_on: When the report was drawn up; ``report_sent_on`` when ours went to SSC.
        ssc_report_on: When SSC's report came.
    """

    id: UUID
    matter_id: UUID
    risks_breach: bool | None = None
    risks_damage: bool | None = None
    needs_action: bool | None = None
    justification: str = ""
    found_by: Party | None = None
    occurred_at: datetime | None = None
    ended_at: datetime | None = None
    ssc_knew_at: datetime | None = None
    we_knew_at: datetime | None = None
    told_at: datetime | None = None
    told_level: Level | None = None
    told_by: str = ""
    concerns_personal_data: bool = False
    reported_to_authority_at: datetime | None = None
    is_it: bool = False
    course: str = ""
    consequences: str = ""
    cause: str = ""
    remedy: str = ""
    report_made_on: date | None = None
    report_sent_on: date | None = None
    ssc_report_on: date | None = None
