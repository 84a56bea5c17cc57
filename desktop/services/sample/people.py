"""The persons of both parties, their roles and rights."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.services.sample.stage import Stage

_OPERATIONAL, _TACTICAL, _STRATEGIC = Level.OPERATIONAL, Level.TACTICAL, Level.STRATEGIC

_PEOPLE: tuple[tuple[Party, str, str, str, str, Level | str, tuple[str, ...], int], ...] = (
    (Party.SSC, "Karin", "Lindqvist", "Kundansvarig chef", "0771-456 000", _STRATEGIC, (), 35),
    (Party.SSC, "Per", "Holmér", "Enhetschef lön", "026-12 34 56", _TACTICAL, ("Lön",), 42),
    (Party.SSC, "Birgitta", "Åkesson", "Enhetschef ekonomi", "026-12 34 57", _TACTICAL, ("Ekonomi", "E-handel"), 58),
    (Party.SSC, "Maria", "Ek", "Gruppledare", "026-12 34 60", _OPERATIONAL, ("Lön",), 15),
    (Party.SSC, "Tomas", "Öberg", "Redovisningsekonom", "026-12 34 61", _OPERATIONAL, ("Ekonomi",), 25),
    (Party.AGENCY, "Anna", "Andersson", "Ekonomichef", "08-123 45 60", _TACTICAL, ("Lön", "Ekonomi", "E-handel"), 70),
    (Party.AGENCY, "Ali", "Hassan", "Lönehandläggare", "08-123 45 61", _OPERATIONAL, ("Lön", "E-handel"), 48),
    (Party.AGENCY, "Åsa", "Ångström-Öhrn", "Ekonomihandläggare", "08-123 45 62", _OPERATIONAL, ("Ekonomi",), 46),
    (Party.AGENCY, "Sara", "Berg", "Verksjurist", "08-123 45 67", "Verksjurist", (), 89),
    (Party.AGENCY, "Jonas", "Öst", "Kommunikationschef", "", "Informationsansvarig", (), 21),
)

_UNCONFIRMED_MONTHS = {"Ali": 14}
"""Who was confirmed longer ago than the others, in months."""
_BESIDES: dict[str, dict[str, Any]] = {
    "Karin": {"function_email": "kundansvar@ssc.example"},
    "Anna": {
        "mobile": "070-123 45 01",
        "notes": "Är på plats måndag till torsdag. Föredrar telefon när något är bråttom.",
    },
    "Ali": {"function_email": "lon@exempelmyndigheten.example"},
}
"""What is known of some besides, by their given names."""
_DEPUTIES = {"Anna": "Åsa", "Åsa": "Ali"}


def add_people(stage: Stage) -> None:
    """Everyone, with one of ours leaving the strategic level."""
    for party, given, family, title, phone, role, areas, months in _PEOPLE:
        domain = "ssc.example" if party is Party.SSC else "exempelmyndigheten.example"
        contact = Contact(
            id=new_id(),
            party=party,
            given_name=given,
            family_name=family,
            title=title,
            phone=phone,
            email=f"{_plain(given)}.{_plain(family)}@{domain}",
            confirmed_on=add_months(stage.day, -_UNCONFIRMED_MONTHS.get(given, 2)),
        )
        contact = replace(contact, **_BESIDES.get(given, {}))
        stage.contacts[given] = contact
        _roles(stage, contact.id, role, areas, add_months(stage.day, -months))
    for given, deputy in _DEPUTIES.items():
        stage.contacts[given] = replace(stage.contacts[given], deputy_id=stage.contacts[deputy].id)
    stage.records += [ContactRecord.of(contact) for contact in stage.contacts.values()]
    _leaving_strategic_contact(stage)
    right = AuthorisedOrderer(id=new_id(), contact_id=stage.contacts["Anna"].id, evidence="Beslut om attesträtt")
    stage.records.append(AuthorisedOrdererRecord.of(right))


def _roles(stage: Stage, contact_id: UUID, role: Level | str, areas: tuple[str, ...], since: date) -> None:
    for area in areas or ("",):
        held = Assignment(
            id=new_id(),
            contact_id=contact_id,
            level=role if isinstance(role, Level) else None,
            function="" if isinstance(role, Level) else role,
            area_id=stage.areas[area].id if area else None,
            starts_on=since,
        )
        stage.records.append(AssignmentRecord.of(held))


def _leaving_strategic_contact(stage: Stage) -> None:
    erik = Contact(
        id=new_id(),
        party=Party.AGENCY,
        given_name="Erik",
        family_name="Sund",
        title="Avdelningschef",
        phone="08-123 45 50",
        email="erik.sund@exempelmyndigheten.example",
    )
    stage.contacts["Erik"] = erik
    role = Assignment(
        id=new_id(),
        contact_id=erik.id,
        level=_STRATEGIC,
        starts_on=add_months(stage.day, -50),
        ends_on=add_months(stage.day, -1),
    )
    stage.records += [ContactRecord.of(erik), AssignmentRecord.of(role)]


def _plain(name: str) -> str:
    return name.lower().translate(str.maketrans("åäöé", "aaoe"))
