"""Word documents: real headings and tables in Swedish, read back with the library that wrote them."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from desktop.exchange.word_documents import word_document
from tests.pdf import documents, papers

NOTES = word_document(papers.notes())
AGENDA = word_document(documents.agenda())


def read(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def headings(content: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in read(content).paragraphs if p.style.name.startswith("Heading")]


def rows(table: Any) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def everything(content: bytes) -> str:
    opened = read(content)
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def test_headings_of_the_agenda_are_headings() -> None:
    assert headings(AGENDA) == [
        ("Heading 1", "Taktiskt samverkansmöte"),
        ("Heading 2", "Deltagare"),
        ("Heading 2", "Punkter"),
    ]


def test_items_stand_in_a_table_with_a_marked_head() -> None:
    people, items = read(AGENDA).tables
    assert rows(people)[:2] == [
        ["Namn", "Part", "Roll och närvaro"],
        ["Anna Andersson", "Exempelmyndigheten", "HR-chef, taktisk kontakt"],
    ]
    assert rows(items)[0] == ["Nr", "Tid", "Punkt", "Typ", "Föredrar", "Min"]
    assert rows(items)[3] == [
        "3",
        "kl. 13.10–13.30",
        (
            "Allvarlig incident: löneutbetalningen i oktober blev försenad\n"
            "Önskat resultat: SSC lämnar incidentrapport senast den 8 december.\nUnderlag: Ärende 2026-014"
        ),
        "Diskussion",
        "Anna Andersson",
        "20",
    ]
    for table in (people, items):
        marked = [row._tr.find(qn("w:trPr")) for row in table.rows]
        assert [mark is not None and mark.find(qn("w:tblHeader")) is not None for mark in marked] == [
            True,
            *[False] * (len(marked) - 1),
        ]


def test_notes_have_a_heading_for_each_item_and_a_table_for_what_came_of_it() -> None:
    assert headings(NOTES)[2:] == [
        ("Heading 2", "Punkter"),
        ("Heading 3", "1. Inledning"),
        ("Heading 3", "2. Avgifter"),
        ("Heading 2", "Leverans"),
        ("Heading 3", f"3. {papers.NOTED.title}"),
    ]
    assert rows(read(NOTES).tables[-1]) == [
        ["Slag", "Text", "Ansvar"],
        ["Beslut", "Rutinen för rättningar ses över före årsskiftet.", ""],
        ["Åtgärd", "Lämna incidentrapport", "Per Holmér, Statens servicecenter, klar senast 8 december 2026"],
        ["Åtgärd", "Informera berörda chefer", "Exempelmyndigheten, inget datum"],
        ["Information", "Lönesystemet är stängt den 24 december.", ""],
    ]


@pytest.mark.parametrize("content", [AGENDA, NOTES])
def test_the_head_stands_in_the_body(content: bytes) -> None:
    text = everything(content).replace("\u00a0", " ")
    for said in (
        "Tid: 1 december 2026, kl. 13.00–14.30 (v. 49)",
        "Myndighet: Exempelmyndigheten\nOrganisationsnummer 202100-1234 · Diarienummer 2026/1187",
        "Motpart: Statens servicecenter\nOrganisationsnummer 202100-6453 · Diarienummer 10162-2026/1111",
        "Status: Fastställd, version 2",
        "Sekretess: Sekretess enligt 18 kap. 8 § offentlighets- och sekretesslagen",
    ):
        assert said in text


@pytest.mark.parametrize("content", [AGENDA, NOTES])
def test_it_says_what_it_is_in_swedish_on_our_paper_and_holds_no_program(content: bytes) -> None:
    opened = read(content)
    assert opened.core_properties.title.endswith("Taktiskt samverkansmöte, 1\u00a0december\u00a02026")
    assert opened.core_properties.author == "Exempelmyndigheten"
    assert opened.core_properties.language == "sv-SE"
    assert opened.core_properties.comments == ""
    languages = {element.get(qn("w:val")) for element in opened.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    paper = opened.sections[0]
    assert (round(paper.page_width.mm), round(paper.page_height.mm)) == (210, 297)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
    assert not [name for name in names if "vba" in name.lower() or "thumbnail" in name]


@pytest.mark.parametrize("make", [documents.hostile_agenda, papers.hostile_notes])
def test_hostile_text_comes_out_as_it_stands(make: Any) -> None:
    content = word_document(make())
    text = " ".join(everything(content).split())
    for harm in documents.HOSTILE.values():
        assert " ".join(harm.split()) in text
    assert not list(read(content).element.iter(qn("w:hyperlink"), qn("w:instrText"), qn("w:drawing")))


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = everything(word_document(documents.agenda(place="fak\u202etura\x00\x07 \ufffe\uffff\ud83d \U0001f642")))
    assert "Plats: faktura  \U0001f642" in text


def test_the_same_value_gives_the_same_bytes() -> None:
    assert word_document(papers.notes()) == NOTES
    assert word_document(documents.agenda()) == AGENDA


def test_nothing_else_is_made_for_word() -> None:
    with pytest.raises(ValueError, match="not made for Word"):
        word_document(papers.letter())


def test_the_sections_of_an_agenda_are_headings_too() -> None:
    given = [replace(line, section=name) for line, name in zip(documents.items(3), ("", "Lön", "Lön"), strict=True)]
    made = word_document(documents.agenda(items=tuple(given)))
    assert headings(made)[-2:] == [("Heading 2", "Punkter"), ("Heading 3", "Lön")]
    assert [len(rows(table)) for table in read(made).tables] == [5, 2, 3]
