"""Contact lists: who is listed with which roles, and what was odd where."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.contacts.contact_list import ContactList
from desktop.domain.importing import Problem
from desktop.domain.level import Level, Party
from desktop.errors import FileError
from desktop.exchange.incoming import read_file
from tests.data_files import CONTACTS, SERVICE_LEVELS
from tests.exchange.making import CONTACT_HEADER, workbook

ANNA = ["Exempelmyndigheten", "Taktisk", "Lön", "Andersson", "Anna", "Chef", "08-1", "anna@my.example", "2020-01-01"]


def read(folder: Path, *rows: list[object], titles: tuple[str, ...] = ()) -> ContactList:
    content = read_file(workbook(folder, Blad=[*([title] for title in titles), CONTACT_HEADER, *rows]))
    assert isinstance(content, ContactList)
    return content


def changed(**cells: object) -> list[object]:
    """Anna's row with other cells."""
    row: list[object] = list(ANNA)
    for column, cell in cells.items():
        row[["part", "roll", "område", "efternamn", "förnamn", "titel", "telefon", "epost", "från"].index(column)] = (
            cell
        )
    return row


@pytest.fixture(scope="module")
def real() -> ContactList:
    content = read_file(CONTACTS)
    assert isinstance(content, ContactList)
    return content


def test_the_real_list_is_read_whole(real: ContactList) -> None:
    assert (real.version, real.agency_name, str(real.agency_number)) == (
        date(2026, 9, 2),
        "Exempelmyndigheten",
        "202100-3153",
    )
    assert len(real.contacts) == 13
    assert [contact.party for contact in real.contacts].count(Party.SSC) == 6
    assert "Åsa Ångström-Öhrn" in [contact.name for contact in real.contacts]
    assert real.problems == ()
    assert [(row.row, row.reason) for row in real.left_out] == [(21, "En anteckning, ingen kontakt.")]


def test_one_person_on_two_rows_is_one_contact_with_both_roles(real: ContactList) -> None:
    (ali,) = [contact for contact in real.contacts if contact.family_name == "Hassan"]
    assert ali.rows == (14, 16)
    assert ali.email == "ali.hassan@exempelmyndigheten.example"
    assert [(role.level, role.area, role.starts_on) for role in ali.roles] == [
        (Level.OPERATIONAL, "Lön", date(2022, 11, 1)),
        (Level.OPERATIONAL, "E-handel", date(2024, 4, 1)),
    ]


def test_several_roles_and_areas_in_a_cell(real: ContactList) -> None:
    anna = next(contact for contact in real.contacts if contact.family_name == "Andersson")
    assert [(role.level, role.area) for role in anna.roles] == [
        (Level.TACTICAL, area) for area in ("Lön", "Ekonomi", "E-handel")
    ]
    assert [right.area for right in anna.rights] == ["Lön", "Ekonomi", "E-handel"]
    assert real.evidence == "Kontaktförteckning kontaktforteckning-2026-09-02.xlsx, version 2026-09-02"


def test_a_mailbox_is_kept_with_its_function_and_space_is_trimmed(real: ContactList) -> None:
    mailbox = real.contacts[-1]
    assert (mailbox.given_name, mailbox.family_name, mailbox.name) == ("", "", "Dataskyddsombud")
    tomas = next(contact for contact in real.contacts if contact.given_name == "Tomas")
    assert tomas.email == "tomas.oberg@ssc.example"
    ulla = next(contact for contact in real.contacts if contact.given_name == "Ulla")
    assert ulla.roles[0].starts_on == date(2025, 3, 1)


@pytest.mark.parametrize("cell", ["Lön, Ekonomi och E-handel", "Lön/Ekonomi/E-handel", "Lön;Ekonomi\nE-handel"])
def test_every_separator_counts(cell: str, tmp_path: Path) -> None:
    (anna,) = read(tmp_path, changed(område=cell)).contacts
    assert [role.area for role in anna.roles] == ["Lön", "Ekonomi", "E-handel"]


def test_oddities_are_told_with_row_and_column_and_the_row_is_kept(tmp_path: Path) -> None:
    odd = changed(roll="Taktisk; Kundombud", epost="anna(at)my", från="i våras")
    content = read(tmp_path, odd, titles=("Exempelmyndigheten, org.nr 202100-3154",))
    (anna,) = content.contacts
    assert (anna.email, [role.function for role in anna.roles]) == ("", ["", "Kundombud"])
    assert all(role.starts_on is None for role in anna.roles)
    assert content.agency_number is None
    assert content.agency_name == "Exempelmyndigheten"
    assert sorted((problem.row or 0, problem.column) for problem in content.problems) == [
        (1, "Organisationsnummer"),
        (3, "E-post"),
        (3, "Gäller fr.o.m."),
        (3, "Nivå / funktion"),
    ]
    assert "kontrollsiffra" in content.problems[0].sentence


