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


def checked_request(request: StepRequest, climb: Climb, today: date) -> StepRequest:
    """The request on tidy lines, if the step may be taken and everything that it takes has been said (R20).

    Raises:
        InputError: The step is not allowed, with the section; something is missing or too long; a date is impossible.
    """
    why = climb.why_not(request.to_level)
    if why is not None:
        raise InputError(why.result, f"Samverkansmodellen, avsnitt {why.section}: {why.rule}")
    _check_days(request, climb, today)
    _check_words(request, goes_up=request.to_level is climb.above)
    for text in (request.explanation, request.tried, request.asked, request.from_name, request.to_name):
        if len(text) > _LONGEST:
            raise InputError(f"En text får ha högst {_LONGEST} tecken.", "Korta den.")
    return request


def _check_words(request: StepRequest, *, goes_up: bool) -> None:
    needs_explanation = not goes_up or request.reason is EscalationReason.OTHER
    missing = (
        (goes_up and request.reason is None, "Skälet saknas.", "Välj varför ärendet eskaleras."),
        (needs_explanation and not request.explanation.strip(), "Förklaringen saknas.", "Skriv varför."),
        (goes_up and not request.tried.strip(), "Det som har prövats saknas.", "Skriv det med några ord."),
        (goes_up and not request.asked.strip(), "Det som begärs saknas.", "Skriv det med några ord."),
        (goes_up and request.answer_by is None, "Dagen för svar saknas.", "Ange när svaret behövs."),
    )
    for lacks, what, remedy in missing:
        if lacks:
            raise InputError(what, remedy)


def _check_days(request: StepRequest, climb: Climb, today: date) -> None:
    earliest = climb.steps[-1].taken_on if climb.steps else climb.matter.reported_on
    if request.taken_on > today:
        raise InputError("Ett steg kan inte vara taget en dag som ännu inte har varit.", "Rätta datumet.")
    if request.taken_on < earliest:
        raise InputError(
            f"Steget kan inte ha tagits före {earliest.isoformat()}.",
            "Det föregående steget togs då, eller ärendet anmäldes då.",
        )
    if request.answer_by is not None and request.answer_by < request.taken_on:
        raise InputError("Svaret kan inte begäras till en dag före steget.", "Rätta ett av datumen.")
