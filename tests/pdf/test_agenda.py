"""The agenda says what its value holds, and nothing else."""

import dataclasses
from datetime import timedelta

import pytest

from desktop.domain.meetings import agenda, agenda_document, meeting_head
from desktop.pdf.agenda import agenda_pdf
from desktop.pdf.pages import render_pages
from desktop.pdf.text import NBSP
from tests.pdf import documents
from tests.pdf.structure_reader import Element, TaggedFile


def read(**changes: object) -> TaggedFile:
    return TaggedFile(agenda_pdf(documents.agenda(**changes)))


def rows(document: Element) -> list[list[str]]:
    body = next(document.all("TBody"))
    return [[cell.text for cell in row.all("TH", "TD")] for row in body.all("TR")]


def test_the_whole_agenda_reads_from_top_to_end() -> None:
    assert read(items=documents.items(3)).document.text == (
        "Dagordning · Taktisk nivå Taktiskt samverkansmöte "
        "Tid 1 december 2026, kl. 13.00–14.30 (v. 49) Plats Microsoft Teams-möte "
        "Sammankallande Statens servicecenter, Per Holmér "
        "Myndighet Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 "
        "Motpart Statens servicecenter Organisationsnummer 202100-6453 · Diarienummer 10162-2026/1111 "
        "Status Fastställd, version 2 "
        "Sekretess Sekretess enligt 18 kap. 8 § offentlighets- och sekretesslagen "
        "20 november 2026, Exempelmyndigheten "
        "Deltagare Exempelmyndigheten Anna Andersson, HR-chef, taktisk kontakt Sara Berg Jonas Öhman, Jurist, inbjuden "
        "Statens servicecenter Per Holmér, Kundansvarig "
        "Punkter 30 av 90 min planerade. Nr Tid Punkt Typ Föredrar Min "
        "1 kl. 13.00–13.05 Inledning Information Ordförande 5 "
        "2 kl. 13.05–13.10 Föregående minnesanteckningar Underlag: SSC:s kallelse Information Per Holmér 5 "
        "3 kl. 13.10–13.30 Allvarlig incident: löneutbetalningen i oktober blev försenad "
        "Önskat resultat: SSC lämnar incidentrapport senast den 8 december. Underlag: Ärende 2026-014 "
        "Diskussion Anna Andersson 20"
    )


def test_the_name_of_an_agency_that_presents_stands_on_one_line() -> None:
    (item,) = documents.items(1)
    presented = dataclasses.replace(item, presenter="Pensionsmyndigheten")
    (page,) = render_pages(agenda_pdf(documents.agenda(items=(presented,))), 20)
    assert "Pensionsmyndigheten" in page.text


def test_heads_name_columns_and_numbers_name_rows() -> None:
    document = read().document
    heads = next(document.all("THead")).all("TH")
    assert [(head.text, head.scope) for head in heads] == [
        (title, "Column") for title in ("Nr", "Tid", "Punkt", "Typ", "Föredrar", "Min")
    ]
    assert [head.text for head in next(document.all("TBody")).all("TH")] == list("123456")


def test_bookmarks_lead_to_the_parts() -> None:
    assert read().bookmarks == [
        "Taktiskt samverkansmöte",
        "  Deltagare",
        "    Exempelmyndigheten",
        "    Statens servicecenter",
        "  Punkter",
    ]


def test_the_title_tells_one_agenda_from_another() -> None:
    pdf = read().pdf
    assert str(pdf.docinfo.Title) == f"Dagordning: Taktiskt samverkansmöte, 1{NBSP}december{NBSP}2026"
    assert str(pdf.docinfo.Author) == "Exempelmyndigheten"


def test_two_hundred_items_keep_order_head_and_page_numbers() -> None:
    given = documents.items(200)
    paper = read(items=given)
    printed = rows(paper.document)
    assert [row[0] for row in printed] == [str(number) for number in range(1, 201)]
    assert all(line.title in row[2] for line, row in zip(given, printed, strict=True))
    assert len(paper.pages) >= 10
    for number, page in enumerate(paper.pages, 1):
        assert f"Sida {number} av {len(paper.pages)}" in page.artifacts
        assert ("Föredrar" in page.artifacts) == (number > 1)
    assert len(list(paper.document.all("THead"))) == 1


def test_it_says_when_the_items_do_not_fit_the_meeting() -> None:
    fits = read(items=documents.timed([("A", "Beslut", "", 90, "", "")])).document.text
    over = read(items=documents.timed([("A", "Beslut", "", 105, "", "")])).document.text
    assert "90 av 90 min planerade." in fits
    assert "längre tid" not in fits
    assert "105 av 90 min planerade. Punkterna tar 15 min längre tid än mötet." in over


