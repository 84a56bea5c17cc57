"""Contacts for tests, and what lists of them are made of."""

from datetime import date
from typing import Any

from desktop.domain.agreement import Agreement, LevelChoice, ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_matrix import functions_of, matrix_of, orderers_of
from desktop.domain.identity import new_id
from desktop.domain.level import LevelModel, Party
from desktop.views.contacts.list_of_day import ListOfDay
from desktop.views.contacts.listing.listed import Listing

DAY = date(2026, 11, 23)
AREAS = tuple(ServiceArea(id=new_id(), name=name) for name in ("E-handel", "Ekonomi", "Lön"))
ORDERING, FINANCE, PAYROLL = (area.id for area in AREAS)
NAMES = {area.id: area.name for area in AREAS}
AGENCY = "Exempelmyndigheten"
TWO = Agreement(agency_name=AGENCY, choices=(LevelChoice(starts_on=date(2026, 1, 1), model=LevelModel.TWO),))


def person(
    name: str, *roles: dict[str, Any], party: Party = Party.AGENCY, orders: bool = False, **more: Any
) -> Contact:
    """A contact with roles, whose name is a given and a family name."""
    key = new_id()
    given, _, family = name.partition(" ")
    held = tuple(Assignment(id=new_id(), contact_id=key, **role) for role in roles)
    rights = (AuthorisedOrderer(id=new_id(), contact_id=key),) if orders else ()
    more.setdefault("confirmed_on", DAY)
    return Contact(
        id=key,
        party=party,
        given_name=given,
        family_name=family,
        assignments=held,
        orderer_rights=rights,
        **more,
    )


def listed(*people: Contact, day: date = DAY, agreement: Agreement | None = None, **more: Any) -> ListOfDay:
    """What the overview shows of contacts on a day."""
    return ListOfDay(
        day=day,
        today=DAY,
        agency=AGENCY,
        areas=NAMES,
        rows=matrix_of(people, AREAS, agreement, day),
        functions=functions_of(people, day),
        orderers=orderers_of(people, day),
        lines=Listing(areas=NAMES, day=day, today=DAY, stale_after_months=12).of(people),
        **{"notices": (), "gone_through": DAY, "confirmed_since": None, "stale_after_months": 12, **more},
    )