def test_namesakes_with_their_own_addresses_stay_two(tmp_path: Path) -> None:
    content = read(tmp_path, list(ANNA), changed(epost="anna2@my.example"), changed(förnamn="Bo"))
    assert [contact.name for contact in content.contacts] == ["Anna Andersson", "Anna Andersson", "Bo Andersson"]
    assert [problem.sentence for problem in content.problems] == [
        "Samma namn som rad 2 men annan e-postadress; läses som två kontakter.",
        "Samma e-postadress som rad 2 men annat namn; läses som två kontakter.",
    ]


def test_same_name_without_address_is_the_same_person_but_not_at_the_other_party(tmp_path: Path) -> None:
    ours, theirs = changed(epost="", roll="Verksjurist"), changed(epost="", part="SSC")
    content = read(tmp_path, list(ANNA), ours, theirs)
    assert [(contact.rows, contact.party) for contact in content.contacts] == [
        ((2, 3), Party.AGENCY),
        ((4,), Party.SSC),
    ]


def test_a_party_written_once_holds_for_the_rows_below(tmp_path: Path) -> None:
    content = read(tmp_path, changed(part="Statens servicecenter"), changed(part=None, förnamn="Bo", epost=None))
    assert [contact.party for contact in content.contacts] == [Party.SSC, Party.SSC]


def test_an_unknown_party_is_told(tmp_path: Path) -> None:
    content = read(tmp_path, changed(part="Annan myndighet"), titles=("Exempelmyndigheten org.nr 202100-3153",))
    assert "ingen av parterna" in content.problems[0].sentence


def test_the_supplier_is_not_taken_for_the_agency(tmp_path: Path) -> None:
    titles = ("Statens servicecenter, org.nr 202100-6453", "Kund: 2026", "Exempelmyndigheten (202100-3153)")
    content = read(tmp_path, list(ANNA), titles=titles)
    assert (content.agency_name, str(content.agency_number)) == ("Exempelmyndigheten", "202100-3153")


def test_a_personal_identity_number_gives_a_warning(tmp_path: Path) -> None:
    content = read(tmp_path, changed(titel="Handläggare 811218-9876"))
    assert content.problems == (Problem(2, "Titel", content.problems[0].sentence),)
    assert "personnummer" in content.problems[0].sentence


def test_one_name_column_is_turned(tmp_path: Path) -> None:
    header = ["Roll", "Namn", "E-post"]
    content = read_file(
        workbook(tmp_path, Blad=[header, ["Operativ", "Ek, Maria", "m@x.example"], ["Taktisk", "Per af Holm", ""]])
    )
    assert isinstance(content, ContactList)
    assert [(c.given_name, c.family_name) for c in content.contacts] == [("Maria", "Ek"), ("Per af", "Holm")]


def test_a_phone_number_kept_as_a_number_is_told(tmp_path: Path) -> None:
    content = read(tmp_path, changed(telefon=771456000))
    assert content.contacts[0].phone == "771456000"
    assert "inledande nolla" in content.problems[0].sentence


def test_endless_cells_are_cut_and_told(tmp_path: Path) -> None:
    content = read(tmp_path, changed(efternamn="Å" * 10_000))
    assert len(content.contacts[0].family_name) == 300
    assert "10000 tecken" in content.problems[0].sentence


def test_service_levels_are_refused_by_what_they_seem_to_be() -> None:
    with pytest.raises(FileError, match=r"redovisning av servicenivåer \(bladet ”Kv 3 2026”\)"):
        read_file(SERVICE_LEVELS)


def test_phone_mobile_and_function_mailbox_have_columns_of_their_own(tmp_path: Path) -> None:
    header = ["Nivå", "Namn", "Telefon", "Mobil", "E-post", "Funktionsbrevlåda"]
    row = ["Taktisk", "Anna Berg", "08-1", "070-1", "anna@my.example", "ekonomi@my.example"]
    content = read_file(workbook(tmp_path, Blad=[header, row]))
    assert isinstance(content, ContactList)
    (anna,) = content.contacts
    assert (anna.phone, anna.mobile) == ("08-1", "070-1")
    assert (anna.email, anna.function_email) == ("anna@my.example", "ekonomi@my.example")
