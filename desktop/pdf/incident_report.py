"""The report of an incident as a document (R21, R37, R40)."""

from desktop.domain.matters.matter_paper import INCIDENT_REPORT, IncidentReport
from desktop.pdf.head import begin_matter, said
from desktop.pdf.text import Run


def incident_report_pdf(report: IncidentReport) -> bytes:
    """The report as an accessible PDF; the same value gives the same bytes."""
    page = begin_matter(INCIDENT_REPORT, report.head)
    page.heading(2, "Bedömning")
    page.facts((label, text) for label, text in report.assessment() if said(text))
    page.heading(2, "Tider")
    times = [(label, text) for label, text in report.times() if said(text)]
    if times:
        page.facts(times)
    else:
        page.text(Run("Inga tider är angivna.", muted=True))
    if report.incident.concerns_personal_data:
        page.text("Personuppgifter berörs.")
    for title, text in report.story():
        lines = [line for line in text.splitlines() if said(line)]
        if not lines and title == "Beskrivning":
            continue
        page.heading(2, title)
        for line in lines:
            page.text(line)
        if not lines:
            page.text(Run("Inte angivet.", muted=True))
    return page.build()
