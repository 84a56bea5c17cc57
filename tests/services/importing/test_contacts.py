"""Planning a contact list: whatever it says, importing it again changes nothing."""

from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRight, ListedRole
from desktop.domain.importing import RowAction
from desktop.domain.level import Level, Party
from desktop.services.importing.contacts import plan_contacts
from desktop.services.importing.plan import Plan

AREAS = st.sampled_from(["", "Lön", "lön", "Ekonomi"])
DAYS = st.sampled_from([None, date(2020, 1, 1), date(2024, 1, 1)])
ROLES = st.builds(
    ListedRole, level=st.sampled_from([Level.TACTICAL, Level.OPERATIONAL]), area=AREAS, starts_on=DAYS
) | st.builds(ListedRole, function=st.sampled_from(["Verksjurist", "verksjurist"]), starts_on=DAYS)
LISTED = st.builds(
    ListedContact,
    rows=st.just((1,)),
    party=st.sampled_from(Party),
    given_name=st.sampled_from(["Anna", "Bo", ""]),
    family_name=st.sampled_from(["Ek", "ek", ""]),
    phone=st.sampled_from(["", "08-1", "+46 8 1"]),
    mobile=st.sampled_from(["", "070-1"]),
    function_email=st.sampled_from(["", "f@x.example"]),
    email=st.sampled_from(["", "a@x.example", "A@X.example", "b@x.example"]),
    roles=st.lists(ROLES, max_size=3).map(tuple),
    rights=st.lists(st.builds(ListedRight, area=AREAS, starts_on=DAYS), max_size=2).map(tuple),
).filter(lambda one: one.given_name or one.family_name or one.email)


class State:
    """A register in memory: what planned values make of it."""

    def __init__(self) -> None:
        self.agreement: Agreement | None = None
        self.areas: list[ServiceArea] = []
        self.contacts: dict[object, Contact] = {}

    def plan(self, file: ContactList) -> Plan:
        in_order = sorted(self.contacts.values(), key=lambda one: (one.family_name, one.given_name, one.id))
        return plan_contacts(file, self.agreement, self.areas, in_order)

    def carry_out(self, plan: Plan) -> None:
        for value in (*plan.new, *plan.changed):
            match value:
                case Agreement():
                    self.agreement = value
                case ServiceArea():
                    self.areas.append(value)
                case Contact():
                    self.contacts[value.id] = value
                case Assignment():
                    contact = self.contacts[value.contact_id]
                    others = tuple(one for one in contact.assignments if one.id != value.id)
                    self.contacts[contact.id] = replace(contact, assignments=(*others, value))
                case AuthorisedOrderer():
                    contact = self.contacts[value.contact_id]
                    self.contacts[contact.id] = replace(contact, orderer_rights=(*contact.orderer_rights, value))
                case _:
                    raise AssertionError(value)


def identity(one: ListedContact) -> tuple[str, ...]:
    """The reader has put together the rows that agree in all of this."""
    return one.party, one.email.lower(), one.given_name.lower(), one.family_name.lower()


@given(st.lists(LISTED, max_size=6, unique_by=identity), DAYS)
@example(
    [
        ListedContact(rows=(1,), party=Party.SSC, given_name="Bo", family_name="Ek", email="a@x.example"),
        ListedContact(rows=(2,), party=Party.SSC, given_name="Anna", family_name="Ek", email="a@x.example"),
    ],
    None,
)
def test_importing_again_changes_nothing(people: list[ListedContact], version: date | None) -> None:
    numbered = tuple(replace(one, rows=(row,)) for row, one in enumerate(people, 1))
    file = ContactList(file_name="x", version=version, agency_name="Myndigheten", contacts=numbered)
    state = State()
    first = state.plan(file)
    state.carry_out(first)
    assert len(state.contacts) == len(people)
    second = state.plan(file)
    assert second.changes_nothing, [(row.action, row.subject, row.detail) for row in second.rows]
    assert {row.action for row in second.rows} <= {RowAction.MATCH}
