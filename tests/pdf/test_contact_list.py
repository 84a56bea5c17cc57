"""The printed contact list: what it says, and that it keeps to PDF/UA-1 and PDF/A-2a."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import page
import pytest

from desktop.domain.contacts import contact_document
from desktop.domain.contacts.contact_document import (
    ContactListDocument,
    LevelPeople,
    OrdererLine,
    PartyPeople,
    PersonLine,
)
from desktop.domain.meetings.followup_document import ListHead
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.pdf.contact_list import contact_list_pdf
from desktop.pdf.pages import page_texts
from tests.conftest import IN_CI
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import Element, TaggedFile
from tests.pdf.verapdf import engine

HEAD = ListHead(
    agency=PartyHead(name="Exempelmyndigheten", organisation_number="202100-1234", registry_number="2026/1187"),
    counterpart=PartyHead(name="Statens servicecenter", organisation_number="202100-6453"),
    day=date(2026, 11, 24),
    status="Version 2026-11-24",
    created=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
)
ANNA = PersonLine(
    name="Anna Ångström-Öhrn",
    about=("Lön", "Ekonomi t.o.m. 2026-12-31"),
    title="Ekonomichef",
    phones=("08-123 45 60", "070-123 45 60"),
    emails=("anna.angstrom@exempelmyndigheten.example", "lon@exempelmyndigheten.example"),
    deputy="Ali Hassan",
)
ORDERER = OrdererLine(name="Anna Ångström-Öhrn", area="Lön", kind="Alla", limit="50\u00a0000\u00a0kr")


def level(name: str, *ours: PersonLine, theirs: tuple[PersonLine, ...] = ()) -> LevelPeople:
    parties = (PartyPeople(party="Exempelmyndigheten", people=ours), PartyPeople(party="SSC", people=theirs))
    return LevelPeople(level=name, parties=parties)


def document(**changes: object) -> ContactListDocument:
    made = ContactListDocument(
        head=HEAD,
        scope="Båda parter, alla nivåer",
        levels=(level("Strategisk nivå"), level("Taktisk nivå", ANNA)),
        functions=(PartyPeople(party="Exempelmyndigheten"), PartyPeople(party="SSC", people=(ANNA,))),
        orderers=(ORDERER, replace(ORDERER, ends_on=date(2027, 1, 1))),
    )
    return replace(made, **changes)


def hostile() -> ContactListDocument:
    texts = tuple(HOSTILE.values())
    party = PartyHead(name=texts[0], organisation_number=texts[1], registry_number=texts[2])
    people = tuple(
        PersonLine(name=text, about=(text, text), title=text, phones=(text,), emails=(text,), deputy=text)
        for text in texts
    )
    return document(
        head=replace(HEAD, agency=party, counterpart=party, status=texts[3]),
        scope=texts[4],
        levels=tuple(LevelPeople(level=text, parties=(PartyPeople(party=text, people=people),)) for text in texts[:2]),
        functions=(PartyPeople(party=texts[5], people=people),),
        orderers=tuple(OrdererLine(name=text, area=text, kind=text, limit=text) for text in texts),
    )


DOCUMENTS: dict[str, Callable[[], ContactListDocument]] = {
    "whole": document,
    "one-level": lambda: document(levels=(level("Taktisk nivå", ANNA),), functions=(), orderers=None),
    "nobody": lambda: document(levels=(level(" "),), functions=(), orderers=()),
    "three-hundred": lambda: document(levels=(level("Taktisk nivå", *[ANNA] * 300),)),
    "endless-names": lambda: document(levels=(level("Taktisk nivå", replace(ANNA, name="Å" * 200, title="B" * 200)),)),
    "hostile": hostile,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(contact_list_pdf(DOCUMENTS[name]()), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    reason = engine.missing()
    if reason:
        (pytest.fail if IN_CI else pytest.skip)(reason)
    made = []
    for name, make in DOCUMENTS.items():
        made.append(tmp_path / f"{name}.pdf")
        made[-1].write_bytes(contact_list_pdf(make()))
    assert engine.failures(made) == []


def cells(table: Element) -> list[list[str]]:
    body = next(table.all("TBody"))
    return [[cell.text.replace("\u00a0", " ") for cell in row.all("TH", "TD")] for row in body.all("TR")]


def test_the_head_says_whose_list_it_is_and_which_version() -> None:
    text = TaggedFile(contact_list_pdf(document())).document.text
    assert text.startswith(
        "Båda parter, alla nivåer Kontaktförteckning Läget den 24 november 2026 "
        "Myndighet Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 "
        "Motpart Statens servicecenter Organisationsnummer 202100-6453 Status Version 2026-11-24 "
        "Strategisk nivå Exempelmyndigheten Ingen kontaktperson är utsedd. SSC Ingen kontaktperson är utsedd. "
        "Taktisk nivå Exempelmyndigheten"
    )


def test_each_party_has_a_table_at_each_level_and_orderers_one_of_their_own() -> None:
    paper = TaggedFile(contact_list_pdf(document()))
    tactical, functions, orderers = paper.document.all("Table")
    heads = [(head.text, head.scope) for head in next(tactical.all("THead")).all("TH")]
    assert heads == [(name, "Column") for name in ("Namn", "Tjänsteområde", "Telefon", "E-post")]
    assert [head.scope for head in next(tactical.all("TBody")).all("TH")] == ["Row"]
    row = [
        "Anna Ångström-Öhrn Ekonomichef Ersättare: Ali Hassan",
        "Lön Ekonomi t.o.m. 2026-12-31",
        "08-123 45 60 070-123 45 60",
        "anna.angstrom@exempelmyndigheten.example lon@exempelmyndigheten.example",
    ]
    assert cells(tactical) == cells(functions) == [row]
    assert cells(orderers) == [
        ["Anna Ångström-Öhrn", "Lön", "Alla", "50 000 kr", "Tills vidare"],
        ["Anna Ångström-Öhrn", "Lön", "Alla", "50 000 kr", "2027-01-01"],
    ]
    assert paper.bookmarks == [
        "Kontaktförteckning",
        "  Strategisk nivå", "    Exempelmyndigheten", "    SSC",
        "  Taktisk nivå", "    Exempelmyndigheten", "    SSC",
        "  Särskilda funktioner", "    SSC",
        "  Behöriga beställare",
    ]  # fmt: skip


def test_one_level_says_nothing_of_orderers_and_nobody_is_said() -> None:
    assert "Behöriga" not in TaggedFile(contact_list_pdf(DOCUMENTS["one-level"]())).document.text
    text = TaggedFile(contact_list_pdf(DOCUMENTS["nobody"]())).document.text
    assert "Okänd nivå" in text
    assert "Behöriga beställare Ingen har rätt att beställa." in text


def test_hostile_text_comes_out_as_it_stands() -> None:
    paper = TaggedFile(contact_list_pdf(hostile()))
    for table in paper.document.all("Table"):
        for row, text in zip(cells(table), HOSTILE.values(), strict=True):
            assert row[0].startswith(" ".join(text.split()))
    assert not list(paper.document.all("Link", "Figure"))


def test_the_same_value_gives_the_same_bytes() -> None:
    assert contact_list_pdf(document()) == contact_list_pdf(document())


def test_notes_and_evidence_have_no_way_into_the_list() -> None:
    values = (PersonLine, PartyPeople, LevelPeople, OrdererLine, ContactListDocument)
    assert {value.__module__ for value in values} == {contact_document.__name__}
    names = {field.name for value in values for field in fields(value)}
    assert not names & {"notes", "evidence", "preparation", "private"}


@pytest.mark.parametrize("people", range(1, 16))
def test_no_heading_stands_alone_at_the_foot_of_a_page(people: int) -> None:
    made = document(levels=(level("Strategisk nivå", *[ANNA] * people), level("Taktisk nivå", ANNA)))
    (place,) = [text for text in page_texts(contact_list_pdf(made)) if "Taktisk nivå" in text]
    assert "Anna Ångström-Öhrn" in place[place.index("Taktisk nivå") :]
