"""What the parts of the sample share while it is made."""

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contacts.contact import Contact
from desktop.domain.identity import new_id
from desktop.domain.matters.matter import Matter
from desktop.domain.meetings.meeting import Meeting
from desktop.domain.organisation import OrganisationNumber
from desktop.models.agreement import AgreementRecord, ServiceAreaRecord
from desktop.models.base import Record

_AGENCY_NUMBER = OrganisationNumber.parse("202100-3153")


def _areas() -> dict[str, ServiceArea]:
    return {name: ServiceArea(id=new_id(), name=name) for name in ("Lön", "Ekonomi", "E-handel", "IT-stöd")}


@dataclass(slots=True)
class Stage:
    """The day it is made, the records and the bytes of attached files so far, and what later parts refer to."""

    day: date
    areas: dict[str, ServiceArea] = field(default_factory=_areas)
    contacts: dict[str, Contact] = field(default_factory=dict[str, Contact])
    matters: dict[str, Matter] = field(default_factory=dict[str, Matter])
    meetings: dict[str, Meeting] = field(default_factory=dict[str, Meeting])
    records: list[Record] = field(default_factory=list[Record])
    contents: list[bytes] = field(default_factory=list[bytes])


def add_agreement(stage: Stage) -> None:
    """The agency, its agreement and its service areas."""
    agreement = Agreement(
        agency_name="Exempelmyndigheten",
        agency_number=_AGENCY_NUMBER,
        own_registry_number=f"EXM {stage.day.year}/118",
        ssc_registry_number=f"SSC {stage.day.year}-00412",
    )
    stage.records.append(AgreementRecord.of(agreement))
    stage.records += [ServiceAreaRecord.of(area) for area in stage.areas.values()]
