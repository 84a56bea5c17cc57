"""Visiting cards on their way out: read back as they were, in lines that every program takes, and nothing private."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_export import CardVersion
from desktop.domain.contacts.contact_list import ListedContact, ListedRight, ListedRole
from desktop.domain.level import Level, Party
from desktop.exchange.vcard_in import read_cards
from desktop.exchange.vcard_out import visiting_cards
from tests.contact_strategies import AREAS, CONTACTS

STAMP = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ORGANISATIONS = {Party.AGENCY: "Exempelmyndigheten", Party.SSC: "Statens servicecenter"}
LON = UUID(int=1)
ANNA = Contact(
    id=UUID(int=7),
    party=Party.AGENCY,
    given_name="Anna",
    family_name="Ångström-Öhrn",
    title="Chef; lön, pension",
    phone="08-123 45 60",
    mobile="070-1",
    email="anna@my.example",
    function_email="lon@my.example",
    notes="Hemlig anteckning",
    assignments=(Assignment(id=UUID(int=8), contact_id=UUID(int=7), level=Level.TACTICAL, area_id=LON),),
    orderer_rights=(AuthorisedOrderer(id=UUID(int=9), contact_id=UUID(int=7), evidence="Hemligt underlag"),),
)


def made(*contacts: Contact, version: CardVersion = CardVersion.CURRENT) -> bytes:
    return visiting_cards(contacts, version, organisations=ORGANISATIONS, areas=AREAS, stamp=STAMP)


def listed(contact: Contact, row: int = 1) -> ListedContact:
    """What a card is to say of a contact: how to reach them, their roles and rights, and no more."""
    return ListedContact(
        rows=(row,),
        party=contact.party,
        organisation=ORGANISATIONS[contact.party],
        given_name=contact.given_name,
        family_name=contact.family_name,
        title=contact.title,
        phone=contact.phone,
        mobile=contact.mobile,
        email=contact.email,
        function_email=contact.function_email,
        roles=tuple(
            ListedRole(
                level=role.level,
                function=role.function,
                area=AREAS[role.area_id] if role.area_id else "",
                starts_on=role.starts_on,
                ends_on=role.ends_on,
            )
            for role in contact.assignments
        ),
        rights=tuple(
            ListedRight(
                area=AREAS[right.area_id] if right.area_id else "",
                kind=right.kind,
                starts_on=right.starts_on,
                ends_on=right.ends_on,
                limit=right.limit,
            )
            for right in contact.orderer_rights
        ),
    )


def test_a_card_says_how_to_reach_somebody() -> None:
    assert made(ANNA).decode().split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Samverkan//Samverkan//SV",
        "UID:urn:uuid:00000000-0000-0000-0000-000000000007",
        "REV:20261124T093000Z",
        "N:Ångström-Öhrn;Anna;;;",
        "FN:Anna Ångström-Öhrn",
        "ORG:Exempelmyndigheten",
        "TITLE:Chef\\; lön\\, pension",
        "TEL;TYPE=work:08-123 45 60",
        "TEL;TYPE=work,cell:070-1",
        "EMAIL;PREF=1;TYPE=work:anna@my.example",
        "item1.EMAIL;TYPE=work:lon@my.example",
        "item1.X-ABLabel:Funktionsbrevlåda",
        "CATEGORIES:Taktisk nivå,Behörig beställare",
        "X-SAMVERKAN-PART:agency",
        "X-SAMVERKAN-UPPDRAG:tactical;;Lön;;",
        "X-SAMVERKAN-BESTALLARE:;;;;",
        "END:VCARD",
        "",
    ]


def test_older_programs_get_what_they_know() -> None:
    lines = made(ANNA, version=CardVersion.OLDER).decode().split("\r\n")
    assert {"VERSION:3.0", "REV:2026-11-24T09:30:00Z", "TEL;TYPE=work,cell,voice:070-1"} <= set(lines)
    assert "EMAIL;TYPE=internet,work,pref:anna@my.example" in lines


@pytest.mark.parametrize("version", CardVersion)
def test_our_own_notes_and_evidence_never_leave(version: CardVersion) -> None:
    assert b"Hemlig" not in made(ANNA, version=version)


@pytest.mark.parametrize("version", CardVersion)
@given(contact=CONTACTS.filter(lambda one: bool(one.given_name or one.family_name)))
def test_a_card_comes_back_as_it_was(version: CardVersion, contact: Contact) -> None:
    content = read_cards(made(contact, version=version), "kort.vcf")
    assert content.contacts == (listed(contact),)
    assert [problem for problem in content.problems if "personnummer" not in problem.sentence] == []


@pytest.mark.parametrize("version", CardVersion)
def test_a_mailbox_comes_back_without_a_name(version: CardVersion) -> None:
    role = replace(ANNA.assignments[0], level=None, function="Kundsupport")
    for changes in (
        {"assignments": (role,)},
        {"assignments": ()},
        {"assignments": (), "title": ""},
        {"assignments": (), "title": "", "email": ""},
    ):
        mailbox = replace(ANNA, given_name="", family_name="", orderer_rights=(), **changes)
        assert read_cards(made(mailbox, version=version), "kort.vcf").contacts == (listed(mailbox),)


@given(st.lists(CONTACTS, min_size=1, max_size=4), st.sampled_from(CardVersion))
def test_every_line_is_short_whole_and_a_property_of_ours(contacts: list[Contact], version: CardVersion) -> None:
    content = made(*contacts, version=version)
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no letter is parted
    unfolded = content.replace(b"\r\n ", b"").decode().splitlines()
    names = {re.split("[;:]", line)[0] for line in unfolded}
    assert names <= {
        "BEGIN", "VERSION", "PRODID", "UID", "REV", "N", "FN", "ORG", "TITLE", "TEL", "EMAIL", "item1.EMAIL",
        "item1.X-ABLabel", "CATEGORIES", "X-SAMVERKAN-PART", "X-SAMVERKAN-UPPDRAG", "X-SAMVERKAN-BESTALLARE", "END",
    }  # fmt: skip
    assert unfolded.count("BEGIN:VCARD") == unfolded.count("END:VCARD") == len(contacts)


def test_the_same_contacts_give_the_same_bytes() -> None:
    assert made(ANNA) == made(ANNA)


@pytest.mark.parametrize("version", CardVersion)
def test_two_long_names_come_back_whole_and_without_a_word(version: CardVersion) -> None:
    contact = replace(ANNA, given_name="Å" * 200, family_name="Ö" * 200)
    content = read_cards(made(contact, version=version), "kort.vcf")
    assert content.contacts == (listed(contact),)
    assert content.problems == ()


def test_a_role_is_kept_with_its_time() -> None:
    role = replace(ANNA.assignments[0], starts_on=date(2024, 1, 1), ends_on=date(2026, 12, 31))
    (contact,) = read_cards(made(replace(ANNA, assignments=(role,))), "kort.vcf").contacts
    assert (contact.roles[0].starts_on, contact.roles[0].ends_on) == (date(2024, 1, 1), date(2026, 12, 31))
