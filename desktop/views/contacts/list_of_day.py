"""The contact list as of a day, read in one go and made ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.contacts.contact_matrix import functions_of, matrix_of, orderers_of
from desktop.domain.contacts.freshness import confirmed_since, is_listed
from desktop.domain.contacts.roster_check import Roster
from desktop.views.contacts.listing.listed import Listing

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.contacts.contact import Contact
    from desktop.domain.contacts.contact_matrix import FunctionRow, Row
    from desktop.domain.contacts.contact_notice import NoticeRow
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
        gone_through: When the list was last gone through, if it is kept (R17).
        confirmed_since: The day since which everyone has been confirmed; nothing if somebody never was.
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
    gone_through: date | None
    confirmed_since: date | None
    stale_after_months: int

    @property
    def stale(self) -> int:
        """How many need to be confirmed again today (R17)."""
        return sum(line.is_stale for line in self.lines)

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
    checks = services.roster_checks.checks(Roster.CONTACTS)
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
        gone_through=checks[0].checked_on if checks else None,
        confirmed_since=confirmed_since(each for each in contacts if is_listed(each, today)),
        stale_after_months=months,
    )
