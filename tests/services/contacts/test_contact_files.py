"""Contacts in and out of real registers: what leaves comes back, and what is ours alone does not leave."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.domain.agreement import Agreement, ServiceArea
from desktop.domain.contacts.contact import Assignment, AuthorisedOrderer, Contact
from desktop.domain.contacts.contact_export import CardVersion, Group
from desktop.domain.contacts.contact_list import ContactList
from desktop.domain.document import FinishedDocument
from desktop.domain.history import Act
from desktop.domain.identity import new_id
from desktop.domain.importing import RowAction
from desktop.domain.level import Level, Party
from desktop.domain.meetings.followup_list import FileForm
from desktop.domain.money import Money
from desktop.domain.order import OrderKind
from desktop.errors import InputError
from desktop.exchange.contact_table import contact_table
from desktop.exchange.incoming import read_file
from desktop.exchange.tables_out import OutTable, delimited_file, workbook_file
from desktop.models.agreement import AgreementRecord
from desktop.models.contact import AssignmentRecord, AuthorisedOrdererRecord, ContactRecord
from desktop.models.database import Database
from desktop.pdf.pages import page_texts
from desktop.services.agreements import Agreements
from desktop.services.contacts.contact_files import ContactFiles
from desktop.services.contacts.contacts import Contacts
from desktop.services.importing.contacts import plan_contacts
from desktop.services.importing.plan import Plan
from desktop.services.imports import Imports
from tests.contact_strategies import AREAS, CONTACTS
from tests.exchange.making import text_file
from tests.services.conftest import KEY, Register

DAY = date(2026, 11, 24)
AGENCY = "Exempelmyndigheten"
_ACT = Act("test.put")


@pytest.fixture
def filled(register: Register) -> Register:
    """Two of ours, one of SSC's, one who has left and one made anonymous."""
    pay = register.area("Lön, och ekonomi")
    register.put(AgreementRecord.of(Agreement(agency_name=AGENCY)))
    anna = register.contact("Anna Ek", Party.AGENCY, Level.TACTICAL, area_id=pay, starts_on=date(2020, 1, 1))
    bo = register.contact("Bo Ås-Öhman", Party.AGENCY, Level.TACTICAL, ends_on=date(2026, 12, 31))
    per = register.contact("Per Holmér", Party.SSC, Level.STRATEGIC)
    left = register.contact("Eva Gick", Party.AGENCY, Level.STRATEGIC)
    unknown = register.contact("Okänd Person", Party.AGENCY, Level.STRATEGIC)
    with register.database.writing(_ACT) as session:
        session.get_one(ContactRecord, anna.id).change(
            notes="Hemlig\n=anteckning", mobile="+46 70 1", function_email="lon@my.example", title="=Chef"
        )
        session.get_one(ContactRecord, bo.id).change(email="", deputy_id=anna.id, confirmed_on=date(2026, 9, 2))
        session.get_one(ContactRecord, per.id).change(phone="026-1")
        session.get_one(ContactRecord, left.id).change(ended_on=date(2026, 1, 1))
        session.get_one(ContactRecord, unknown.id).change(anonymised_on=date(2026, 1, 1))
    right = AuthorisedOrderer(
        id=new_id(), contact_id=anna.id, area_id=pay, kind=OrderKind.SPECIAL_SERVICE, limit=Money(5_000_001),
        ends_on=date(2027, 1, 1), evidence="Beslut 12",
    )  # fmt: skip
    earlier = Assignment(
        id=new_id(), contact_id=anna.id, function="Verksjurist", starts_on=date(2018, 1, 1), ends_on=date(2019, 1, 1)
    )
    register.put(AuthorisedOrdererRecord.of(right), AssignmentRecord.of(earlier))
    return register


@pytest.fixture
def files(filled: Register) -> ContactFiles:
    return ContactFiles(filled.database, lambda: DAY)


def known(database: Database) -> list[Contact]:
    return [one for one in Contacts(database).all() if one.anonymised_on is None]


def without_keys(contacts: list[Contact], areas: dict[UUID, str]) -> list[object]:
    """Everything of some contacts but their keys."""
    places = {contact.id: place for place, contact in enumerate(contacts)}
    nobody = UUID(int=0)

    def area(area_id: UUID | None) -> str:
        return areas[area_id] if area_id else ""

    return [
        (
            replace(one, id=nobody, deputy_id=None, assignments=(), orderer_rights=()),
            places.get(one.deputy_id) if one.deputy_id else None,
            [(replace(r, id=nobody, contact_id=nobody, area_id=None), area(r.area_id)) for r in one.assignments],
            [(replace(r, id=nobody, contact_id=nobody, area_id=None), area(r.area_id)) for r in one.orderer_rights],
        )
        for one in contacts
    ]


