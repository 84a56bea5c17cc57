"""Plans the roles and rights that a contact list gives a contact (R15, R16, R32)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol
from uuid import UUID

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ListedContact, ListedRole
from desktop.domain.identity import new_id
from desktop.domain.vocabulary import LEVEL
from desktop.services.importing.plan import Areas, Plan


class _Dated(Protocol):
    @property
    def area_id(self) -> UUID | None: ...
    @property
    def ends_on(self) -> date | None: ...


class Roles:
    """A contact's roles and rights; those the list names and the contact lacks are added, none is taken away."""

    def __init__(self, contact: Contact, areas: Areas, evidence: str) -> None:
        self._contact = contact
        self._areas = areas
        self._evidence = evidence
        self._held = list(contact.assignments)
        self._rights = list(contact.orderer_rights)

    def plan(self, one: ListedContact, plan: Plan) -> list[str]:
        """Add to the plan what is missing; says it in words."""
        words: list[str] = []
        for role in one.roles:
            words += self._plan_role(role, plan)
        for right in one.rights:
            area_id = self._areas.id_of(right.area)
            if not any(_lasts(known, area_id, right.starts_on) for known in self._rights):
                made = AuthorisedOrderer(
                    id=new_id(),
                    contact_id=self._contact.id,
                    area_id=area_id,
                    kind=right.kind,
                    starts_on=right.starts_on,
                    ends_on=right.ends_on,
                    limit=right.limit,
                    evidence=right.evidence or self._evidence,
                )
                self._rights.append(made)
                plan.new.append(made)
                words.append(f"ny beställningsrätt: {right.area or 'alla områden'}")
        return words

    def _plan_role(self, role: ListedRole, plan: Plan) -> list[str]:
        area_id = self._areas.id_of(role.area)
        same = [
            held
            for held in self._held
            if (held.level, held.function.casefold()) == (role.level, role.function.casefold())
            and _lasts(held, area_id, role.starts_on)
        ]
        if not same:
            made = Assignment(
                id=new_id(),
                contact_id=self._contact.id,
                level=role.level,
                function=role.function,
                area_id=area_id,
                starts_on=role.starts_on,
                ends_on=role.ends_on,
            )
            self._held.append(made)
            plan.new.append(made)
            return [f"nytt uppdrag: {_named(role)}{f', {role.area}' if role.area else ''}"]
        known = same[0]
        dated = replace(known, starts_on=known.starts_on or role.starts_on, ends_on=known.ends_on or role.ends_on)
        if dated == known:
            return []
        self._held[self._held.index(known)] = dated
        plan.changed = [value for value in plan.changed if value != known]
        plan.changed.append(dated)
        return [f"{_named(role)} gäller {_period(dated)}"]


def _period(role: Assignment) -> str:
    begins = f"från {role.starts_on.isoformat()}" if role.starts_on else ""
    ends = f"till {role.ends_on.isoformat()}" if role.ends_on else ""
    return " ".join(filter(None, (begins, ends)))


def _lasts(known: _Dated, area_id: UUID | None, starts_on: date | None) -> bool:
    """Whether a role or right of the area has not ended before the listed one begins."""
    return known.area_id == area_id and (known.ends_on is None or starts_on is None or starts_on <= known.ends_on)


def in_words(one: ListedContact) -> str:
    """Roles and rights: ``taktisk nivå (Lön, Ekonomi) · behörig beställare (Lön, Ekonomi)``."""
    names = list(dict.fromkeys(_named(role) for role in one.roles))
    parts = [_with_areas(name, [role.area for role in one.roles if _named(role) == name]) for name in names]
    if one.rights:
        parts.append(_with_areas("behörig beställare", [right.area for right in one.rights]))
    return " · ".join(parts)


def _named(role: ListedRole) -> str:
    return LEVEL[role.level] if role.level else role.function


def _with_areas(name: str, areas: Sequence[str]) -> str:
    written = ", ".join(area for area in areas if area)
    return f"{name} ({written})" if written else name
