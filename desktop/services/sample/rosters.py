"""Rights to order that run out and have, and the checks of the lists so far (R29, R32)."""

from datetime import timedelta

from desktop.domain.contacts.contact import AuthorisedOrderer
from desktop.domain.contacts.roster_check import Roster, RosterCheck
from desktop.domain.dates import add_months
from desktop.domain.identity import new_id
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.models.contact import AuthorisedOrdererRecord
from desktop.models.contact_list import RosterCheckRecord
from desktop.services.sample.stage import Stage


def add_rosters(stage: Stage) -> None:
    """One right that soon runs out, one that has, and who has gone through the lists before."""
    ending = AuthorisedOrderer(
        id=new_id(),
        contact_id=stage.contacts["Åsa"].id,
        area_id=stage.areas["Ekonomi"].id,
        kind=OrderKind.SPECIAL_SERVICE,
        starts_on=add_months(stage.day, -10),
        ends_on=stage.day + timedelta(days=40),
        limit=Money.parse("50 000"),
        evidence="Beslut om delegation, ett år",
    )
    ended = AuthorisedOrderer(
        id=new_id(),
        contact_id=stage.contacts["Ali"].id,
        area_id=stage.areas["Lön"].id,
        starts_on=add_months(stage.day, -26),
        ends_on=add_months(stage.day, -14),
        limit=Money.parse("20 000"),
        evidence="Vikariat som gruppledare",
    )
    stage.records += [AuthorisedOrdererRecord.of(right) for right in (ending, ended)]
    for roster, months, note in (
        (Roster.CONTACTS, 2, ""),
        (Roster.ORDERERS, 8, "Avstämd mot attestförteckningen"),
    ):
        check = RosterCheck(
            id=new_id(),
            roster=roster,
            checked_on=add_months(stage.day, -months),
            checked_by="Anna Andersson",
            note=note,
        )
        stage.records.append(RosterCheckRecord.of(check))
