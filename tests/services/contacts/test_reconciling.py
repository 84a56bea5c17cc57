"""Reconciling a real register with real lists: compared in three ways, done as one, told, remembered (R17)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from desktop.domain.contacts.columns import ColumnQuestion, Columns, Meaning
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.partial_list import lacks_of
from desktop.domain.contacts.reconciling import (
    Choice,
    ComparedPerson,
    Comparison,
    Finding,
    ListField,
    Standing,
    accept_all_of_theirs,
)
from desktop.domain.level import Level, Party
from desktop.errors import FileError, InputError
from desktop.models.contact import AssignmentRecord, ContactRecord
from desktop.models.contact_list import ColumnMappingRecord, ContactNoticeRecord, ReceivedListRecord
from desktop.models.records import RECORDS
from desktop.services.contacts.contact_notices import ContactNotices
from desktop.services.contacts.contacts import Contacts
from desktop.services.contacts.reconciling import Reconciling
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.sample import fill
from tests.data_files import CONTACTS, INVITATION, MATTERS, SERVICE_LEVELS
from tests.exchange.making import CONTACT_HEADER, delimited, text_file, workbook
from tests.services.conftest import Register

DAY = date(2026, 11, 24)
OWN_HEADER = ["Org", "Uppgift", "Vem", "Nås på", "Ring"]
OWN_ROWS = [
    ["Statens servicecenter", "Taktisk", "Per Holmér", "per.holmer@ssc.example", "026-12 34 56"],
    ["Exempelmyndigheten", "Operativ", "Ali Hassan", "ali.hassan@exempelmyndigheten.example", "08-123 45 61"],
]


@pytest.fixture
def reconciling(register: Register) -> Reconciling:
    return Reconciling(register.database, lambda: DAY)


@pytest.fixture
def filled(register: Register) -> Register:
    imports = Imports(register.database)
    imports.apply(imports.preview(CONTACTS))
    return register


def edited(folder: Path, edit: Callable[[Any], None]) -> Path:
    """The real list, of a later version and with changes."""
    book = openpyxl.load_workbook(CONTACTS)
    sheet = book.active
    assert sheet is not None
    sheet["A3"] = "Version 2026-11-01"
    edit(sheet)
    path = folder / "kontaktforteckning-2026-11-01.xlsx"
    book.save(path)
    return path


def compared(reconciling: Reconciling, path: Path) -> Comparison:
    found = reconciling.read(path)
    assert isinstance(found, Comparison)
    return found


def person(comparison: Comparison, name: str) -> ComparedPerson:
    (found,) = [one for one in comparison.persons if one.name == name]
    return found


def contact(register: Register, name: str) -> Contact:
    (found,) = [one for one in Contacts(register.database).all() if one.name == name]
    return found


def findings(one: ComparedPerson) -> dict[ListField, Finding]:
    return {line.field: line.finding for line in one.differences}


def everything(register: Register) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but history and versions of rows."""
    with register.database.reading() as session:
        return {
            kind.__tablename__: sorted(
                ({c.key: getattr(record, c.key) for c in kind.__table__.columns if c.key != "version"}
                 for record in session.scalars(select(kind))),
                key=lambda row: str(row["id"]),
            )
            for kind in RECORDS
        }  # fmt: skip


def change_both(sheet: Any) -> None:
    sheet["G7"] = "026-99 99 99"  # Per Holmér's phone
    sheet["F13"] = "Chef för ekonomi"  # Anna Andersson's title
    sheet.delete_rows(11)  # Ulla Nyström


def area_of_anna(sheet: Any) -> None:
    sheet["C13"] = "Rymdfart"


def keep_two(sheet: Any) -> None:
    """Only Per Holmér of SSC's and Anna Andersson of ours."""
    for row in range(sheet.max_row, 6, -1):
        if row not in {7, 13}:
            sheet.delete_rows(row)


# The real list


def test_the_list_that_was_imported_agrees_in_everything(filled: Register, reconciling: Reconciling) -> None:
    comparison = compared(reconciling, CONTACTS)
    assert comparison.different == ()
    assert len(comparison.persons) == 13
    assert comparison.earlier_on is None