def area_names(database: Database) -> dict[UUID, str]:
    return {area.id: area.name for area in Agreements(database).areas()}


@pytest.mark.parametrize("form", FileForm)
def test_the_own_copy_fills_an_empty_register_with_the_same(
    form: FileForm, files: ContactFiles, filled: Register, tmp_path: Path
) -> None:
    made = files.own_copy(form)
    assert made.file_name == f"Kontaktförteckning med anteckningar 2026-11-24.{form}"
    path = text_file(tmp_path, made.content, made.file_name)
    database = Database.open(tmp_path / "empty.db", KEY, "provaren")
    try:
        imports = Imports(database, lambda: DAY)
        imports.apply(imports.preview(path))
        assert without_keys(known(database), area_names(database)) == without_keys(
            known(filled.database), area_names(filled.database)
        )
        assert (Agreements(database).get() or Agreement()).agency_name == AGENCY
    finally:
        database.close()


@pytest.mark.parametrize("form", FileForm)
def test_a_file_of_ours_changes_nothing_where_it_came_from(
    form: FileForm, files: ContactFiles, filled: Register, tmp_path: Path
) -> None:
    before = known(filled.database)
    imports = Imports(filled.database, lambda: DAY)
    for made in (files.own_copy(form), files.table(form)):
        preview = imports.preview(text_file(tmp_path, made.content, made.file_name))
        assert {row.action for row in preview.rows} == {RowAction.MATCH}
        assert imports.apply(preview).sentence == "Allt fanns redan."
    assert known(filled.database) == before


def test_what_was_changed_in_the_spreadsheet_is_changed_here(
    files: ContactFiles, filled: Register, tmp_path: Path
) -> None:
    text = files.table(FileForm.DELIMITED).content.decode("utf-8-sig")
    text = text.replace("2026-12-31", "2027-06-30").replace("50\u00a0000,01\u00a0kr", "75000").replace("'=Chef", "Chef")
    imports = Imports(filled.database, lambda: DAY)
    preview = imports.preview(text_file(tmp_path, text))
    assert imports.apply(preview).sentence == "2 kontakter ändrades."
    people = {one.given_name: one for one in known(filled.database)}
    assert [role.ends_on for role in people["Bo"].assignments] == [date(2027, 6, 30)]
    assert [right.limit for right in people["Anna"].orderer_rights] == [Money(7_500_000)]
    assert (people["Anna"].title, people["Anna"].notes) == ("Chef", "Hemlig\n=anteckning")


def test_a_table_to_hand_on_has_no_notes(files: ContactFiles) -> None:
    text = files.table(FileForm.DELIMITED).content.decode("utf-8-sig")
    assert "Hemlig" not in text
    assert "'=Chef" in text
    assert "Okänd" not in text


def test_cards_of_those_who_are_there_come_back(files: ContactFiles, filled: Register, tmp_path: Path) -> None:
    made = files.cards(CardVersion.CURRENT)
    assert made.file_name == "Visitkort 2026-11-24.vcf"
    path = text_file(tmp_path, made.content, made.file_name)
    content = read_file(path)
    assert isinstance(content, ContactList)
    assert [one.name for one in content.contacts] == ["Anna Ek", "Per Holmér", "Bo Ås-Öhman"]
    imports = Imports(filled.database, lambda: DAY)
    assert imports.apply(imports.preview(path)).sentence == "Allt fanns redan."


def test_one_card_is_named_after_its_person(files: ContactFiles, filled: Register) -> None:
    gone = next(one for one in known(filled.database) if one.ended_on)
    made = files.cards(CardVersion.OLDER, [gone.id])
    assert made.file_name == "Eva Gick.vcf"
    assert b"VERSION:3.0" in made.content
    with pytest.raises(InputError, match="inga kontakter"):
        files.cards(CardVersion.OLDER, [new_id()])


def text_of(document: FinishedDocument) -> str:
    return " ".join(" ".join(page_texts(document.pdf)).replace("\u00a0", " ").split())


def test_the_printed_list_goes_level_by_level_with_its_version(files: ContactFiles) -> None:
    made = files.document()
    assert (made.file_name, made.title) == (
        "Kontaktförteckning 2026-11-24.pdf",
        "Kontaktförteckning 24\u00a0november\u00a02026",
    )
    text = text_of(made)
    assert "Status Version 2026-11-24" in text
    assert text.index("Strategisk nivå") < text.index("Taktisk nivå") < text.index("Operativ nivå")
    strategic = text[text.index("Strategisk nivå") : text.index("Taktisk nivå")]
    assert f"{AGENCY} Ingen kontaktperson är utsedd." in strategic
    assert "Per Holmér" in strategic
    assert "Eva Gick" not in text
    assert "Ersättare: Anna Ek" in text
    assert "t.o.m. 2026-12-31" in text
    assert "Behöriga beställare" in text
    assert "50 000,01 kr" in text
    assert "Verksjurist" not in text, "that was a role of the past"
    assert "Hemlig" not in text


