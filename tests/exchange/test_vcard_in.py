"""Visiting cards from outside: whatever program wrote them, the good ones are read and the bad ones told of."""

import base64
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts.contact_list import ContactList, ListedContact
from desktop.domain.level import Party
from desktop.errors import FileError
from desktop.exchange import vcard_in
from desktop.exchange.files import Form, open_file
from desktop.exchange.incoming import read_file
from desktop.exchange.vcard_in import read_cards
from tests.data_files import CARDS
from tests.exchange.making import text_file


def read(name: str) -> ContactList:
    content = read_file(CARDS / name)
    assert isinstance(content, ContactList)
    return content


def said(one: ListedContact) -> tuple[str, ...]:
    return one.given_name, one.family_name, one.title, one.organisation, one.phone, one.mobile, one.email


def of(*lines: str, version: str = "3.0") -> ContactList:
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")
    return read_cards("\r\n".join(whole).encode(), "kort.vcf")


def one(*lines: str, version: str = "3.0") -> ListedContact:
    (contact,) = of(*lines, version=version).contacts
    return contact


SARA = ("Sara", "Berg", "Verksjurist", "", "", "", "sara.berg@exempelmyndigheten.example")


def test_outlook_writes_quoted_printable_in_windows_letters() -> None:
    content = read("outlook-2.1.vcf")
    (contact,) = content.contacts
    assert said(contact) == (
        "Åsa", "Ångström-Öhrn", "Ekonomihandläggare med ansvar för leverantörsreskontra och e-handel",
        "Exempelmyndigheten", "08-123 45 62", "070-123 45 62", "asa.angstrom@exempelmyndigheten.example",
    )  # fmt: skip
    assert contact.notes == ""
    assert (content.problems, content.left_out) == ((), ())


def test_an_iphone_labels_its_numbers() -> None:
    (contact,) = read("iphone-3.0.vcf").contacts
    assert said(contact) == (
        "Per", "Holmér", "Enhetschef lön", "Statens servicecenter", "+46 26 12 34 56", "070-555 00 12",
        "per.holmer@ssc.example",
    )  # fmt: skip
    assert (contact.party, contact.party_is_assumed) == (Party.SSC, False)


def test_android_writes_several_cards_in_a_file() -> None:
    content = read("android-2.1.vcf")
    assert [(contact.rows, contact.name) for contact in content.contacts] == [
        ((1,), "Birgitta Åkesson"),
        ((11,), "Ali Hassan"),
        ((19,), "Nguyen"),
    ]
    assert [contact.mobile for contact in content.contacts] == ["", "+46701234561", "0709-99 88 77"]
    assert [contact.party_is_assumed for contact in content.contacts] == [False, True, True]


def test_google_keeps_every_letter_and_the_address_of_the_home_stays_there() -> None:
    content = read("google-3.0.vcf")
    (contact,) = content.contacts
    assert contact.name == "Trần Thị Ngọc Ánh O'Brien-Lindgren--Öhman"
    assert contact.email == "tran@ssc.example"
    assert [problem.sentence for problem in content.problems] == [
        "Kortet har fler e-postadresser; ”privat@hem.example” tas inte med."
    ]


def test_the_latest_version_has_addresses_for_numbers_and_kinds_of_cards() -> None:
    content = read("modern-4.0.vcf")
    maria, support = content.contacts
    assert said(maria) == (
        "Maria Elisabet", "Ek", "Gruppledare; lön, pension", "SSC", "+46-26-12-34-60 ankn. 5", "+46-70-123-45-60",
        "maria.ek@ssc.example",
    )  # fmt: skip
    assert (support.given_name, support.family_name, support.title) == ("", "", "Kundsupport")
    assert [(row.row, row.text, row.reason) for row in content.left_out] == [
        (17, "Alla på lön", "En grupp, ingen kontakt.")
    ]


