"""Contact lists and registers made up by Hypothesis, and a register in memory that plans are carried out in."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from desktop.domain.agreement import ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRight, ListedRole
from desktop.domain.contacts.known_again import name_of
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.services.importing.plan import Plan

DAY = date(2026, 11, 24)
LON, EKONOMI = ServiceArea(id=new_id(), name="Lön"), ServiceArea(id=new_id(), name="Ekonomi")
_DAYS = [None, date(2020, 1, 1), date(2024, 1, 1), date(2026, 11, 23), date(2026, 11, 24), date(2027, 1, 1)]
_AREAS = st.sampled_from(["", "Lön", "lön", "Nytt"])
_GIVEN, _FAMILY = st.sampled_from(["Anna", "Bo", ""]), st.sampled_from(["Ek", "ek", ""])
_TITLES, _EMAILS = st.sampled_from(["", "Chef"]), st.sampled_from(["", "a@x.example", "A@X.example", "b@x.example"])
_PHONES = st.sampled_from(["", "08-1", "+46 8 1", "08-2"])
_KINDS = st.sampled_from([{"level": Level.TACTICAL}, {"level": Level.OPERATIONAL}, {"function": "Verksjurist"},
                          {"function": "verksjurist"}])  # fmt: skip


def _periods() -> st.SearchStrategy[dict[str, Any]]:
    pairs = st.tuples(st.sampled_from(_DAYS), st.sampled_from(_DAYS))
    in_order = pairs.filter(lambda pair: not (pair[0] and pair[1] and pair[1] < pair[0]))
    return in_order.map(lambda pair: {"starts_on": pair[0], "ends_on": pair[1]})


def _listed_role(kind: dict[str, Any], area: str, period: dict[str, Any]) -> ListedRole:
    return ListedRole(area=area, **kind, **period)


LISTED_ROLES = st.builds(_listed_role, _KINDS, _AREAS, _periods())
LISTED_RIGHTS = st.builds(lambda area, period: ListedRight(area=area, **period), _AREAS, _periods())
LISTED = st.builds(
    ListedContact,
    rows=st.just((1,)),
    party=st.sampled_from(Party),
    given_name=_GIVEN,
    family_name=_FAMILY,
    title=_TITLES,
    phone=_PHONES,
    email=_EMAILS,
    function_email=_EMAILS,
    roles=st.lists(LISTED_ROLES, max_size=3).map(tuple),
    rights=st.lists(LISTED_RIGHTS, max_size=2).map(tuple),
).filter(lambda one: bool(one.given_name or one.family_name or one.email))


def _list(contacts: list[ListedContact], version: date | None) -> ContactList:
    apart: list[ListedContact] = []
    for one in contacts:
        if not any(_joined(one, other) for other in apart):
            apart.append(one)
    numbered = tuple(replace(one, rows=(row,)) for row, one in enumerate(apart, 2))
    return ContactList(file_name="lista.xlsx", version=version, contacts=numbered)


def _joined(one: ListedContact, other: ListedContact) -> bool:
    """Whether a reader takes two rows for the same person."""
    emails = {one.email.lower(), other.email.lower()}
    names = {name_of(one), name_of(other)}
    if len(emails) == 1 and "" not in emails:
        return len(names) == 1 or "" in names
    return one.party is other.party and len(names) == 1 and "" in emails


LISTS = st.builds(_list, st.lists(LISTED, max_size=5), st.sampled_from([None, date(2026, 9, 2), date(2027, 9, 2)]))


def _contact(one: ListedContact, ended: bool) -> Contact:
    key = new_id()
    areas = {"": None, "Lön": LON.id, "lön": LON.id, "Nytt": EKONOMI.id}
    roles = tuple(
        Assignment(id=new_id(), contact_id=key, level=role.level, function=role.function, area_id=areas[role.area],
                   starts_on=role.starts_on, ends_on=role.ends_on)
        for role in one.roles
    )  # fmt: skip
    rights = tuple(
        AuthorisedOrderer(id=new_id(), contact_id=key, area_id=areas[right.area], starts_on=right.starts_on,
                          ends_on=right.ends_on)
        for right in one.rights
    )  # fmt: skip
    return Contact(id=key, party=one.party, given_name=one.given_name, family_name=one.family_name, title=one.title,
                   phone=one.phone, email=one.email, function_email=one.function_email, assignments=roles,
                   orderer_rights=rights, ended_on=date(2025, 1, 1) if ended else None)  # fmt: skip


CONTACTS = st.lists(st.builds(_contact, LISTED, st.booleans()), max_size=5)


class Memory:
    """A register in memory: what planned values make of it."""

    def __init__(self, contacts: list[Contact]) -> None:
        self.areas: list[ServiceArea] = [LON, EKONOMI]
        self.contacts = sorted(contacts, key=lambda one: (one.family_name.lower(), one.given_name, one.id))

    def carry_out(self, plan: Plan) -> None:
        """Do what a plan says."""
        for value in (*plan.new, *plan.changed):
            self._take(value)
        for value in plan.gone:
            self._drop(value)

    def _take(self, value: object) -> None:
        match value:
            case ServiceArea():
                self.areas.append(value)
            case Contact():
                known = next((one for one in self.contacts if one.id == value.id), None)
                held = (known.assignments, known.orderer_rights) if known else ((), ())
                self.contacts = [one for one in self.contacts if one.id != value.id]
                self.contacts.append(replace(value, assignments=held[0], orderer_rights=held[1]))
                self.contacts.sort(key=lambda one: (one.family_name.lower(), one.given_name, one.id))
            case Assignment() | AuthorisedOrderer():
                self._drop(value)
                self._put(value)
            case _:
                raise AssertionError(value)

    def _put(self, held: Assignment | AuthorisedOrderer) -> None:
        place, contact = self._holder(held)
        if isinstance(held, Assignment):
            self.contacts[place] = replace(contact, assignments=(*contact.assignments, held))
        else:
            self.contacts[place] = replace(contact, orderer_rights=(*contact.orderer_rights, held))

    def _drop(self, held: object) -> None:
        assert isinstance(held, Assignment | AuthorisedOrderer)
        place, contact = self._holder(held)
        self.contacts[place] = replace(
            contact,
            assignments=tuple(one for one in contact.assignments if one.id != held.id),
            orderer_rights=tuple(one for one in contact.orderer_rights if one.id != held.id),
        )

    def _holder(self, held: Assignment | AuthorisedOrderer) -> tuple[int, Contact]:
        return next((place, one) for place, one in enumerate(self.contacts) if one.id == held.contact_id)
