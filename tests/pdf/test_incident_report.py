"""The incident report: what it says, and that it keeps to PDF/UA-1 and PDF/A-2a (R21, R37)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import page
import pytest

from desktop.domain.identity import new_id
from desktop.domain.level import Level
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Grade
from desktop.domain.matters.matter_paper import IncidentReport, MatterPaperHead, report_status
from desktop.domain.meetings.meeting_head import PartyHead
from desktop.pdf.incident_report import incident_report_pdf
from tests.pdf.documents import HOSTILE
from tests.pdf.structure_reader import TaggedFile

KEY = new_id()
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HEAD = MatterPaperHead(
    agency=PartyHead(name="Exempelmyndigheten", organisation_number="202100-1234", registry_number="2026/1187"),
    counterpart=PartyHead(name="Statens servicecenter", organisation_number="202100-6453"),
    number="2026-014",
    title="Dubbla löneutbetalningar",
    area="Lön",
    written_on=NOW.date(),
    status="Utkast",
    created=NOW,
)
INCIDENT = Incident(
    id=KEY,
    matter_id=KEY,
    risks_breach=True,
    risks_damage=True,
    justification="Felet rör 31 anställda.",
    occurred_at=datetime(2026, 11, 12, 7, tzinfo=UTC),
    we_knew_at=datetime(2026, 11, 12, 8, 30, tzinfo=UTC),
    told_at=datetime(2026, 11, 12, 9, tzinfo=UTC),
    told_level=Level.OPERATIONAL,
    told_by="Sara Lind",
    concerns_personal_data=True,
    course="Lönefilen lästes in två gånger.\nBanken betalade båda.",
)


def report(**changes: object) -> IncidentReport:
    return replace(IncidentReport(head=HEAD, incident=INCIDENT, grade=Grade.SERIOUS), **changes)  # type: ignore[arg-type]


def hostile() -> IncidentReport:
    texts = list(HOSTILE.values())
    party = PartyHead(name=texts[0], organisation_number=texts[1], registry_number=texts[2])
    head = replace(HEAD, agency=party, counterpart=party, title=texts[3], number=texts[0], area=texts[1])
    incident = replace(INCIDENT, justification=texts[0], told_by=texts[1], course="\n".join(texts), cause=texts[2])
    return report(head=head, incident=incident, description="\n".join(texts))


REPORTS: dict[str, Callable[[], IncidentReport]] = {
    "whole": report,
    "bare": lambda: report(incident=Incident(id=KEY, matter_id=KEY), grade=None, head=replace(HEAD, title="", area="")),
    "long": lambda: report(description="\n".join(f"Rad {n}" for n in range(300))),
    "hostile": hostile,
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", REPORTS)
def test_page_validation_finds_no_fault(name: str, profile: str) -> None:
    checked = page.validate_pdf_bytes(incident_report_pdf(REPORTS[name]()), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in checked.failures] == []
    assert checked.is_compliant


def test_the_report_says_what_happened_when_and_what_it_demands() -> None:
    told = TaggedFile(incident_report_pdf(report())).document.text.replace("\u00a0", " ")
    for words in (
        "Incidentrapport",
        "Dubbla löneutbetalningar",
        "2026/1187",
        "202100-6453",
        "2026-014",
        "24 november 2026",
        "Utkast",
        "Allvarlig incident: en incidentrapport ska alltid upprättas.",
        "12 november 2026 kl. 09.30",
        "Sara Lind, operativ nivå",
        "1 tim 30 min",
        "Banken betalade båda.",
        "Personuppgifter berörs.",
    ):
        assert words in told, words


def test_the_same_report_gives_the_same_bytes() -> None:
    assert incident_report_pdf(report()) == incident_report_pdf(report())


def test_the_status_follows_the_days_of_the_report() -> None:
    day = date(2026, 11, 20)
    assert report_status(INCIDENT) == "Utkast"
    assert report_status(replace(INCIDENT, report_made_on=day)) == "Upprättad 20\u00a0november\u00a02026"
    sent = replace(INCIDENT, report_made_on=day, report_sent_on=day)
    assert report_status(sent) == "Skickad 20\u00a0november\u00a02026"
