"""A matter's way through the levels so far, and where it may go from here (R1, R20)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.contacts.contact import Contact
from desktop.domain.level import Level, LevelModel
from desktop.domain.matters.escalating import level_above, level_below, offered, refusal
from desktop.domain.matters.escalation import Escalation, EscalationReason, EscalationStep, StepRequest
from desktop.domain.matters.matter import Matter, MatterKind
from desktop.domain.why import Why
from desktop.errors import InputError

_LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """Everything that is known of a matter's escalation on a day.

    Attributes:
        matter: The matter.
        model: The number of levels in force that day.
        escalations: Its climbs, the first one first.
        steps: All their steps, in the order they were taken.
        is_repeated: Whether it is one of the repeated deficiencies of its area (R23).
        receivers: Who holds the level above that day, of both parties, for the area of the matter.
    """

    matter: Matter
    model: LevelModel
    escalations: tuple[Escalation, ...] = ()
    steps: tuple[EscalationStep, ...] = ()
    is_repeated: bool = False
    receivers: tuple[Contact, ...] = ()

    @property
    def above(self) -> Level | None:
        """The level it may be escalated to now."""
        up = level_above(self.matter.level, self.model)
        return up if up in offered(self.matter, self.model, self.steps) else None

    @property
    def below(self) -> Level | None:
        """The level it may be returned to now."""
        down = level_below(self.matter.level, self.model, self.steps)
        return down if down in offered(self.matter, self.model, self.steps) else None

    @property
    def likely_reason(self) -> EscalationReason:
        """The reason of the model that the matter itself speaks for."""
        if self.matter.kind is MatterKind.DEFICIENCY and self.is_repeated:
            return EscalationReason.REPEATED_DEFICIENCY
        if self.matter.kind is MatterKind.INCIDENT:
            return EscalationReason.INCIDENT_NOT_REMEDIED
        return EscalationReason.OTHER

    def why_not(self, level: Level) -> Why | None:
        """Why it may not go to a level now; None where it may."""
        return refusal(self.matter, level, self.model)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a request: the field of ``StepRequest``, what it is, and what to do."""

    field: str
    what: str
    remedy: str


def checked_request(request: StepRequest, climb: Climb, today: date) -> StepRequest:
    """The request, if the step may be taken and everything that it takes has been said (R20).

    Raises:
        InputError: The step is not allowed, with the section; something is missing or too long; a date is impossible.
    """
    for fault in faults(request, climb, today):
        raise InputError(fault.what, fault.remedy)
    return request


def faults(request: StepRequest, climb: Climb, today: date) -> tuple[Fault, ...]:
    """Everything that keeps a step from being taken, in the order of what is asked for (R20)."""
    why = climb.why_not(request.to_level)
    if why is not None:
        return (Fault("to_level", why.result, f"Samverkansmodellen, avsnitt {why.section}: {why.rule}"),)
    goes_up = request.to_level is climb.above
    return (*_missing(request, goes_up=goes_up), *_too_long(request), *_impossible_days(request, climb, today))


def _missing(request: StepRequest, *, goes_up: bool) -> tuple[Fault, ...]:
    needs_explanation = not goes_up or request.reason is EscalationReason.OTHER
    wanted = (
        (goes_up and request.reason is None, "reason", "Skälet saknas.", "Välj varför ärendet eskaleras."),
        (needs_explanation and not request.explanation.strip(), "explanation", "Förklaringen saknas.", "Skriv varför."),
        (goes_up and not request.tried.strip(), "tried", "Det som har prövats saknas.", "Skriv det med några ord."),
        (goes_up and not request.asked.strip(), "asked", "Det som begärs saknas.", "Skriv det med några ord."),
        (goes_up and request.answer_by is None, "answer_by", "Dagen för svar saknas.", "Ange när svaret behövs."),
    )
    return tuple(Fault(field, what, remedy) for lacks, field, what, remedy in wanted if lacks)


def _too_long(request: StepRequest) -> tuple[Fault, ...]:
    texts = ("explanation", "tried", "asked", "from_name", "to_name")
    said = f"En text får ha högst {_LONGEST} tecken."
    return tuple(Fault(name, said, "Korta den.") for name in texts if len(getattr(request, name)) > _LONGEST)


def _impossible_days(request: StepRequest, climb: Climb, today: date) -> tuple[Fault, ...]:
    earliest = climb.steps[-1].taken_on if climb.steps else climb.matter.reported_on
    found: list[Fault] = []
    if request.taken_on > today:
        what = "Ett steg kan inte vara taget en dag som ännu inte har varit."
        found.append(Fault("taken_on", what, "Rätta datumet."))
    elif request.taken_on < earliest:
        what = f"Steget kan inte ha tagits före {earliest.isoformat()}."
        found.append(Fault("taken_on", what, "Det föregående steget togs då, eller ärendet anmäldes då."))
    if request.answer_by is not None and request.answer_by < request.taken_on:
        what = "Svaret kan inte begäras till en dag före steget."
        found.append(Fault("answer_by", what, "Rätta ett av datumen."))
    return tuple(found)
