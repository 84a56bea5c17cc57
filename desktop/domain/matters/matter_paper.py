"""A document of one matter as it leaves the agency: frozen values with everything shown and nothing more (R11, R37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.dates import in_prose
from desktop.domain.matters.grading import duty_words, spans
from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Grade
from desktop.domain.matters.moments import length_words, moment_in_prose
from desktop.domain.meetings.meeting_head import Fact, PartyHead
from desktop.domain.vocabulary import LEVEL

INCIDENT_REPORT = "Incidentrapport"
_ANSWER = {True: "Ja", False: "Nej", None: "Inte besvarad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPaperHead:
    """The head of a document of one matter (R37).

    Attributes:
        agency: Our side, with our registry number.
        counterpart: The other side, with theirs.
        number: The matter's number.
        title: The matter's title.
        area: The name of its service area.
        written_on: The day of the document.
        status: "Utkast" or how far it has come.
        created: The instant the document is made; the same value gives the same bytes.
    """

    agency: PartyHead
    counterpart: PartyHead
    number: str
    title: str
    area: str
    written_on: date
    status: str
    created: datetime

    def facts(self) -> Iterator[Fact]:
        """Everything the head tells, in order."""
        yield self.agency.as_fact("Myndighet")
        yield self.counterpart.as_fact("Motpart")
        yield Fact("Ärende", self.number)
        yield Fact("Tjänsteområde", self.area)
        yield Fact("Datum", in_prose(self.written_on))
        yield Fact("Status", self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReport:
    """An incident report, ready to be printed (R21)."""

    head: MatterPaperHead
    incident: Incident
    grade: Grade | None
    description: str = ""

    def assessment(self) -> Iterator[tuple[str, str]]:
        """The answers, what follows from them and why."""
        yield "Risk för lagbrott", _ANSWER[self.incident.risks_breach]
        yield "Risk för ekonomisk skada", _ANSWER[self.incident.risks_damage]
        yield "Kräver omedelbar åtgärd", _ANSWER[self.incident.needs_action]
        yield "Bedömning", duty_words(self.incident, self.grade)
        yield "Motivering", self.incident.justification

    def times(self) -> Iterator[tuple[str, str]]:
        """When what happened, and the measured times between."""
        incident = self.incident
        level = LEVEL[incident.told_level].lower() if incident.told_level else ""
        told = ", ".join(part for part in (incident.told_by, level) if part)
        moments = (
            ("Inträffade", incident.occurred_at, ""),
            ("Upphörde", incident.ended_at, ""),
            ("SSC fick veta", incident.ssc_knew_at, ""),
            ("Vi fick veta", incident.we_knew_at, ""),
            ("Vi informerades", incident.told_at, told),
            ("Anmäld till tillsynsmyndigheten", incident.reported_to_authority_at, ""),
        )
        for label, moment, more in moments:
            if moment is not None:
                yield label, ", ".join(part for part in (moment_in_prose(moment), more) if part)
        for span in spans(incident):
            yield span.words, length_words(span.length)

    def story(self) -> Iterator[tuple[str, str]]:
        """What happened, by heading; a heading without a text says that nothing is told yet."""
        yield "Beskrivning", self.description
        yield "Händelseförlopp", self.incident.course
        yield "Konsekvenser", self.incident.consequences
        yield "Orsak", self.incident.cause
        yield "Åtgärder", self.incident.remedy


def report_status(incident: Incident) -> str:
    """How far our report has come, as the document says it: "Utkast"."""
    if incident.report_sent_on is not None:
        return f"Skickad {in_prose(incident.report_sent_on)}"
    return f"Upprättad {in_prose(incident.report_made_on)}" if incident.report_made_on is not None else "Utkast"
