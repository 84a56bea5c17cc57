"""How grave an incident is by two questions, which duty follows, and the clocks that run from then on (R21)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.matters.incident import Incident
from desktop.domain.matters.matter import Grade
from desktop.domain.vocabulary import GRADE
from desktop.domain.why import Why

AUTHORITY_HOURS = 72
"""Hours from when we knew until the supervisory authority must have been told of a personal-data breach."""
_RULE = (
    "En händelse som orsakas av ett avbrott eller en störning i tjänsten och som innebär en risk för lagbrott eller "
    "ekonomisk skada är en incident av betydande eller allvarlig art. Då upprättas alltid en incidentrapport."
)
_ANSWER = {True: "ja", False: "nej", None: "inte besvarad"}


def proposed_grade(incident: Incident) -> Grade | None:
    """The grade that the answers speak for; None until both questions are answered, unless one says enough.

    Either risk makes it at least significant, both make it serious. Without them it is moderate where action is
    needed at once, and negligible otherwise.
    """
    breach, damage = incident.risks_breach, incident.risks_damage
    if breach and damage:
        return Grade.SERIOUS
    if breach is None or damage is None:
        return Grade.SIGNIFICANT if breach or damage else None
    if breach or damage:
        return Grade.SIGNIFICANT
    return Grade.MODERATE if incident.needs_action else Grade.NEGLIGIBLE


def why_grade(incident: Incident, grade: Grade | None) -> Why:
    """What the grade rests on and which duty follows from it."""
    return Why(
        section="3.3",
        rule=_RULE,
        inputs=(
            ("Risk för lagbrott", _ANSWER[incident.risks_breach]),
            ("Risk för ekonomisk skada", _ANSWER[incident.risks_damage]),
            ("Kräver omedelbar åtgärd", _ANSWER[incident.needs_action]),
            ("Motivering", incident.justification),
        ),
        result=duty_words(incident, grade),
    )


def duty_words(incident: Incident, grade: Grade | None) -> str:
    """The duty that follows from a grade, in a sentence."""
    if grade is None:
        return "Besvara båda frågorna, så föreslås en grad."
    named = f"{GRADE[grade].capitalize()} incident: "
    if incident.is_it:
        named = f"{GRADE[grade].capitalize()} IT-incident, som regleras i SLA för IT-tjänstestöd: "
    if grade.requires_report:
        return f"{named}en incidentrapport ska alltid upprättas."
    if incident.needs_action:
        return f"{named}kontaktpersonen på operativ nivå ska informeras skyndsamt."
    return f"{named}ingen incidentrapport krävs."


@dataclass(frozen=True, slots=True)
class Span:
    """The time between two things that happened; ``words`` says which."""

    words: str
    length: timedelta


def spans(incident: Incident) -> tuple[Span, ...]:
    """The measured times of an incident; no limit is invented for any of them. What is not known is left out."""
    pairs = (
        ("Från att den inträffade till att SSC fick veta", incident.occurred_at, incident.ssc_knew_at),
        ("Från att den inträffade till att vi fick veta", incident.occurred_at, incident.we_knew_at),
        ("Från att SSC fick veta till att vi informerades", incident.ssc_knew_at, incident.told_at),
        ("Från att den inträffade till att den upphörde", incident.occurred_at, incident.ended_at),
    )
    return tuple(Span(words, until - since) for words, since, until in pairs if since and until)


def authority_deadline(incident: Incident) -> datetime | None:
    """When the controller's 72 hours have run out; None where no personal data are concerned or nobody knew yet.

    They are hours, not days of the calendar: a change to or from summer time moves nothing.
    """
    if not incident.concerns_personal_data or incident.we_knew_at is None:
        return None
    return incident.we_knew_at + timedelta(hours=AUTHORITY_HOURS)


def time_left(incident: Incident, now: datetime) -> timedelta | None:
    """What is left of the 72 hours, negative when they have passed; None where no clock runs, or runs no more."""
    deadline = authority_deadline(incident)
    if deadline is None or incident.reported_to_authority_at is not None:
        return None
    return deadline - now