@pytest.mark.parametrize("name", ["bom-lf.vcf", "cr-only.vcf", "doubled-line-ends.vcf", "utf-16.vcf"])
def test_marks_and_line_ends_of_every_kind(name: str) -> None:
    content = read(name)
    assert [said(contact) for contact in content.contacts] == [SARA]
    assert content.left_out == ()


def test_letters_of_an_older_time_and_a_fold_that_keeps_its_space() -> None:
    (contact,) = read("latin-1-2.1.vcf").contacts
    assert (contact.name, contact.title) == ("Åke Öberg", "Chef för hållbarhet och utveckling")


def test_a_card_without_an_end_is_told_of_and_the_others_are_read() -> None:
    for name, good, bad in (("truncated.vcf", 1, 7), ("no-end.vcf", 5, 1)):
        content = read(name)
        assert [(contact.name, contact.rows) for contact in content.contacts] == [("Sara Berg", (good,))]
        (row,) = content.left_out
        assert (row.row, row.text) == (bad, "Jonas Öst")
        assert "inget slut" in row.reason


def test_the_card_of_an_agent_is_not_taken_for_the_persons_own() -> None:
    content = read("agent-2.1.vcf")
    assert [(contact.name, contact.phone) for contact in content.contacts] == [
        ("Karin Lindqvist", "0771-456 000"),
        ("Maria Ek", ""),
    ]


def test_garbage_is_told_of_with_its_line() -> None:
    content = read("garbage-between.vcf")
    assert [contact.name for contact in content.contacts] == ["Sara Berg", "Jonas Öst"]
    assert [(row.row, row.reason) for row in content.left_out] == [(11, "Varken namn eller e-postadress.")]
    assert [(problem.row, problem.column) for problem in content.problems] == [
        (1, "E-post"), (1, "Visitkort"), (13, "Titel"),
    ]  # fmt: skip
    assert content.problems[1].sentence == "Rad 5 i kortet går inte att tyda och hoppas över."
    assert "personnummer" in content.problems[2].sentence


def test_the_same_person_on_two_cards_is_one_contact() -> None:
    cards = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nN:Ek;Maria\nFN:Maria Ek\n{more}\nEND:VCARD\n"
        for more in ("EMAIL:maria@ssc.example", "TEL;TYPE=CELL:070-1\nEMAIL:MARIA@ssc.example")
    )
    (contact,) = read_cards(cards.encode(), "kort.vcf").contacts
    assert (contact.rows, contact.email, contact.mobile) == ((1, 7), "maria@ssc.example", "070-1")


def test_numbers_that_find_no_room_are_told_and_a_fax_is_none() -> None:
    content = of("FN:A B", "TEL;TYPE=WORK:08-1", "TEL;TYPE=WORK,FAX:08-2", "TEL;TYPE=HOME:08-3", "TEL;TYPE=CELL:070-4")
    assert (content.contacts[0].phone, content.contacts[0].mobile) == ("08-1", "070-4")
    assert [problem.sentence for problem in content.problems] == [
        "Kortet har fler telefonnummer än två; ”08-3” tas inte med."
    ]


def test_the_preferred_number_comes_first() -> None:
    assert one("FN:A B", "TEL;TYPE=WORK:08-1", "TEL;TYPE=WORK;TYPE=PREF:08-2").phone == "08-2"
    assert one("FN:A B", "TEL;TYPE=work:08-1", "TEL;TYPE=work;PREF=1:08-2", version="4.0").phone == "08-2"


def test_a_name_is_taken_from_where_there_is_one() -> None:
    assert one("N:;;;;", "FN:Anna von Ek").name == "Anna von Ek"
    assert (one("FN:Ek, Anna").given_name, one("FN:Ek\\, Anna").family_name) == ("Anna", "Ek")
    assert one("N:O\\;Ek;A\\,nna;;;").name == "A,nna O;Ek"
    assert one("N:Madonna", "FN:Madonna").name == "Madonna"
    nobody = one("N:;;;;", "FN:lon@x.example", "EMAIL:lon@x.example")
    assert (nobody.given_name, nobody.family_name, nobody.email) == ("", "", "lon@x.example")


