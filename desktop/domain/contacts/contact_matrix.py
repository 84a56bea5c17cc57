"""Who holds which role on a day, level by level and party by party, and where nobody does (R1, R15, R16)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.contacts.contact import FUNCTIONS, Assignment, Contact
from desktop.domain.forum import Forum, forums_on
from desktop.domain.level import Level, Party
from desktop.domain.swedish_order import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from uuid import UUID

    from desktop.domain.agreement import Agreement, ServiceArea

OUR_FUNCTIONS = tuple(function for function in FUNCTIONS if function != "Kundsupport")
"""The functions that the model expects of an agency (R16); customer support is SSC's."""


def vacancy_key(level: Level | None, function: str, area_id: UUID | None) -> str:
    """The key of a role that nobody holds, the same whenever it is asked for."""
    return f"vacancy:{level or function}:{area_id or ''}"


def holds(contact: Contact, role: Assignment, day: date) -> bool:
    """Whether a contact holds a role that day: who has been ended holds none any more (R15)."""
    return role.held_on(day) and (contact.ended_on is None or day <= contact.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in one cell, with every role that places them there.

    Attributes:
        area_ids: The service areas of the roles, in the order of the agreement; empty for all of them.
    """

    contact: Contact
    roles: tuple[Assignment, ...]
    area_ids: tuple[UUID, ...]

    @property
    def starts_on(self) -> date | None:
        """From when the first of the roles is held, if every one has a beginning."""
        days = [role.starts_on for role in self.roles]
        return None if None in days else min(day for day in days if day is not None)

    @property
    def ends_on(self) -> date | None:
        """Until when the last of the roles is held, if every one has an end."""
        days = [role.ends_on for role in self.roles]
        return None if None in days else max(day for day in days if day is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A role that nobody holds (R15).

    Attributes:
        party: At which side.
        level: The level; the tactical one where two share a forum (R1), none for a function.
        function: The function outside the levels, if it is one (R16).
        area_id: The service area without a holder; none where nobody holds the role for any area.
        since: The first day it was vacant, where somebody held it before.
        former: Who held it last.
    """

    party: Party = Party.AGENCY
    level: Level | None = None
    function: str = ""
    area_id: UUID | None = None
    since: date | None = None
    former: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One level at one party: who holds it, who is to come, and where it is vacant."""

    party: Party
    holders: tuple[Holder, ...]
    coming: tuple[Holder, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A level, or the two that share a forum on the day (R1), with a cell for each party."""

    forum: Forum
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRow:
    """A function outside the levels and who holds it; nobody for one of ours that is vacant (R16)."""

    function: str
    party: Party
    contact: Contact | None = None
    gap: Gap | None = None


def matrix_of(
    contacts: Iterable[Contact], areas: Sequence[ServiceArea], agreement: Agreement | None, day: date
) -> tuple[Row, ...]:
    """The levels from the top, each with a cell for each party.

    A level is vacant in a service area when nobody holds it for that area or for all areas. A forum that two levels
    share is one row: who holds either level answers for both (R1).

    Args:
        contacts: Everyone, in the order they are to be read.
        areas: The service areas, in the order they are to be read.
        agreement: Says which levels there are that day; three without one.
        day: The day that is asked about.
    """
    sides = {party: [contact for contact in contacts if contact.party is party] for party in Party}
    forums = [forum for forum in reversed(forums_on(day, agreement)) if not forum.is_council]
    area_ids = [area.id for area in areas]
    return tuple(
        Row(forum=forum, cells=tuple(_cell(party, sides[party], forum, area_ids, day) for party in Party))
        for forum in forums
    )


def functions_of(contacts: Iterable[Contact], day: date) -> tuple[FunctionRow, ...]:
    """Who holds the functions outside the levels that day, the shipped ones first, ours before theirs (R16)."""
    everyone = list(contacts)
    rows = [
        FunctionRow(function=function, party=contact.party, contact=contact)
        for contact in everyone
        for function in dict.fromkeys(role.function for role in contact.assignments if holds(contact, role, day))
        if function
    ]
    held = {row.function.casefold() for row in rows if row.party is Party.AGENCY}
    ours = [contact for contact in everyone if contact.party is Party.AGENCY]
    for function in OUR_FUNCTIONS:
        if function.casefold() not in held:
            former = _last(ours, lambda role, name=function: role.function.casefold() == name.casefold(), day)
            gap = _since(Gap(function=function), former)
            rows.append(FunctionRow(function=function, party=Party.AGENCY, gap=gap))
    shipped = [function.casefold() for function in FUNCTIONS]
    return tuple(sorted(rows, key=lambda row: _place_of_function(row, shipped)))


def orderers_of(contacts: Iterable[Contact], day: date) -> tuple[Contact, ...]:
    """Who of ours may order that day (R32)."""
    return tuple(contact for contact in contacts if contact.party is Party.AGENCY and may_order(contact, day))


def may_order(contact: Contact, day: date) -> bool:
    """Whether one of a contact's rights to order holds that day (R32)."""
    gone = contact.ended_on is not None and contact.ended_on < day
    return not gone and any(right.valid_on(day) for right in contact.orderer_rights)


def _cell(party: Party, people: Sequence[Contact], forum: Forum, area_ids: Sequence[UUID], day: date) -> Cell:
    here = [(each, roles) for each in people if (roles := [r for r in each.assignments if r.level in forum.levels])]
    holders = _holders(here, area_ids, lambda contact, role: holds(contact, role, day))
    now = {holder.contact.id for holder in holders}
    coming = _holders(
        [(contact, roles) for contact, roles in here if contact.id not in now],
        area_ids,
        lambda contact, role: role.starts_on is not None and role.starts_on > day and contact.ended_on is None,
    )
    vacant = _gaps(here, forum, holders, area_ids, day)
    gaps = tuple(replace(gap, party=party, level=forum.level) for gap in vacant)
    return Cell(party=party, holders=holders, coming=coming, gaps=gaps)


def _holders(
    here: Iterable[tuple[Contact, Sequence[Assignment]]],
    area_ids: Sequence[UUID],
    counts: Callable[[Contact, Assignment], bool],
) -> tuple[Holder, ...]:
    """Those of whom some role counts: who answers for all areas first, then area by area."""
    places = {area: place for place, area in enumerate(area_ids)}

    def place_of(area: UUID) -> tuple[int, str]:
        return places.get(area, len(places)), area.hex

    found: list[Holder] = []
    for contact, roles in here:
        counted = tuple(role for role in roles if counts(contact, role))
        if counted:
            own = {role.area_id for role in counted if role.area_id is not None}
            areas = () if any(role.area_id is None for role in counted) else tuple(sorted(own, key=place_of))
            found.append(Holder(contact=contact, roles=counted, area_ids=areas))
    return tuple(sorted(found, key=lambda each: place_of(each.area_ids[0]) if each.area_ids else (-1, "")))


def _gaps(
    here: Collection[tuple[Contact, Sequence[Assignment]]],
    forum: Forum,
    holders: Sequence[Holder],
    area_ids: Sequence[UUID],
    day: date,
) -> Iterator[Gap]:
    people = [contact for contact, _ in here]
    if not holders:
        yield _since(Gap(), _last(people, lambda role: role.level in forum.levels, day))
        return
    if any(not holder.area_ids for holder in holders):
        return
    covered = {area for holder in holders for area in holder.area_ids}
    for area in area_ids:
        if area not in covered:
            former = _last(people, lambda role, at=area: role.level in forum.levels and role.area_id in {None, at}, day)
            yield _since(Gap(area_id=area), former)


def _last(people: Iterable[Contact], is_it: Callable[[Assignment], bool], day: date) -> tuple[date, Contact] | None:
    """The last day that one of the roles was held before the day, and by whom."""
    ended = [
        (end, contact)
        for contact in people
        for role in contact.assignments
        if is_it(role) and (end := _end(contact, role)) is not None and end < day
    ]
    return max(ended, key=lambda each: each[0], default=None)


def _end(contact: Contact, role: Assignment) -> date | None:
    """The last day a role is held: its own end, or that of the contact where that comes before."""
    return min((end for end in (role.ends_on, contact.ended_on) if end is not None), default=None)


def _since(vacant: Gap, last: tuple[date, Contact] | None) -> Gap:
    if last is None:
        return vacant
    return replace(vacant, since=last[0] + timedelta(days=1), former=last[1])


def _place_of_function(row: FunctionRow, shipped: Sequence[str]) -> tuple[int, str, bool]:
    name = row.function.casefold()
    return (shipped.index(name) if name in shipped else len(shipped)), sort_key(row.function), row.party is Party.SSC
