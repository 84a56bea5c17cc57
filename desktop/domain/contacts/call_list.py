"""Whom to call in a matter: the right persons on both sides on a day (R3, R15, R16, R20)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.agreement import Agreement
from desktop.domain.contacts.contact import Assignment, Contact
from desktop.domain.contacts.freshness import is_stale
from desktop.domain.forum import Forum, forum_of
from desktop.domain.level import Level, Party
from desktop.domain.matters.matter import Matter, MatterKind

SUPPORT = "Kundsupport"
DATA_PROTECTION = "Dataskyddsombud"
_FITTING = {
    MatterKind.QUESTION: (DATA_PROTECTION,),
    MatterKind.DEFICIENCY: ("Verksjurist", DATA_PROTECTION),
    MatterKind.INCIDENT: (DATA_PROTECTION, "Informationsansvarig", "Verksjurist"),
    MatterKind.RISK: (DATA_PROTECTION, "Verksjurist"),
}
"""The model's functions that a kind of matter may need, the likeliest first (R16); an agency's own ones follow."""

_OF_THE_MODEL = {name.casefold() for names in _FITTING.values() for name in names} | {SUPPORT.casefold()}


class CallReason(StrEnum):
    """Why somebody is called, in the order they are called for a matter in daily contact."""

    DAILY = "daily"
    """Every matter is first tried in daily contact: customer support and operational contacts (R3, R19)."""

    LEVEL = "level"
    """The matter lies at their level."""

    NEXT = "next"
    """Theirs is the level to escalate to; never more than one up (R20)."""

    IF_NEEDED = "if_needed"
    """Their function may be concerned (R16)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callee:
    """Someone to call, and as what.

    Attributes:
        contact: The person or mailbox.
        role: The role for which they are called.
        area_name: The service area of the role; empty for every area.
        deputy: Who answers when they cannot, unless that contact has left.
        is_stale: Whether nobody has confirmed the particulars for too long (R17).
    """

    contact: Contact
    role: Assignment
    area_name: str = ""
    deputy: Contact | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSide:
    """Those to call at one party.

    Attributes:
        is_vacant: Whether nobody holds the level there (R15).
        missing: The functions that should be reachable and that nobody has.
    """

    party: Party
    callees: tuple[Callee, ...] = ()
    is_vacant: bool = False
    missing: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anyone to call, or a gap to tell of."""
        return bool(self.callees or self.is_vacant or self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallGroup:
    """Those to call for one reason; ``forum`` is the one whose levels they hold, if they hold one (R1)."""

    reason: CallReason
    ours: CallSide
    theirs: CallSide
    forum: Forum | None = None

    @property
    def sides(self) -> tuple[CallSide, CallSide]:
        """Ours, then SSC's."""
        return self.ours, self.theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """Everyone to call in a matter, those to try first at the top."""

    matter: Matter
    day: date
    area_name: str = ""
    agency: str = ""
    groups: tuple[CallGroup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRegister:
    """What the rule goes by: everyone of the register, the agreement, the names of areas, and the age of staleness."""

    contacts: tuple[Contact, ...]
    agreement: Agreement | None = None
    areas: Mapping[UUID, str] = field(default_factory=dict[UUID, str])
    stale_after_months: int = 12


def call_sheet(matter: Matter, register: CallRegister, day: date) -> CallSheet:
    """Whom to call in a matter on a day.

    A matter in daily contact begins with customer support and the operational contacts (R3). One that has been
    escalated begins with its own level; daily contact comes after it, then the next level up (R20). Where two levels
    share a forum, those of both are called as one (R1).
    """
    forum = forum_of(matter.level, False, day, register.agreement)
    rule = _Rule(matter, register, day)
    daily = rule.daily()
    groups = [daily] if forum is Forum.OPERATIONAL else [rule.level(CallReason.LEVEL, forum), daily]
    above = _above(forum)
    if above is not None:
        groups.append(rule.level(CallReason.NEXT, above))
    groups.append(rule.if_needed())
    return CallSheet(
        matter=matter,
        day=day,
        area_name=register.areas.get(matter.area_id, "") if matter.area_id else "",
        agency=register.agreement.agency_name if register.agreement else "",
        groups=tuple(group for group in groups if any(side.says_something for side in group.sides)),
    )


def _above(forum: Forum) -> Forum | None:
    """The forum one level up; the combined one leads straight to the strategic (R1, R20)."""
    return {
        Forum.OPERATIONAL: Forum.TACTICAL,
        Forum.TACTICAL: Forum.STRATEGIC,
        Forum.COMBINED: Forum.STRATEGIC,
    }.get(forum)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Finds the holders of roles for one matter on one day."""

    matter: Matter
    register: CallRegister
    day: date

    def daily(self) -> CallGroup:
        """Customer support, then the operational contacts (R3); a combined forum has them among its own."""
        forum = forum_of(Level.OPERATIONAL, False, self.day, self.register.agreement)
        alone = forum is Forum.OPERATIONAL
        levels = forum.levels if alone else frozenset[Level]()
        ours, theirs = (self._holders(party, levels) for party in Party)
        support = self._function(Party.SSC, SUPPORT)
        return CallGroup(
            reason=CallReason.DAILY,
            forum=forum if alone else None,
            ours=CallSide(party=Party.AGENCY, callees=self._callees(ours), is_vacant=alone and not ours),
            theirs=CallSide(
                party=Party.SSC,
                callees=self._callees([*support, *theirs]),
                is_vacant=alone and not theirs,
                missing=() if support else (SUPPORT,),
            ),
        )

    def level(self, reason: CallReason, forum: Forum) -> CallGroup:
        """Those who hold a level of the forum, or that nobody does (R15)."""
        ours, theirs = (
            CallSide(party=party, callees=self._callees(held), is_vacant=not held)
            for party in Party
            for held in [self._holders(party, forum.levels)]
        )
        return CallGroup(reason=reason, forum=forum, ours=ours, theirs=theirs)

    def if_needed(self) -> CallGroup:
        """The functions that this kind of matter may need, then the agency's own ones (R16).

        Our data-protection officer is missed when there is none, since the matter itself does not say whether
        personal data are concerned.
        """
        ours, theirs = (self._callees(self._functions(party)) for party in Party)
        missing = () if self._function(Party.AGENCY, DATA_PROTECTION) else (DATA_PROTECTION,)
        return CallGroup(
            reason=CallReason.IF_NEEDED,
            ours=CallSide(party=Party.AGENCY, callees=ours, missing=missing),
            theirs=CallSide(party=Party.SSC, callees=theirs),
        )

    def _functions(self, party: Party) -> "list[_Held]":
        fitting = [held for name in _FITTING[self.matter.kind] for held in self._function(party, name)]
        own = self._held(party, lambda role: bool(role.function) and role.function.casefold() not in _OF_THE_MODEL)
        return fitting + own

    def _function(self, party: Party, name: str) -> "list[_Held]":
        return self._held(party, lambda role: _same(role.function, name))

    def _holders(self, party: Party, levels: frozenset[Level]) -> "list[_Held]":
        return self._held(party, lambda role: role.level in levels)

    def _held(self, party: Party, wanted: Callable[[Assignment], bool]) -> "list[_Held]":
        """Who holds such a role that day in the matter's area, each once, those of the area before those of all."""
        found = [
            (contact, role)
            for contact in self.register.contacts
            if contact.party is party and _is_there(contact, self.day)
            for role in contact.assignments
            if role.held_on(self.day) and wanted(role) and self._in_area(role)
        ]
        once: dict[UUID, _Held] = {}
        for contact, role in sorted(found, key=lambda held: held[1].area_id is None):
            once.setdefault(contact.id, (contact, role))
        return list(once.values())

    def _in_area(self, role: Assignment) -> bool:
        """Whether the role covers the area of the matter; a matter without one may be about any."""
        return role.area_id is None or self.matter.area_id is None or role.area_id == self.matter.area_id

    def _callees(self, held: "Iterable[_Held]") -> tuple[Callee, ...]:
        return tuple(self._callee(*each) for each in held)

    def _callee(self, contact: Contact, role: Assignment) -> Callee:
        deputies = (each for each in self.register.contacts if each.id == contact.deputy_id)
        deputy = next((each for each in deputies if _is_there(each, self.day)), None)
        return Callee(
            contact=contact,
            role=role,
            area_name=self.register.areas.get(role.area_id, "") if role.area_id else "",
            deputy=deputy,
            is_stale=is_stale(contact, self.day, self.register.stale_after_months),
        )


_Held = tuple[Contact, Assignment]


def _is_there(contact: Contact, day: date) -> bool:
    return contact.anonymised_on is None and (contact.ended_on is None or contact.ended_on >= day)


def _same(function: str, name: str) -> bool:
    return function.casefold() == name.casefold()