def test_an_item_without_time_shows_none() -> None:
    document = read(items=documents.timed([("Bordlagd", "Information", "", 0, "", "")])).document
    assert rows(document) == [["1", "", "Bordlagd", "Information", "", ""]]


def test_what_is_empty_is_left_out() -> None:
    head = meeting_head.PartyHead(name="Exempelmyndigheten")
    text = read(agency=head, place=" ", convener="", secrecy=None, items=(), participants=(), level="").document.text
    assert text.startswith("Dagordning Taktiskt samverkansmöte Tid")
    assert "Myndighet Exempelmyndigheten Motpart" in text
    assert "Plats" not in text
    assert "Sekretess" not in text
    assert text.endswith("Deltagare Inga deltagare är angivna. Punkter Dagordningen har inga punkter ännu.")


def test_a_meeting_without_a_title_is_still_a_document() -> None:
    assert next(read(title="\u202e ").document.all("H1")).text == "Möte"


def test_three_parties_and_many_people() -> None:
    people = tuple(agenda_document.ParticipantLine(name=f"Person {n}", party=("A", "B", "")[n % 3]) for n in range(240))
    document = read(participants=people).document
    assert [head.text for head in document.all("H3")] == ["A", "B", "Övriga"]
    names = [item.text for item in document.all("LI")][7:]
    assert names == [f"Person {n}" for first in range(3) for n in range(first, 240, 3)]


@pytest.mark.parametrize("name", documents.HOSTILE)
def test_hostile_text_comes_out_as_it_stands(name: str) -> None:
    text = documents.HOSTILE[name]
    shown = " ".join(text.split())
    item = documents.timed([(text, text, text, 5, text, text)])
    people = (agenda_document.ParticipantLine(name=text, party=text, title=text),)
    paper = read(title=text, place=text, status=text, items=item, participants=people)
    assert [shown] == [head.text for head in paper.document.all("H1")]
    assert f"Plats {shown} Sammankallande" in paper.document.text
    assert rows(paper.document)[0][2] == f"{shown} Önskat resultat: {shown} Underlag: {shown}"
    assert [f"{shown}, {shown}"] == [item.text for item in paper.document.all("LI")][7:]
    assert not list(paper.document.all("Link", "Figure"))
    assert "/XObject" not in paper.pdf.pages[0].Resources
    assert shown in str(paper.pdf.docinfo.Title)
    assert shown in paper.pdf.open_metadata()["dc:title"]


def test_invisible_and_unknown_signs_are_taken_out_or_marked() -> None:
    text = "fak\u202etura\u202c \x00\x07no\u200bll \U0001f642 \ud83d \u05d0 e\u0301"
    assert read(place=text).document.text.split("Plats ")[1].startswith("faktura noll ? ? é Sammankallande")


def test_a_word_without_end_does_not_stop_it() -> None:
    word = "lönespecifikation" * 60
    paper = read(title=word, items=documents.timed([(word, word, word, 5, word, word)]))
    row = rows(paper.document)[0]
    assert row[2] == f"{word} Önskat resultat: {word} Underlag: {word}"
    assert row[3:5] == [word, word]


def test_the_foot_of_each_page_names_day_and_status_however_long_the_title() -> None:
    paper = read(title="Möte om lönespecifikationer " * 20)
    assert all("1 december 2026 · Fastställd, version 2 · Möte" in page.artifacts for page in paper.pages)


def test_private_preparation_has_no_way_into_a_document() -> None:
    fields = {
        field.name
        for value in (agenda_document.AgendaDocument, agenda_document.AgendaLine, agenda_document.ParticipantLine)
        for field in dataclasses.fields(value)
    }
    assert not {name for name in fields if any(word in name for word in ("prepar", "private", "internal", "own"))}
    printed = {field.name for field in dataclasses.fields(agenda_document.AgendaLine)}
    assert not printed & ({field.name for field in dataclasses.fields(agenda.Preparation)} - {"item_id"})


def test_minutes_are_counted_from_the_value_itself() -> None:
    document = documents.agenda(ends=documents.STARTS + timedelta(hours=2))
    assert (document.planned_minutes, document.meeting_minutes) == (70, 120)


def test_items_of_a_section_stand_in_a_table_under_its_heading() -> None:
    names = ("", "Leverans", "Leverans", "", "\u200b")
    given = tuple(dataclasses.replace(line, section=name) for line, name in zip(documents.items(5), names, strict=True))
    paper = read(items=given)
    assert [words.strip() for words in paper.bookmarks[-3:]] == ["Punkter", "Leverans", "Övriga punkter"]
    tables = [[row.text.split()[0] for row in table.all("TR")] for table in paper.document.all("TBody")]
    assert tables == [["1"], ["2", "3"], ["4"], ["5"]]
