"""The contact list as of a day, read in one go and made ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.contact_matrix import functions_of, matrix_of, orderers_of
from desktop.domain.roster_check import Roster
from desktop.views.contacts.listing.listed import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.contact import Contact
    from desktop.domain.contact_matrix import FunctionRow, Row
    from desktop.domain.contact_notice import NoticeRow
    from desktop.views.contacts.desk import ContactServices
    from desktop.views.contacts.listing.listed import Listed
    from desktop.views.contacts.words import AreaNames


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOfDay:
    """Who holds what on a day (R15), and everyone in a line.

    Attributes:
        day: The day that is asked about.
        today: What day it is.
        agency: The name of our side.
        areas: The names of the service areas, in Swedish order.
        rows: The levels from the top.
        functions: The functions outside the levels.
        orderers: Who of ours may order.
        lines: Everyone, as the list has them.
        notices: The changes that remain to be announced (R18).
        confirmed_on: When the list was last gone through, or else the latest day that anyone was confirmed.
        stale_after_months: After how many months a contact needs to be confirmed again (R17).
    """

    day: date
    today: date
    agency: str
    areas: AreaNames
    rows: tuple[Row, ...]
    functions: tuple[FunctionRow, ...]
    orderers: tuple[Contact, ...]
    lines: tuple[Listed, ...]
    notices: tuple[NoticeRow, ...]
    confirmed_on: date | None
    stale_after_months: int

    @property
    def is_today(self) -> bool:
        """Whether it is about the day that is."""
        return self.day == self.today

    def has_matrix_of(self, other: ListOfDay) -> bool:
        """Whether the matrix of both would say the same."""

        def said(each: ListOfDay) -> tuple[object, ...]:
            return each.day, each.today, each.agency, each.areas, each.rows, each.stale_after_months

        return said(self) == said(other)


def read_list(services: ContactServices, day: date, today: date) -> ListOfDay:
    """Read the contact list as of a day; called where services may be."""
    agreement = services.agreements.get()
    areas = services.agreements.areas()
    contacts = services.contacts.all()
    names = {area.id: area.name for area in areas}
    months = services.agency_rules.get().stale_after_months
    return ListOfDay(
        day=day,
        today=today,
        agency=agreement.agency_name if agreement else "",
        areas=names,
        rows=matrix_of(contacts, areas, agreement, day),
        functions=functions_of(contacts, day),
        orderers=orderers_of(contacts, day),
        lines=Listing(areas=names, day=day, today=today, stale_after_months=months).of(contacts),
        notices=services.contact_notices.open(),
        confirmed_on=_confirmed_on(services, contacts),
        stale_after_months=months,
    )


def _confirmed_on(services: ContactServices, contacts: Iterable[Contact]) -> date | None:
    checks = services.roster_checks.checks(Roster.CONTACTS)
    if checks:
        return checks[0].checked_on
    return max((each.confirmed_on for each in contacts if each.confirmed_on), default=None)