def test_a_level_can_be_printed_alone(files: ContactFiles) -> None:
    made = files.document(Level.TACTICAL)
    assert made.file_name == "Kontaktförteckning, taktisk nivå 2026-11-24.pdf"
    text = text_of(made)
    assert text.startswith("Taktisk nivå Kontaktförteckning")
    assert "Anna Ek" in text
    assert "Strategisk" not in text
    assert "Behöriga beställare" not in text


def test_the_list_needs_the_name_of_the_agency(register: Register) -> None:
    with pytest.raises(InputError, match="myndigheten"):
        ContactFiles(register.database, lambda: DAY).document()


def test_a_mail_goes_to_those_of_the_group_who_have_an_address(files: ContactFiles) -> None:
    made = files.mail(Group(Party.AGENCY, Level.TACTICAL))
    message = message_from_bytes(made.content, policy=default)
    assert str(message["To"]) == "Anna Ek <ek@agency.example>"
    assert str(message["Subject"]) == "Samverkan, taktisk nivå, Exempelmyndigheten"
    assert (made.recipients, made.without_address) == (("Anna Ek",), ("Bo Ås-Öhman",))
    assert made.file_name == "Mejl till taktisk nivå, Exempelmyndigheten 2026-11-24.eml"


def test_addresses_are_ready_to_be_pasted(files: ContactFiles, filled: Register) -> None:
    bo = next(one for one in known(filled.database) if one.given_name == "Bo")
    with filled.database.writing(_ACT) as session:
        session.get_one(ContactRecord, bo.id).change(function_email="stod@my.example")
    made = files.addresses(Group(Party.AGENCY))
    assert (made.text, made.without_address) == ("ek@agency.example; stod@my.example", ())


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (Group(Party.SSC, Level.OPERATIONAL), "Det finns ingen att skriva till: operativ nivå, Statens servicecenter"),
        (Group(Party.AGENCY, Level.STRATEGIC), "Det finns ingen att skriva till: strategisk nivå, Exempelmyndigheten"),
    ],
)
def test_a_group_without_people_says_so(group: Group, words: str, files: ContactFiles) -> None:
    with pytest.raises(InputError, match=words):
        files.addresses(group)


class Kept:
    """A register in memory: what planned values make of it."""

    def __init__(self, contacts: list[Contact], areas: dict[UUID, str], agreement: Agreement | None) -> None:
        self.contacts = {one.id: one for one in contacts}
        self.areas = [ServiceArea(id=key, name=name) for key, name in areas.items()]
        self.agreement = agreement

    def take(self, plan: Plan) -> None:
        for value in (*plan.new, *plan.changed):
            match value:
                case ServiceArea():
                    self.areas.append(value)
                case Contact():
                    self.contacts[value.id] = value
                case Assignment():
                    one = self.contacts[value.contact_id]
                    self.contacts[one.id] = replace(one, assignments=(*one.assignments, value))
                case AuthorisedOrderer():
                    one = self.contacts[value.contact_id]
                    self.contacts[one.id] = replace(one, orderer_rights=(*one.orderer_rights, value))
                case _:
                    assert isinstance(value, Agreement)

    def plan(self, content: ContactList) -> Plan:
        return plan_contacts(content, self.agreement, self.areas, self.contacts.values())


@pytest.mark.parametrize("write", [delimited_file, workbook_file])
@settings(
    max_examples=40, phases=[Phase.generate], deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(CONTACTS, min_size=1, max_size=4, unique_by=lambda one: one.id), st.data())
def test_whoever_stands_in_the_list_it_comes_back_equal_and_changes_nothing(
    tmp_path: Path, write: Callable[[OutTable], bytes], contacts: list[Contact], data: st.DataObject
) -> None:
    deputies = st.none() | st.sampled_from([one.id for one in contacts])
    contacts = [replace(one, anonymised_on=None, deputy_id=data.draw(deputies)) for one in contacts]
    table = contact_table(contacts, AGENCY, AREAS, with_notes=True)
    content = read_file(text_file(tmp_path, write(table)))
    assert isinstance(content, ContactList)

    empty = Kept([], {}, None)
    empty.take(empty.plan(content))
    found = {area.id: area.name for area in empty.areas}
    assert without_keys(list(empty.contacts.values()), found) == without_keys(contacts, AREAS)

    same = Kept(contacts, AREAS, Agreement(agency_name=AGENCY))
    plan = same.plan(content)
    assert (plan.new, plan.changed) == ([], [])
    assert plan.sentence == "Allt fanns redan."
