"""Who has been merged is not made anew by a list or an invitation that still has them as they were (R17)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_list import ContactList, ListedContact, ListedRole
from desktop.domain.contacts.merging import Side
from desktop.domain.identity import new_id
from desktop.domain.level import Level, Party
from desktop.domain.meetings.invitation import Invitee
from desktop.models.database import Database
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.importing.contacts import plan_contacts
from desktop.services.importing.invitees import People
from desktop.services.importing.merged_again import as_chosen, as_one
from desktop.services.importing.plan import Plan
from desktop.services.imports import Imports
from tests.data_files import CONTACTS

KEEP = ListedContact(rows=(2,), party=Party.AGENCY, given_name="Åsa", family_name="Ångström-Öhrn",
                     email="asa.angstrom@x.example", title="Ekonom")  # fmt: skip
DROP = ListedContact(rows=(3,), party=Party.AGENCY, given_name="Asa", family_name="Ångström",
                     email="asa@x.example", title="Handläggare", phone="08-1")  # fmt: skip
ROLE = ListedRole(level=Level.TACTICAL)


def of(one: ListedContact) -> Contact:
    return Contact(id=new_id(), party=one.party, given_name=one.given_name, family_name=one.family_name,
                   title=one.title, phone=one.phone, email=one.email)  # fmt: skip


def survivor() -> Contact:
    kept = of(KEEP)
    return replace(kept, former=(replace(of(DROP), merged_into=kept.id),))


def planned(contacts: list[Contact], *listed: ListedContact) -> Plan:
    file = ContactList(file_name="lista.csv", contacts=listed)
    return plan_contacts(as_chosen(as_one(file, contacts), contacts), None, (), contacts)


@pytest.mark.parametrize(
    "listed",
    [
        (DROP,),
        (KEEP, DROP),
        (DROP, KEEP),
        (replace(DROP, email=""),),
        (replace(DROP, given_name="", family_name=""),),
        (KEEP, replace(DROP, email="")),
        (KEEP, DROP, replace(DROP, rows=(4,))),
    ],
    ids=["the former", "both", "both, turned", "by name", "by address", "both, by name", "twice"],
)
def test_an_old_list_changes_nothing(listed: tuple[ListedContact, ...]) -> None:
    plan = planned([survivor()], *listed)
    assert plan.new == plan.changed == []


def test_what_is_new_in_an_old_row_comes_to_the_survivor_once() -> None:
    one = survivor()
    plan = planned([one], replace(KEEP, roles=(ROLE,)), replace(DROP, roles=(ROLE,), mobile="070-1"))
    (role,) = plan.new
    assert getattr(role, "contact_id", None) == one.id
    assert [getattr(each, "mobile", "") for each in plan.changed] == ["070-1"]


def test_a_namesake_with_another_address_is_still_a_new_contact() -> None:
    plan = planned([survivor()], KEEP, replace(KEEP, rows=(3,), email="asa.annan@x.example"))
    assert len(plan.new) == 1


def test_deputies_still_lead_to_their_place_in_the_list() -> None:
    other = ListedContact(rows=(4,), party=Party.AGENCY, given_name="Per", family_name="Ek")
    file = ContactList(
        file_name="x", contacts=(KEEP, DROP, other, replace(other, rows=(5,), given_name="Bo", deputy=2))
    )
    left = as_one(file, [survivor()]).contacts
    assert [one.given_name for one in left] == ["Åsa", "Per", "Bo"]
    assert left[2].deputy == 1


def test_an_invitation_to_the_old_address_is_to_the_survivor() -> None:
    one = survivor()
    people = People([one])
    assert people.contact_of(Invitee(given_name="Asa", family_name="Ångström", email="asa@x.example")) == one
    assert people.contact_of(Invitee(given_name="Asa", family_name="Ångström", email="")) == one


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "register.db", bytes(range(32)), "provaren")
    yield opened
    opened.close()


def test_the_list_of_an_agency_read_again_after_a_merge_brings_nobody_back(database: Database) -> None:
    imports, contacts = Imports(database), Contacts(database)
    imports.apply(imports.preview(CONTACTS))
    first, second = [each for each in contacts.all() if each.party is Party.AGENCY and each.email][:2]
    choices = dict.fromkeys(("title", "phone", "given_name"), Side.KEPT)
    Duplicates(database, lambda: date(2026, 11, 24)).merge(first.id, second.id, choices)
    before = contacts.all()
    imports.apply(imports.preview(CONTACTS))
    assert contacts.all() == before
