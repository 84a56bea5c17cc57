"""Plans the roles and rights of a contact from a file that this program wrote and that may have been worked on since.

Such a file says everything of a role, so one is known again only by all of it; one whose beginning is the same has been
changed. None is taken away.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ListedContact
from desktop.domain.identity import new_id
from desktop.domain.vocabulary import LEVEL
from desktop.services.importing.plan import Areas, Plan

_Held = TypeVar("_Held", Assignment, AuthorisedOrderer)


def plan_own_roles(contact: Contact, one: ListedContact, areas: Areas, plan: Plan) -> list[str]:
    """Add to the plan what is missing or other than in the register; says it in words."""
    roles = [
        Assignment(
            id=new_id(),
            contact_id=contact.id,
            level=role.level,
            function=role.function,
            area_id=areas.id_of(role.area),
            starts_on=role.starts_on,
            ends_on=role.ends_on,
        )
        for role in one.roles
    ]
    rights = [
        AuthorisedOrderer(
            id=new_id(),
            contact_id=contact.id,
            area_id=areas.id_of(right.area),
            kind=right.kind,
            starts_on=right.starts_on,
            ends_on=right.ends_on,
            limit=right.limit,
            evidence=right.evidence,
        )
        for right in one.rights
    ]

    def role_words(role: Assignment) -> str:
        area = areas.name_of(role.area_id)
        return f"uppdrag: {LEVEL[role.level] if role.level else role.function}{f', {area}' if area else ''}"

    def right_words(right: AuthorisedOrderer) -> str:
        return f"beställningsrätt: {areas.name_of(right.area_id) or 'alla områden'}"

    return [
        *_plan(plan, roles, contact.assignments, _role_sign, role_words, "nytt"),
        *_plan(plan, rights, contact.orderer_rights, _right_sign, right_words, "ny"),
    ]


def _plan(  # noqa: PLR0913, PLR0917 - the same for both kinds of values
    plan: Plan,
    listed: Sequence[_Held],
    held: Sequence[_Held],
    sign: Callable[[_Held], object],
    words: Callable[[_Held], str],
    new: str,
) -> list[str]:
    free, left, said = list(held), list[_Held](), list[str]()
    for one in listed:
        same = next((known for known in free if replace(known, id=one.id) == one), None)
        if same is None:
            left.append(one)
        else:
            free.remove(same)
    for one in left:
        begun = next((known for known in free if sign(known) == sign(one)), None)
        if begun is None:
            plan.new.append(one)
            said.append(f"{new} {words(one)}")
        else:
            free.remove(begun)
            plan.changed.append(replace(one, id=begun.id))
            said.append(f"ändrade uppgifter för {words(one)}")
    return said


def _role_sign(role: Assignment) -> object:
    return role.level, role.function.casefold(), role.area_id, role.starts_on


def _right_sign(right: AuthorisedOrderer) -> object:
    return right.area_id, right.kind, right.starts_on
