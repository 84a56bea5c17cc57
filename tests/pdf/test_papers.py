"""The documents of one meeting say what their values hold, in order, and nothing else."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.domain.meetings.meeting_actions import PartyUndertakings
from desktop.pdf.binder import binder_pdf
from desktop.pdf.decision_extract import decision_extract_pdf
from desktop.pdf.differences_letter import differences_letter_pdf
from desktop.pdf.meeting_actions import meeting_actions_pdf
from desktop.pdf.notes import notes_pdf
from desktop.pdf.proposals import proposals_pdf
from tests.pdf import documents, papers
from tests.pdf.structure_reader import Element, TaggedFile

FACTS = (
    "Taktiskt samverkansmöte Tid 1 december 2026, kl. 13.00–14.30 (v. 49) Plats Microsoft Teams-möte "
    "Sammankallande Statens servicecenter, Per Holmér "
    "Myndighet Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 "
    "Motpart Statens servicecenter Organisationsnummer 202100-6453 · Diarienummer 10162-2026/1111"
)
SECRECY = (
    "Sekretess Sekretess enligt 18 kap. 8 § offentlighets- och sekretesslagen 20 november 2026, Exempelmyndigheten"
)


def text_of(pdf: bytes) -> str:
    return TaggedFile(pdf).document.text.replace("\u00a0", " ")


def cells(table: Element) -> list[list[str]]:
    body = next(table.all("TBody"))
    return [[cell.text.replace("\u00a0", " ") for cell in row.all("TH", "TD")] for row in body.all("TR")]


def test_finalised_notes_tell_their_version_and_how_it_is_known_again() -> None:
    assert text_of(notes_pdf(papers.notes())).startswith(
        f"Minnesanteckningar · Taktisk nivå {FACTS} Antecknar Statens servicecenter Status Fastställd, version 2 "
        f"Kontrollsumma {papers.DIGEST} "
        f"Summan är räknad med SHA-256 på innehållet. Samma summa betyder att inget har ändrats. {SECRECY} Deltagare "
        "Exempelmyndigheten Anna Andersson, HR-chef, närvarande Sara Berg, ersatt av Jonas Öhman "
        "Statens servicecenter Per Holmér, Kundansvarig, på distans Punkter 1. Inledning"
    )


def test_notes_tell_under_each_item_what_was_said_and_what_came_of_it() -> None:
    text = text_of(notes_pdf(papers.notes()))
    assert "1. Inledning Diskussion · Anna Andersson · Behandlad Inget är antecknat. 2. Avgifter" in text
    assert "2. Avgifter Diskussion · Anna Andersson · Bordlagd 3 gånger SSC redogjorde" in text
    assert text.endswith(
        "Leverans 3. Allvarlig incident: löneutbetalningen i oktober blev försenad "
        "Diskussion · Anna Andersson · Behandlad SSC redogjorde för förloppet. "
        "Parterna var överens om att rutinen ska ses över. Beslut Rutinen för rättningar ses över före årsskiftet. "
        "Åtgärder Lämna incidentrapport (Per Holmér, Statens servicecenter, klar senast 8 december 2026) "
        "Informera berörda chefer (Exempelmyndigheten, inget datum) "
        "Information Lönesystemet är stängt den 24 december."
    )


def test_a_draft_of_notes_has_no_sum_and_sections_become_headings() -> None:
    paper = TaggedFile(notes_pdf(papers.notes(digest="", status="Utkast")))
    assert "Kontrollsumma" not in paper.document.text
    assert [head.text for head in paper.document.all("H2")] == ["Deltagare", "Punkter", "Leverans"]
    assert paper.bookmarks[-2:] == ["  Leverans", f"    3. {papers.NOTED.title}"]


def test_an_extract_tells_who_decided_what_and_how_long_it_is_valid() -> None:
    paper = TaggedFile(decision_extract_pdf(papers.extract()))
    (table,) = paper.document.all("Table")
    assert cells(table) == [
        [
            "1",
            (
                "Parterna möts varje månad fram till sommaren. Punkt: Upprepade leveransbrister "
                "Beslutat: 1 december 2026 Källa: Minnesanteckningar 2026-12-01, sidan 2 "
                "Ersätter: Parterna möts varje kvartal."
            ),
            "Forumet gemensamt",
            "Taktisk",
            "2027-06-30",
            "2027-03-01",
        ],
        ["2", "Rutinen ses över. Beslutat: 1 december 2026", "", "Taktisk", "", ""],
    ]
    assert len(paper.pages) == 1
    assert "Inga beslut är antecknade från mötet." in text_of(decision_extract_pdf(papers.extract(decisions=())))


def test_the_action_list_of_a_meeting_has_a_table_for_each_party_with_state_in_words() -> None:
    paper = TaggedFile(meeting_actions_pdf(papers.actions()))
    ours, theirs = paper.document.all("Table")
    assert cells(ours) == [
        ["Beställ utbildning Punkt: Incident Resultat: Bokad i mars.", "Per Holmér", "2026-12-01", "Klar 2026-12-01"],
        ["Utse kontaktperson", "", "Inget datum", "Öppen"],
    ]
    assert cells(theirs)[0][2:] == ["2026-12-01", "Försenad 14 dagar"]
    assert "Status Fastställd, version 2 Läget den 15 december 2026" in paper.document.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("done", "open_", "said"),
    [
        (0, 0, "Inga åtgärder."),
        (1, 0, "1 åtgärd, klar."),
        (0, 1, "1 åtgärd, inte klar."),
        (2, 0, "2 åtgärder, alla klara."),
        (1, 1, "2 åtgärder, 1 klar."),
        (0, 2, "2 åtgärder, ingen klar."),
        (2, 1, "3 åtgärder, 2 klara."),
    ],
)
def test_what_a_party_undertook_is_counted_in_words(done: int, open_: int, said: str) -> None:
    finished, waiting = papers.actions().parties[0].actions
    assert PartyUndertakings(party="", actions=(finished,) * done + (waiting,) * open_).sum == said


def test_proposals_ask_politely_and_name_the_section() -> None:
    text = text_of(proposals_pdf(papers.proposals()))
    assert text.startswith(f"Förslag till punkter · Taktisk nivå {FACTS} Status Utkast {SECRECY} Våra förslag ")
    assert (
        "Enligt samverkansmodellen, avsnitt 1.2, sammanställer Statens servicecenter mötets punkter. "
        "Exempelmyndigheten föreslår att de här 4 punkterna tas upp 1 december 2026. " in text
    )
    assert (
        "Önskat resultat: SSC lämnar incidentrapport senast den 8 december. Underlag: Ärende 2026-014 "
        "Föreslagen: 24 november 2026 Diskussion Anna Andersson 20 " in text
    )
    one = papers.proposals(items=papers.proposals().items[:1])
    assert "föreslår att den här punkten tas upp" in text_of(proposals_pdf(one))
    assert text_of(proposals_pdf(papers.proposals(items=()))).endswith("Vi har inga punkter att föreslå till mötet.")


def test_the_letter_says_what_differs_and_what_we_ask_for() -> None:
    text = text_of(differences_letter_pdf(papers.letter()))
    assert text.startswith(
        "Brev · Taktisk nivå Synpunkter på minnesanteckningarna från taktiskt samverkansmöte 1 december 2026 "
        "Till Statens servicecenter Organisationsnummer 202100-6453 · Diarienummer 10162-2026/1111 "
        "Från Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 Datum 15 december 2026 "
    )
    assert (
        "Jämförelse Avviker Vår synpunkt Datumet är ett annat än det vi kom överens om. Vi ber er rätta det. "
        "Vi antecknade SSC redogjorde för förloppet. Parterna var överens om att rutinen ska ses över. "
        "Beslut Rutinen för rättningar ses över före årsskiftet. Åtgärder Lämna incidentrapport" in text
    )
    assert "avsnitt 1.2" in text
    assert text.endswith("Med vänlig hälsning Exempelmyndigheten")


def test_the_contents_of_a_binder_lead_to_the_pages_where_its_parts_begin() -> None:
    many = tuple(replace(papers.binder().items[2], line=line) for line in documents.items(40))
    made = binder_pdf(papers.binder(items=many))
    contents = cells(next(TaggedFile(made).document.all("Table")))
    assert [row[1] for row in contents] == [*(item.line.title for item in many), "Deltagare", "Bilagor"]
    reader = PdfReader(BytesIO(made))
    inside = reader.outline[1]
    marks = [mark for each in inside for mark in (each if isinstance(each, list) else [each])]
    wanted = [mark for mark in marks if mark.title[0].isdigit() or mark.title in {"Deltagare", "Bilagor"}]
    pages = [int(row[2]) for row in contents]
    assert pages == [reader.get_destination_page_number(mark) + 1 for mark in wanted]
    assert pages[-1] > 4


def test_an_item_of_a_binder_holds_outcome_background_source_and_notes() -> None:
    text = text_of(binder_pdf(papers.binder()))
    assert (
        "kl. 13.10–13.30 · Diskussion · Anna Andersson Önskat resultat SSC lämnar incidentrapport senast den "
        "8 december. Underlag Ärende 2026-014 Anteckningar SSC redogjorde för förloppet." in text
    )
    assert "Bakgrund Parterna skulle återkomma. Ur anteckningarna från 1 september 2026" in text
    assert "Pärmen har 6 punkter, 3 deltagare och 2 bilagor, varav 1 sen handling." in text


def test_files_are_listed_with_origin_size_and_sum_and_late_ones_apart() -> None:
    paper = TaggedFile(binder_pdf(papers.binder()))
    _, ordinary, late = paper.document.all("Table")
    day = "2026-12-01"
    assert cells(ordinary) == [["1", f"Kallelse.pdf {papers.DIGEST}", day, "Statens servicecenter", "179 kB"]]
    assert cells(late) == [
        ["2", f"Servicenivåer kvartal 3.xlsx Sen handling {papers.DIGEST}", day, "Exempelmyndigheten", "1,2 MB"]
    ]
    assert paper.bookmarks[-2:] == ["  Bilagor", "    Sena handlingar"]
    assert "Mötet har inga bilagor." in text_of(binder_pdf(papers.binder(attachments=())))


@pytest.mark.parametrize("name", papers.PAPERS)
def test_the_same_value_gives_the_same_bytes(name: str) -> None:
    assert papers.PAPERS[name]() == papers.PAPERS[name]()


@pytest.mark.parametrize("name", [name for name in papers.PAPERS if name.endswith("hostile")])
def test_hostile_text_comes_out_as_it_stands(name: str) -> None:
    paper = TaggedFile(papers.PAPERS[name]())
    for text in documents.HOSTILE.values():
        assert " ".join(text.split()) in paper.document.text
    assert not list(paper.document.all("Link", "Figure"))
    assert "emoji ?" in paper.document.text
    assert "styrtecken" in paper.document.text
    assert papers.HARM[-1] in paper.document.text
    assert all("/XObject" not in page.Resources for page in paper.pdf.pages)
