"""The notice of a changed contact: what it says, and that it keeps to PDF/UA-1 and PDF/A-2a (R18, R37)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import page
import pytest

from desktop.domain.contacts.contact_notice import ContactNotice, NoticeChannel, NoticePlace, NoticeRow, NoticeState
from desktop.domain.contacts.notice_document import NoticeDocument, status_words
from desktop.domain.identity import new_id
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.pdf.contact_notice import contact_notice_pdf
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import TaggedFile

DAY = date(2026, 11, 24)
BODY = """Byte av kontaktperson från den 1 december 2026.

Lämnar: Erik Sund, avdelningschef
Uppdrag som upphör: strategisk nivå, sista dag 30 november 2026

Ny kontaktperson:
Namn: Anna Ångström-Öhrn
E-post: anna@exempelmyndigheten.example"""


def document(**changes: object) -> NoticeDocument:
    made = NoticeDocument(
        agency=PartyHead(name="Exempelmyndigheten", organisation_number="202100-1234", registry_number="2026/1187"),
        counterpart=PartyHead(name="Statens servicecenter", organisation_number="202100-6453"),
        title="Anna Ångström-Öhrn efterträder Erik Sund på strategisk nivå",
        paragraphs=tuple(BODY.splitlines()),
        effective_on=date(2026, 12, 1),
        written_on=DAY,
        status="Utkast, inte meddelad",
        created=datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def hostile() -> NoticeDocument:
    texts = list(HOSTILE.values())
    party = PartyHead(name=texts[0], organisation_number=texts[1], registry_number=texts[2])
    lines = (*texts, *(f"{text}: {text}" for text in texts), ": ", "a: ")
    return document(agency=party, counterpart=party, title=texts[3], paragraphs=lines, status=texts[4])


DOCUMENTS: dict[str, Callable[[], NoticeDocument]] = {
    "whole": document,
    "bare": lambda: document(paragraphs=(), title=""),
    "long": lambda: document(paragraphs=tuple(f"Rad {n}: innehåll {n}" for n in range(300))),
    "hostile": hostile,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(contact_notice_pdf(DOCUMENTS[name]()), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_the_notice_says_who_tells_whom_what_and_from_when() -> None:
    told = TaggedFile(contact_notice_pdf(document())).document.text
    for words in (
        "Anmälan om ändrad kontaktperson",
        "Anna Ångström-Öhrn efterträder Erik Sund på strategisk nivå",
        "2026/1187",
        "202100-6453",
        "24 november 2026",
        "1 december 2026",
        "Utkast, inte meddelad",
        "Erik Sund, avdelningschef",
        "anna@exempelmyndigheten.example",
    ):
        assert words in told.replace("\u00a0", " "), words


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert contact_notice_pdf(document()) == contact_notice_pdf(document())
    assert contact_notice_pdf(document()) != contact_notice_pdf(document(status="Meddelad"))


def test_the_status_tells_how_and_when_it_was_announced() -> None:
    notice = ContactNotice(id=new_id(), title="Erik slutar", effective_on=DAY, made_on=DAY)
    row = NoticeRow(notice=notice, state=NoticeState.OPEN)
    assert status_words(row) == "Utkast, inte meddelad"
    web = replace(notice, channel=NoticeChannel.CUSTOMER_WEB, announced_on=DAY, reference="KW-77")
    assert status_words(replace(row, notice=web)) == "Meddelad 24\u00a0november\u00a02026 på Kundwebben, KW-77"
    forum = replace(notice, channel=NoticeChannel.FORUM, announced_on=DAY)
    place = NoticePlace(new_id(), "Taktiskt samverkansmöte", DAY)
    told = status_words(replace(row, notice=forum, place=place))
    assert told == "Meddelad 24\u00a0november\u00a02026 på taktiskt samverkansmöte"