def test_two_lists_with_edits_in_between_are_told_apart_in_three_ways(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    reconciling.apply(compared(reconciling, CONTACTS), {})
    with_database = Contacts(filled.database)
    ali = contact(filled, "Ali Hassan")
    with_database.change(ali.id, phone="08-700 00 00")
    comparison = compared(reconciling, edited(tmp_path, change_both))
    assert comparison.earlier_version == date(2026, 9, 2)
    assert findings(person(comparison, "Per Holmér")) == {ListField.PHONE: Finding.THEY_CHANGED}
    assert findings(person(comparison, "Anna Andersson")) == {ListField.TITLE: Finding.THEY_CHANGED}
    assert findings(person(comparison, "Ali Hassan")) == {ListField.PHONE: Finding.WE_CHANGED}
    assert person(comparison, "Ulla Nyström").standing is Standing.GONE


def test_what_is_done_is_one_act_that_one_undo_takes_back(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    reconciling.apply(compared(reconciling, CONTACTS), {})
    history = History(filled.database)
    before = everything(filled)
    comparison = compared(reconciling, edited(tmp_path, change_both))
    done = reconciling.apply(comparison, {})
    assert (done.contacts, done.notices) == (2, 1)
    assert contact(filled, "Per Holmér").phone == "026-99 99 99"
    assert contact(filled, "Per Holmér").confirmed_on == date(2026, 11, 1)
    assert contact(filled, "Anna Andersson").title == "Ekonomichef"
    (ulla,) = contact(filled, "Ulla Nyström").assignments
    assert ulla.ends_on == date(2026, 10, 31)
    (notice,) = ContactNotices(filled.database).open()
    assert notice.notice.title == "Ändrade uppgifter för Anna Andersson: titel"
    assert "Titel: Chef för ekonomi → Ekonomichef" in notice.notice.body
    assert reconciling.last().version_on == date(2026, 11, 1)  # type: ignore[union-attr]
    assert history.undo().verb == "contacts.reconcile"
    assert everything(filled) == before


def test_a_part_of_the_list_ends_nobody_and_tells_nothing_unless_it_is_chosen(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    reconciling.apply(compared(reconciling, CONTACTS), {})
    before = everything(filled)
    comparison = compared(reconciling, edited(tmp_path, keep_two))
    assert {lack.party for lack in lacks_of(comparison.persons)} == set(Party)
    ulla = person(comparison, "Ulla Nyström")
    assert ulla.standing is Standing.GONE
    assert (ulla.key, ulla.differences[0].key) not in accept_all_of_theirs(comparison)
    done = reconciling.apply(comparison, accept_all_of_theirs(comparison))
    assert (done.contacts, done.notices) == (0, 0)
    assert everything(filled)["received_list"] == before["received_list"]  # the whole list stays the last one
    assert everything(filled)["assignment"] == before["assignment"]
    chosen = {(ulla.key, ulla.differences[0].key): Choice.THEIRS}
    reconciling.apply(compared(reconciling, edited(tmp_path, keep_two)), chosen)
    assert contact(filled, "Ulla Nyström").assignments[0].ends_on == date(2026, 10, 31)
    assert reconciling.last().version_on == date(2026, 11, 1)  # type: ignore[union-attr]


def test_a_notice_names_an_area_that_only_their_list_has(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    reconciling.apply(compared(reconciling, edited(tmp_path, area_of_anna)), {})
    (notice,) = ContactNotices(filled.database).open()
    assert "Rymdfart" in notice.notice.body
    assert "okänt" not in notice.notice.body
    assert "Rymdfart" not in {row["name"] for row in everything(filled)["service_area"]}


def test_the_same_list_again_finds_only_what_was_kept_and_tells_it_once(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    path = edited(tmp_path, change_both)
    reconciling.apply(compared(reconciling, path), {})
    again = compared(reconciling, path)
    assert [one.name for one in again.different] == ["Anna Andersson"]
    reconciling.apply(again, {})
    assert len(ContactNotices(filled.database).open()) == 1


def test_what_is_left_is_neither_taken_nor_told(filled: Register, reconciling: Reconciling, tmp_path: Path) -> None:
    comparison = compared(reconciling, edited(tmp_path, change_both))
    left = {(one.key, line.key): Choice.LEFT for one in comparison.different for line in one.differences}
    reconciling.apply(comparison, left)
    assert contact(filled, "Per Holmér").phone == "+46 (0)26 12 34 56"
    assert ContactNotices(filled.database).open() == ()
    with filled.database.reading() as session:
        assert len(session.scalars(select(ReceivedListRecord)).all()) == 1


def test_everyone_comes_from_the_list_into_an_empty_register(register: Register, reconciling: Reconciling) -> None:
    comparison = compared(reconciling, CONTACTS)
    assert {one.standing for one in comparison.different} == {Standing.ONLY_THEIRS}
    reconciling.apply(comparison, {})
    assert compared(reconciling, CONTACTS).different == ()
    anna = contact(register, "Anna Andersson")
    assert len(anna.orderer_rights) == 3
    assert (
        anna.orderer_rights[0].evidence == "Kontaktförteckning kontaktforteckning-2026-09-02.xlsx, version 2026-09-02"
    )


def test_a_register_that_has_changed_since_is_not_written_over(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    comparison = compared(reconciling, edited(tmp_path, change_both))
    Contacts(filled.database).change(contact(filled, "Per Holmér").id, phone="026-11 11 11")
    before = everything(filled)
    with pytest.raises(InputError, match="har ändrats"):
        reconciling.apply(comparison, {})
    assert everything(filled) == before


def test_what_else_changes_meanwhile_is_no_hindrance(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    comparison = compared(reconciling, edited(tmp_path, change_both))
    Contacts(filled.database).change(contact(filled, "Maria Ek").id, notes="Ringer helst på förmiddagen")
    reconciling.apply(comparison, {})
    assert contact(filled, "Maria Ek").notes == "Ringer helst på förmiddagen"


# Other files


def test_a_text_file_is_compared_too(filled: Register, reconciling: Reconciling, tmp_path: Path) -> None:
    row = ["Statens servicecenter", "Taktisk", "Lön", "Holmér", "Per", "Enhetschef lön", "026/123456",
           "Per.Holmer@ssc.example", "2023-05-15"]  # fmt: skip
    path = delimited(tmp_path, [CONTACT_HEADER, row], codec="cp1252")
    comparison = compared(reconciling, path)
    assert findings(person(comparison, "Per Holmér")) == {}
    assert comparison.different == ()  # the list is only about SSC's people, and what it lacks was never listed


def test_visiting_cards_are_compared_and_say_nothing_of_roles_they_lack(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    reconciling.apply(compared(reconciling, CONTACTS), {})
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Holmér;Per;;;\r\nFN:Per Holmér\r\nTEL;TYPE=WORK:026-99 99 99\r\n"
    path = text_file(tmp_path, f"{card}EMAIL:per.holmer@ssc.example\r\nEND:VCARD\r\n", "per.vcf")
    comparison = compared(reconciling, path)
    (per,) = comparison.different  # nobody is gone because a card is about one person only
    assert per.party is Party.SSC
    assert findings(per) == {ListField.PHONE: Finding.THEY_CHANGED}
    reconciling.apply(comparison, {})
    assert contact(filled, "Per Holmér").phone == "026-99 99 99"
    assert contact(filled, "Per Holmér").assignments[0].ends_on is None
    assert reconciling.last().file_name == CONTACTS.name  # type: ignore[union-attr]


def test_a_card_of_one_of_ours_does_not_make_the_others_missing(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Hassan;Ali;;;\r\nFN:Ali Hassan\r\nTITLE:Chef\r\n"
    email = "EMAIL:ali.hassan@exempelmyndigheten.example\r\nEND:VCARD\r\n"
    comparison = compared(reconciling, text_file(tmp_path, card + email, "ali.vcf"))
    assert [one.name for one in comparison.different] == ["Ali Hassan"]


def test_a_list_without_a_column_for_the_party_goes_by_the_addresses(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    header = ["Namn", "E-post", "Telefon", "Nivå"]
    ali = ["Ali Hassan", "ali.hassan@exempelmyndigheten.example", "08-123 45 61", "Operativ"]
    rows = [["Ny Person", "ny@ssc.example", "026-1", "Operativ"], ali]
    comparison = compared(reconciling, workbook(tmp_path, Blad=[header, *rows]))
    assert (person(comparison, "Ny Person").party, person(comparison, "Ali Hassan").party) == (Party.SSC, Party.AGENCY)


@pytest.mark.parametrize(
    ("path", "words"),
    [(MATTERS, "ärendelista"), (INVITATION, "kallelse"), (SERVICE_LEVELS, "servicenivåer")],
)
def test_other_files_are_refused_with_what_they_are(reconciling: Reconciling, path: Path, words: str) -> None:
    with pytest.raises(FileError, match=words):
        reconciling.read(path)


def test_what_is_no_table_is_refused(reconciling: Reconciling, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        reconciling.read(text_file(tmp_path, "Hej, det här är ett brev.\nMed några rader, och kommatecken.\n"))


def test_hostile_texts_stay_texts(filled: Register, reconciling: Reconciling, tmp_path: Path) -> None:
    row = ["Statens servicecenter", "Taktisk", "<script>", "=CMD()", "<b>Per</b>", "{0}\u202e", "+46", "x@ssc.example"]
    comparison = compared(reconciling, workbook(tmp_path, Blad=[CONTACT_HEADER, row]))
    reconciling.apply(comparison, {})
    assert contact(filled, "<b>Per</b> =CMD()").title == "{0}"
    assert compared(reconciling, workbook(tmp_path, Blad=[CONTACT_HEADER, row])).different == ()


# Columns with headings of their own


def test_columns_are_asked_once_and_known_the_next_time(
    register: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    path = workbook(tmp_path, Blad=[["Våra kontakter"], OWN_HEADER, *OWN_ROWS])
    question = reconciling.read(path)
    assert isinstance(question, ColumnQuestion)
    assert [column.heading for column in question.columns] == OWN_HEADER
    assert [column.proposed for column in question.columns] == [
        Meaning.PARTY, Meaning.ROLE, Meaning.NAME, Meaning.EMAIL, Meaning.PHONE,
    ]  # fmt: skip
    assert question.columns[3].examples[0] == "per.holmer@ssc.example"
    columns = Columns(question.headings, tuple(column.proposed for column in question.columns))
    comparison = reconciling.read(path, columns)
    assert isinstance(comparison, Comparison)
    reconciling.apply(comparison, {}, columns)
    assert (contact(register, "Per Holmér").party, contact(register, "Per Holmér").phone) == (
        Party.SSC, "026-12 34 56",
    )  # fmt: skip
    assert compared(reconciling, path).different == ()
    preview = Imports(register.database).preview(path)  # the plain import knows the columns too
    assert [row.subject for row in preview.rows if row.row] == ["Per Holmér", "Ali Hassan"]


def test_saying_it_again_takes_the_place_of_what_was_said(
    register: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    path = workbook(tmp_path, Blad=[OWN_HEADER, *OWN_ROWS])
    meanings = (Meaning.PARTY, Meaning.ROLE, Meaning.NAME, Meaning.EMAIL, Meaning.PHONE)
    for last in (Meaning.PHONE, Meaning.MOBILE):
        columns = Columns(tuple(heading.lower() for heading in OWN_HEADER), (*meanings[:4], last))
        found = reconciling.read(path, columns)
        assert isinstance(found, Comparison)
        reconciling.apply(found, {}, columns)
    with register.database.reading() as session:
        assert len(session.scalars(select(ColumnMappingRecord)).all()) == 1
    assert contact(register, "Per Holmér").mobile == "026-12 34 56"


@pytest.mark.parametrize("meanings", [(Meaning.NAME, Meaning.NAME), (Meaning.TITLE, Meaning.PHONE)])
def test_columns_that_do_not_say_whom_it_is_about_are_refused(
    reconciling: Reconciling, tmp_path: Path, meanings: tuple[Meaning, ...]
) -> None:
    path = workbook(tmp_path, Blad=[["Ett", "Två"], ["Anna Ek", "a@x.example"]])
    with pytest.raises(InputError):
        reconciling.read(path, Columns(("ett", "två"), meanings))


def test_the_level_of_a_person_can_be_taken_from_the_list_while_the_rest_stays(
    filled: Register, reconciling: Reconciling, tmp_path: Path
) -> None:
    def edit(sheet: Any) -> None:
        sheet["B9"] = "Taktisk"  # Maria Ek
        sheet["F9"] = "Chef"

    comparison = compared(reconciling, edited(tmp_path, edit))
    maria = person(comparison, "Maria Ek")
    title = next(line for line in maria.differences if line.field is ListField.TITLE)
    gone = next(line for line in maria.differences if line.field is ListField.ROLE and line.theirs is None)
    choices = {(maria.key, title.key): Choice.OURS, (maria.key, gone.key): Choice.THEIRS}
    reconciling.apply(comparison, choices)
    after = contact(filled, "Maria Ek")
    assert after.title == "Gruppledare"
    assert {role.level for role in after.assignments if role.held_on(DAY)} == {Level.TACTICAL}
    assert after.confirmed_on == date(2026, 9, 2)  # the title was not settled


def test_thousands_of_rows_are_compared(register: Register, reconciling: Reconciling, tmp_path: Path) -> None:
    rows = (
        ["Statens servicecenter", "Operativ", "Lön", f"Efternamn{n}", f"Förnamn{n}", "", f"08-{n:06}",
         f"p{n}@ssc.example", "2024-01-01"]
        for n in range(4_000)
    )  # fmt: skip
    path = delimited(tmp_path, [CONTACT_HEADER, *rows])
    reconciling.apply(compared(reconciling, path), {})
    with register.database.reading() as session:
        assert len(session.scalars(select(ContactRecord.id)).all()) == 4_000
        assert len(session.scalars(select(AssignmentRecord.id)).all()) == 4_000
        assert session.scalars(select(ContactNoticeRecord.id)).all() == []
    assert compared(reconciling, path).different == ()


def test_the_sample_register_knows_an_earlier_list_to_compare_with(
    register: Register, reconciling: Reconciling
) -> None:
    fill(register.database)
    comparison = compared(reconciling, CONTACTS)
    assert comparison.earlier_on is not None
    assert any(line.before for person in comparison.different for line in person.differences)