def test_a_quoted_parameter_may_hold_what_parts_the_others() -> None:
    assert one('TEL;X-A="a:b;c,d";TYPE="cell,voice":070-1', "FN:A B").mobile == "070-1"
    assert one('TEL;X-A="a:08-1', "FN:A B").phone == "08-1"


def test_a_soft_break_ends_where_the_text_does() -> None:
    content = of("FN;ENCODING=QUOTED-PRINTABLE:Anna=20Ek=", "", "TEL;WORK:08-1", version="2.1")
    assert (content.contacts[0].name, content.contacts[0].phone) == ("Anna Ek", "08-1")


def test_a_character_set_that_is_none_does_no_harm() -> None:
    assert one("FN;CHARSET=rot13:Åsa Ek").name == "Åsa Ek"
    assert one("FN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=C5sa Ek", version="2.1").name == "Åsa Ek"


def test_a_picture_of_many_megabytes_is_passed_over_fast(tmp_path: Path) -> None:
    picture = base64.encodebytes(os.urandom(10_000_000)).replace(b"\n", b"\r\n ")
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Ek\r\nPHOTO;ENCODING=b;TYPE=JPEG:" + picture
    path = text_file(tmp_path, card + b"\r\nTEL:08-1\r\nEND:VCARD\r\n", "stor.vcf")
    began = time.perf_counter()
    content = read_file(path)
    assert time.perf_counter() - began < 5
    assert isinstance(content, ContactList)
    assert [(contact.name, contact.phone) for contact in content.contacts] == [("Anna Ek", "08-1")]
    with pytest.raises(FileError, match="för stor"):
        read_file(text_file(tmp_path, card + picture + b"\r\nEND:VCARD\r\n", "storre.vcf"))


def test_more_cards_than_a_list_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_in, "MOST_CARDS", 2)
    card = b"BEGIN:VCARD\nFN:A B\nEND:VCARD\n"
    with pytest.raises(FileError, match="fler än 2 visitkort"):
        read_cards(card * 3, "kort.vcf")


def test_a_card_is_known_by_what_it_holds(tmp_path: Path) -> None:
    for content in (b"begin:vcard\nEND:VCARD", b"\xef\xbb\xbfBEGIN:VCARD\n", "\ufeffBEGIN:VCARD\n".encode("utf-16-be")):
        assert open_file(text_file(tmp_path, content, "fil.xlsx")).form is Form.CARDS


PIECES = [
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:3.0", b"N:", b"FN:", b"TEL;CELL:", b"EMAIL:a@b.se",
    b"AGENT:",
    b"\r\n", b"\n", b"\r", b" ", b"\t", b"=", b"=C3=85", b";", b",", b"\\", b'"', b":", b"\x00", b"\xc5",
    b"ENCODING=QUOTED-PRINTABLE", b";CHARSET=utf-16", b"PHOTO;ENCODING=b:", b"N;ENCODING=b:", b"item1.", b"ORG:SSC",
    b"X-SAMVERKAN-UPPDRAG:;;;x;", b"X-SAMVERKAN-BESTALLARE:;;;;-1", b"X-SAMVERKAN-PART:ssc", b"KIND:group", b"Anna",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=60).map(b"".join))
def test_whatever_a_file_holds_it_is_read_or_refused_with_a_sentence(rest: bytes) -> None:
    content = read_cards(b"BEGIN:VCARD\n" + rest, "kort.vcf")
    everyone = [*content.contacts, *content.left_out]
    assert everyone
    for contact in content.contacts:
        assert all("\n" not in text and "\x00" not in text for text in said(contact))


@given(st.text(max_size=60))
def test_no_text_of_a_name_breaks_a_card(name: str) -> None:
    of(f"FN:{name}", "EMAIL:a@b.example")
