"""How the agreement, its choices of levels and its service areas are kept."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.agreement import Agreement, LevelChoice, ServiceArea
from desktop.domain.level import LevelModel
from desktop.domain.organisation import OrganisationNumber
from desktop.domain.swedish_order import sort_key
from desktop.models.base import Kept, Record, refers_to

AGREEMENT_ID = UUID(int=1)
"""The key of the one agreement a register has."""


class AgreementRecord(Kept[Agreement], Record):
    """The agreement; there is one row. Its choices and areas are records of their own."""

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint(f"id = '{AGREEMENT_ID.hex}'", name="single"),)
    news: ClassVar[str] = "agreement"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=AGREEMENT_ID, sort_order=-1)
    agency_name: Mapped[str] = mapped_column(default="")
    agency_number: Mapped[str] = mapped_column(default="")
    own_registry_number: Mapped[str] = mapped_column(default="")
    ssc_registry_number: Mapped[str] = mapped_column(default="")

    def take(self, value: Agreement) -> None:
        """Keep the agreement's own fields; choices and areas are kept by their records."""
        self.agency_name = value.agency_name
        self.agency_number = str(value.agency_number or "")
        self.own_registry_number = value.own_registry_number
        self.ssc_registry_number = value.ssc_registry_number

    def to_value(self, choices: tuple[LevelChoice, ...] = (), areas: tuple[ServiceArea, ...] = ()) -> Agreement:
        """The agreement with the choices and areas that were read beside it."""
        return Agreement(
            agency_name=self.agency_name,
            agency_number=OrganisationNumber(self.agency_number) if self.agency_number else None,
            own_registry_number=self.own_registry_number,
            ssc_registry_number=self.ssc_registry_number,
            choices=choices,
            areas=areas,
        )


class LevelChoiceRecord(Kept[LevelChoice], Record):
    """A dated choice of three levels or two (R1)."""

    __tablename__ = "level_choice"
    news: ClassVar[str] = "agreement"
    parent: ClassVar[str | None] = "agreement_id"

    agreement_id: Mapped[UUID] = refers_to("agreement.id")
    starts_on: Mapped[date]
    model: Mapped[LevelModel]
    decision: Mapped[str] = mapped_column(default="")

    @classmethod
    def of(cls, value: LevelChoice) -> "LevelChoiceRecord":
        """A new record of the choice, part of the one agreement."""
        record = cls(agreement_id=AGREEMENT_ID)
        record.take(value)
        return record

    def to_value(self) -> LevelChoice:
        """The choice."""
        return LevelChoice(**self.same(LevelChoice))


class ServiceAreaRecord(Kept[ServiceArea], Record):
    """A service area of the agency's own list; ``sort_key`` gives Swedish order."""

    __tablename__ = "service_area"
    news: ClassVar[str] = "agreement"
    derived: ClassVar[frozenset[str]] = frozenset({"sort_key"})

    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(default="")

    def derive(self) -> None:
        """Keep Swedish order."""
        self.sort_key = sort_key(self.name)

    def to_value(self) -> ServiceArea:
        """The service area."""
        return ServiceArea(**self.same(ServiceArea))
