"""The page before a meeting: one sheet, what it says, and that it keeps to PDF/UA-1 and PDF/A-2a."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import page
import pytest

from desktop.domain.identity import new_id
from desktop.domain.meetings.brief import Brief, BriefLine, BriefSection, BriefTopic
from desktop.domain.meetings.brief_document import BriefDocument
from desktop.domain.meetings.meeting import SecrecyMarking
from desktop.pdf.brief import SHOWN, brief_pdf
from tests.conftest import IN_CI
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import TaggedFile
from tests.pdf.test_followup_lists import HEAD as LIST_HEAD
from tests.pdf.verapdf import engine

HEAD = replace(LIST_HEAD, status="Internt underlag")
LATE = BriefLine(
    text="Beskriv rutinen för rättning av OB-tillägg",
    detail="Ansvar: Per Holmér. Klar senast 10 november 2026.",
    mark="Försenad 14 dagar",
    grave=True,
)
BRIEF = Brief(
    meeting_id=new_id(),
    title="Taktiskt samverkansmöte",
    level="Taktisk nivå",
    starts_at=datetime(2026, 12, 1, 12, tzinfo=UTC),
    ends_at=datetime(2026, 12, 1, 13, 30, tzinfo=UTC),
    day=date(2026, 11, 24),
    place="Microsoft Teams-möte",
    previous_on=date(2026, 9, 1),
    secrecy=SecrecyMarking(provision="18 kap. 8 § OSL", marked_on=date(2026, 11, 20), authority="Exempelmyndigheten"),
)


def full(count: int, *topics: BriefTopic, line: BriefLine = LATE) -> Brief:
    return replace(BRIEF, sections=tuple(BriefSection(topic=each, lines=(line,) * count) for each in topics))


def made(brief: Brief) -> bytes:
    return brief_pdf(BriefDocument(head=HEAD, brief=brief))


def hostile() -> bytes:
    texts = list(HOSTILE.values())
    lines = tuple(BriefLine(text=text, detail=text, mark=text) for text in texts)
    sections = tuple(BriefSection(topic=topic, lines=lines) for topic in (BriefTopic.DECISIONS, BriefTopic.RISKS))
    return made(replace(BRIEF, title=texts[0], level=texts[1], place=texts[2], sections=sections))


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "brief": lambda: made(full(2, *BriefTopic)),
    "brief-of-many": lambda: made(full(40, *BriefTopic)),
    "brief-one-column": lambda: made(full(1, BriefTopic.RISKS)),
    "brief-none": lambda: made(replace(BRIEF, secrecy=None, place="", previous_on=None)),
    "brief-hostile": hostile,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(DOCUMENTS[name](), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_verapdf_finds_no_fault(tmp_path: Path) -> None:
    reason = engine.missing()
    if reason:
        (pytest.fail if IN_CI else pytest.skip)(reason)
    files = []
    for name, make in DOCUMENTS.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(make())
    assert engine.failures(files) == []


def test_the_head_says_whose_it_is_for_which_meeting() -> None:
    text = TaggedFile(made(full(1, BriefTopic.SSC_ACTIONS))).document.text.replace("\u00a0", " ")
    assert text.startswith(
        "Taktisk nivå Inför mötet: Taktiskt samverkansmöte Läget den 24 november 2026 "
        "Myndighet Exempelmyndigheten Organisationsnummer 202100-1234 · Diarienummer 2026/1187 "
        "Motpart Statens servicecenter Organisationsnummer 202100-6453 Status Internt underlag "
        "Mötet 1 december 2026, kl. 13.00–14.30 (v. 49) Plats Microsoft Teams-möte Förra mötet 1 september 2026 "
        "Sekretess Sekretess enligt 18 kap. 8 § OSL 20 november 2026, Exempelmyndigheten "
        "En sak att känna till inför mötet. Från tidigare möten SSC:s öppna åtgärder (1) "
    )
    assert text.endswith(
        "Beskriv rutinen för rättning av OB-tillägg. Försenad 14 dagar. "
        "Ansvar: Per Holmér. Klar senast 10 november 2026."
    )


def test_sections_are_headings_with_lists_in_reading_order() -> None:
    paper = TaggedFile(made(full(2, *BriefTopic)))
    titles = [BriefSection(topic=topic, lines=()).title for topic in BriefTopic]
    assert [head.text for head in paper.document.all("H3")] == [f"{title} (2)" for title in titles]
    assert [head.text for head in paper.document.all("H2")] == ["Från tidigare möten", "Läget nu"]
    lists = list(paper.document.all("L"))[2:]  # after the key facts
    assert [len(list(each.all("LI"))) for each in lists] == [2] * len(titles)


def test_an_ordinary_brief_is_one_page() -> None:
    ordinary = replace(BRIEF, sections=(*full(1, *BriefTopic).sections,))
    assert len(TaggedFile(made(ordinary)).pages) == 1


def test_what_paper_has_no_room_for_is_counted() -> None:
    text = TaggedFile(made(full(SHOWN + 3, BriefTopic.RISKS))).document.text
    assert f"Risker ({SHOWN + 3})" in text
    assert text.count(LATE.text) == SHOWN
    assert text.endswith("Ytterligare 3 finns i registret.")
    assert "Ytterligare" not in TaggedFile(made(full(SHOWN, BriefTopic.RISKS))).document.text


def test_an_empty_register_is_said_in_words() -> None:
    assert TaggedFile(made(BRIEF)).document.text.endswith("Registret har inget öppet för mötet.")


def test_hostile_text_comes_out_as_it_stands() -> None:
    paper = TaggedFile(hostile())
    assert not list(paper.document.all("Link", "Figure"))
    shown = list(HOSTILE.values())[:SHOWN]
    for text in shown:
        assert " ".join(text.split()) in paper.document.text


def test_the_same_value_gives_the_same_bytes() -> None:
    assert made(full(2, *BriefTopic)) == made(full(2, *BriefTopic))
