"""The extract of one person: what it says, and that it keeps to PDF/UA-1 and PDF/A-2a."""

from collections.abc import Callable
from dataclasses import replace

import page
import pytest

from desktop.domain.contacts.personal_extract import PURPOSE, REMARKS, ExtractSection, PersonalExtract
from desktop.pdf.personal_extract import personal_extract_pdf
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import TaggedFile
from tests.pdf.test_followup_lists import HEAD

COLUMNS = ("Möte", "Dag", "Nivå", "Närvaro", "Anmärkning")
MEETINGS = ExtractSection(
    title="Möten", columns=COLUMNS, rows=(("Taktiskt möte", "2026-12-01", "Taktisk", "", "Bara punkten Avgifter\nx"),)
)
EMPTY = ExtractSection(title="Beslut", columns=("Beslut", "Beslutat"))
EXTRACT = PersonalExtract(
    head=HEAD,
    name="Åsa Ångström-Öhrn",
    facts=(("Förnamn", "Åsa"), ("Titel", ""), ("Anteckningar", "Ring före lunch.\nInte fredagar.")),
    sections=(MEETINGS, EMPTY),
)


def hostile() -> PersonalExtract:
    texts = list(HOSTILE.values())
    rows = tuple((text,) * len(COLUMNS) for text in texts)
    facts = tuple(("Förnamn", text) for text in texts)
    return replace(EXTRACT, name=texts[0], facts=facts, sections=(replace(MEETINGS, rows=rows),))


DOCUMENTS: dict[str, Callable[[], PersonalExtract]] = {
    "extract": lambda: EXTRACT,
    "extract-bare": lambda: replace(EXTRACT, name="", facts=(), sections=(EMPTY,)),
    "extract-long": lambda: replace(EXTRACT, sections=(replace(MEETINGS, rows=MEETINGS.rows * 200),)),
    "extract-hostile": hostile,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(personal_extract_pdf(DOCUMENTS[name]()), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_everything_is_said_once_and_what_is_empty_in_one_line() -> None:
    text = TaggedFile(personal_extract_pdf(EXTRACT)).document.text
    for words in ("Åsa Ångström-Öhrn", "Inte fredagar.", "Taktiskt möte", "Bara punkten Avgifter", PURPOSE, *REMARKS):
        assert words in text
    assert "Registret har inget under: beslut." in text
    assert "Titel" not in text


def test_the_same_extract_gives_the_same_bytes() -> None:
    assert personal_extract_pdf(EXTRACT) == personal_extract_pdf(EXTRACT)
