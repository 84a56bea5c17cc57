"""The agreement with Statens servicecenter: its parties, service areas and levels (R1–R3)."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.domain.forum import forum_of
from desktop.domain.level import Level, LevelModel
from desktop.domain.organisation import OrganisationNumber

SSC_NAME = "Statens servicecenter"
SSC_NUMBER = OrganisationNumber("202100-6453")
REGISTRY_NUMBER_LENGTH = 40
"""The longest registry number, diarienummer, in characters (R37)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea:
    """A kind of service that SSC delivers, such as payroll; the list is the agency's own."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChoice:
    """A joint, dated decision on the number of levels (R1); nothing before ``starts_on`` changes."""

    starts_on: date
    model: LevelModel
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Who cooperates with SSC, under which registry numbers, on which levels."""

    agency_name: str
    agency_number: OrganisationNumber | None = None
    own_registry_number: str = ""
    ssc_registry_number: str = ""
    choices: tuple[LevelChoice, ...] = ()
    areas: tuple[ServiceArea, ...] = field(default=())

    def model_on(self, day: date) -> LevelModel:
        """The number of levels in force that day: the latest choice that had begun, else three (R1)."""
        begun = [choice for choice in self.choices if choice.starts_on <= day]
        return max(begun, key=lambda choice: choice.starts_on).model if begun else LevelModel.THREE

    def levels_of_forum(self, level: Level, day: date) -> frozenset[Level]:
        """The levels whose questions a forum of this level takes up that day (R1)."""
        return forum_of(level, False, day, self).levels
